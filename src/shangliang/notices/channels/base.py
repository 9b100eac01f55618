"""What every channel answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Result:
    """Whether it went out, and what the other side said (for the delivery log, in words)."""

    ok: bool
    answer: str = ""
    again: bool = True  # whether a further try could help


@dataclass(frozen=True)
class Receiver:
    """Where one person is reached. Channels get this and never the person's row."""

    name: str
    email: str = ""
    webhook_url: str = ""


class Channel(Protocol):
    """A way out. Never raises: a channel that is down must not stop the office."""

    label: str

    def send(self, to: Receiver, subject: str, lines: Sequence[str]) -> Result:
        """Send one message of several lines. ``lines`` are plain text."""
        ...
