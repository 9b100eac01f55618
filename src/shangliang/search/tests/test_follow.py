"""What follows from a confirmed signal: a topic, a task, a report; each once pressed, each linked back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.search.actions.judge_signal import judge_signal
from shangliang.search.actions.signal_to_report import signal_to_report
from shangliang.search.actions.signal_to_task import signal_to_task
from shangliang.search.actions.signal_to_topic import signal_to_topic
from shangliang.search.early import look
from shangliang.search.followed import came_of
from shangliang.search.index import rebuild
from shangliang.search.models import Signal
from shangliang.tasks.models import Task
from shangliang.tasks.sources import named
from shangliang.topics.models import Topic
from shangliang.voices.models import Voice
from shangliang.voices.tests import life

pytestmark = pytest.mark.django_db
WORDS = "校门口的小摊卖没有日期的辣条，孩子吃了肚子疼。"


def at(voice, days):
    Voice.objects.filter(pk=voice.pk).update(submitted_at=timezone.now() - timedelta(days=days))


@pytest.fixture
def signal(city):
    return city, Signal.objects.create(
        committee=city.committee, theme="辣条、校门口", key="k", since=today() - timedelta(days=20),
        until=today(), count=6, before=1, expected=0.4, p=0.0003, places=["一江区", "二湖区"],
        verdict="confirmed",
    )  # fmt: skip


def test_six_notes_in_three_weeks_after_one_are_a_signal_and_two_on_another_matter_are_none(city):
    for n, days in enumerate((200, 160, 120, 80, 40)):
        at(life.received(city, title=f"第{n}条路的公交站没有座椅", text="老人等车只能站着。"), days)
    at(life.received(city, title="校门口小摊卖三无零食", text=WORDS), 45)
    for n, who in enumerate(("member", "member2", "member3", "member4", "member5", "member")):
        at(life.received(city, who, title="校门口小摊卖三无零食", text=WORDS), n * 3)
    for n in (2, 4):
        at(
            life.received(
                city, "member2", title="菜市场污水横流", text="排水沟堵了，污水流到街面。"
            ),
            n,
        )
    rebuild(city.committee.pk)
    assert look(city.committee.pk) == 1
    row = Signal.objects.get()
    assert (row.count, len(row.examples)) == (6, 6)
    assert look(city.committee.pk) == 0  # raised once


def test_a_topic_grows_from_it_once_with_the_counts_and_leads_back(signal):
    city, row = signal
    topic = signal_to_topic(city.seat("supervisor"), row.pk, title="校门口小摊卖零食谁来管")
    assert "6 件" in topic.text
    assert "一江区" in topic.text
    ((_, source),) = named(city.seat("leader"), [("signal", row.pk)]).items()
    assert source.url == reverse("early-signal", args=[row.pk])
    assert named(city.seat("member"), [("signal", row.pk)])[("signal", row.pk)].url == ""
    with pytest.raises(Refused, match="已经提过"):
        signal_to_topic(city.seat("editor"), row.pk, title="再提一次这件事")
    assert Topic.objects.filter(about_type="signal").count() == 1


def test_a_task_grows_from_it(signal):
    city, row = signal
    signal_to_task(
        city.seat("supervisor"), row.pk, title="查清来源", owner=city.units["housing"].pk
    )
    task = Task.objects.get(source_type="signal", source_id=row.pk)
    assert "6 件" in task.basis
    came = came_of(city.seat("supervisor"), [row.pk])[row.pk]
    assert [c.label for c in came] == ["任务"]


def test_a_report_is_begun_once_and_says_nobodys_name(signal):
    city, row = signal
    voice = signal_to_report(city.seat("editor"), row.pk)
    again = signal_to_report(city.seat("editor"), row.pk)
    assert again.pk == voice.pk
    voice.refresh_from_db()
    assert (voice.state, voice.kind) == ("draft", "report")
    assert "6 件" in voice.text


@pytest.mark.parametrize("verdict", ["", "dismissed"])
def test_nothing_grows_before_a_person_called_it_true(signal, verdict):
    city, row = signal
    Signal.objects.filter(pk=row.pk).update(verdict=verdict)
    seat = city.seat("editor")
    with pytest.raises(Refused, match="属实"):
        signal_to_topic(seat, row.pk, title="校门口小摊")
    with pytest.raises(Refused, match="属实"):
        signal_to_task(seat, row.pk, title="查清", owner=city.units["housing"].pk)
    with pytest.raises(Refused, match="属实"):
        signal_to_report(seat, row.pk)


def test_from_the_verdict_one_goes_on_to_what_follows(
    signal, client, django_assert_max_num_queries
):
    city, row = signal
    Signal.objects.filter(pk=row.pk).update(verdict="")
    client.force_login(city.account("supervisor"))
    page = reverse("early-signal", args=[row.pk])
    said = client.post(reverse("judge-signal", args=[row.pk]), {"verdict": "confirmed"})
    assert said.url == page
    client.get(page)
    with django_assert_max_num_queries(15):
        assert "提为议题" in client.get(page).content.decode()
    wrong = client.post(page, {"do": "topic", "topic-title": "短"})
    assert wrong.status_code == 422
    assert "至少 4 个字" in wrong.content.decode()
    client.post(page, {"do": "topic", "topic-title": "校门口小摊卖零食谁来管"})
    assert Topic.objects.filter(about_type="signal", about_id=row.pk).exists()
    none = client.post(page, {"do": "task", "task-title": "查清来源", "task-owner": ""})
    assert "请选牵头单位" in none.content.decode()
    client.post(page, {"do": "task", "task-title": "查清来源", "task-owner": city.units["housing"].pk})  # fmt: skip
    text = client.get(page).content.decode()
    assert "议题“校门口小摊卖零食谁来管”" in text
    assert "任务“查清来源”" in text
    assert judge_signal(city.seat("supervisor"), row.pk, verdict="confirmed")


def test_looking_now_is_a_job(signal, client):
    city, _ = signal
    client.force_login(city.account("editor"))
    assert "/jobs/" in client.post(reverse("look-signals")).url
