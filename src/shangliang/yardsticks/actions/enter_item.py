"""记本子."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..gaps import body_of
from ..lists import gap_of, own_or_office
from ..models import NotebookItem, Region, Yardstick


@act("notebook.enter", "记本子")
def enter_item(
    seat: Seat,
    *,
    book: str,
    owner: int,
    title: str,
    cause: str,
    way: str,
    retest_on: date | None = None,
    goal: str = "",
    gap: int | None = None,
    yardstick: int | None = None,
    region: int | None = None,
    rank_then: int | None = None,
    period_then: str = "",
) -> Done:
    """错题: what went wrong, why, the way, when it is tested again. 竞赛: the rank aimed at."""
    own_or_office(seat, owner)
    unit = body_of(seat, owner)
    if book not in NotebookItem.Book.values:
        raise refuse("请选错题本、真题本或竞赛本。")
    if not title.strip() or not way.strip():
        raise refuse("请写题目和怎么做。")
    if book == NotebookItem.Book.WRONG:
        if not cause.strip():
            raise refuse("错题要写为什么错。")
        if retest_on is None:
            raise refuse("错题要定复测日：到那天再测，通过了才能销。")
    if book == NotebookItem.Book.REAL and not cause.strip():
        raise refuse("真题要写是谁、哪份文件要求的。")
    if book == NotebookItem.Book.CONTEST and not goal.strip():
        raise refuse("竞赛要写争到什么位次。")
    if retest_on and retest_on < today():
        raise refuse("复测日不能早于今天。")
    if (
        yardstick
        and not Yardstick.objects.filter(pk=yardstick, committee_id=seat.committee_id).exists()
    ):
        raise refuse("没有找到这个指标。", "wall")
    if region and not Region.objects.filter(pk=region, committee_id=seat.committee_id).exists():
        raise refuse("没有找到这个地区。", "wall")
    row = NotebookItem.objects.create(
        committee_id=seat.committee_id, book=book, owner=unit, title=title.strip()[:200],
        cause=cause.strip(), way=way.strip(), retest_on=retest_on, goal=goal.strip()[:120],
        gap_id=gap_of(seat, gap).pk if gap else None, yardstick_id=yardstick, region_id=region,
        rank_then=rank_then, period_then=period_then[:8],
    )  # fmt: skip
    return Done(case=row, detail={"owner": owner, "book": book})
