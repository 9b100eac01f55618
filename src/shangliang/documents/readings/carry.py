"""A corrected file is read again: what was decided stays decided (S-167).

A extract is known by its stable address (kind and bare words). A sentence in which some characters
were mended is known by likeness and marked, so that somebody looks at it again. What was decided and
no longer stands in the text is kept and said to be gone; what nobody decided goes.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ..models import Extract
from .propose import Proposal, bare

LIKE = 0.82
# Beyond this many still unmatched of one kind, likeness is asked only near the old line.
MOST = 400
WINDOW = 60


@dataclass
class Carried:
    """What becomes of old extracts: ``kept`` (row, its new place, mended?), ``fresh``, ``gone``."""

    kept: list[tuple[Extract, Proposal, bool]] = field(default_factory=list)
    fresh: list[Proposal] = field(default_factory=list)
    gone: list[Extract] = field(default_factory=list)


def carry(old: list[Extract], new: list[Proposal]) -> Carried:
    """Match by address, then by likeness within a kind."""
    out = Carried()
    by_key = {row.key: row for row in old}
    rest: list[Proposal] = []
    for proposal in new:
        row = by_key.pop(proposal.key, None)
        if row is None:
            rest.append(proposal)
        else:
            out.kept.append((row, proposal, False))
    left: dict[str, list[Extract]] = defaultdict(list)
    for row in by_key.values():
        if row.state != "open" or row.origin == Extract.Origin.HAND:
            left[row.kind].append(row)
        else:
            out.gone.append(row)
    for proposal in rest:
        if row := likest(proposal, left[proposal.kind]):
            left[proposal.kind].remove(row)
            out.kept.append((row, proposal, True))
        else:
            out.fresh.append(proposal)
    for rows in left.values():
        out.gone += rows
    return out


def likest(proposal: Proposal, rows: list[Extract]) -> Extract | None:
    """The decided extract whose words are nearest, if near enough and of the same matter."""
    words, title = bare(proposal.text), bare(proposal.title)
    near = rows
    if len(rows) > MOST:
        near = [row for row in rows if abs(row.first - proposal.first) <= WINDOW]
    best, score = None, LIKE
    for row in near:
        other = bare(row.text)
        if abs(len(other) - len(words)) > 0.4 * max(len(words), len(other), 1):
            continue
        same = SequenceMatcher(None, words, other, autojunk=False)
        if same.quick_ratio() <= score:
            continue
        found = same.ratio()
        # Several figures or topics of one sentence: the sentence alone does not tell which.
        proposed = bare(str(row.data.get("proposed") or row.title))
        if row.kind in (Extract.Kind.INDICATOR, Extract.Kind.TOPIC) and proposed[:4] != title[:4]:
            continue
        if found > score:
            best, score = row, found
    return best
