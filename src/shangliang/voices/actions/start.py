"""新建: open a draft of one's own. The key made in the page makes the second press find the first's."""

from django.db import IntegrityError, transaction

from ...actors.models import Actor
from ...journal import write as journal
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Voice
from ..people import new_code

WRITERS = (Role.MEMBER, Role.DRAFTER, Role.APPROVER, Role.EDITOR, Role.ORGANISER, Role.CONVENOR)


def start(
    seat: Seat, *, kind: str = "report", client_key: str = "", body: int | None = None
) -> Voice:
    """A draft, or the one already begun with this key. Raises Refused when the seat may not write."""
    if not seat.signed_in or not seat.has(*WRITERS):
        raise refuse(
            "只有委员、党派团体、专委会或信息编辑可以写。群众请用公开页的“反映情况”。", "who"
        )
    if kind not in Voice.Kind.values:
        raise refuse("没有这一种来声。")
    if body is not None and body not in seat.bodies | seat.heads | seat.organises:
        raise refuse("您不是这个单位的执笔人，不能以它的名义交。", "who")
    if known := by_key(seat, client_key):
        return known
    try:
        with transaction.atomic():
            return begin(seat, kind, client_key, body)
    except IntegrityError:  # the same key at the same moment
        known = by_key(seat, client_key)
        if known is None:
            raise
        return known


def by_key(seat: Seat, client_key: str) -> Voice | None:
    """What this person already sent with this key."""
    if not client_key:
        return None
    found = Voice.objects.filter(committee_id=seat.committee_id, client_key=client_key[:64]).first()
    if found and seat.person_id not in (found.author_id, found.entered_by_id):
        raise refuse("这一页已经由别人交过，请重新打开再写。", "wall")
    return found


def begin(seat: Seat, kind: str, client_key: str, body: int | None) -> Voice:
    writes = seat.has(Role.MEMBER, Role.DRAFTER, Role.APPROVER)
    voice = Voice.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        client_key=client_key[:64],
        public_code=new_code(),
        author=Actor.objects.get(pk=seat.person_id) if writes else None,
        entered_by_id=None if writes else seat.person_id,
        body_id=body,
    )
    journal.write(
        committee_id=voice.committee_id,
        person_id=seat.person_id,
        verb="voice.start",
        case=voice,
        detail={"kind": kind},
    )
    return voice
