"""Days of a consultation (通知、材料、纪要、答复): clocks of its form, and whom they concern.

Notice and materials are counted back from the meeting; minutes and answer forward. A meeting moved to
another day moves what still runs.
"""

from datetime import date

from ..journal.kinds import type_of
from ..procedures import clocks
from ..procedures.models import Clock
from ..procedures.office_calendar import calendar_of, today
from ..procedures.reminders import DESCRIBE, Reminder
from ..procedures.telling import OWN_CLOCKS
from .models import Consultation, Party

LABELS = {"notice": "发通知", "materials": "送材料", "minutes": "签发纪要", "answer": "对方答复"}
NEAR = 3
OWN_CLOCKS.update(LABELS)


def days_before(case: Consultation, days: int) -> date | None:
    """The last day that is still ``days`` working days before the meeting."""
    if not case.starts_at or not days:
        return None
    from django.utils import timezone

    day = timezone.localtime(case.starts_at).date()
    return calendar_of(case.committee_id).add_workdays(day, -days)


def set_limit(case: Consultation, kind: str, due_on: date | None, why: str) -> None:
    """Start a clock to a day, or move the one that runs; no day, no clock."""
    running = clocks.running(case, kind).first()
    if due_on is None:
        clocks.drop(case, [kind])
        return
    if running:
        if running.due_on != due_on:
            clocks.extend(running, due_on)
        return
    Clock.objects.create(
        committee_id=case.committee_id,
        kind=kind,
        label=LABELS[kind],
        about_type=type_of(case),
        about_id=case.pk,
        case_type=type_of(case),
        case_id=case.pk,
        span=f"@{due_on:%m-%d}",
        started_on=today(),
        due_on=due_on,
        agreed_until=due_on,
        first_due_on=due_on,
        provisional=calendar_of(case.committee_id).is_provisional(due_on),
        why=why[:300],
    )


def set_before(case: Consultation) -> None:
    """The days before the meeting, from its date; asked of the form's copy."""
    kind = case.kind
    case.notice_by = days_before(case, kind.notice_days)
    case.materials_by = days_before(case, kind.material_days)
    if not case.noticed_on:
        set_limit(case, "notice", case.notice_by, f"开会前 {kind.notice_days} 个工作日")
    if not case.materials_on:
        set_limit(case, "materials", case.materials_by, f"开会前 {kind.material_days} 个工作日")


def after(case: Consultation, days: int) -> date:
    """So many working days from today."""
    return calendar_of(case.committee_id).add_workdays(today(), days)


def describe(found: list[Clock]) -> dict[int, Reminder]:
    """Preparing concerns who runs it; the answer the other side's units too."""
    from ..actors.models import Tie

    cases = Consultation.objects.in_bulk([c.about_id for c in found])
    waiting = Party.objects.filter(
        committee_id__in={c.committee_id for c in found},
        consultation_id__in=cases,
        side="answers",
        answered_on__isnull=True,
        actor__isnull=False,
    ).values_list("consultation_id", "actor_id")
    units: dict[int, list[int]] = {}
    for pk, unit in waiting:
        units.setdefault(pk, []).append(unit)
    staff: dict[int, list[int]] = {}
    ties = Tie.objects.on(today()).filter(
        committee_id__in={c.committee_id for c in found},
        kind__in=[Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD],
        whom_id__in={u for rows in units.values() for u in rows},
    )
    for unit, person in ties.values_list("whom_id", "who_id"):
        staff.setdefault(unit, []).append(person)
    said = {}
    for clock in found:
        case = cases.get(clock.about_id)
        if case is None or case.state in ("closed", "cancelled"):
            continue
        people = [p for u in units.get(case.pk, []) for p in staff.get(u, [])]
        said[clock.pk] = Reminder(
            near=NEAR,
            to=(case.made_by_id, *people) if clock.kind == "answer" else (case.made_by_id,),
            late_to=(),
            text=case.title,
            url=case.get_absolute_url(),
        )
    return said


DESCRIBE["consultation"] = describe
