"""本人链接: given to a friend of the CPPCC, ended by the office or with the consent."""

import hashlib
import secrets

from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Listed, OwnLink
from ..people import OFFICE
from ..queries import listed


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


@act("listed.link", "发本人链接", *OFFICE)
def give_link(seat: Seat, pk: int) -> Done:
    """Returns the token: shown once. A new one ends the old one."""
    row = friend_of(seat, pk)
    if not row.holds(today()):
        raise refuse("本人还没有同意，或者同意已经到期，先请本人续期。")
    end(row)
    token = secrets.token_urlsafe(24)
    OwnLink.objects.create(committee_id=row.committee_id, listed=row, digest=digest_of(token))
    return Done(case=row, result=token)


@act("listed.unlink", "停本人链接", *OFFICE)
def end_link(seat: Seat, pk: int) -> Done:
    """Whoever has the address reads nothing any more."""
    row = friend_of(seat, pk)
    if not end(row):
        raise refuse("没有在用的链接。")
    return Done(case=row)


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
