"""Original and edited text woven into one, by sentences' parts; and notes that are alike."""

import difflib
import re
from collections.abc import Sequence

from ..submissions.likeness import likeness, pairs
from .flow import AT_DESK
from .models import Voice

PIECE = re.compile(r"[^，。；：！？、\n]*[，。；：！？、\n]?")
ALIKE = 0.3
SOUGHT = 200


def woven(old: str, new: str) -> list[tuple[str, str]]:
    """(same|add|cut, text) in reading order, by clauses, so that a reader sees what was changed."""
    before = [p for p in PIECE.findall(old) if p]
    after = [p for p in PIECE.findall(new) if p]
    found: list[tuple[str, str]] = []
    match = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for tag, a1, a2, b1, b2 in match.get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(before[a1:a2])))
            continue
        if a2 > a1:
            found.append(("cut", "".join(before[a1:a2])))
        if b2 > b1:
            found.append(("add", "".join(after[b1:b2])))
    return found


def original(voice: Voice) -> str:
    return "\n".join(p for p in (voice.text, voice.analysis, voice.suggestion) if p)


def alike(voice: Voice, rows: Sequence[Voice] | None = None) -> list[tuple[Voice, int, str]]:
    """Notes at the desk on the same matter: which, how much in per cent, why. A suggestion."""
    mine = pairs(f"{voice.title}{voice.text}")
    if rows is None:
        found = Voice.objects.filter(committee_id=voice.committee_id, state__in=AT_DESK)
        rows = list(found.exclude(pk=voice.pk).exclude(kind=Voice.Kind.DIFFICULTY)[:SOUGHT])
    said = []
    for other in rows:
        theirs = pairs(f"{other.title}{other.text}")
        share = likeness(mine, theirs)
        if share >= ALIKE:
            shared = sorted(mine & theirs, key=lambda w: -len(w))[:4]
            said.append((other, round(share * 100), "同提" + "".join(f"“{w}”" for w in shared)))
    return sorted(said, key=lambda t: -t[1])[:5]
