"""约讲：答应去讲."""

from ...procedures.perform import Done, lock, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TALK
from ..models import Item, Talk
from ..talks import tell


@verb(TALK, "agree_talk", Talk)
def agree_talk(case: Talk, seat: Seat) -> Done:
    """The half day is promised to this hall and no other: the speaker's row is locked meanwhile."""
    lock(Item, case.speaker_id, case.committee_id)
    other = (
        Talk.objects.filter(
            committee_id=case.committee_id, speaker_id=case.speaker_id, day=case.day,
            slot=case.slot, state__in=("agreed", "held"),
        ).order_by("pk").first()
    )  # fmt: skip
    if other is not None:
        raise refuse(f"讲述人这个时段已经答应去{other.venue}，请另约时间。")
    tell(case, [case.by_id], "agreed", f"答应了：{case}", seat)
    return Done()
