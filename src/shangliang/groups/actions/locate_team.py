"""定位置: where the place stands on the map."""

from decimal import Decimal, InvalidOperation

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..models import Team

# The country's extent in degrees, generously: what lies outside was mistyped.
EAST, NORTH = (Decimal(73), Decimal(136)), (Decimal(3), Decimal(54))


@verb(TEAM, "locate_team", Team)
def locate_team(case: Team, seat: Seat, *, east: str = "", north: str = "") -> Done:
    """Degrees as decimal text. Both or none; none takes the place off the map."""
    if bool(east.strip()) != bool(north.strip()):
        raise refuse("经度和纬度要一起写；都空着就从图上去掉。")
    case.east, case.north = degrees(east), degrees(north)
    if case.east is not None and case.north is not None:
        if within(case.east, NORTH) and within(case.north, EAST):
            raise refuse("经度和纬度像是写反了：经度在 73 到 136 之间，纬度在 3 到 54 之间。")
        if not (within(case.east, EAST) and within(case.north, NORTH)):
            raise refuse("经度在 73 到 136 之间，纬度在 3 到 54 之间，请核对。")
    return Done(detail={"placed": case.east is not None})


def degrees(text: str) -> Decimal | None:
    """Five decimals, about a metre. Raises Refused."""
    if not text.strip():
        return None
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        raise refuse("经度、纬度写成小数，例如 113.66250。") from None
    if not value.is_finite() or abs(value) > 180:
        raise refuse("经度在 73 到 136 之间，纬度在 3 到 54 之间，请核对。")
    return value.quantize(Decimal("0.00001"))


def within(value: Decimal, span: tuple[Decimal, Decimal]) -> bool:
    return span[0] <= value <= span[1]
