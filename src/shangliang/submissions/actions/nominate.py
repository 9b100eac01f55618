"""推荐评优: a candidate with reasons; units and the office may both have named it."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Honour, Submission


@verb(PROPOSAL, "nominate", Submission)
def nominate(case: Submission, seat: Seat, *, reason: str) -> Done:
    """Put the proposal on the year's list of candidates, with the reason everyone will read."""
    if not reason.strip():
        raise refuse("请写推荐理由：好在哪里，办成了什么。")
    year = case.session.year or today().year
    row, made = Honour.objects.get_or_create(
        committee_id=case.committee_id,
        submission=case,
        kind="excellent",
        year=year,
        defaults={"nominated_by_id": seat.person_id, "reason": reason.strip()},
    )
    if not made:
        raise refuse(f"{year} 年已经推荐过，理由在评优页上。")
    return Done(about=row, detail={"year": year})
