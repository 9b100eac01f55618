"""The calendar moves limits while people agree on them: what people agreed stands."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, connections

from shangliang.jobs.models import Job
from shangliang.jobs.run import Progress
from shangliang.procedures import recount as counting
from shangliang.procedures.models import Clock, Holiday
from shangliang.submissions.actions.ask_extension import ask_extension
from shangliang.submissions.actions.grant_extension import grant_extension

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_an_extension_granted_during_the_recount_is_not_written_over(city, monkeypatch):
    case = city.accepted()
    duty = city.assignment(case, "housing")
    clock = Clock.objects.get(about_id=duty.pk, kind="reply", met_on=None, dropped_on=None)
    asked = clock.due_on + timedelta(days=15)
    ask_extension(city.seat("staff_housing"), duty.pk, until=asked, reason="等专项规划批复后答复")
    Holiday.objects.create(
        committee_id=city.committee.pk, day=clock.due_on, workday=False, name="放假"
    )
    job = Job.objects.create(
        committee=city.committee, kind=counting.KIND, title="重算", by=city.people["clerk"]
    )
    granting: list[threading.Thread] = []
    real = counting.count

    def grant() -> None:
        grant_extension(city.seat("supervisor"), duty.pk, until=asked)
        connection.close()

    def slow(row, calendar):
        if row.pk == clock.pk and not granting:
            granting.append(threading.Thread(target=grant))
            granting[0].start()
            granting[0].join(0.8)  # without the lock it ends here, in the middle of the recount
        return real(row, calendar)

    monkeypatch.setattr(counting, "count", slow)
    counting.recount(job, Progress(job))
    granting[0].join()
    clock.refresh_from_db()
    assert clock.agreed_until == asked
    assert clock.due_on == asked
    connections.close_all()
