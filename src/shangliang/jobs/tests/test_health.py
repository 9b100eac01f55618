"""The operator's page: what is wrong is red, in words; the watcher without account learns one bit."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from shangliang.jobs.beats import beat, claim, last
from shangliang.jobs.models import Heartbeat
from shangliang.jobs.tasks import minute, quietly, ten_minutes, turn
from shangliang.journal.models import Access
from shangliang.procedures.models import Holiday, KnownYear
from shangliang.procedures.office_calendar import forget, today

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def anchors(settings, tmp_path):
    settings.ANCHOR_DIR = tmp_path


def lights(city, client) -> dict[str, tuple[str, str]]:
    client.force_login(city.account("admin"))
    page = client.get(reverse("health"))
    assert page.status_code == 200
    return {sign.name: (sign.light, sign.word) for sign in page.context["signs"]}


def test_everything_is_looked_at(city, client):
    assert set(lights(city, client)) == {
        "数据库", "后台作业", "定时任务", "事件链", "工作日历", "公文字体", "磁盘", "邮件",
    }  # fmt: skip


@pytest.mark.parametrize("who", ["member", "clerk", "auditor", "leader", "security"])
def test_only_the_administrator_opens_it(city, client, who):
    client.force_login(city.account(who))
    assert client.get(reverse("health")).status_code == 403


def test_a_silent_consumer_is_red(city, client):
    assert lights(city, client)["后台作业"][0] == "yellow"
    beat("consumer")
    assert lights(city, client)["后台作业"] == ("green", "正常")
    Heartbeat.objects.update(at=timezone.now() - timedelta(minutes=30))
    assert lights(city, client)["后台作业"] == ("red", "30 分钟没有动静")


def test_a_chain_that_does_not_fit_is_red(city, client):
    beat(f"verified:{city.committee.pk}")
    assert lights(city, client)["事件链"] == ("green", "完整")
    beat(f"verified:{city.committee.pk}", "第 3 条：内容与摘要不符")
    assert lights(city, client)["事件链"][0] == "red"


def test_a_year_without_calendar_is_said(city, client):
    year = today().year + 1
    light, word = lights(city, client)["工作日历"]
    assert f"{year} 年" in word
    KnownYear.objects.create(committee=city.committee, year=year)
    Holiday.objects.create(committee=city.committee, day=f"{year}-01-01", workday=False)
    forget(city.committee.pk)
    assert lights(city, client)["工作日历"] == ("green", f"已到 {year} 年")


def test_a_fault_of_the_night_is_shown_in_the_morning(city, client):
    quietly("digest", lambda: 1 / 0)
    assert lights(city, client)["定时任务"] == ("yellow", "1 项出过错")


def test_the_watcher_needs_no_account_and_learns_one_bit(client):
    answer = client.get(reverse("health-live"))
    assert answer.json() == {"ok": True}


def test_a_turn_is_taken_once_whoever_asks():
    assert claim("turn:digest", "2026-03-01")
    assert not claim("turn:digest", "2026-03-01")
    assert claim("turn:digest", "2026-03-02")
    taken: list[int] = []
    for _ in range(3):
        turn("x", "today", lambda: taken.append(1))
    assert taken == [1]


def test_what_happens_by_itself_happens(city, monkeypatch):
    city.submitted()
    Access.objects.create(committee=city.committee, at=timezone.now(), kind="seat")
    night = timezone.localtime().replace(hour=9)
    monkeypatch.setattr("shangliang.jobs.tasks.timezone.localtime", lambda *a, **k: night)
    minute.call_local()
    ten_minutes.call_local()
    assert not Heartbeat.objects.filter(name__startswith="fault:").exists()
    assert not Access.objects.filter(anchored_in__isnull=True).exists()
    assert last(f"verified:{city.committee.pk}").note == ""
    assert last("consumer") is not None


def test_the_page_asks_few_questions(city, client, django_assert_max_num_queries):
    client.force_login(city.account("admin"))
    client.get(reverse("health"))
    with django_assert_max_num_queries(15):
        client.get(reverse("health"))
