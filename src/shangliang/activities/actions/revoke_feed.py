"""停日历订阅."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..feed import end
from ..models import Feed


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
