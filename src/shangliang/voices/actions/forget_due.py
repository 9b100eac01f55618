"""What was kept long enough goes by itself; nothing tells whose it was."""

from django.db import transaction

from ...journal import write as journal
from ...procedures.office_calendar import today
from ..models import PolicyFacts


def forget_due(committee_id: int) -> int:
    """What was kept long enough goes by itself; nothing tells whose it was."""
    with transaction.atomic():
        due = PolicyFacts.objects.select_for_update(of=("self",)).filter(
            committee_id=committee_id, until__lt=today()
        )
        rows = list(due.order_by("pk"))
        for row in rows:
            gone = PolicyFacts(pk=row.pk, committee_id=committee_id)
            row.delete()
            journal.write(
                committee_id=committee_id, person_id=None, verb="policy.forget_facts", case=gone
            )
        return len(rows)
