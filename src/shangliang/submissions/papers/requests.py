"""申退单 and 延期办理申请表: what a unit hands to the assigning office on paper."""

from ...engines.papers.official import ExtensionRequest as ExtensionSheet
from ...engines.papers.official import ReturnRequest as ReturnSheet
from ...procedures.office_calendar import today
from ..chain.facts import Facts
from ..models import Extension, ReturnRequest
from .words import meeting, number


def build_return(facts: Facts, of: int | None = None) -> ReturnSheet | None:
    """A request to return, as it was asked; None when there is none this seat may see."""
    rows = ReturnRequest.objects.filter(
        committee_id=facts.case.committee_id, assignment__submission=facts.case
    ).select_related("assignment__unit", "better_unit", "asked_by")
    if not facts.office:
        rows = rows.filter(assignment__unit_id__in=facts.seat.units)
    row = rows.filter(pk=of).first() if of else rows.first()
    if row is None:
        return None
    case = facts.case
    known = next((r for r in case.rules.return_reasons if r.code == row.reason_code), None)
    return ReturnSheet(
        unit=row.assignment.unit.name,
        session=meeting(case),
        number=number(case),
        title=case.title,
        role=row.assignment.get_role_display(),
        reason=f"{known.name}。{row.reason}" if known else row.reason,
        suggested_unit=row.better_unit.name if row.better_unit else "",
        contact=row.asked_by.name,
        date=row.asked_at.date(),
    )


def build_extension(facts: Facts, of: int | None = None) -> ExtensionSheet | None:
    """A request for more time, as it was asked."""
    rows = Extension.objects.filter(
        committee_id=facts.case.committee_id, assignment__submission=facts.case
    ).select_related("assignment__unit", "clock", "asked_by")
    if not facts.office:
        rows = rows.filter(assignment__unit_id__in=facts.seat.units)
    row = rows.filter(pk=of).first() if of else rows.first()
    if row is None:
        return None
    case = facts.case
    return ExtensionSheet(
        unit=row.assignment.unit.name,
        session=meeting(case),
        number=number(case),
        title=case.title,
        due=row.clock.first_due_on or today(),
        asked_until=row.until,
        reason=row.reason,
        contact=row.asked_by.name,
    )
