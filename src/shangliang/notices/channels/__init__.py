"""Channels (渠道): one interface, ``send(person, subject, lines) -> Result``.

A room never sends by itself: it posts a notice, and the notice goes out by the person's preference.
"""

from .base import Channel, Result
from .email import EmailChannel
from .webhooks import DingTalkChannel, WeComChannel

CHANNELS: dict[str, Channel] = {
    "email": EmailChannel(),
    "wecom": WeComChannel(),
    "dingtalk": DingTalkChannel(),
}

__all__ = ["CHANNELS", "Channel", "Result"]
