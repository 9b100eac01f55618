"""催办: the office reminds units that have not answered; each urging is counted."""

from collections.abc import Sequence

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Assignment, Submission, Urge
from ..people import staff_of


@verb(PROPOSAL, "urge", Submission)
def urge(case: Submission, seat: Seat, *, units: Sequence[int] = (), note: str = "") -> Done:
    """Urge the named units, or every unit that has not answered yet. The note goes to the unit."""
    rows = Assignment.objects.filter(
        submission=case, state__in=["issued", "accepted", "contested"]
    ).select_related("unit")
    if units:
        rows = rows.filter(unit_id__in=units)
    waiting = list(rows)
    if not waiting:
        raise refuse("没有需要催办的单位：都已办复，或者不再承办。")
    for row in waiting:
        Urge.objects.create(
            committee_id=case.committee_id,
            submission=case,
            assignment=row,
            note=note.strip()[:200],
            by_id=seat.person_id,
        )
        what = "请签收" if row.state == "issued" else "请抓紧办理"
        post(
            committee_id=case.committee_id,
            to=staff_of([row.unit_id], case.committee_id),
            kind="proposal.urge",
            text=f"催办：{case.number_label}《{case.title}》，{note.strip() or what}",
            case=case,
            url=f"/unit/?show=all&q={case.number or ''}",
            needs_act=True,
        )
    return Done(detail={"units": [row.unit_id for row in waiting]})
