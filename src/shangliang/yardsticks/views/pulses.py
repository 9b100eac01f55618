"""小调查: results by count with their margin, and the page that anybody answers through its link."""

import hashlib
import secrets
from typing import Any

import qrcode
import qrcode.image.svg
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ...engines.indicators.cells import MIN_COUNT, change_with_margin, share_with_margin, suppress
from ...engines.search.answers import group_answers
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...voices.limits import not_too_often
from ...web.access import needs, seat_of
from ...web.views.errors import show
from ..actions.answer_pulse import answer_pulse
from ..comparing import number_of
from ..models import Pulse, Region
from ..who import KEEPERS, keeps

PER_HOUR = 60  # from one network address: a workplace answers behind one


@needs(*KEEPERS, Role.LEADER)
def pulses(request: HttpRequest) -> HttpResponse:
    """Shares with n and margin, change beyond chance or not, small groups hidden with others beside them."""
    seat = seat_of(request)
    rows = list(
        Pulse.objects.filter(committee_id=seat.committee_id)
        .select_related("follows")
        .prefetch_related("counts__region", "follows__counts", "words")[:8]
    )
    day = today()
    blocks = [
        open_block(request, p) if p.is_open(day) else pulse_block(p) | {"number": n}
        for n, p in enumerate(rows, 1)
    ]
    context = {"blocks": blocks, "keeper": keeps(seat), "least": MIN_COUNT}
    return render(request, "yardsticks/pulses.html", context)


def open_block(request: HttpRequest, pulse: Pulse) -> dict[str, Any]:
    """While answers come in only their number shows: a table that grows by one tells who said what."""
    return {
        "pulse": pulse,
        "open": True,
        "answers": sum(sum(row.counts[0]) for row in pulse.counts.all() if row.counts),
        "address": request.build_absolute_uri(reverse("pulse-fill", args=[pulse.code])),
    }


def totals(pulse: Pulse, question: int) -> list[int]:
    """Everybody's answers to one question."""
    found = [row.counts[question] for row in pulse.counts.all() if question < len(row.counts)]
    return [sum(column) for column in zip(*found, strict=True)] if found else []


def pulse_block(pulse: Pulse) -> dict[str, Any]:
    """One survey as shown; below five answers nothing is shown."""
    questions = []
    for q, question in enumerate(pulse.questions):
        counts = totals(pulse, q)
        n = sum(counts)
        line: dict[str, Any] = {
            "text": question["text"],
            "n": n,
            "hidden": 0 < n < MIN_COUNT,
            "options": [],
        }
        if n >= MIN_COUNT:
            good = sum(counts[i] for i in question.get("good", []))
            share, margin = share_with_margin(
                good, n, pulse.population if pulse.population and pulse.population >= n else None
            )
            line |= {
                "good": share,
                "margin": margin,
                "options": list(zip(question["options"], counts, strict=False)),
            }
            before = totals(pulse.follows, q) if pulse.follows else []
            if sum(before) >= MIN_COUNT:
                had = sum(before[i] for i in question.get("good", []))
                change, wide, real = change_with_margin(good, n, had, sum(before))
                line |= {"change": change, "wide": wide, "real": real, "before": sum(before)}
            cells = {
                (str(row.region), option): row.counts[q][i]
                for row in pulse.counts.all()
                for i, option in enumerate(question["options"])
            }
            shown = suppress(cells)
            places = list(dict.fromkeys(r for r, _ in cells))
            line["regions"] = [
                (r, shown.rows[r], [shown.cells[r, o] for o in question["options"]]) for r in places
            ]
            line["heads"] = question["options"]
            # A total beside hidden cells would tell them: options whose total must go are not shown.
            line["options"] = [(o, shown.columns.get(o)) for o in question["options"]]
        questions.append(line)
    answers = group_answers([w.text for w in pulse.words.all()], MIN_COUNT)
    return {"pulse": pulse, "questions": questions, "answers_in_words": answers}


def cookie_of(pulse: Pulse) -> str:
    """Where this device remembers that it answered; it says nothing about the answers."""
    return "shangliang-pulse-" + hashlib.sha256(pulse.code.encode()).hexdigest()[:12]


@never_cache
@require_http_methods(["GET", "POST"])
def fill(request: HttpRequest, code: str) -> HttpResponse:
    """A few questions on a phone, without account, once."""
    pulse = Pulse.objects.filter(code=code).select_related("committee").first() if code else None
    if pulse is None:
        return show(request, 404, title="链接不对", text="请核对链接，或向发链接的人再要一次。")
    request.committee = pulse.committee  # type: ignore[attr-defined]
    done = cookie_of(pulse) in request.COOKIES
    problem, said = "", {}
    if request.method == "POST" and not done:
        said = {
            k: request.POST.get(k, "") for k in ("region", "words", *(f"q{n}" for n in range(5)))
        }
        picked = [number_of(said.get(f"q{n}", "")) for n in range(len(pulse.questions))]
        try:
            not_too_often(request, "pulse", PER_HOUR)
            answer_pulse(
                pulse.committee_id,
                pulse.pk,
                key=request.POST.get("key", "")[:64] or secrets.token_urlsafe(12),
                region=number_of(said["region"]) or 0,
                choices=[-1 if n is None else n for n in picked],
                words=said["words"],
            )
        except Refused as refused:
            problem = str(refused)
        else:
            answer = redirect("pulse-fill", pulse.code)
            answer.set_cookie(
                cookie_of(pulse), "1", max_age=180 * 86400, httponly=True, samesite="Lax",
                secure=request.is_secure(),
            )  # fmt: skip
            return answer
    places = Region.objects.filter(
        committee_id=pulse.committee_id, level=Region.Level.COUNTY, until__isnull=True
    )
    context = {
        "pulse": pulse, "done": done, "open": pulse.is_open(today()), "problem": problem, "least": MIN_COUNT,
        "places": [(r.pk, r.name, str(r.pk) == said.get("region")) for r in places],
        "questions": [
            (n, q["text"], [(i, o, said.get(f"q{n}") == str(i)) for i, o in enumerate(q["options"])])
            for n, q in enumerate(pulse.questions)
        ],
        "words": said.get("words", ""),
        "key": request.POST.get("key", "")[:64] or secrets.token_urlsafe(18),
    }  # fmt: skip
    return render(request, "yardsticks/pulse_fill.html", context, status=409 if problem else 200)


@require_safe
def code_image(request: HttpRequest, code: str) -> HttpResponse:
    """The way in, to be scanned from a poster."""
    pulse = get_object_or_404(Pulse.objects.exclude(code=""), code=code)
    drawn = qrcode.make(
        request.build_absolute_uri(reverse("pulse-fill", args=[pulse.code])),
        image_factory=qrcode.image.svg.SvgPathImage, border=2, box_size=12,
    )  # fmt: skip
    return HttpResponse(drawn.to_string(), content_type="image/svg+xml")
