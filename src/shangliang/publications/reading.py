"""A text as pages show it: paragraphs cut into pieces, claims marked by whether they are proved."""

from dataclasses import dataclass
from typing import Any

from ..engines.text.provable import Provable, provable_in
from .checks import code_of
from .models import Piece, Proof


@dataclass(frozen=True)
class Line:
    """One claim with its proof, as the list beside the text shows it."""

    claim: Provable
    code: str
    proof: Proof | None
    gone: bool  # there is a proof, but what it rests on is not public any more


def segments(
    text: str, held: dict[tuple[str, str], Proof], mark: bool
) -> list[list[dict[str, Any]]]:
    """Paragraphs of (words, open, label); ``mark`` off leaves the text as it is."""
    out = []
    for paragraph in text.split("\n"):
        if not paragraph.strip():
            continue
        row: list[dict[str, Any]] = []
        at = 0
        for claim in provable_in(paragraph) if mark else ():
            row.append({"words": paragraph[at : claim.start]})
            proof = held.get(claim.key)
            row.append(
                {"words": paragraph[claim.start : claim.end], "mark": True, "open": proof is None,
                 "label": proof.label if proof else "还没有凭据"}
            )  # fmt: skip
            at = claim.end
        row.append({"words": paragraph[at:]})
        out.append([s for s in row if s["words"]])
    return out


def parts_of(piece: Piece, held: dict[tuple[str, str], Proof], mark: bool = True) -> list[Any]:
    """(heading, paragraphs) of each part."""
    return [(heading, segments(text, held, mark)) for heading, text in piece.said()]


def lines_of(piece: Piece, held: dict[tuple[str, str], Proof], proofs: list[Proof]) -> list[Line]:
    """Every claim in reading order with what it rests on."""
    kept = {(p.words, p.sentence): p for p in proofs}
    return [
        Line(c, code_of(c), held.get(c.key), c.key in kept and c.key not in held)
        for c in piece.claims()
    ]
