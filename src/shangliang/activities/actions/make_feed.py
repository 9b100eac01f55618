"""开日历订阅."""

import hashlib
import secrets

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..feed import end
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
