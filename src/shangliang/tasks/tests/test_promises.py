"""承诺事项: a promise is followed over years until somebody other than the doer has verified it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from shangliang.actors.models import Tie
from shangliang.documents.models import Document
from shangliang.procedures.clocks import running
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.actions.change_due import change_due
from shangliang.tasks.actions.drop_task import drop_task
from shangliang.tasks.actions.reject_done import reject_done
from shangliang.tasks.actions.report_done import report_done
from shangliang.tasks.actions.report_progress import report_progress
from shangliang.tasks.actions.urge_task import urge_task
from shangliang.tasks.actions.verify import verify
from shangliang.tasks.models import Progress, Task

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7\x9a\xa0\xa0"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture
def task(city):
    city.replied()
    return Task.objects.get()


def test_a_promise_has_a_clock_to_its_day(city, task):
    clock = running(task, "promise").get()
    assert clock.due_on == task.due_on == today() + timedelta(days=60)
    assert clock.unit_id == city.units["housing"].pk
    assert (clock.case_type, clock.case_id) == ("submission", task.case_id)


def test_a_report_with_evidence_is_verified_by_somebody_else(city, task):
    seat = city.seat("staff_housing")
    report_progress(seat, task.pk, text="已起草。", percent=40)
    report_done(seat, task.pk, text="已印发。", evidence=SimpleUploadedFile("印发稿.png", PNG))
    assert not running(task).exists()
    paper = Document.objects.get()
    assert (paper.kind, paper.title) == ("evidence", "印发稿.png")
    task = verify(city.seat("supervisor"), task.pk, how="看了印发稿，问了两个街道。")
    assert (task.state, task.verified_by_id) == ("verified", city.people["supervisor"].pk)
    assert list(task.progress.values_list("kind", "percent")) == [
        ("progress", 40), ("done", 100), ("verified", 100),
    ]  # fmt: skip


def test_the_doer_never_verifies_even_with_a_second_office(city, task):
    city.tie("staff_housing", Tie.Kind.SUPERVISOR, city.committee)
    report_done(city.seat("staff_housing"), task.pk, text="办完了。")
    with pytest.raises(Refused, match="不能给自己核实"):
        verify(city.seat("staff_housing"), task.pk, how="我看过了。")


def test_who_reported_does_not_verify_after_changing_office(city, task):
    report_done(city.seat("staff_housing"), task.pk, text="办完了。")
    Tie.objects.filter(who=city.people["staff_housing"]).update(end=today() - timedelta(days=1))
    city.tie("staff_housing", Tie.Kind.SUPERVISOR, city.committee)
    with pytest.raises(Refused, match="报结的人不能自己核实"):
        verify(city.seat("staff_housing"), task.pk, how="我看过了。")


def test_a_report_that_does_not_hold_leaves_the_promise_open_and_late(city, task):
    Task.objects.update(due_on=today() - timedelta(days=3))
    Clock.objects.filter(kind="promise").update(due_on=today() - timedelta(days=3))
    report_progress(city.seat("staff_housing"), task.pk, text="一半。", percent=50)
    report_done(city.seat("staff_housing"), task.pk, text="办完了。")
    task = reject_done(city.seat("supervisor"), task.pk, why="现场没有挂牌。")
    assert (task.state, task.done_on) == ("doing", None)
    clock = running(task, "promise").get()
    assert clock.due_on < today()
    assert task.progress.last().percent == 50


def test_a_moved_date_keeps_the_first_promise(city, task):
    first = task.due_on
    later = first + timedelta(days=30)
    with pytest.raises(Refused, match="为什么改时限"):
        change_due(city.seat("supervisor"), task.pk, due_on=later, reason=" ")
    task = change_due(city.seat("supervisor"), task.pk, due_on=later, reason="等预算批复")
    assert (task.first_due_on, task.due_on) == (first, later)
    clock = running(task, "promise").get()
    assert (clock.first_due_on, clock.due_on) == (first, later)
    with pytest.raises(Refused, match="不能早于今天"):
        change_due(city.seat("supervisor"), task.pk, due_on=today() - timedelta(days=1), reason="x")


def test_urging_is_counted_and_a_dropped_promise_stays_in_the_ledger(city, task):
    urge_task(city.seat("supervisor"), task.pk)
    urge_task(city.seat("clerk"), task.pk, note="请月底前报进展")
    assert task.progress.filter(kind=Progress.Kind.URGED).count() == 2
    task = drop_task(city.seat("clerk"), task.pk, reason="政策取消，原提案人同意。")
    assert task.state == "dropped"
    assert not running(task).exists()
    assert Task.objects.filter(pk=task.pk).exists()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("空.pdf", b"", "空的"),
        ("假.pdf", b"MZ not a pdf", "pdf"),
        ("脚本.exe", b"MZ", "不能上传"),
    ],
)
def test_evidence_that_cannot_be_taken_in_changes_nothing(city, task, name, data, words):
    with pytest.raises(Refused, match=words):
        report_done(
            city.seat("staff_housing"),
            task.pk,
            text="办完了。",
            evidence=SimpleUploadedFile(name, data),
        )
    task.refresh_from_db()
    assert task.state == "doing"
    assert not Document.objects.exists()
    assert not task.progress.exists()
    assert running(task, "promise").exists()
