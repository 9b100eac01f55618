"""说原因: one tap of who could not come. The count grows by one; nothing says whose it was."""

from typing import Any

from django.db.models import F
from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..causes import book, to_ask
from ..flow import ATTENDANCE
from ..models import Attendance, CauseCount, CauseSaid


@verb(ATTENDANCE, "say_cause", Attendance)
def say_cause(case: Attendance, seat: Seat, *, cause: str) -> Done:
    """The event names who answered and not what; the count names what and not who."""
    if cause not in dict(book().causes):
        raise refuse("请点一个原因。")
    if not to_ask(case):
        raise refuse("这一次不用说原因，或者已经说过了。")
    year = timezone.localtime(case.activity.starts_at).year
    own: dict[str, Any] = {"committee_id": case.committee_id, "year": year, "cause": cause}
    CauseSaid.objects.create(committee_id=case.committee_id, attendance=case)
    CauseCount.objects.get_or_create(**own)
    CauseCount.objects.filter(**own).update(n=F("n") + 1)
    return Done(beside=True)
