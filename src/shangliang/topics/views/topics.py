"""议题库: the pool, one topic, a nomination from inside, and the judges' sheet."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...documents.said import said_in
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused, offers
from ...tasks.sources import Source, named
from ...web.access import needs, seat_of
from ..actions.name_judges import name_judges
from ..actions.nominate import DESK, nominate
from ..alike import alike
from ..attached import attached, starts
from ..buttons import buttons, may
from ..flow import TOPIC
from ..forms.fields import bodies, choice, line, pick, words
from ..marks import rows_of_marks, sheet
from ..models import Judge, Topic
from ..presets import criteria, least_judges
from ..queries import INSIDE, topics
from ..story import story
from ..timeliness import in_time

TONES = {
    "pool": "",
    "chosen": "act",
    "planned": "act",
    "declined": "",
    "merged": "",
    "done": "ok",
}


class Nominate(forms.Form):
    """What everybody is asked; the same words inside and on the open page."""

    title = line("一句话说清楚", "例如：老旧小区电梯装好以后，谁来管、钱怎么出。")
    source = choice("这是哪一类", Topic.Source.choices)
    text = words("情况", "什么地方、多少人、试过什么办法。不要写别人的隐私。", required=False)
    room = pick("想在哪间协商议事室商量", required=False)

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["room"]
        field.choices = [("", "由办公室安排"), *bodies(committee_id, "room")]


class NominateInside(Nominate):
    """The desk may write down what came by phone or letter."""

    by_desk = forms.BooleanField(label="代录：群众、企业来电来信提出的", required=False)
    nominator = line("提出人", "代录时写，可不填。", required=False, most=40)
    contact = line("联系方式", "只有经办人员看得到。", required=False, most=60)

    def __init__(self, *args: Any, desk: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not desk:
            for name in ("by_desk", "nominator", "contact"):
                del self.fields[name]


@require_safe
@needs(*INSIDE)
def pool(request: HttpRequest) -> HttpResponse:
    """All topics by state and source; the balance of the three sources stands above."""
    seat = seat_of(request)
    rows = topics(seat)
    state = request.GET.get("state", "pool")
    source = request.GET.get("source", "")
    q = request.GET.get("q", "").strip()[:40]
    every: list[Any] = list(
        Topic.objects.filter(committee_id=seat.committee_id)
        .values("state", "source")
        .annotate(n=Count("pk"))
    )
    if state in TOPIC.states:
        rows = rows.filter(state=state)
    if source in Topic.Source.values:
        rows = rows.filter(source=source)
    if q:
        rows = rows.filter(title__icontains=q)
    page = Paginator(rows.select_related("room"), 25).get_page(request.GET.get("page"))
    marks = rows_of_marks(list(page))
    for row in page:
        row.marks = marks.get(row.pk)  # type: ignore[attr-defined]
        row.label = TOPIC.label_of(row.state)  # type: ignore[attr-defined]
        row.tone = TONES[row.state]  # type: ignore[attr-defined]

    def count(**only: str) -> int:
        return sum(r["n"] for r in every if all(r[k] == v for k, v in only.items()))

    balance = [
        {
            "key": key,
            "label": label,
            "all": count(source=key),
            "used": sum(count(source=key, state=s) for s in ("chosen", "planned", "done")),
        }
        for key, label in Topic.Source.choices
    ]
    tabs = [
        {
            "label": label,
            "url": f"?state={key}",
            "count": count(state=key),
            "current": state == key,
        }
        for key, label in TOPIC.states.items()
    ]
    return render(
        request,
        "topics/pool.html",
        {
            "page_obj": page,
            "tabs": tabs,
            "balance": balance,
            "state": state,
            "source": source,
            "q": q,
            "sources": Topic.Source.choices,
            "is_judge": Judge.objects.filter(
                committee_id=seat.committee_id, year__gte=today().year, person_id=seat.person_id
            ).exists(),
            "office": seat.has(Role.ORGANISER, Role.CLERK),
        },
    )


@require_safe
@needs()
def topic(request: HttpRequest, pk: int) -> HttpResponse:
    """One topic: who judged it how, what became of it, what is alike."""
    seat = seat_of(request)
    case = get_object_or_404(
        topics(seat).select_related("room", "deployment", "into", "nominated_by"), pk=pk
    )
    back = case.get_absolute_url()
    office = seat.has(Role.ORGANISER, Role.CLERK) or case.room_id in seat.rooms
    consultations = list(case.consultations.select_related("lead"))
    known = offers(TOPIC, seat, case)
    return render(
        request,
        "topics/topic.html",
        {
            "case": case,
            "state": TOPIC.label_of(case.state),
            "tone": TONES[case.state],
            "verbs": buttons(TOPIC, seat, case, back, first="choose_topic", known=known),
            "may": may(TOPIC, seat, case, known),
            "sheet": sheet(case),
            "criteria": criteria(),
            "said": said_in(seat, "topic", [case.pk]).get(case.pk)
            if case.about_type == "extract"
            else None,
            "origin": origin_of(seat, case),
            "least": least_judges(),
            "events": story(seat, "topic", case.pk),
            "alike": alike(seat.committee_id, case.title, but=case.pk),
            "office": office,
            "consultations": consultations,
            "merged": list(case.merged_topics.all()[:20]),
            "attached": attached(seat, "topic", case.pk),
            "starts": starts("topic", case.pk) if seat.has(Role.ORGANISER) else [],
            "in_time": in_time(case.decision, case.decision_on, None)
            if case.state not in ("declined", "merged")
            else None,
            "may_arrange": case.state in ("chosen", "planned")
            and seat.has(Role.ORGANISER, Role.CLERK, Role.CONVENOR),
        },
    )


def origin_of(seat: Seat, case: Topic) -> Source | None:
    """The note or other row a topic was made from, named as far as the seat may see it."""
    if case.about_type in ("", "extract"):  # an extract shows its sentence instead
        return None
    return named(seat, [(case.about_type, case.about_id)]).get(
        (case.about_type, case.about_id or 0)
    )


@needs()
def new(request: HttpRequest) -> HttpResponse:
    """A nomination by somebody signed in, or written down for somebody."""
    seat = seat_of(request)
    desk = seat.has(*DESK)
    form = NominateInside(
        request.POST or None,
        committee_id=seat.committee_id,
        desk=desk,
        initial={"room": request.GET.get("room", "")},
    )
    problem = ""
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        by_desk = data.pop("by_desk", False)
        try:
            row = nominate(seat, via="desk" if by_desk else "seat", **data)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, f"已提交，回执号 {row.public_code}")
            return redirect("topic", row.pk)
    status = 422 if request.method == "POST" else 200
    return render(
        request, "topics/new.html", {"form": form, "problem": problem, "desk": desk}, status=status
    )


@require_safe
@needs(*INSIDE)
def judging(request: HttpRequest) -> HttpResponse:
    """All topics in the pool with their marks: mean, spread and how many judges; own marks to give."""
    seat = seat_of(request)
    rows = list(topics(seat).filter(state="pool", room__isnull=True)[:100])
    marks = rows_of_marks(rows)
    for row in rows:
        row.marks = marks.get(row.pk)  # type: ignore[attr-defined]
        row.mine = bool(row.marks and seat.person_id in row.marks.judges)  # type: ignore[attr-defined]
    rows.sort(key=lambda r: -(r.marks.mean if r.marks and r.marks.mean else 0))  # type: ignore[attr-defined]
    # judges of next year are named before this one ends: a person is counted once
    judges = set(
        Judge.objects.filter(committee_id=seat.committee_id, year__gte=today().year).values_list(
            "person_id", flat=True
        )
    )
    return render(
        request,
        "topics/judging.html",
        {
            "rows": rows,
            "criteria": criteria(),
            "least": least_judges(),
            "judges": len(judges),
            "is_judge": seat.person_id in judges,
            "office": seat.has(Role.ORGANISER),
        },
    )


@needs(Role.ORGANISER)
def judges(request: HttpRequest) -> HttpResponse:
    """Who judges this year's topics."""
    from ..forms.judges import JudgesForm

    seat = seat_of(request)
    form = JudgesForm(request.POST or None, committee_id=seat.committee_id)
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            name_judges(seat, **form.cleaned_data)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, "评议人已指定")
            return redirect("topic-judging")
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "problem": problem,
        "title": "指定评议人",
        "crumb_url": "topic-judging",
        "crumb": "选题评议",
        "submit": "指定",
    }
    return render(request, "topics/form.html", context, status=status)
