"""记小调查结果."""

from collections.abc import Sequence

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lookup import region as find_region
from ..models import Pulse, PulseCount
from ..who import KEEPERS


@act("pulse.count", "记小调查结果", *KEEPERS)
def count_pulse(seat: Seat, pk: int, *, region: int | str, counts: Sequence[Sequence[int]]) -> Done:
    """How many of a region chose what, question by question."""
    pulse = lock(Pulse, pk, seat.committee_id)
    if pulse.code:
        raise refuse("这次调查由大家自己用链接答，人数不能再手填。")
    place = find_region(seat.committee_id, region)
    if len(counts) != len(pulse.questions) or any(
        len(row) != len(q["options"]) for row, q in zip(counts, pulse.questions, strict=False)
    ):
        raise refuse("人数和题目、选项对不上，可能错了一列。")
    if any(n < 0 for row in counts for n in row):
        raise refuse("人数不能是负的。")
    if len({sum(row) for row in counts}) > 1:
        raise refuse("各题作答人数不一样，请核对；没有作答的另设一个选项。")
    row, _ = PulseCount.objects.update_or_create(
        committee_id=seat.committee_id, pulse=pulse, region=place,
        defaults={"counts": [list(map(int, row)) for row in counts]},
    )  # fmt: skip
    return Done(case=pulse, about=row, result=row, detail={"region": place.pk})
