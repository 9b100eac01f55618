"""Group robots of WeCom (企业微信) and DingTalk (钉钉): a POST of JSON to a known host.

Only the hosts of ``settings.WEBHOOK_HOSTS`` are ever called, by https, on their usual port, and a
redirect is refused (ASVS 1.3.6): whatever a user types, no request reaches a machine of ours.
"""

import http.client
import ipaddress
import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from .base import Receiver, Result

TIMEOUT = 8  # seconds
LONGEST = 1800  # characters; WeCom takes 2048 bytes of text, DingTalk more
ANSWER = 20_000  # bytes read of the answer


class BadAddress(ValueError):
    """An address we will not call; the message is Chinese and says what to write."""


def check_address(url: str) -> str:
    """The address, when it is one of the allowed hosts. Raises :class:`BadAddress`."""
    hosts = "、".join(settings.WEBHOOK_HOSTS)
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        raise BadAddress("地址写法不对，请整行复制群机器人的地址。") from None
    if parts.scheme != "https":
        raise BadAddress("地址要以 https:// 开头，请整行复制群机器人的地址。")
    if parts.username or parts.password or "@" in parts.netloc:
        raise BadAddress("地址里不能带用户名，请整行复制群机器人的地址。")
    if _is_address(host) or host not in settings.WEBHOOK_HOSTS:
        raise BadAddress(f"只能填这些服务的群机器人地址：{hosts}。")
    if port not in (None, 443):
        raise BadAddress("地址里不能带端口。")
    return url.strip()


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """An allowed host must answer itself."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


# No proxy of the environment, no file: or ftp: handler: https and nothing else.
OPENER = urllib.request.OpenerDirector()
for handler in (
    urllib.request.HTTPSHandler(),
    NoRedirect(),
    urllib.request.HTTPErrorProcessor(),
    urllib.request.HTTPDefaultErrorHandler(),
):
    OPENER.add_handler(handler)


def post_json(url: str, body: dict[str, Any]) -> dict[str, Any]:
    """POST and read a JSON answer. Raises OSError or ValueError."""
    request = urllib.request.Request(  # noqa: S310  the address is https to an allowed host
        check_address(url),
        data=json.dumps(body, ensure_ascii=False).encode(),
        headers={"Content-Type": "application/json; charset=utf-8"},
        method="POST",
    )
    with OPENER.open(request, timeout=TIMEOUT) as answer:
        found = json.loads(answer.read(ANSWER))
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


class Webhook:
    """What both robots have in common. ``{"errcode": 0}`` means taken, on both."""

    label = ""

    def body(self, subject: str, lines: Sequence[str]) -> dict[str, Any]:
        raise NotImplementedError

    def send(self, to: Receiver, subject: str, lines: Sequence[str]) -> Result:
        if not to.webhook_url:
            return Result(False, "没有登记群机器人地址", again=False)
        try:
            answer = post_json(to.webhook_url, self.body(subject, lines))
        except BadAddress as bad:
            return Result(False, str(bad), again=False)
        except urllib.error.HTTPError as error:
            return Result(False, f"{self.label}回了 HTTP {error.code}", again=error.code >= 500)
        except (OSError, http.client.HTTPException) as error:
            return Result(False, f"连不上{self.label}（{type(error).__name__}）")
        except ValueError:
            return Result(False, f"{self.label}的回答读不懂")
        code = answer.get("errcode")
        if code == 0:
            return Result(True, f"{self.label}已收")
        said = str(answer.get("errmsg", ""))[:120]
        return Result(False, f"{self.label}没有接受（{code}）：{said}", again=code in (-1, 45009))


def shortened(lines: Sequence[str]) -> str:
    text = "\n".join(lines)
    return text if len(text) <= LONGEST else text[: LONGEST - 12] + "……其余见系统"


class WeComChannel(Webhook):
    """企业微信群机器人: a text message, 2048 bytes at most."""

    label = "企业微信"

    def body(self, subject: str, lines: Sequence[str]) -> dict[str, Any]:
        text = shortened([subject, *lines])
        while len(text.encode()) > 2048:
            text = text[: len(text) * 9 // 10] + "…"
        return {"msgtype": "text", "text": {"content": text}}


class DingTalkChannel(Webhook):
    """钉钉群机器人: markdown with a title; two blanks and a newline break a line."""

    label = "钉钉"

    def body(self, subject: str, lines: Sequence[str]) -> dict[str, Any]:
        text = f"#### {subject}\n\n" + "  \n".join(line.replace("#", "＃") for line in lines)
        return {"msgtype": "markdown", "markdown": {"title": subject, "text": shortened([text])}}
