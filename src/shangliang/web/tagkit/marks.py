"""Chips, lamps and the small words around a case."""

import re
from collections.abc import Callable
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

LIGHTS = frozenset({"green", "yellow", "blue", "red", "pause", "done"})
TONES = frozenset({"", "act", "ok", "near", "late", "hint", "self"})
# django.contrib.messages levels, and the tone each is shown in
LEVELS = {"success": "ok", "warning": "near", "error": "late"}
UNDO = re.compile(r"(?:^|\s)undo:(/\S*)")
TITLE = re.compile(r"^关于(.{4,})的(?:提案|建议|意见)$")


def lamp(light: str, word: str) -> SafeString:
    """A lamp is a shape and a word, never only a colour. ``light``: green yellow blue red pause done."""
    if light not in LIGHTS:
        raise ValueError(f"no lamp is called {light!r}; choose one of {sorted(LIGHTS)}")
    return format_html('<span class="lamp" data-l="{}">{}</span>', light, word)


def chip(word: str, tone: str = "") -> SafeString:
    """A state in a word on its tint. Dashed: ``hint`` (a machine says so), ``self`` (self-reported)."""
    tone = tone or ""
    if tone not in TONES:
        raise ValueError(f"no chip is called {tone!r}; choose one of {sorted(TONES)}")
    return format_html('<span class="chip" data-t="{}">{}</span>', tone, word)


def short_title(title: str) -> str:
    """A title for a queue row, without 关于…的提案, which every row would repeat."""
    found = TITLE.match(title or "")
    return found.group(1) if found else title


def message_tone(message: Any) -> str:
    """The tone of a ``django.contrib.messages`` message."""
    return LEVELS.get(getattr(message, "level_tag", ""), "act")


def undo_url(message: Any) -> str:
    """The local path in ``extra_tags="undo:/path/"``; empty when the message offers no undo."""
    found = UNDO.search(getattr(message, "extra_tags", "") or "")
    return found.group(1) if found and not found.group(1).startswith("//") else ""


FILTERS = {"short_title": short_title, "message_tone": message_tone, "undo_url": undo_url}
TAGS: dict[str, Callable[..., Any]] = {"lamp": lamp, "chip": chip}
