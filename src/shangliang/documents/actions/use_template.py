"""Put one template in use; the one before it is put away, not lost."""

from django.db import transaction
from django.utils import timezone

from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..change_template import check_office, write
from ..models import Document
from ..paper_templates import PREFIX, history


def use_template(seat: Seat, pk: int) -> Document:
    """Put one template in use; the one before it is put away, not lost."""
    check_office(seat)
    with transaction.atomic():
        row = history(seat.committee_id).filter(pk=pk).first()
        if row is None:
            raise refuse("没有找到这个模板。", "wall")
        key = row.about_type.removeprefix(PREFIX)
        others = history(seat.committee_id, key).filter(removed_at__isnull=True).exclude(pk=pk)
        others.update(removed_at=timezone.now())
        row.removed_at = None
        row.save(update_fields=["removed_at"])
        write(seat, "template.use", row, key)
    return row
