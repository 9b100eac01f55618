"""三张清单 (S-125) 和 三个本子 (S-126): learn and model rows that hang on a gap; re-tests that close."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Gap, ListRow, NotebookItem, Region, Retest, Yardstick
from ..who import keeps, owns
from .gaps import body_of


def own_or_office(seat: Seat, owner: int | None) -> None:
    """The unit itself, or the office."""
    if not (owns(seat, owner) or keeps(seat)):
        raise refuse("只有单位自己、专委会或督办机构可以填。", "who")


def gap_of(seat: Seat, pk: int) -> Gap:
    """An open gap of this committee."""
    row = Gap.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    if row is None:
        raise refuse("没有找到这条差距。", "wall")
    return row


@act("list.learn", "填学先进清单")
def learn(
    seat: Seat, *, gap: int, whom: str, text: str, due_on: date, person_name: str = ""
) -> Done:
    """From one gap: from whom to learn what, by when."""
    row = gap_of(seat, gap)
    own_or_office(seat, row.owner_id)
    if row.owner_id is None:
        raise refuse("这条差距还没有责任单位。")
    if not whom.strip() or not text.strip():
        raise refuse("请写向谁学、学什么。")
    if due_on < today():
        raise refuse("时限不能早于今天。")
    made = ListRow.objects.create(
        committee_id=seat.committee_id, kind=ListRow.Kind.LEARN, gap=row, owner_id=row.owner_id,
        whom=whom.strip()[:120], text=text.strip()[:300], due_on=due_on,
        person_name=person_name.strip()[:60],
    )  # fmt: skip
    return Done(case=row, about=made, result=made, detail={"owner": row.owner_id})


@act("list.model", "填争示范清单")
def model(
    seat: Seat, *, learned: int, text: str, goal: str, due_on: date, person_name: str = ""
) -> Done:
    """From one learn row: what to be first in, by when."""
    row = ListRow.objects.filter(
        pk=learned, committee_id=seat.committee_id, kind=ListRow.Kind.LEARN
    ).first()
    if row is None:
        raise refuse("没有找到这条学先进。", "wall")
    own_or_office(seat, row.owner_id)
    if not text.strip() or not goal.strip():
        raise refuse("请写争什么、争到什么位次。")
    if due_on < today():
        raise refuse("时限不能早于今天。")
    made = ListRow.objects.create(
        committee_id=seat.committee_id, kind=ListRow.Kind.MODEL, gap_id=row.gap_id, learn=row,
        owner_id=row.owner_id, text=text.strip()[:300], goal=goal.strip()[:120], due_on=due_on,
        person_name=person_name.strip()[:60],
    )  # fmt: skip
    return Done(case=row.gap, about=made, result=made, detail={"owner": row.owner_id})


@act("list.settle", "说清单结果")
def settle_row(seat: Seat, pk: int, *, state: str, result: str) -> Done:
    """Done or not, and how one knows."""
    row = ListRow.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    if row is None:
        raise refuse("没有找到这一行。", "wall")
    own_or_office(seat, row.owner_id)
    if state not in (ListRow.State.DONE, ListRow.State.MISSED):
        raise refuse("请选做到了或没有做到。")
    if not result.strip():
        raise refuse("请写凭什么这样说。")
    row.state, row.result = state, result.strip()[:300]
    row.save(update_fields=["state", "result"])
    return Done(case=row.gap or row, about=row, detail={"state": state})


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


@act("notebook.retest", "复测")
def retest(seat: Seat, pk: int, *, passed: bool, note: str, again_on: date | None = None) -> Done:
    """On or after its day; a mistake closes only by passing, else it comes back on another day."""
    row = NotebookItem.objects.select_for_update(of=("self",)).filter(
        pk=pk, committee_id=seat.committee_id
    ).first()  # fmt: skip
    if row is None:
        raise refuse("没有找到这一题。", "wall")
    own_or_office(seat, row.owner_id)
    if row.state == NotebookItem.State.CLOSED:
        raise refuse("这一题已经过关了。", "state")
    if row.retest_on and row.retest_on > today():
        raise refuse(f"复测日是{row.retest_on:%-m月%-d日}，还没到。")
    if not note.strip():
        raise refuse("请写怎么测的、结果怎样。")
    if not passed and (again_on is None or again_on <= today()):
        raise refuse("没有通过，请定下一次复测的日子（今天以后）。")
    Retest.objects.create(
        committee_id=seat.committee_id, item=row, on=today(), passed=passed,
        note=note.strip()[:300], by_id=seat.person_id,
    )  # fmt: skip
    if passed:
        row.state = NotebookItem.State.CLOSED
    else:
        row.retest_on = again_on
    row.save(update_fields=["state", "retest_on"])
    return Done(case=row, detail={"passed": passed})
