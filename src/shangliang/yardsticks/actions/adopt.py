"""采用做法."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..gaps import body_of
from ..models import Adoption, PracticeCard
from ..who import owns


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
