"""Light rows go into the chain by a digest; changing or losing one afterwards is found."""

import pytest

from shangliang.accounts.access_log import name_opened, note_seat
from shangliang.journal.anchor import anchor, anchor_all
from shangliang.journal.models import Access, Event
from shangliang.journal.verify import verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(city):
    city.submitted()
    for who in ("clerk", "second", "leader"):
        name_opened(city.seat(who), city.people["member"])
    return list(Access.objects.order_by("pk"))


def faults(city) -> list[str]:
    return [str(fault) for fault in verify(city.committee.pk)]


def test_rows_are_anchored_once_in_one_event(city, opened):
    event = anchor(city.committee.pk)
    assert event is not None
    assert event.detail["count"] == 3
    assert set(Access.objects.values_list("anchored_in", flat=True)) == {event.pk}
    assert anchor(city.committee.pk) is None
    assert faults(city) == []


@pytest.mark.parametrize(
    "change",
    [{"kind": "seat"}, {"about_id": 1}, {"ip": "10.0.0.9"}, {"detail": {"a": 1}}, {"person": None}, {"account_id": 777777}],
)  # fmt: skip
def test_an_altered_row_is_found(city, opened, change):
    event = anchor(city.committee.pk)
    Access.objects.filter(pk=opened[1].pk).update(**change)
    assert faults(city) == [f"第 {event.seq} 条：访问记录 {opened[0].pk}–{opened[2].pk} 有一行被改"]


def test_a_lost_row_is_found(city, opened):
    event = anchor(city.committee.pk)
    Access.objects.filter(pk=opened[1].pk).delete()
    assert faults(city) == [f"第 {event.seq} 条：访问记录应有 3 行，现有 2 行"]


def test_rows_of_nobody_are_anchored_too(city, opened):
    from django.utils import timezone

    Access.objects.create(at=timezone.now(), kind="sign_in_failed")
    anchor_all()
    assert not Access.objects.filter(anchored_in__isnull=True).exists()
    assert faults(city) == []


def test_the_file_of_the_day_names_each_head(city, opened, anchors):
    anchor_all()
    head = Event.objects.order_by("-seq").first()
    (file,) = anchors.glob("*.txt")
    assert f" {city.committee.pk} {head.seq} {head.digest}\n" in file.read_text()


def test_anchoring_asks_a_fixed_number_of_questions(city, opened, django_assert_max_num_queries):
    seat = city.seat("clerk")
    for _ in range(300):
        note_seat("seat", seat)
    with django_assert_max_num_queries(12):
        anchor(city.committee.pk)
