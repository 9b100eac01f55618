"""Names of guests go when the activity is long over; how many came stays."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ...journal import write as journal
from ...journal.erasures import deletes
from ..models import Guest

KEPT = timedelta(days=30)


def forget_guests(committee_id: int) -> int:
    """Names of guests go when the activity is long over; how many came stays."""
    with transaction.atomic():
        due = Guest.objects.select_for_update(of=("self",)).filter(
            committee_id=committee_id, activity__ends_at__lt=timezone.now() - KEPT
        )
        rows = list(due.exclude(name="").select_related("activity").order_by("pk"))
        for row in rows:
            Guest.objects.filter(committee_id=committee_id, pk=row.pk).update(name="")
            journal.write(
                committee_id=committee_id, person_id=None, verb="activity.guest_forgotten",
                case=row.activity, about=row,
            )  # fmt: skip
        return len(rows)


@deletes("activity.guest_cancel")
@deletes("activity.guest_forgotten")
def forget_again(committee_id: int, pk: int) -> None:
    Guest.objects.filter(committee_id=committee_id, pk=pk).update(name="")
