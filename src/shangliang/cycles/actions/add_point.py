"""听取汇报与中心组学习：记一条."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SITTING
from ..models import Sitting, SittingPoint


@verb(SITTING, "add_point", Sitting)
def add_point(case: Sitting, seat: Seat, *, kind: str, text: str, speaker: str = "") -> Done:
    """An ask before the sitting, what was said, or what was decided."""
    if kind not in SittingPoint.Kind.values:
        raise refuse("请选是请求支持、发言要点还是议定事项。")
    if len(text.strip()) < 2:
        raise refuse("请写内容。")
    if kind == SittingPoint.Kind.DECISION and case.state == "planned":
        raise refuse("会还没有开，没有议定事项。先记“会已开”。")
    row = SittingPoint.objects.create(
        committee_id=case.committee_id,
        sitting=case,
        kind=kind,
        text=text.strip()[:500],
        speaker=speaker.strip()[:80],
    )
    return Done(about=row, result=row, detail={"kind": kind})
