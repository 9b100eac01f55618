"""What only served the moment is deleted on time; what is the record stays."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.utils import timezone

from shangliang.accounts.models import Visit
from shangliang.jobs.sweep import sweep
from shangliang.journal.models import Access

pytestmark = pytest.mark.django_db


def test_sessions_visits_and_tries_go_when_their_time_is_over(city):
    now = timezone.now()
    for key, hours in (("old", -1), ("live", 3)):
        Session.objects.create(
            session_key=key, session_data="", expire_date=now + timedelta(hours=hours)
        )
        Visit.objects.create(account=city.account("clerk"), session_key=key)
    Visit.objects.filter(session_key="old").update(seen_at=now - timedelta(days=3))
    for days in (1, 200):
        row = AccessAttempt.objects.create(username=f"u{days}", failures_since_start=1)
        AccessAttempt.objects.filter(pk=row.pk).update(attempt_time=now - timedelta(days=days))
    Access.objects.create(at=now - timedelta(days=3000), kind="sign_in")
    assert sweep() == "1 sessions, 1 visits, 1 tries"
    assert Session.objects.get().session_key == "live"
    assert Visit.objects.get().session_key == "live"
    assert AccessAttempt.objects.get().username == "u1"
    assert Access.objects.filter(kind="sign_in").count() == 1
