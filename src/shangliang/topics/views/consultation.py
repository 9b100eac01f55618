"""One consultation from notice to closing, with everything that hangs on it."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from ...documents.models import Document
from ...procedures.models import Clock
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused, offers
from ...submissions.chain.lamps import light_of
from ...submissions.queries import visible as proposals
from ...tasks.flow import TASK
from ...web.access import needs, seat_of
from ..accords import KEEPERS
from ..actions.leave_feedback import leave_feedback
from ..attached import attached, starts
from ..buttons import buttons, may
from ..flow import CONSULTATION, RESULT
from ..flow.conditions import in_feedback_time
from ..models import Consultation, Party, Point, Result
from ..presets import fewest, marks
from ..queries import consultations, results
from ..story import story
from ..timeliness import in_time
from .consultations import TONES

# Verbs the page has a place of its own for, beside the point they are about.
IN_PLACE = frozenset(
    {
        "note_speech", "add_point", "drop_point", "hand_over", "note_done", "answer_consultation",
        "edit_minutes", "answer_feedback", "drop_speech", "drop_party", "add_idea", "vote_idea", "choose_idea",
    }
)  # fmt: skip
FIRST = {
    "planned": "send_notice",
    "noticed": "send_materials",
    "prepared": "hold",
    "held": "sign_minutes",
    "recorded": "answer_consultation",
    "answered": "close_consultation",
}
STEPS = ("planned", "noticed", "prepared", "held", "recorded", "answered", "closed")
# What is done at each step: a word that is true before it and after.
STEP_WORDS = {
    "noticed": "发通知",
    "prepared": "送材料",
    "held": "开会",
    "recorded": "签发纪要",
    "answered": "对方答复",
    "closed": "办结",
}


@require_safe
@needs()
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One consultation with everything that hangs on it."""
    seat = seat_of(request)
    case = get_object_or_404(
        consultations(seat)
        .select_related("topic", "item__plan", "after", "signed_by")
        .prefetch_related(
            Prefetch("parties", Party.objects.select_related("actor")),
            "speeches",
            Prefetch("points", Point.objects.select_related("owner", "task")),
            Prefetch("results", shown_results(seat)),
        ),
        pk=pk,
    )
    kind = case.kind
    own = case.get_absolute_url()
    parties = list(case.parties.all())
    speeches = list(case.speeches.all())
    points = list(case.points.all())
    by_id = {p.pk: p for p in parties}
    for s in speeches:
        s.party = by_id[s.party_id]
    for p in points:
        p.task_label = TASK.label_of(p.task.state) if p.task else ""  # type: ignore[attr-defined]
    clocks = [
        (c, light_of(c))
        for c in Clock.objects.filter(
            committee_id=seat.committee_id, about_type="consultation", about_id=case.pk
        ).order_by("id")
    ]
    running = [(c, light) for c, light in clocks if c.running]
    known = offers(CONSULTATION, seat, case)
    allowed = may(CONSULTATION, seat, case, known)
    mine = any(p.actor_id in (seat.person_id, *seat.units) for p in parties if p.actor_id)
    papers = list(
        Document.objects.filter(
            committee_id=seat.committee_id,
            case_type="consultation",
            case_id=case.pk,
            removed_at__isnull=True,
        )
    )
    found = list(case.results.all())
    for r in found:
        r.label = RESULT.label_of(r.state)  # type: ignore[attr-defined]
    parts = [
        {
            "part": part,
            "rows": [s for s in speeches if s.part == part.key],
        }
        for part in kind.parts
    ]
    steps = steps_of(case)
    return render(
        request,
        "topics/consultation.html",
        {
            "case": case,
            "kind": kind,
            "state": CONSULTATION.label_of(case.state),
            "tone": TONES.get(case.state, ""),
            "steps": steps,
            "sides": [
                {"key": key, "label": label, "rows": [p for p in parties if p.side == key]}
                for key, label in (
                    ("asks", "协商方"),
                    ("answers", "答复方"),
                    ("expert", "专家"),
                    ("public", "群众、企业"),
                )
            ],
            "answering": [p for p in parties if p.side == "answers"],
            "parties": parties,
            "parts": parts,
            "speeches": speeches,
            "points": points,
            "agreed": [p for p in points if p.kind == "agreed"],
            "open_points": [p for p in points if p.kind == "open"],
            "minority": [p for p in points if p.kind == "minority"],
            "clocks": clocks,
            "running": running[0] if running else None,
            "may": allowed,
            "verbs": buttons(
                CONSULTATION, seat, case, own, in_place(case), FIRST.get(case.state, ""), known
            ),
            "results": found,
            "papers": papers,
            "about_seen": case.about_type == "submission"
            and proposals(seat).filter(pk=case.about_id or 0).exists(),
            "events": story(
                seat,
                "consultation",
                case.pk,
                {p.actor_id: str(p.actor) for p in parties if p.actor_id}
                | {p.owner_id: str(p.owner) for p in points if p.owner_id},
            ),
            "attached": attached(seat, "consultation", case.pk),
            "starts": starts("consultation", case.pk) if allowed.get("add_parties") else [],
            "in_time": in_time(
                case.decision,
                case.decision_on,
                next((r.issued_on for r in found if r.issued_on), None),
            ),
            "feedback": list(case.feedback.select_related("person")) if case.feedback_until else [],
            "may_feedback": mine and in_feedback_time(case),
            "office": seat.has(Role.ORGANISER, Role.CLERK) or case.room_id in seat.rooms,
            "picks": seat.has(Role.ORGANISER, Role.CLERK),
            "may_result": case.state in ("held", "recorded", "answered", "closed")
            and (seat.has(Role.ORGANISER, Role.CLERK) or case.room_id in seat.rooms),
            "quality": quality_of(case),
            "has_ideas": case.kind.part("ideas") is not None
            and case.state not in ("planned", "noticed", "prepared", "cancelled"),
            "may_accord": case.state in HELD and seat.has(*KEEPERS),
            "waiting": waiting_for(case, parties),
        },
    )


def shown_results(seat: Seat) -> QuerySet[Result]:
    """Results this seat sees, each with how many of its recommendations wait for an answer."""
    waiting = Count("advices", filter=Q(advices__outcome=""), distinct=True)
    return results(seat).annotate(unanswered=waiting)


HELD = ("held", "recorded", "answered", "closed")


def quality_of(case: Consultation) -> dict[str, Any]:
    """Means of the four marks once enough have marked; before, only how many."""
    held = case.quality
    if not held:
        return {}
    shown = held.get("shown")
    if not shown:
        return {"n": held["n"], "fewest": fewest()}
    rows = [(m.label, shown["mean"][m.key]) for m in marks() if m.key in shown["mean"]]
    return {"n": shown["n"], "rows": rows}


def in_place(case: Consultation) -> frozenset[str]:
    """Verbs no button is shown for: they stand beside their point, or are done already."""
    return IN_PLACE | {"show_publicly"} if case.public else IN_PLACE


def steps_of(case: Consultation) -> list[dict[str, Any]]:
    """What was done, and what is waited for now; steps its form does not ask for are left out."""
    at = STEPS.index(case.state) if case.state in STEPS else -1
    wanted = [
        s
        for s in STEPS[1:]
        if not (s == "noticed" and not case.kind.notice_days)
        and not (s == "prepared" and not case.kind.material_days)
    ]
    found: list[dict[str, Any]] = []
    waited = False
    for key in wanted:
        done = STEPS.index(key) <= at
        now = not done and not waited and at >= 0
        waited = waited or now
        found.append(
            {
                "label": STEP_WORDS[key],
                "state": "done" if done else "now" if now else "",
                "current": now,
            }
        )
    return found


def waiting_for(case: Consultation, parties: list[Any]) -> str:
    """Who moves next, in words."""
    left = [p.name for p in parties if p.side == "answers" and not p.answered_on]
    who = "召集人" if case.room_id else "经办人员"
    return {
        "planned": f"{who}定时间地点、发通知" if case.kind.notice_days else f"{who}开会",
        "noticed": f"{who}送材料" if case.kind.material_days else f"{who}开会",
        "prepared": "开会",
        "held": f"{who}拟纪要，签发",
        "recorded": f"{'、'.join(left[:3])}{'等' if len(left) > 3 else ''}答复",
        "answered": f"{who}办结",
    }.get(case.state, "")


@require_POST
@needs()
def feedback(request: HttpRequest, pk: int) -> HttpResponse:
    """A written word after the meeting; what was refused stays on the page."""
    seat = seat_of(request)
    case = get_object_or_404(consultations(seat), pk=pk)
    try:
        leave_feedback(
            seat,
            case.pk,
            text=request.POST.get("text", ""),
            named=request.POST.get("named") == "on",
        )
        messages.success(request, "意见已收到，会在汇总里答复")
    except Refused as refused:
        messages.error(request, f"{refused}您写的是：{request.POST.get('text', '')[:200]}")
    return redirect("consultation", case.pk)
