"""协商: the list, one consultation from notice to closing, its minutes, coverage of pairs."""

from typing import Any

from django import forms as djforms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from ...actors.models import Actor, Tie
from ...documents.models import Document
from ...documents.paper_templates import template_of
from ...engines.papers.official import to_docx, to_pdf
from ...procedures.models import Clock
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...submissions.chain.lamps import light_of
from ...submissions.views.chain.papers import WORD, attachment
from ...tasks.flow import TASK
from ...web.access import needs, seat_of
from ..actions.answering import leave_feedback
from ..actions.arrange import start_consultation
from ..actions.planning import LEADS
from ..attached import attached, starts
from ..buttons import buttons, may
from ..flow import CONSULTATION, RESULT
from ..flow.conditions import in_feedback_time
from ..forms.fields import bodies, choice, day, line, moment, pick, words
from ..models import Consultation, PlanItem, Topic
from ..papers import minutes_paper
from ..presets import forms
from ..queries import consultations, results
from ..story import story
from ..timeliness import in_time

# Verbs the page has a place of its own for, beside the point they are about.
IN_PLACE = frozenset(
    {
        "note_speech", "add_point", "drop_point", "hand_over", "note_done", "answer_consultation",
        "edit_minutes", "answer_feedback", "drop_speech", "drop_party",
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
TONES = {"closed": "ok", "answered": "act", "cancelled": "", "recorded": "near"}


@require_safe
@needs()
def listing(request: HttpRequest) -> HttpResponse:
    """All consultations this seat may see, by form and state."""
    seat = seat_of(request)
    rows = consultations(seat)
    form, state = request.GET.get("form", ""), request.GET.get("state", "open")
    kinds = forms()
    if form in kinds:
        rows = rows.filter(form=form)
    if state == "open":
        rows = rows.exclude(state__in=["closed", "cancelled"])
    elif state in CONSULTATION.states:
        rows = rows.filter(state=state)
    page = Paginator(rows.order_by("-starts_at", "-id"), 25).get_page(request.GET.get("page"))
    shown = list(page)
    clocks: dict[int, Clock] = {}
    for clock in Clock.objects.filter(
        committee_id=seat.committee_id,
        about_type="consultation",
        about_id__in=[r.pk for r in shown],
        met_on__isnull=True,
        dropped_on__isnull=True,
    ).order_by("-due_on"):
        clocks[clock.about_id] = clock
    for row in shown:
        line: Any = row
        line.label, line.tone = CONSULTATION.label_of(row.state), TONES.get(row.state, "")
        line.form_label = kinds[row.form].short if row.form in kinds else row.form
        found = clocks.get(row.pk)
        line.clock, line.light = found, light_of(found) if found else None
    return render(
        request,
        "topics/consultations.html",
        {
            "page_obj": page,
            "rows": shown,
            "kinds": kinds.values(),
            "form": form,
            "state": state,
            "states": CONSULTATION.states.items(),
            "may_start": seat.has(Role.ORGANISER, Role.CLERK, Role.CONVENOR),
        },
    )


class StartForm(djforms.Form):
    """What begins a consultation; all else is arranged on its page."""

    form = choice("形式", (), radio=True)
    title = line("议题")
    lead = pick("承办机构", "议事室的协商不用选。", required=False)
    room = pick("议事室", "只有“有事好商量”要选。", required=False)
    item = pick("年度计划的哪一项", required=False)
    topic = pick("选定的哪个议题", required=False)
    starts_at = moment("时间", required=False)
    place = line("地点", required=False)
    chair = line("主持人", required=False, most=40)
    text = words("说明", required=False, rows=3)
    basis = line("依据", "例如批示、文件；通报协商要写。", required=False, most=200)
    decision = line("要赶上的决策", required=False)
    decision_on = day("决策日期", required=False)

    def __init__(self, *args: Any, seat: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = {"committee_id": seat.committee_id}
        fields: dict[str, Any] = self.fields
        convenor = not seat.has(Role.ORGANISER, Role.CLERK)
        kinds = [f for f in forms().values() if not convenor or f.key == "council"]
        fields["form"].choices = [(f.key, f"{f.label}：{f.note}") for f in kinds]
        fields["lead"].choices = [("", "请选"), *bodies(seat.committee_id, *LEADS)]
        rooms = Actor.objects.filter(**own, kind=Actor.Kind.ROOM, active=True)
        rooms = rooms.filter(pk__in=seat.rooms) if convenor else rooms
        fields["room"].choices = [("", "不在议事室"), *((str(r.pk), str(r)) for r in rooms)]
        items = PlanItem.objects.filter(
            **own, dropped_on__isnull=True, plan__state__in=["decided", "considered"]
        )
        fields["item"].choices = [
            ("", "计划外"),
            *((str(r.pk), f"{r.number} {r.title}") for r in items),
        ]
        topics = Topic.objects.filter(**own, state__in=["chosen", "planned"])
        fields["topic"].choices = [("", "不从议题库来"), *((str(r.pk), r.title) for r in topics)]
        if convenor:
            for name in ("lead", "item", "basis", "decision", "decision_on"):
                del fields[name]
            self.initial.setdefault("form", "council")
            if len(seat.rooms) == 1:
                self.initial.setdefault("room", str(next(iter(seat.rooms))))


@needs(Role.ORGANISER, Role.CLERK, Role.CONVENOR)
def new(request: HttpRequest) -> HttpResponse:
    """Arrange one; from a topic or a line of the plan the form is filled in."""
    seat = seat_of(request)
    initial = start_values(request)
    form = StartForm(request.POST or None, seat=seat, initial=initial)
    problem = ""
    if request.method == "POST" and form.is_valid():
        data = {k: v for k, v in form.cleaned_data.items() if v not in ("", None)}
        data |= {k: initial[k] for k in ("about_type", "about_id", "after") if initial.get(k)}
        try:
            case = start_consultation(seat, **data)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, f"已安排：{case}")
            return redirect("consultation", case.pk)
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "problem": problem,
        "title": "安排一次协商",
        "crumb_url": "consultations",
        "crumb": "协商",
        "submit": "安排",
    }
    return render(request, "topics/form.html", context, status=status)


def start_values(request: HttpRequest) -> dict[str, Any]:
    """From the address: the topic, the line of the plan, the meeting before, another room's row."""
    seat = seat_of(request)
    own = {"committee_id": seat.committee_id}

    def number(name: str) -> int:
        given = request.GET.get(name, "")
        return int(given) if given.isdecimal() and len(given) < 12 else 0

    found: dict[str, Any] = {}
    if pk := number("topic"):
        topic = Topic.objects.filter(**own, pk=pk).first()
        if topic:
            found = {
                "topic": topic.pk,
                "title": topic.title,
                "room": topic.room_id,
                "text": topic.text,
                "form": "council" if topic.room_id else None,
                "decision": topic.decision,
                "decision_on": topic.decision_on,
            }
    if pk := number("item"):
        item = PlanItem.objects.filter(**own, pk=pk).first()
        if item:
            found = {
                "item": item.pk,
                "title": item.title,
                "form": item.form,
                "lead": item.lead_id,
                "topic": item.topic_id,
            }
    if pk := number("after"):
        before = consultations(seat).filter(pk=pk).first()
        if before:
            found = {
                "after": before.pk,
                "title": before.title,
                "form": before.form,
                "lead": before.lead_id,
                "room": before.room_id,
            }
    about = request.GET.get("about_type", "")
    if about and about.isidentifier() and number("about_id"):
        found |= {"about_type": about[:30], "about_id": number("about_id")}
        found.setdefault("form", "proposal" if about == "submission" else None)
    return {k: v for k, v in found.items() if v}


@require_safe
@needs()
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One consultation with everything that hangs on it."""
    seat = seat_of(request)
    case = get_object_or_404(
        consultations(seat).select_related("topic", "item__plan", "after", "signed_by"), pk=pk
    )
    kind = case.kind
    own = case.get_absolute_url()
    parties = list(case.parties.select_related("actor"))
    speeches = list(case.speeches.select_related("party"))
    points = list(case.points.select_related("owner", "task"))
    for p in points:
        p.task_label = TASK.label_of(p.task.state) if p.task else ""  # type: ignore[attr-defined]
    clocks = [
        (c, light_of(c))
        for c in Clock.objects.filter(
            committee_id=seat.committee_id, about_type="consultation", about_id=case.pk
        ).order_by("id")
    ]
    running = [(c, light) for c, light in clocks if c.running]
    allowed = may(CONSULTATION, seat, case)
    mine = any(p.actor_id in (seat.person_id, *seat.units) for p in parties if p.actor_id)
    papers = list(
        Document.objects.filter(
            committee_id=seat.committee_id,
            case_type="consultation",
            case_id=case.pk,
            removed_at__isnull=True,
        )
    )
    found = list(results(seat).filter(consultation=case))
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
                CONSULTATION, seat, case, own, in_place(case), FIRST.get(case.state, "")
            ),
            "results": found,
            "papers": papers,
            "events": story(seat, "consultation", case.pk),
            "attached": attached(seat, "consultation", case.pk),
            "starts": starts("consultation", case.pk) if allowed.get("add_parties") else [],
            "in_time": in_time(
                case.decision,
                case.decision_on,
                next((r.issued_on for r in found if r.issued_on), None),
            ),
            "feedback": list(case.feedback.select_related("person")),
            "may_feedback": mine and in_feedback_time(case),
            "office": seat.has(Role.ORGANISER, Role.CLERK) or case.room_id in seat.rooms,
            "units": bodies(seat.committee_id, "unit") if allowed.get("hand_over") else [],
            "may_result": case.state in ("held", "recorded", "answered", "closed")
            and (seat.has(Role.ORGANISER, Role.CLERK) or case.room_id in seat.rooms),
            "waiting": waiting_for(case, parties),
        },
    )


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
                "label": CONSULTATION.label_of(key),
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


@needs()
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as they will look, and, while they may be, a place to correct them."""
    seat = seat_of(request)
    case = get_object_or_404(consultations(seat).select_related("committee", "signed_by"), pk=pk)
    allowed = may(CONSULTATION, seat, case)
    if not case.minutes and not allowed.get("edit_minutes"):
        raise Http404("还没有纪要。")
    return render(
        request,
        "topics/minutes.html",
        {
            "case": case,
            "kind": case.kind,
            "may_edit": allowed.get("edit_minutes"),
            "verbs": [
                b
                for b in buttons(CONSULTATION, seat, case, f"{request.path}")
                if b["verb"] in ("draft_minutes", "sign_minutes")
            ],
            "lines": case.minutes.split("\n"),
        },
    )


@require_safe
@needs()
def minutes_file(request: HttpRequest, pk: int, ext: str) -> HttpResponse:
    """Minutes as Word or PDF."""
    seat = seat_of(request)
    case = get_object_or_404(consultations(seat).select_related("committee", "lead"), pk=pk)
    if ext not in ("docx", "pdf") or not case.minutes:
        raise Http404("还没有纪要。")
    paper = minutes_paper(case)
    name = f"{case.minutes_number or '纪要草稿'}{case.title}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(paper), "application/pdf", name, inline=True)
    return attachment(to_docx(paper, template_of(case.committee_id, "report")), WORD, name)


@require_safe
@needs(Role.ORGANISER, Role.CLERK, Role.LEADER, Role.MEMBER, Role.SUPERVISOR, Role.SECOND_REVIEWER)
def pairs(request: HttpRequest) -> HttpResponse:
    """Committee–department pairs and this year's consultations: which had none (S-012)."""
    seat = seat_of(request)
    given = request.GET.get("year", "")
    year = int(given) if given.isdecimal() and len(given) == 4 else today().year
    ties = list(
        Tie.objects.filter(committee_id=seat.committee_id, kind=Tie.Kind.COUNTERPART)
        .on(today())
        .select_related("who", "whom")
        .order_by("who__stroke_key", "whom__stroke_key")
    )
    held: dict[tuple[int, int], list[tuple[int, str]]] = {}
    rows = (
        Consultation.objects.filter(
            committee_id=seat.committee_id,
            form="counterpart",
            held_on__year=year,
            parties__side="answers",
            parties__actor__isnull=False,
        )
        .order_by("held_on")
        .values_list("lead_id", "parties__actor_id", "pk", "title")
    )
    for lead, unit, pk, title in rows:
        held.setdefault((lead, unit), []).append((pk, title))
    for tie in ties:
        tie.held = held.get((tie.who_id, tie.whom_id), [])  # type: ignore[attr-defined]
    none = len([t for t in ties if not t.held])  # type: ignore[attr-defined]
    by_form = (
        Consultation.objects.filter(committee_id=seat.committee_id, held_on__year=year)
        .order_by()
        .values("form")
        .annotate(n=Count("pk"))
    )
    return render(
        request,
        "topics/pairs.html",
        {
            "rows": ties,
            "year": year,
            "none": none,
            "briefings": consultations(seat).filter(form="briefing").order_by("-starts_at")[:40],
            "by_form": [
                (forms()[r["form"]].label, r["n"]) for r in by_form if r["form"] in forms()
            ],
            "labels": CONSULTATION.states,
        },
    )
