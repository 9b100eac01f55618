"""The digest: grouped by case, what waits first, newest next, never empty, nothing told twice."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from shangliang.notices.actions.prefer import prefer
from shangliang.notices.channels import CHANNELS
from shangliang.notices.channels.base import Result
from shangliang.notices.digest import build, send_digests
from shangliang.notices.models import Delivery, Notice
from shangliang.notices.post import post
from shangliang.notices.send import retry, send_each
from shangliang.procedures.verdicts import Refused

pytestmark = pytest.mark.django_db
WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc"


class Fake:
    """A channel that answers as told and keeps what it was given."""

    label = "试"

    def __init__(self, *results: Result) -> None:
        self.results = list(results)
        self.sent: list[tuple[str, list[str]]] = []

    def send(self, to, subject, lines):
        self.sent.append((subject, list(lines)))
        return self.results.pop(0) if self.results else Result(True, "收了")


@pytest.fixture
def told(city):
    """Posts notices to the first member; ``told(case, text, act)``."""
    person = city.people["member"]
    person.email = "lin@example.org"
    person.save()
    Notice.objects.all().delete()

    def tell(case, text: str, act: bool = False) -> None:
        post(
            committee_id=city.committee.pk, to=[person.pk], kind="x", text=text, case=case,
            url=f"/proposals/{case.pk}/", needs_act=act,
        )  # fmt: skip

    return tell


@pytest.fixture
def cases(city):
    return [city.draft(title=f"关于第{n}件的提案") for n in range(3)]


def mine(city) -> list[Notice]:
    return list(Notice.objects.filter(to=city.people["member"]))


def test_nothing_to_say_is_not_said(city):
    Notice.objects.all().delete()
    assert build([]) is None
    send_digests()
    assert mail.outbox == []
    assert not Delivery.objects.exists()


def test_cases_are_grouped_what_waits_first_and_newest_next(city, told, cases):
    told(cases[0], "甲：已收到")
    told(cases[1], "乙：请会签", act=True)
    told(cases[0], "甲：已立案")
    told(cases[2], "丙：已交办")
    told(cases[0], "甲：已立案")
    digest = build(mine(city))
    assert digest.subject == "商量：1 件等您办，2 件有变化"
    heads = [line for line in digest.lines if line and not line.startswith(("　", "不想"))]
    assert heads == ["【等您办】乙：请会签", "甲：已立案", "丙：已交办"]
    assert digest.lines.count("甲：已立案") == 1
    assert "　此前：甲：已收到" in digest.lines


def test_one_digest_a_day_and_nothing_twice(city, told, cases):
    told(cases[0], "甲：已立案")
    told(cases[1], "乙：请会签", act=True)
    assert send_digests() == "1 digests"
    assert len(mail.outbox) == 1
    assert "甲：已立案" in mail.outbox[0].body
    log = Delivery.objects.get()
    assert (log.ok, log.channel, log.notices.count()) == (True, "email", 2)
    assert send_digests() == "0 digests"
    told(cases[0], "甲：已交办")
    send_digests()
    assert "已立案" not in mail.outbox[1].body


def test_what_was_read_in_the_system_or_is_old_is_not_mailed(city, told, cases):
    told(cases[0], "甲：读过了")
    Notice.objects.update(read_at=timezone.now())
    told(cases[1], "乙：上个月的")
    Notice.objects.filter(read_at=None).update(made_at=timezone.now() - timedelta(days=30))
    assert send_digests() == "0 digests"


def test_who_wants_no_mail_gets_none(city, told, cases):
    prefer(city.seat("member"), email="never")
    told(cases[0], "甲")
    send_digests()
    assert mail.outbox == []


def test_each_notice_goes_out_alone_to_who_asked_for_it(city, told, cases):
    told(cases[0], "甲：此前的")
    Notice.objects.update(digested_at=timezone.now())
    prefer(city.seat("member"), email="each")
    told(cases[0], "甲：已立案")
    told(cases[1], "乙：请会签", act=True)
    assert send_each() == 2
    assert [m.subject for m in mail.outbox] == ["甲：已立案", "乙：请会签"]
    assert send_each() == 0
    assert send_digests() == "0 digests"


def test_a_group_robot_is_told_beside_the_daily_mail(city, told, cases, monkeypatch):
    robot = Fake()
    monkeypatch.setitem(CHANNELS, "wecom", robot)
    told(cases[0], "甲：此前的")
    prefer(city.seat("member"), email="daily", webhook="wecom", webhook_url=WECOM)
    told(cases[1], "乙：已立案")
    send_each()
    send_each()
    assert [subject for subject, _ in robot.sent] == ["乙：已立案"]
    assert send_digests() == "1 digests"


@pytest.mark.parametrize("data", [
    {"email": "hourly"}, {"email": "daily", "webhook": "sms"},
    {"email": "daily", "webhook": "wecom", "webhook_url": "https://127.0.0.1/"},
    {"email": "daily", "webhook": "wecom", "webhook_url": ""},
])  # fmt: skip
def test_a_preference_that_makes_no_sense_is_refused(city, data):
    with pytest.raises(Refused):
        prefer(city.seat("member"), **data)


def test_a_failed_message_is_tried_again_and_then_given_up(city, told, cases, monkeypatch):
    down = Result(False, "连不上")
    robot = Fake(down, down, down, down)
    monkeypatch.setitem(CHANNELS, "email", robot)
    told(cases[0], "甲：已立案")
    send_digests()
    row = Delivery.objects.get()
    assert (row.ok, row.tries, row.answer) == (False, 1, "连不上")
    assert retry() == 0, "not before its time"
    for tries in (2, 3, 4):
        Delivery.objects.update(again_at=timezone.now())
        retry()
        row.refresh_from_db()
        assert row.tries == tries
    assert row.again_at is None
    assert len(robot.sent) == 4
    assert robot.sent[0] == robot.sent[3]


def test_a_message_that_gets_through_later_is_logged_as_sent(city, told, cases, monkeypatch):
    monkeypatch.setitem(CHANNELS, "email", Fake(Result(False, "连不上")))
    told(cases[0], "甲：已立案")
    send_digests()
    Delivery.objects.update(again_at=timezone.now())
    assert retry() == 1
    assert Delivery.objects.get().ok


def test_what_can_never_succeed_is_not_tried_again(city, told, cases, monkeypatch):
    monkeypatch.setitem(CHANNELS, "email", Fake(Result(False, "地址不对", again=False)))
    told(cases[0], "甲")
    send_digests()
    assert Delivery.objects.get().again_at is None
