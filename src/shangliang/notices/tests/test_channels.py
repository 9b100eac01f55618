"""Channels answer in words and never raise; nothing but the allowed hosts is ever called."""

import io
import json
import urllib.error

import pytest
from django.core import mail

from shangliang.notices.channels import CHANNELS, webhooks
from shangliang.notices.channels.base import Receiver
from shangliang.notices.channels.email import EmailChannel
from shangliang.notices.channels.webhooks import BadAddress, check_address

WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc"
DING = "https://oapi.dingtalk.com/robot/send?access_token=abc"

REFUSED = [
    "http://qyapi.weixin.qq.com/x",
    "https://127.0.0.1/x",
    "https://[::1]/x",
    "https://169.254.169.254/latest/meta-data",
    "https://10.0.0.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://localhost/",
    "file:///etc/passwd",
    "ftp://qyapi.weixin.qq.com/",
    "https://qyapi.weixin.qq.com.evil.example/",
    "https://evil.example/?qyapi.weixin.qq.com",
    "https://qyapi.weixin.qq.com@evil.example/",
    "https://a:b@qyapi.weixin.qq.com/",
    "https://qyapi.weixin.qq.com:8443/",
    "https://evil.example#@qyapi.weixin.qq.com/",
    "https://qyapi.weixin.qq.com\\@evil.example/",
    "//qyapi.weixin.qq.com/x",
    "javascript:alert(1)",
    "https://[broken",
    "",
]


@pytest.fixture
def no_network(monkeypatch):
    """A call that gets as far as the network fails the test."""

    def called(*args, **kwargs):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(webhooks.OPENER, "open", called)


@pytest.fixture
def answers(monkeypatch):
    """What the other side says; collects what it was asked."""
    asked: list[tuple[str, dict]] = []

    def answer(said):
        def opened(request, timeout):
            assert timeout <= 10
            asked.append((request.full_url, json.loads(request.data)))
            if isinstance(said, BaseException):
                raise said
            return io.BytesIO(said)

        monkeypatch.setattr(webhooks.OPENER, "open", opened)
        return asked

    return answer


@pytest.mark.parametrize("url", REFUSED)
def test_an_address_that_is_not_a_known_robot_is_refused_and_never_called(url, no_network):
    with pytest.raises(BadAddress):
        check_address(url)
    for channel in ("wecom", "dingtalk"):
        result = CHANNELS[channel].send(Receiver("甲", webhook_url=url), "s", ["l"])
        assert not result.ok
        assert not result.again


@pytest.mark.parametrize("url", [WECOM, DING, f" {WECOM}\n", WECOM.replace("//q", "//Q")])
def test_a_robots_address_is_taken(url):
    assert check_address(url) == url.strip()


def test_no_other_protocol_and_no_redirect_is_known_to_the_opener():
    assert set(webhooks.OPENER.handle_open) == {"https"}
    assert webhooks.NoRedirect().redirect_request(None, None, 302, "", {}, "https://x/") is None


def test_wecom_gets_its_own_form_and_no_more_than_it_takes(answers):
    asked = answers(b'{"errcode": 0, "errmsg": "ok"}')
    to = Receiver("甲", webhook_url=WECOM)
    assert CHANNELS["wecom"].send(to, "商量：1 件等您办", ["第0131号", "https://x/"]).ok
    url, body = asked[0]
    assert url == WECOM
    assert body == {
        "msgtype": "text",
        "text": {"content": "商量：1 件等您办\n第0131号\nhttps://x/"},
    }
    CHANNELS["wecom"].send(to, "长", ["字" * 5000])
    assert len(asked[1][1]["text"]["content"].encode()) <= 2048


def test_dingtalk_gets_markdown_and_a_text_cannot_make_a_heading(answers):
    asked = answers(b'{"errcode": 0}')
    CHANNELS["dingtalk"].send(Receiver("甲", webhook_url=DING), "题", ["# 冒充的标题", "二"])
    body = asked[0][1]
    assert body["msgtype"] == "markdown"
    assert body["markdown"]["title"] == "题"
    assert "\n# " not in body["markdown"]["text"]


SAID = [
    (b'{"errcode": 93000, "errmsg": "invalid webhook url"}', "93000", False),
    (b'{"errcode": 45009, "errmsg": "freq out of limit"}', "45009", True),
    (b"<html>", "读不懂", True),
    (b"[]", "读不懂", True),
    (urllib.error.URLError("no route"), "连不上", True),
    (TimeoutError(), "连不上", True),
    (urllib.error.HTTPError(WECOM, 502, "bad", {}, io.BytesIO()), "502", True),
    (urllib.error.HTTPError(WECOM, 404, "no", {}, io.BytesIO()), "404", False),
    (urllib.error.HTTPError(WECOM, 302, "moved", {}, io.BytesIO()), "302", False),
]


@pytest.mark.parametrize("said, words, again", SAID)
def test_what_goes_wrong_is_told_in_words_and_whether_to_try_again(answers, said, words, again):
    answers(said)
    result = CHANNELS["wecom"].send(Receiver("甲", webhook_url=WECOM), "s", ["l"])
    assert not result.ok
    assert words in result.answer
    assert result.again is again


def test_mail_says_what_in_the_subject_and_one_thing_a_line():
    result = EmailChannel().send(Receiver("甲", "a@example.org"), "商量：2 件", ["一", "二"])
    assert result.ok
    message = mail.outbox[0]
    assert (message.subject, message.body, message.to) == (
        "商量：2 件",
        "一\n二\n",
        ["a@example.org"],
    )


def test_a_subject_cannot_forge_a_header():
    EmailChannel().send(Receiver("甲", "a@example.org"), "题\r\nBcc: x@evil.example", ["一"])
    assert mail.outbox[0].subject == "题 Bcc: x@evil.example"
    assert mail.outbox[0].recipients() == ["a@example.org"]


def test_a_mail_server_that_is_down_stops_nothing(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    result = EmailChannel().send(Receiver("甲", "a@example.org"), "s", ["l"])
    assert not result.ok
    assert result.again
    assert "邮件服务器" in result.answer


@pytest.mark.parametrize("channel", list(CHANNELS))
def test_without_an_address_there_is_nothing_to_try_again(channel):
    result = CHANNELS[channel].send(Receiver("甲"), "s", ["l"])
    assert not result.ok
    assert not result.again
