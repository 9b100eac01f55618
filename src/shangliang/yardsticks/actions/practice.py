"""做法卡、需求: cards that others adopt, needs beside measures."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lookup import indicator as find_indicator
from ..lookup import region as find_region
from ..models import Adoption, Measure, Need, NeedLink, PracticeCard
from ..who import KEEPERS, keeps, owns
from .gaps import body_of


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


def card_of(seat: Seat, pk: int) -> PracticeCard:
    """A card of this committee."""
    row = PracticeCard.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    if row is None:
        raise refuse("没有找到这张做法卡。", "wall")
    return row


@act("card.adopt", "采用做法")
def adopt(seat: Seat, pk: int, *, owner: int, change: str = "") -> Done:
    """We use it too."""
    card = card_of(seat, pk)
    if not owns(seat, owner):
        raise refuse("采用要由采用的单位自己说。", "who")
    if owner == card.owner_id:
        raise refuse("这是你们自己的做法。")
    row, new = Adoption.objects.get_or_create(
        committee_id=seat.committee_id,
        card=card,
        owner=body_of(seat, owner),
        defaults={"since": today(), "change": change.strip()[:300]},
    )
    if not new:
        raise refuse("你们已经采用了这个做法，等着写后来怎样。")
    return Done(case=card, about=row, result=row, detail={"owner": owner})


@act("card.result", "说采用结果")
def tell_result(seat: Seat, pk: int, *, state: str, result: str) -> Done:
    """Later: whether it helped, and how one knows."""
    row = (
        Adoption.objects.filter(pk=pk, committee_id=seat.committee_id)
        .select_related("card")
        .first()
    )
    if row is None:
        raise refuse("没有找到这次采用。", "wall")
    if not owns(seat, row.owner_id):
        raise refuse("结果要由采用的单位自己说。", "who")
    if state not in (Adoption.State.EFFECTIVE, Adoption.State.NOT):
        raise refuse("请选有效或效果不明显。")
    if not result.strip():
        raise refuse("请写后来怎样、凭什么。")
    row.state, row.result, row.resulted_on = state, result.strip()[:300], today()
    row.save(update_fields=["state", "result", "resulted_on"])
    return Done(case=row.card, about=row, detail={"state": state})


@act("need.enter", "记需求", *KEEPERS)
def enter_need(seat: Seat, *, text: str, count: int, on: date, source: str) -> Done:
    """What people need, how many said so, when, how one knows."""
    if not text.strip() or not source.strip():
        raise refuse("请写需求和怎么了解的。")
    if count < 1:
        raise refuse("提出人次至少是1。")
    if on > today():
        raise refuse("了解日期不能晚于今天。")
    row = Need.objects.create(
        committee_id=seat.committee_id, text=text.strip()[:200], count=count, on=on,
        source=source.strip()[:200],
    )  # fmt: skip
    return Done(case=row, detail={"count": count})


@act("need.link", "举措对应需求", *KEEPERS)
def link_need(seat: Seat, pk: int, *, measure: int) -> Done:
    """This measure answers this need."""
    need = Need.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    row = Measure.objects.filter(pk=measure, committee_id=seat.committee_id).first()
    if need is None or row is None:
        raise refuse("没有找到这个需求或举措。", "wall")
    link, _ = NeedLink.objects.get_or_create(committee_id=seat.committee_id, need=need, measure=row)
    return Done(case=need, about=link, result=link, detail={"measure": measure})
