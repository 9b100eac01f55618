"""发本人链接."""

import secrets

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import OwnLink
from ..own_link import digest_of, end, friend_of
from ..people import OFFICE


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
