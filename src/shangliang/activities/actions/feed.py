"""日历订阅: a secret address for one's own calendar; a new one ends the old one."""

import hashlib
import secrets

from django.utils import timezone

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Feed


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@act("feed.make", "开日历订阅")
def make_feed(seat: Seat) -> Done:
    """Returns the token: shown once, kept only as a digest."""
    if not seat.signed_in:
        raise refuse("请先登录。", "who")
    end(seat)
    token = secrets.token_urlsafe(24)
    row = Feed.objects.create(
        committee_id=seat.committee_id, person_id=seat.person_id, digest=digest_of(token)
    )
    return Done(case=row, result=token)


@act("feed.revoke", "停日历订阅")
def revoke_feed(seat: Seat) -> Done:
    """Whoever has the address reads nothing any more."""
    row = Feed.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, revoked_at__isnull=True
    ).first()
    if row is None:
        raise refuse("没有在用的订阅。")
    end(seat)
    return Done(case=row)


def end(seat: Seat) -> None:
    Feed.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, revoked_at__isnull=True
    ).update(revoked_at=timezone.now())
