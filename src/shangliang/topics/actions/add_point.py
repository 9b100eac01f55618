"""协商：记一条."""

from datetime import date

from django.db.models import Max

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..intake import keep_secrets_out
from ..models import Consultation, Point


@verb(CONSULTATION, "add_point", Consultation)
def add_point(
    case: Consultation,
    seat: Seat,
    *,
    kind: str,
    text: str,
    held_by: str = "",
    owner: int | None = None,
    owner_name: str = "",
    due_on: date | None = None,
) -> Done:
    """Agreed (with who does it until when), open, or a minority's view in its own words."""
    row = new_point(
        case,
        kind=kind,
        text=text,
        held_by=held_by,
        owner=owner,
        owner_name=owner_name,
        due_on=due_on,
    )
    return Done(about=row, detail={"kind": kind}, result=row)


def new_point(
    case: Consultation,
    *,
    kind: str,
    text: str,
    held_by: str = "",
    owner: int | None = None,
    owner_name: str = "",
    due_on: date | None = None,
) -> Point:
    """The row of a point, checked. Raises ``Refused``."""
    if kind not in Point.Kind.values:
        raise refuse("请选：达成共识、还没谈拢，还是少数意见。")
    if len(text.strip()) < 4:
        raise refuse("请写一句完整的话。")
    if len(text.strip()) > 400:
        raise refuse("一条写在 400 字以内，长的请分成几条。")
    keep_secrets_out(text, held_by, owner_name)
    if due_on and due_on < (case.held_on or today()):
        raise refuse("办成的日期不能早于开会那天。")
    if kind == "minority" and not held_by.strip():
        raise refuse("少数意见请写明是谁的意见；不愿留名的写“一位委员”。")
    actor = None
    if owner:
        actor = Actor.objects.filter(committee_id=case.committee_id, pk=owner, active=True).first()
        if actor is None:
            raise refuse("负责的单位不在本级名册里。")
    most = case.points.aggregate(m=Max("order"))["m"] or 0
    return Point.objects.create(
        committee_id=case.committee_id,
        consultation=case,
        order=most + 1,
        kind=kind,
        text=text.strip(),
        held_by=held_by.strip()[:80],
        owner=actor,
        owner_name=(owner_name.strip() or (actor.name if actor else ""))[:60],
        due_on=due_on,
    )
