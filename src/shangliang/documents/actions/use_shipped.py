"""Go back to the template that ships with the product."""

from django.db import transaction
from django.utils import timezone

from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..change_template import check_office, write
from ..paper_templates import history


def use_shipped(seat: Seat, key: str) -> None:
    """Go back to the template that ships with the product."""
    check_office(seat)
    with transaction.atomic():
        rows = history(seat.committee_id, key).filter(removed_at__isnull=True)
        last = rows.first()
        if last is None:
            raise refuse("现在用的就是系统自带的模板。")
        rows.update(removed_at=timezone.now())
        write(seat, "template.use_shipped", last, key)
