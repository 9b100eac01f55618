"""做出了什么效果 (S-031): for a member, a unit, a year. Effect leads, activity comes last."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...activities.models import Activity, Attendance
from ...activities.queries import visible as visible_activities
from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused
from ...submissions.models import Assignment, CoSignature, Submission
from ...submissions.queries import visible as visible_proposals
from ...tasks.actions.judge_effect import judge_effect, may_judge
from ...tasks.actions.record_effect import record_effect
from ...tasks.forms.effects import JudgeEffect, RecordEffect
from ...tasks.models import Effect, Task
from ...tasks.queries import visible as visible_tasks
from ...web.access import needs, seat_of
from ..comparing import number_of
from ..queries import measures
from ..who import READERS

VERDICTS = {"solved": "good", "effective": "good", "partly": "partly", "not": "bad"}
MOST = 5000  # a year of the largest committee


@dataclass
class Thing:
    """One thing done: what, how far, what came of it; ``known`` only when somebody else has judged."""

    title: str
    url: str
    far: str
    done: bool
    effect: str  # good, partly, bad, said (only self-reported), unknown
    change: str = ""
    who: str = ""


@dataclass
class Block:
    """One kind of work with its three layers."""

    name: str
    things: list[Thing] = field(default_factory=list)

    def count(self, *kinds: str) -> int:
        return sum(t.effect in kinds for t in self.things)

    @property
    def done(self) -> int:
        return sum(t.done for t in self.things)

    @property
    def row(self) -> dict[str, Any]:
        """Effect first."""
        return {
            "name": self.name, "n": len(self.things), "done": self.done, "good": self.count("good"),
            "partly": self.count("partly"), "bad": self.count("bad"),
            "unknown": self.count("unknown", "said"), "things": sorted(self.things, key=lambda t: ORDER[t.effect])[:30],
        }  # fmt: skip


ORDER = {"good": 0, "partly": 1, "bad": 2, "said": 3, "unknown": 4}
WORDS = {"good": "见效", "partly": "部分见效", "bad": "未见效", "said": "只有自报", "unknown": "尚不知道"}  # fmt: skip


def judged(rows: Iterable[Effect]) -> tuple[str, str, str]:
    """The best known of several effects: (kind, change, who judged). Self-reported is not known."""
    best = ("unknown", "", "")
    for row in rows:
        kind = VERDICTS.get(row.verdict, "unknown") if row.judge_id else "said" if row.value else "unknown"  # fmt: skip
        change = f"{row.measure}：{row.baseline} → {row.value or '还没有量'}"
        if ORDER[kind] < ORDER[best[0]]:
            best = (kind, change, str(row.judge) if row.judge_id else "单位自报")
    return best


def effects_on(seat: Seat, cases: dict[str, list[int]]) -> dict[tuple[str, int], list[Effect]]:
    """Effects of these cases; one question."""
    wanted = Q(pk__in=[])
    for kind, pks in cases.items():
        wanted |= Q(case_type=kind, case_id__in=pks)
    out: dict[tuple[str, int], list[Effect]] = defaultdict(list)
    for row in Effect.objects.filter(wanted, committee_id=seat.committee_id).select_related("judge"):  # fmt: skip
        out[row.case_type, row.case_id].append(row)
    return out


@needs(*READERS)
def what_effect(request: HttpRequest) -> HttpResponse:
    """One page for a year, and in it for one unit or one member."""
    seat = seat_of(request)
    year = number_of(request.GET.get("year", "")) or today().year
    year = year if 2000 < year <= today().year else today().year
    member, unit = chosen(request, seat)
    proposals = list(proposals_of(seat, year, member, unit)[:MOST])
    tasks = list(tasks_of(seat, year, unit)[:MOST]) if not member else []
    acts = list(activities_of(seat, year, member, unit)[:MOST])
    found = effects_on(
        seat,
        {"submission": [p.pk for p in proposals], "task": [t.pk for t in tasks], "activity": [a.pk for a in acts]},
    )  # fmt: skip
    blocks = [
        Block("提案", [of_proposal(p, found) for p in proposals]),
        Block("任务", [of_task(t, found) for t in tasks]),
        Block("差距的举措", list(of_measures(seat, year, unit)) if not member else []),
        Block("活动", [of_activity(a, found) for a in acts]),
    ]
    rows = [b.row for b in blocks if b.things]
    total = {k: sum(r[k] for r in rows) for k in ("n", "done", "good", "partly", "bad", "unknown")}
    context = {
        "rows": rows, "total": total, "year": year, "years": range(today().year - 3, today().year + 1),
        "member": member, "unit": unit, "words": WORDS, "units": units_of(seat),
        "me": seat.person_id if seat.has(Role.MEMBER) else None, "whose": member or unit or seat.committee_name,
        "crumbs": [("举措的效果", reverse("measure-effects")), ("做出了什么效果", "")],
    }  # fmt: skip
    return render(request, "yardsticks/what_effect.html", context)


def chosen(request: HttpRequest, seat: Seat) -> tuple[Actor | None, Actor | None]:
    """The member or the unit an address names; a member sees members' own only as themself."""
    own = Actor.objects.filter(committee_id=seat.committee_id)
    member = unit = None
    if pk := number_of(request.GET.get("member", "")):
        wide = seat.has(Role.CLERK, Role.LEADER, Role.ORGANISER, Role.SUPERVISOR)
        member = get_object_or_404(own.filter(kind=Actor.Kind.PERSON), pk=pk if wide or pk == seat.person_id else 0)  # fmt: skip
    elif pk := number_of(request.GET.get("unit", "")):
        unit = get_object_or_404(own.exclude(kind=Actor.Kind.PERSON), pk=pk)
    return member, unit


def units_of(seat: Seat) -> list[tuple[int, str]]:
    """Units that owe something here."""
    owing = Assignment.objects.filter(committee_id=seat.committee_id, unit=OuterRef("pk"))
    planned = measures(seat).filter(owner=OuterRef("pk"))
    rows = Actor.objects.filter(Exists(owing) | Exists(planned), committee_id=seat.committee_id)
    return [(a.pk, str(a)) for a in rows.order_by("name")[:200]]


def proposals_of(seat: Seat, year: int, member: Actor | None, unit: Actor | None) -> Any:
    """Filed in the year; a member's own and joined, a unit's assigned."""
    rows = visible_proposals(seat).filter(submitted_at__year=year).exclude(state__in=("draft", "withdrawn"))  # fmt: skip
    if member:
        rows = rows.filter(
            Exists(
                CoSignature.objects.filter(submission=OuterRef("pk"), person=member, state="signed")
            )
        )
    if unit:
        rows = rows.filter(Exists(Assignment.objects.filter(submission=OuterRef("pk"), unit=unit)))
    return rows.order_by("-pk").only("pk", "title", "state")


def tasks_of(seat: Seat, year: int, unit: Actor | None) -> Any:
    """Assigned duties and promises of the year."""
    rows = visible_tasks(seat).filter(made_at__year=year).exclude(state="dropped")
    return (rows.filter(owner=unit) if unit else rows).order_by("-pk")


def activities_of(seat: Seat, year: int, member: Actor | None, unit: Actor | None) -> Any:
    """Held in the year; attended by the member, hosted by the unit."""
    rows = visible_activities(seat).filter(
        starts_at__year=year, starts_at__date__lte=today()
    ).exclude(state__in=("draft", "cancelled", "withdrawn"))  # fmt: skip
    if member:
        there = Attendance.objects.filter(activity=OuterRef("pk"), person=member, presences__isnull=False)  # fmt: skip
        rows = rows.filter(Exists(there))
    if unit:
        rows = rows.filter(host=unit)
    return rows.annotate(came=Count("attendances", filter=Q(attendances__presences__isnull=False), distinct=True)).order_by("-pk")  # fmt: skip


def of_proposal(row: Submission, found: dict[tuple[str, int], list[Effect]]) -> Thing:
    kind, change, who = judged(found.get(("submission", row.pk), ()))
    done = row.state in ("replied", "closed")
    return Thing(row.title, reverse("proposal", args=[row.pk]), "办复" if done else "在办", done, kind, change, who)  # fmt: skip


def of_task(row: Task, found: dict[tuple[str, int], list[Effect]]) -> Thing:
    kind, change, who = judged(found.get(("task", row.pk), ()))
    done = row.state == "verified"
    return Thing(row.title, reverse("task", args=[row.pk]), "核实销号" if done else "在办", done, kind, change, who)  # fmt: skip


def of_activity(row: Activity, found: dict[tuple[str, int], list[Effect]]) -> Thing:
    kind, change, who = judged(found.get(("activity", row.pk), ()))
    came: int = row.came  # type: ignore[attr-defined]
    return Thing(row.title, reverse("activity-effect", args=[row.pk]), f"到会 {came} 人", row.state == "closed", kind, change, who)  # fmt: skip


def of_measures(seat: Seat, year: int, unit: Actor | None) -> Iterable[Thing]:
    rows = measures(seat).filter(made_at__year=year).exclude(state="dropped")
    for m in (rows.filter(owner=unit) if unit else rows).select_related("effect_by")[:MOST]:
        kind = VERDICTS.get(m.effect, "said" if m.state == "reported" else "unknown")
        change = f"{m.baseline or '原来没有写'} → {m.effect_value}" if m.effect_value else ""
        far = {"passed": "核实做到", "reported": "自报做到"}.get(m.state, "在做")
        yield Thing(m.text, reverse("gap", args=[m.gap_id]), far, m.state == "passed", kind, change, str(m.effect_by or ""))  # fmt: skip


OFFICE = (Role.SUPERVISOR, Role.CLERK)


@needs(*READERS)
def activity_effect(request: HttpRequest, pk: int) -> HttpResponse:
    """What came of one activity: recorded by the office with its baseline, judged by another."""
    seat = seat_of(request)
    row = get_object_or_404(visible_activities(seat), pk=pk)
    host: int = row.host_id or 0
    form: Any = RecordEffect() if seat.has(*OFFICE) and host else None
    posted: Any = None
    if request.method == "POST":
        try:
            if "effect" in request.POST:
                posted = JudgeEffect(request.POST)
                if posted.is_valid():
                    data = dict(posted.cleaned_data)
                    judge_effect(seat, data.pop("effect"), case=row, **data)
                    return redirect("activity-effect", pk)
            elif form is not None:
                form = RecordEffect(request.POST, request.FILES)
                if form.is_valid():
                    record_effect(seat, about=row, case=row, doer_id=host, **form.cleaned_data)  # fmt: skip
                    return redirect("activity-effect", pk)
        except Refused as refused:
            (posted or form).add_error(None, str(refused))
    found = effects_on(seat, {"activity": [pk]}).get(("activity", pk), [])
    rows = []
    for one in found:
        own = posted if posted and request.POST.get("effect") == str(one.pk) else None
        rows.append({"row": one, "form": None if may_judge(seat, one) else own or JudgeEffect.of(one), "open": own is not None})  # fmt: skip
    context = {
        "row": row, "rows": rows, "form": form,
        "crumbs": [("做出了什么效果", reverse("what-effect")), (row.title, "")],
    }  # fmt: skip
    return render(request, "yardsticks/activity_effect.html", context)
