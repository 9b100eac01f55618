"""Long work: once, after commit, with progress, errors by row, a cancel, and words for every end."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from shangliang.documents.models import Document
from shangliang.jobs import run
from shangliang.jobs.actions.cancel_job import cancel_job
from shangliang.jobs.actions.start_job import start_job
from shangliang.jobs.models import Job
from shangliang.jobs.recover import WORDS, mark_interrupted, requeue_waiting
from shangliang.jobs.run import Cancelled, Outcome, Progress, job, perform
from shangliang.journal.models import Event
from shangliang.notices.models import Notice
from shangliang.procedures.verdicts import Refused, refuse

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kinds() -> Iterator[None]:
    kept = dict(run.KINDS)

    @job("test.count", "数一数")
    def count(row: Job, progress: Progress) -> Outcome:
        progress.total(row.params.get("n", 3))
        for n in range(progress.row.total):
            if n == row.params.get("stop_at"):
                Job.objects.filter(pk=row.pk).update(cancel_asked=True)
                progress.save()
            progress.step()
            if n in row.params.get("bad", []):
                progress.error(n + 1, "这一行没有姓名")
        return Outcome(
            "数完了。", ("数",), tuple((n,) for n in range(row.done)), ("数.csv", "text/csv", b"1")
        )

    @job("test.refuse", "被拒")
    def refused(row: Job, progress: Progress) -> Outcome:
        raise refuse("文件里没有姓名一列。")

    @job("test.break", "出错")
    def broken(row: Job, progress: Progress) -> Outcome:
        raise ZeroDivisionError("secret detail")

    yield
    run.KINDS.clear()
    run.KINDS.update(kept)


def done(city, callbacks, kind: str = "test.count", **params) -> Job:
    with callbacks(execute=True):
        row = start_job(city.seat("clerk"), kind, params=params)
    return Job.objects.get(pk=row.pk)


def test_a_job_runs_after_commit_and_keeps_what_it_found(city, django_capture_on_commit_callbacks):
    row = done(city, django_capture_on_commit_callbacks)
    assert (row.state, row.done, row.total, row.percent) == ("done", 3, 3, 100)
    assert row.findings == {"columns": ["数"], "rows": [[0], [1], [2]]}
    assert row.result.title == "数.csv"
    assert Event.objects.filter(verb="job.start").count() == 1
    told = Notice.objects.get(kind="job.done")
    assert (told.to, told.url) == (city.people["clerk"], f"/jobs/{row.pk}/")


def test_nothing_runs_when_the_verb_is_rolled_back(city, django_capture_on_commit_callbacks):
    from django.db import transaction

    def half() -> None:
        with transaction.atomic():
            start_job(city.seat("clerk"), "test.count")
            raise RuntimeError

    with django_capture_on_commit_callbacks(execute=True) as callbacks, pytest.raises(RuntimeError):
        half()
    assert callbacks == []
    assert not Job.objects.exists()


def test_errors_are_kept_by_row_and_the_rest_goes_on(city, django_capture_on_commit_callbacks):
    row = done(city, django_capture_on_commit_callbacks, n=5, bad=[1, 3])
    assert row.state == "done"
    assert row.errors == [{"row": 2, "why": "这一行没有姓名"}, {"row": 4, "why": "这一行没有姓名"}]
    assert "2 项没有做成" in row.message


def test_a_job_stops_when_asked(city, django_capture_on_commit_callbacks):
    row = done(city, django_capture_on_commit_callbacks, n=9, stop_at=4)
    assert row.state == "cancelled"
    assert row.done == 4
    assert "做完了 4 项" in row.message


def test_a_waiting_job_cancelled_never_begins(city):
    row = start_job(city.seat("clerk"), "test.count")
    cancel_job(city.seat("clerk"), row.pk)
    perform(row.pk)
    row.refresh_from_db()
    assert (row.state, row.done) == ("cancelled", 0)
    with pytest.raises(Refused, match="已经结束"):
        cancel_job(city.seat("clerk"), row.pk)


def test_a_refusal_ends_in_its_own_words(city, django_capture_on_commit_callbacks):
    row = done(city, django_capture_on_commit_callbacks, "test.refuse")
    assert (row.state, row.message) == ("failed", "文件里没有姓名一列。")


def test_a_fault_ends_in_a_number_and_shows_nothing_of_itself(
    city, django_capture_on_commit_callbacks, caplog
):
    row = done(city, django_capture_on_commit_callbacks, "test.break")
    assert row.state == "failed"
    assert "编号" in row.message
    assert "secret" not in row.message
    assert row.message.split("编号 ")[1][:8] in caplog.text


def test_a_job_is_done_once_however_often_it_is_asked_for(city, django_capture_on_commit_callbacks):
    row = done(city, django_capture_on_commit_callbacks)
    perform(row.pk)
    assert Document.objects.filter(case_type="job").count() == 1
    assert Notice.objects.filter(kind="job.done").count() == 1


def test_progress_is_saved_at_most_twice_a_second(city, django_assert_num_queries):
    row = start_job(city.seat("clerk"), "test.count")
    progress = Progress(row)
    progress.total(10_000)
    with django_assert_num_queries(0):
        for _ in range(1000):
            progress.step()


def test_progress_says_stop_as_an_exception(city):
    row = start_job(city.seat("clerk"), "test.count")
    Job.objects.filter(pk=row.pk).update(cancel_asked=True)
    with pytest.raises(Cancelled):
        Progress(row).save()


def test_after_a_crash_a_running_job_is_said_to_have_failed(city):
    row = start_job(city.seat("clerk"), "test.count")
    Job.objects.filter(pk=row.pk).update(state="running", beat_at="2020-01-01T00:00:00Z")
    assert mark_interrupted() == 1
    row.refresh_from_db()
    assert (row.state, row.message) == ("failed", WORDS)
    assert Notice.objects.filter(kind="job.failed").exists()


def test_a_job_whose_task_was_lost_is_asked_for_again(city):
    row = start_job(city.seat("clerk"), "test.count")
    Job.objects.filter(pk=row.pk).update(made_at="2020-01-01T00:00:00Z")
    assert requeue_waiting() == 1
    row.refresh_from_db()
    assert row.state == "done"


def test_only_who_started_it_sees_a_job_and_its_file(
    city, client, django_capture_on_commit_callbacks
):
    row = done(city, django_capture_on_commit_callbacks)
    for who, status in (("clerk", 200), ("second", 404), ("admin", 404), ("member", 404)):
        client.force_login(city.account(who))
        assert client.get(reverse("job", args=[row.pk])).status_code == status
        assert client.get(reverse("file", args=[row.result_id])).status_code == status
        assert client.post(reverse("job-cancel", args=[row.pk])).status_code == (
            409 if who == "clerk" else 404
        )


def test_the_administrator_sees_that_jobs_run_and_not_what_they_found(
    city, client, django_capture_on_commit_callbacks
):
    done(city, django_capture_on_commit_callbacks)
    client.force_login(city.account("admin"))
    page = client.get(reverse("jobs")).content.decode()
    assert "数一数" in page
    assert "数完了" not in page
    client.force_login(city.account("second"))
    assert "数一数" not in client.get(reverse("jobs")).content.decode()


def test_a_running_job_asks_for_itself_and_an_ended_one_does_not(
    city, client, django_capture_on_commit_callbacks
):
    client.force_login(city.account("clerk"))
    row = start_job(city.seat("clerk"), "test.count")
    url = reverse("job", args=[row.pk])
    assert "data-poll" in client.get(url).content.decode()
    card = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in card
    assert "data-poll" in card
    perform(row.pk)
    over = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "data-poll" not in over
    assert "下载" in over


@pytest.mark.parametrize("name", ["jobs", "job"])
def test_a_page_asks_few_questions(
    city, client, name, django_assert_max_num_queries, django_capture_on_commit_callbacks
):
    rows = [done(city, django_capture_on_commit_callbacks) for _ in range(4)]
    client.force_login(city.account("clerk"))
    url = reverse(name, args=[rows[0].pk] if name == "job" else [])
    client.get(url)
    with django_assert_max_num_queries(10):
        client.get(url)
