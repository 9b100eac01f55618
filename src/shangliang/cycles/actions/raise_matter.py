"""提请上会: a matter waits for an organ, with what it is to decide."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Matter, Organ


@act("matter.raise", "提请事项上会", *DESK)
def raise_matter(
    seat: Seat,
    *,
    organ: int,
    title: str,
    text: str,
    raised_by: str,
    grave: bool = False,
    source: str = "",
) -> Done:
    """``source``: an address of our own pages the matter rests on."""
    if not Organ.objects.filter(committee_id=seat.committee_id, pk=organ).exists():
        raise refuse("请选提请哪个机构审议。")
    if len(title.strip()) < 4 or not text.strip() or not raised_by.strip():
        raise refuse("请写事项、要会议定什么、谁提请。")
    row = Matter.objects.create(
        committee_id=seat.committee_id,
        organ_id=organ,
        title=title.strip()[:120],
        text=text.strip()[:2000],
        raised_by=raised_by.strip()[:80],
        grave=grave,
        source=source if source.startswith("/") and not source.startswith("//") else "",
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"organ": organ})
