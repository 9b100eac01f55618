"""本人链接: what is kept of it, whom it may be given to, and how it opens."""

import hashlib

from django.utils import timezone

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Listed, OwnLink
from .queries import listed


def digest_of(token: str) -> str:
    """What is kept of a token: whoever reads the table cannot open the page."""
    return hashlib.sha256(token.encode()).hexdigest()


def friend_of(seat: Seat, pk: int) -> Listed:
    """A friend whose consent holds, locked. Raises Refused."""
    row = listed(seat).select_related(None).select_for_update().filter(pk=pk).first()
    if row is None:
        raise refuse("没有找到这一位。", "wall")
    if row.kind != "friend":
        raise refuse("本人链接只发给政协之友；委员用自己的账号。")
    return row


def end(row: Listed) -> int:
    """End the link in use, if there is one."""
    return OwnLink.objects.filter(
        committee_id=row.committee_id, listed=row, ended_at__isnull=True
    ).update(ended_at=timezone.now())


def opened_by(token: str) -> OwnLink | None:
    """The link in use, while the consent it rests on holds; the day it was last opened is kept."""
    link = (
        OwnLink.objects.filter(digest=digest_of(token), ended_at__isnull=True)
        .select_related("listed__person", "committee")
        .first()
    )
    if link is None or link.listed.person is None or not link.listed.holds(today()):
        return None
    if link.seen_on != today():
        OwnLink.objects.filter(pk=link.pk, committee_id=link.committee_id).update(seen_on=today())
    return link
