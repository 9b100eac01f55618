"""列入通报协商."""

from datetime import date

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Briefing, Instruction


@act("briefing.add", "列入通报协商", *DESK)
def add_briefing(
    seat: Seat,
    *,
    matter: str,
    leader: str,
    due_on: date | None = None,
    instruction: int | None = None,
) -> Done:
    """A matter of major work and who briefs on it; the instruction that demands it, if one does."""
    if not matter.strip() or not leader.strip():
        raise refuse("请写通报什么、谁来通报。")
    basis = None
    if instruction is not None:
        basis = Instruction.objects.filter(pk=instruction, committee_id=seat.committee_id).first()
        if basis is None:
            raise refuse("没有这件批示。", "wall")
    row = Briefing.objects.create(
        committee_id=seat.committee_id,
        matter=matter.strip()[:200],
        leader=leader.strip()[:80],
        due_on=due_on,
        instruction=basis,
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"instruction": instruction})
