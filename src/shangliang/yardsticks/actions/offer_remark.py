"""自己说明或提异议."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Remark
from ..remarks import reading_of
from ..telling import keepers, tell
from ..who import speaks_for


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
