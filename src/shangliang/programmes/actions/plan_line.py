"""列任务: what, whose, by when, and which call from above it answers."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROGRAMME
from ..models import Programme, Undertaking


@verb(PROGRAMME, "plan_line", Programme)
def plan_line(
    case: Programme,
    seat: Seat,
    *,
    title: str,
    due_on: date,
    partner: int | None = None,
    level: str = "own",
    basis: str = "",
) -> Done:
    """A call from above names its paper; the partner takes part today."""
    if not title.strip():
        raise refuse("请写任务。")
    if level not in Undertaking.Level.values:
        raise refuse("请选谁部署的。")
    if level != "own" and not basis.strip():
        raise refuse("上级部署的，请写依据的文件或会议。")
    if due_on < case.starts_on or (case.ends_on and due_on > case.ends_on):
        raise refuse("这一天不在专项的起止日期里，请改日期。")
    who = case.partners.filter(pk=partner, left_on__isnull=True).first() if partner else None
    if partner and who is None:
        raise refuse("没有找到这个参加方。", "wall")
    row = Undertaking.objects.create(
        committee_id=case.committee_id, programme=case, title=title.strip()[:120], due_on=due_on,
        partner=who, level=level, basis=basis.strip()[:120],
    )  # fmt: skip
    return Done(about=row, detail={"due": due_on, "level": level})
