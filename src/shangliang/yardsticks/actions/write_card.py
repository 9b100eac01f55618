"""写做法卡.

做法卡、需求: cards that others adopt, needs beside measures.
"""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..gaps import body_of
from ..lookup import indicator as find_indicator
from ..lookup import region as find_region
from ..models import PracticeCard
from ..who import keeps, owns


@act("card.write", "写做法卡")
def write_card(
    seat: Seat,
    *,
    owner: int,
    title: str,
    problem: str,
    practice: str,
    effect: str,
    evidence: str,
    conditions: str = "",
    contact: str = "",
    region: int | str | None = None,
    indicator: int | str | None = None,
) -> Done:
    """Problem, practice, effect with evidence, conditions, contact (S-069)."""
    if not (owns(seat, owner) or keeps(seat)):
        raise refuse("只有单位自己、专委会或督办机构可以写做法卡。", "who")
    lacking = [
        label
        for label, said in (("做法名称", title), ("针对的问题", problem), ("怎么做的", practice), ("效果", effect), ("凭据", evidence))
        if not said.strip()
    ]  # fmt: skip
    if lacking:
        raise refuse(f"还没有写：{'、'.join(lacking)}。没有凭据的做法别人没法学。")
    row = PracticeCard.objects.create(
        committee_id=seat.committee_id, owner=body_of(seat, owner), title=title.strip()[:120],
        problem=problem.strip(), practice=practice.strip(), effect=effect.strip(),
        evidence=evidence.strip()[:300], conditions=conditions.strip(), contact=contact.strip()[:120],
        region=find_region(seat.committee_id, region) if region else None,
        yardstick=find_indicator(seat.committee_id, indicator) if indicator else None,
    )  # fmt: skip
    return Done(case=row, detail={"owner": owner})
