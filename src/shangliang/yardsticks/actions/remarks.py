"""说明: ask a region about its figure, let it explain or contest, accept or ask again (S-155, E13)."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import REMARK
from ..models import Reading, Remark
from ..telling import keepers, staff, tell
from ..who import KEEPERS, speaks_for


def reading_of(seat: Seat, pk: int) -> Reading:
    """A reading of this committee."""
    row = (
        Reading.objects.filter(pk=pk, committee_id=seat.committee_id)
        .select_related("region", "yardstick")
        .first()
    )
    if row is None:
        raise refuse("没有找到这个数。", "wall")
    return row


@act("remark.ask", "请说明", *KEEPERS)
def ask_remark(seat: Seat, *, reading: int, question: str, other: int | None = None) -> Done:
    """Ask the region; ``other`` is the second figure of a pair that moves against the first."""
    figure = reading_of(seat, reading)
    beside = reading_of(seat, other) if other else None
    if not question.strip():
        raise refuse("请写要说明什么。")
    if not figure.region.speaks_id:
        raise refuse(f"{figure.region}还没有指定由哪个单位说明，请先在地区里填上。")
    row = Remark.objects.create(
        committee_id=seat.committee_id,
        reading=figure,
        other=beside,
        question=question.strip()[:300],
    )
    tell(
        row,
        staff(seat.committee_id, [figure.region.speaks_id]),
        "ask",
        f"请说明{figure.region}{figure.yardstick}（{figure.period}）：{question.strip()}",
        True,
    )
    return Done(case=row, about=figure, detail={"region": figure.region_id})


@act("remark.offer", "自己说明或提异议")
def offer_remark(seat: Seat, *, reading: int, text: str, kind: str = "explain") -> Done:
    """The region explains or contests its own figure without being asked."""
    figure = reading_of(seat, reading)
    if not speaks_for(seat, figure.region):
        raise refuse(f"只有{figure.region}的人员可以说明自己的数。", "who")
    if not text.strip():
        raise refuse("请写说明。")
    if kind not in Remark.Kind.values:
        raise refuse("请选说明或异议。")
    row = Remark.objects.create(
        committee_id=seat.committee_id,
        reading=figure,
        kind=kind,
        state="given",
        text=text.strip(),
        given_by_id=seat.person_id,
        given_on=today(),
    )
    tell(row, keepers(seat.committee_id), "given", f"{figure.region}对{figure.yardstick}作了说明，请核实。", True)  # fmt: skip
    return Done(case=row, about=figure, detail={"region": figure.region_id, "kind": kind})


@verb(REMARK, "give_remark", Remark)
def give_remark(case: Remark, seat: Seat, *, text: str) -> Done:
    """The region's answer."""
    if not text.strip():
        raise refuse("请写说明。")
    case.text, case.given_by_id, case.given_on = text.strip(), seat.person_id, today()
    tell(
        case, keepers(case.committee_id), "given", f"{case.reading.region}作了说明，请核实。", True
    )
    return Done(detail={"reading": case.reading_id})


@verb(REMARK, "accept_remark", Remark)
def accept_remark(case: Remark, seat: Seat, *, answer: str = "") -> Done:
    """The note stays beside the number, accepted."""
    settle(case, seat, answer)
    return Done(detail={"reading": case.reading_id})


@verb(REMARK, "return_remark", Remark)
def return_remark(case: Remark, seat: Seat, *, answer: str) -> Done:
    """What is still open."""
    if not answer.strip():
        raise refuse("请写还要说明什么。")
    settle(case, seat, answer)
    tell(case, staff(case.committee_id, [case.reading.region.speaks_id]), "return", f"请再说明：{answer.strip()}", True)  # fmt: skip
    return Done(detail={"reading": case.reading_id})


def settle(case: Remark, seat: Seat, answer: str) -> None:
    """Who looked at it, when, with what word."""
    case.answer, case.judged_by_id, case.judged_on = answer.strip()[:300], seat.person_id, today()
