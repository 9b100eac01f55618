"""File names as people see them, safe to show and to send back."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

_LONGEST = 120
# Marks that reverse the reading direction make "txt.exe" look like "exe.txt".
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\u2028\u2029<>:"|?*]')


def safe_name(name: str) -> str:
    """The last part of the name without paths, line ends, control and direction marks.

    Never empty and never hidden; at most 120 characters with the extension kept.
    """
    text = unicodedata.normalize("NFC", name).replace("\\", "/").split("/")[-1]
    text = _FORBIDDEN.sub("", _DIRECTION.sub("", text)).strip(" .")
    suffix = PurePosixPath(text).suffix
    stem = text[: len(text) - len(suffix)] if suffix else text
    if not stem:
        return f"未命名{suffix}"
    return f"{stem[: _LONGEST - len(suffix)]}{suffix}"


def extension(name: str) -> str:
    """The extension in lower case without the dot; "" where there is none."""
    return PurePosixPath(safe_name(name)).suffix.lstrip(".").lower()
