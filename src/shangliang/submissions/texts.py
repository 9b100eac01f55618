"""Texts people typed or pasted, made safe to keep: the words stay, what no page can show goes."""

import re
import unicodedata

LONGEST_TITLE = 120
LONGEST_TEXT = 100_000
LONGEST_ASK = 5_000
MOST_ASKS = 30

# Control characters (a database refuses NUL), lone surrogates, marks that turn the reading
# direction round and so could make a text read otherwise than it is stored.
UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def plain(text: str) -> str:
    """The text with unix line ends, without invisible control characters, trimmed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return unicodedata.normalize("NFC", UNSHOWN.sub("", text)).strip()
