"""我们也这样做: a place says what it took up of a case of experience."""

from datetime import date

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PIECE
from ..flow.who import DESK
from ..models import Piece, Uptake

K = Actor.Kind
PLACES = (K.UNIT, K.COUNTY, K.PARTY, K.ORGANISATION, K.SPECIAL_COMMITTEE, K.FIRM)


@verb(PIECE, "take_up", Piece)
def take_up(
    case: Piece, seat: Seat, *, who: int, text: str, on: date | None = None, told: str = ""
) -> Done:
    """A unit speaks for itself; the desk for others, and says how it knows."""
    if who not in seat.units:
        if not seat.has(*DESK):
            raise refuse("只能替自己的单位说。", "who")
        if not told.strip():
            raise refuse("请写怎么知道的：来函、电话还是现场看到。")
    place = Actor.objects.filter(
        committee_id=case.committee_id, pk=who, kind__in=PLACES, active=True
    ).first()
    if place is None:
        raise refuse("没有找到这个地方或单位。", "wall")
    if not text.strip():
        raise refuse("请写学了哪一点、打算怎么做。")
    on = on or today()
    if on > today():
        raise refuse("还没有开始的先不记，日期不能晚于今天。")
    if case.uptakes.filter(who=place).exists():
        raise refuse(f"{place}已经记过，后来怎样接着记在它后面。")
    row = Uptake.objects.create(
        committee_id=case.committee_id, piece=case, who=place, text=text.strip()[:300], on=on,
        told=told.strip()[:120], by_id=seat.person_id,
    )  # fmt: skip
    return Done(about=row, detail={"unit": place.pk})
