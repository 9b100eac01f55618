"""What a text lacks: proofs of its claims, a source that is still public, fresh hands."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2s

from ..engines.text.provable import Provable
from .found import SOURCES, Found, open_now
from .models import Piece, PieceHand, Proof

REVIEWS = ("first", "second", "final")


Held = dict[tuple[str, str], Proof]


@dataclass(frozen=True)
class Standing:
    """What holds now: proofs by claim, and the result the text tells of; both only while public."""

    held: Held
    told: Found | None


def look(piece: Piece, proofs: Iterable[Proof] | None = None) -> Standing:
    """Ask the other rooms once. A page keeps the answer on its row for the buttons it draws; a verb
    locks a row of its own and asks afresh."""
    if known := piece.__dict__.get("_looked"):
        return known  # type: ignore[no-any-return]
    rows = list(piece.proofs.all() if proofs is None else proofs)
    own = (piece.source_type, piece.source_id)
    open_ = open_now(piece.committee_id, [*((p.about_type, p.about_id) for p in rows), own])
    held = {
        (p.words, p.sentence): p
        for p in rows
        if not p.about_type or (p.about_type, p.about_id) in open_
    }
    found = Standing(held, open_.get((piece.source_type, piece.source_id or 0)))
    if proofs is not None:
        piece.__dict__["_looked"] = found
    return found


def unproved(piece: Piece) -> list[Provable]:
    """Claims of the text without a proof that holds."""
    claims = piece.claims()
    if not claims:
        return []
    held = look(piece).held
    return [c for c in claims if c.key not in held]


def closed_source(piece: Piece) -> str | None:
    """None while what it tells of is public; else what happened to it."""
    if not piece.source_type or look(piece).told:
        return None
    return f"“{piece.source_title}”现在不公开了，写它的稿件不能发。"


def shown_now(pieces: Iterable[Piece]) -> list[Piece]:
    """Of published texts, those whose result is public still."""
    rows = list(pieces)
    by_committee: dict[int, list[Piece]] = {}
    for row in rows:
        by_committee.setdefault(row.committee_id, []).append(row)
    out: set[int] = set()
    for committee, own in by_committee.items():
        open_ = open_now(committee, [(p.source_type, p.source_id) for p in own])
        out |= {
            p.pk
            for p in own
            if p.source_type not in SOURCES or (p.source_type, p.source_id) in open_
        }
    return [row for row in rows if row.pk in out]


def hands_of(piece: Piece) -> tuple[set[int], set[int]]:
    """(who ever wrote it, who reviewed a step of this round)."""
    wrote, reviewed = {piece.by_id}, set()
    for step, round_, person in piece.hands.values_list("step", "round", "by_id"):
        if step == PieceHand.Step.WRITE:
            wrote.add(person)
        elif step in REVIEWS and round_ == piece.round:
            reviewed.add(person)
    return wrote, reviewed


def code_of(claim: Provable) -> str:
    """A claim's name in a form: of its words and sentence, so that it does not shift with the text."""
    return blake2s("\n".join(claim.key).encode(), digest_size=6).hexdigest()
