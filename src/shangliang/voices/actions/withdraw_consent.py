"""牵线：登记撤回同意."""

from ...journal.erasures import deletes
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LEAD
from ..models import Lead, LeadContact


@verb(LEAD, "withdraw_consent", Lead)
def withdraw_consent(case: Lead, seat: Seat) -> Done:
    """The other side's name goes at once; what remains is that there was a lead of this kind."""
    empty_lead(case)
    return Done()


def empty_lead(case: Lead) -> None:
    LeadContact.objects.filter(lead=case).delete()
    # What was reached may name the other side too.
    case.text, case.result, case.consent_until = "", "", today()
    case.title = f"（{case.get_what_display()}{case.get_side_display()}，对方已撤回同意）"


@deletes("lead.withdraw_consent")
def delete_lead_again(committee_id: int, pk: int) -> None:
    for case in Lead.objects.filter(committee_id=committee_id, pk=pk):
        empty_lead(case)
        case.state = "ended"
        case.save()
