"""企业撤回同意."""

from ...journal.erasures import deletes
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ..charge import mine
from ..models import Charge


@act("charge.unconsent", "企业撤回同意")
def withdraw_sheet(seat: Seat, *, charge: int) -> Done:
    """The sheets go at once; that there were so many is all that stays."""
    row = mine(seat, charge)
    return Done(case=row, detail={"count": empty_sheets(row)})


def empty_sheets(row: Charge) -> int:
    """How many there were."""
    count, _ = row.health.all().delete()
    row.consent_until = row.consent_on = None
    row.consent_purpose = ""
    row.save()
    return count


@deletes("charge.unconsent")
def delete_sheets_again(committee_id: int, pk: int) -> None:
    for row in Charge.objects.filter(committee_id=committee_id, pk=pk):
        empty_sheets(row)
