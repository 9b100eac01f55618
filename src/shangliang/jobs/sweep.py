"""What is deleted on time, every night (catalogue E17): what only served the moment.

The event chain and the access log are not swept: they are the record. Sources of voices have a date
of their own each (``voices.actions.open_source.erase_due``).
"""

from datetime import timedelta

from axes.models import AccessAttempt, AccessLog
from django.contrib.sessions.models import Session
from django.utils import timezone

from ..accounts.models import Visit

# Failed sign-ins only lock for ten minutes; the access log keeps the fact. Half a year lets a
# pattern be looked at (Cybersecurity Law article 21 (3): network logs six months at least).
TRIES = timedelta(days=190)
# A visit that was not seen for two days is over: no session outlives twelve hours.
VISITS = timedelta(days=2)


def sweep() -> str:
    """Ended sessions, visits that are over, old tries. Returns a line for the health page."""
    now = timezone.now()
    sessions, _ = Session.objects.filter(expire_date__lt=now).delete()
    visits, _ = Visit.objects.filter(seen_at__lt=now - VISITS).delete()
    old = {"attempt_time__lt": now - TRIES}
    tries = sum(model.objects.filter(**old).delete()[0] for model in (AccessAttempt, AccessLog))
    return f"{sessions} sessions, {visits} visits, {tries} tries"
