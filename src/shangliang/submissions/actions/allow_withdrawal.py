"""同意撤案: after assignment the proposal committee's consent is needed (docs/field.md 1.10)."""

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..flow.assignment import LIVE
from ..models import Submission
from ..people import proposers, staff_of, supervisors
from ..remarks import remark


@verb(PROPOSAL, "allow_withdrawal", Submission)
def allow_withdrawal(case: Submission, seat: Seat, *, reason: str) -> Done:
    """Units are let go and their clocks with them; the number stays, marked 撤."""
    row = remark(case, seat, "allow_withdrawal", reason, "请写明提案人为什么撤案。")
    units = []
    for live in case.assignments.filter(state__in=LIVE):
        live.state = "dropped"
        live.save(update_fields=["state"])
        clocks.drop(live)
        units.append(live.unit_id)
    clocks.drop(case)
    post(
        committee_id=case.committee_id,
        to=[
            *staff_of(units, case.committee_id),
            *proposers(case),
            *supervisors(case.committee_id),
        ],
        kind="proposal.allow_withdrawal",
        text=f"{case.number_label}《{case.title}》已撤案，不再办理",
        case=case,
        url=f"/proposals/{case.pk}/",
        but=seat.person_id,
    )
    return Done(about=row, detail={"units": units})
