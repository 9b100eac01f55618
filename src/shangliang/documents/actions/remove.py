"""去掉文件: the row stays for its events, the file is no longer given out."""

from django.db import models, transaction
from django.utils import timezone

from ...journal import write as journal
from ...journal.kinds import type_of
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Document


def remove(seat: Seat, case: models.Model, pk: int) -> Document:
    """Take one file of ``case`` out. The caller has asked whether this seat may change the case."""
    with transaction.atomic():
        row = (
            Document.objects.select_for_update(of=("self",))
            .filter(
                pk=pk,
                committee_id=seat.committee_id,
                case_type=type_of(case),
                case_id=case.pk,
                removed_at=None,
            )
            .first()
        )
        if row is None:
            raise refuse("这个文件已经不在这一件里了。")
        row.removed_at = timezone.now()
        row.save(update_fields=["removed_at"])
        journal.write(
            committee_id=row.committee_id,
            person_id=seat.person_id,
            verb="document.remove",
            case=case,
            about=row,
        )
        return row
