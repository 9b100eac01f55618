"""办好一项筹备."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Chore


@verb(ACTIVITY, "finish_chore", Activity)
def finish_chore(case: Activity, seat: Seat, *, chore: int) -> Done:
    """``chore``: one of this activity's own."""
    row = Chore.objects.filter(activity=case, pk=chore, done_at__isnull=True).first()
    if row is None:
        raise refuse("没有这一项，或者已经办好了。")
    row.done_at = timezone.now()
    row.save(update_fields=["done_at"])
    return Done(about=row)
