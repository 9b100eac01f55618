"""An address that leads to the very words on a long page (a text fragment, ``#:~:text=``).

A browser that knows them opens the page at the words and marks them; another opens it at its top. It
looks for whole words only, and where a Chinese word ends it guesses: so whole clauses are named, from one
stop to the next, since at a stop every browser agrees.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote

from ..engines.search.passages import Piece

STOP = re.compile(r"""[\s，。、；：！？（）“”‘’《》【】「」『』…,.;:!?()"'—]+""")
FEWEST, MOST = 4, 60  # characters of a clause


def clauses(text: str) -> list[tuple[int, int]]:
    """Where the stretches between stops stand."""
    found, at = [], 0
    for stop in STOP.finditer(text):
        if stop.start() > at:
            found.append((at, stop.start()))
        at = stop.end()
    if at < len(text):
        found.append((at, len(text)))
    return found


def fragment(clause: str) -> str:
    """The end of an address that leads to a clause."""
    # A hyphen divides the parts of a fragment and is a plain character elsewhere.
    return f"#:~:text={quote(clause, safe='').replace('-', '%2D')}" if clause else ""


def of_text(text: str) -> str:
    """To a sentence quoted as it stands: by its longest clause."""
    listed = [text[a:b] for a, b in clauses(text)]
    return fragment(max(listed, key=len, default="")[:MOST])


def of_passage(pieces: Sequence[Piece]) -> str:
    """To the passage of a result: by the clause of its first hit, or the next whole one. A clause at a
    cut end of the passage may be half of one and is not taken. Empty where nothing of it was hit."""
    text = "".join(piece.text for piece in pieces)
    hits = [n for n, piece in enumerate(pieces) if piece.hit]
    if not hits:
        return ""
    at = sum(len(piece.text) for piece in pieces[: hits[0]])
    whole = [
        (a, b)
        for a, b in clauses(text)
        if not (a == 1 and text[0] == "…")
        and not (b == len(text) - 1 and text[-1] == "…")
        and FEWEST <= b - a <= MOST
    ]
    best = min(whole, key=lambda ab: 0 if ab[0] <= at < ab[1] else abs(ab[0] - at), default=None)
    return fragment(text[best[0] : best[1]]) if best else ""
