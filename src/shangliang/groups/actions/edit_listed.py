"""改登记: unit, post, phone, fields; neither the purpose nor the end date, which the person agreed to."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LISTED
from ..limits import plain_matter
from ..models import Listed


@verb(LISTED, "edit_listed", Listed)
def edit_listed(
    case: Listed,
    seat: Seat,
    *,
    unit: str = "",
    post_name: str = "",
    phone: str = "",
    fields: str = "",
) -> Done:
    """A new purpose is a new entry with a new consent."""
    plain_matter(unit, post_name, fields)
    case.unit, case.post = unit.strip()[:120], post_name.strip()[:60]
    case.phone, case.fields = phone.strip()[:40], fields.strip()[:200]
    return Done()
