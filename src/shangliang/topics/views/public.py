"""Doors without an account: nominate, follow by receipt, what was agreed where, an expert's link."""

from typing import Any

from django import forms
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ...actors.models import Actor
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused
from ...publishing.queries import committees
from ...voices.limits import not_too_often
from ...web.views.errors import show
from ..actions.hand_in_review import hand_in_review
from ..actions.nominate import nominate
from ..actions.rate_by_receipt import RATINGS, rate_by_receipt
from ..alike import alike
from ..followed import steps_of
from ..models import Consultation, ExpertReview, Topic
from ..presets import rubric
from ..queries import open_consultations
from ..rooms import counts_of
from .topics import Nominate

MOST_NOMINATIONS, MOST_LOOKUPS = 10, 60
ROUND_SIGNS = 8  # a round's code has no hyphen, a receipt of a topic has two


def here(request: HttpRequest) -> tuple[Actor | None, list[Actor]]:
    """The committee asked for, else the first."""
    rows = committees()
    given = request.GET.get("at", "") or request.POST.get("at", "")
    place = next((r for r in rows if str(r.pk) == given), rows[0] if rows else None)
    request.committee = place  # type: ignore[attr-defined]
    return place, rows


class OpenNominate(Nominate):
    """What a visitor may leave of themselves is their choice."""

    nominator = forms.CharField(label="怎么称呼您", required=False, max_length=40)
    contact = forms.CharField(
        label="联系方式", required=False, max_length=60, help_text="只有经办人员看得到，可不填。"
    )
    # A field people do not see; what fills it in is a machine.
    website = forms.CharField(required=False, widget=forms.HiddenInput)


def open_nominate(request: HttpRequest) -> HttpResponse:
    """Anybody puts a matter forward and gets a receipt; similar ones are shown beside the form."""
    place, places = here(request)
    if place is None:
        return show(request, 404, title="还没有开通", text="这里还没有政协在用。")
    form = OpenNominate(
        request.POST or None,
        committee_id=place.pk,
        initial={"room": request.GET.get("room", ""), "source": "people"},
    )
    problem, near = "", []
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        if data.pop("website"):
            return redirect("topic-open")
        try:
            not_too_often(request, "nominate", MOST_NOMINATIONS)
            row = nominate(Seat(committee_id=place.pk), via="open", **data)
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect(f"/r/{row.public_code}/?new=1")
    if title := request.POST.get("title", "").strip():
        near = alike(place.pk, title[:80])
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "problem": problem, "place": place, "places": places, "near": near}
    return render(request, "topics/open.html", context, status=status)


@require_safe
def similar(request: HttpRequest) -> HttpResponse:
    """The list of similar topics for what is being typed; titles and states only."""
    place, _ = here(request)
    title = request.GET.get("title", "").strip()[:80]
    near = alike(place.pk, title) if place and len(title) >= 4 else []
    return render(request, "topics/_near.html", {"near": near})


@require_safe
def lookup(request: HttpRequest) -> HttpResponse:
    """Type the receipt code."""
    here(request)
    code = request.GET.get("code", "").strip().upper().replace("/", "")[:14]
    if len(plain := code.replace("-", "").replace(" ", "")) == ROUND_SIGNS and "-" not in code:
        return redirect("talk", plain)
    if code:
        return redirect("question" if code.startswith("WD") else "topic-receipt", code)
    return render(request, "topics/lookup.html", {})


def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Where the matter stands and why, what was agreed, who does what; and one's own word at the end."""
    try:
        not_too_often(request, "receipt", MOST_LOOKUPS)
    except Refused:
        return show(request, 429)
    row = (
        Topic.objects.select_related("committee", "room", "into")
        .filter(public_code=code.strip().upper())
        .first()
    )
    if row is None:
        return show(
            request,
            404,
            title="没有查到",
            text="回执号写错了一位，或者不是这里的。回执号像 YT-7K2M-H617。",
            url="/receipts/",
            label="再查一次",
        )
    request.committee = row.committee  # type: ignore[attr-defined]
    problem = ""
    if request.method == "POST":
        try:
            rate_by_receipt(
                Seat(committee_id=row.committee_id),
                code=code,
                rating=request.POST.get("rating", ""),
                note=request.POST.get("note", ""),
            )
            return redirect("topic-receipt", code)
        except Refused as refused:
            problem = str(refused)
    main = row.into or row
    held = list(
        Consultation.objects.filter(committee_id=row.committee_id, topic=main)
        .exclude(state__in=["planned", "cancelled"])
        .select_related("room", "lead")
        .prefetch_related("points__task", "points__owner", "parties")
        .order_by("held_on", "id")
    )
    context = {
        "case": row,
        "main": main,
        "steps": steps_of(row, main, held),
        "held": [c for c in held if c.state in ("recorded", "answered", "closed")],
        "may_rate": row.state == "done" and not row.rating,
        "ratings": RATINGS.items(),
        "rated": RATINGS.get(row.rating, ""),
        "problem": problem,
        "note": request.POST.get("note", ""),
        "is_new": request.GET.get("new") == "1",
    }
    return render(request, "topics/receipt.html", context, status=422 if problem else 200)


@require_safe
def councils(request: HttpRequest) -> HttpResponse:
    """What was consulted openly, newest first; rooms with their counts."""
    place, places = here(request)
    own = place.pk if place else 0
    rows = (
        open_consultations(own)
        .select_related("room", "lead")
        .annotate(n_agreed=Count("points"))
        .order_by("-held_on", "-id")[:50]
    )
    rooms = Actor.objects.filter(committee_id=own, kind=Actor.Kind.ROOM, active=True)
    counts = counts_of(own)
    context = {
        "rows": rows,
        "place": place,
        "places": places,
        "rooms": [(r, counts.get(r.pk)) for r in rooms.select_related("room_card")[:60]],
    }
    return render(request, "topics/councils.html", context)


@require_safe
def council(request: HttpRequest, pk: int) -> HttpResponse:
    """One open consultation: agreed, open, minority, who answers what; no citizen's name."""
    case = (
        Consultation.objects.filter(
            pk=pk, public=True, state__in=["recorded", "answered", "closed"]
        )
        .select_related("committee", "room", "lead", "topic")
        .prefetch_related("points__task", "points__owner", "parties__actor")
        .first()
    )
    if case is None:
        return show(request, 404, title="没有这一页", text="这次协商没有公开，或者已经移走。")
    request.committee = case.committee  # type: ignore[attr-defined]
    return render(
        request,
        "topics/council.html",
        {
            "case": case,
            "answers": answers_of(case),
            "questions": case.questions.exclude(answer="")[:30],
        },
    )


def answers_of(case: Consultation) -> list[Any]:
    """Answers of bodies; a person's name on the answering side is not shown to everybody."""
    return [
        p for p in case.parties.all() if p.side == "answers" and p.answer and p.actor is not None
    ]


def expert(request: HttpRequest, code: str) -> HttpResponse:
    """An expert reads one draft and leaves comments, by one link (S-194)."""
    try:
        not_too_often(request, "expert", MOST_LOOKUPS)
    except Refused:
        return show(request, 429)
    row = (
        ExpertReview.objects.select_related("result__committee")
        .filter(public_code=code.strip().upper())
        .first()
    )
    if row is None:
        return show(request, 404, title="链接不对", text="请核对收到的链接，或联系邀请您的人。")
    request.committee = row.result.committee  # type: ignore[attr-defined]
    given = (
        list(zip(request.POST.getlist("place"), request.POST.getlist("text"), strict=False))
        or [("", "")] * 3
    )
    problem = ""
    if request.method == "POST":
        try:
            hand_in_review(
                Seat(committee_id=row.committee_id),
                code=row.public_code,
                remarks=given,
                conflict=request.POST.get("conflict") == "on",
                points={
                    r.key: int(n)
                    for r in rubric()
                    if (n := request.POST.get(r.key, "")).isdecimal()
                },
            )
            return redirect("expert", row.public_code)
        except Refused as refused:
            problem = str(refused)
    open_now = row.done_on is None and row.result.state == "draft"
    context = {
        "row": row,
        "result": row.result if open_now else None,
        "rubric": [(r, request.POST.get(r.key, "")) for r in rubric()],
        "advices": list(row.result.advices.all()) if open_now else [],
        "given": given,
        "problem": problem,
        "remarks": list(row.remarks.all()),
    }
    return render(request, "topics/expert.html", context, status=422 if problem else 200)
