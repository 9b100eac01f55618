"""发言摘要: one file's speeches, each with its author, headings, telling sentences and promises (S-095).

Every sentence is quoted as it stands with its line; nothing is written for a speaker. What a person
accepted stands as promised; what nobody decided yet is not in the digest.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from ..engines.search.summary import summary
from .models import Extract, Intake, IntakePart
from .models.intake import IntakeParagraph

TELLING = 3
K = Extract.Kind


@dataclass
class Speech:
    """One speech of the digest; ``said`` are (sentence, line), ``promised`` accepted tasks."""

    part: IntakePart
    author: str
    points: list[Extract] = field(default_factory=list)
    said: list[tuple[str, int]] = field(default_factory=list)
    promised: list[Extract] = field(default_factory=list)


def digest(intake: Intake) -> list[Speech]:
    """All speeches of a text in order."""
    parts = {part.number: Speech(part, author_of(part)) for part in intake.parts.all()}
    bodies: dict[int, list[IntakeParagraph]] = {}
    for row in intake.paragraphs.filter(loose=False, level=0):
        bodies.setdefault(row.part, []).append(row)
    found = intake.extracts.filter(kind__in=(K.CLAUSE, K.TASK), gone=False).exclude(state="refused")
    for extract in found.order_by("paragraph", "start"):
        speech = parts.get(extract.part)
        if speech is None:
            continue
        if extract.kind == K.CLAUSE and extract.data.get("level") == 1:
            speech.points.append(extract)
        elif extract.kind == K.TASK and extract.state in ("accepted", "made"):
            speech.promised.append(extract)
    for number, speech in parts.items():
        heads = tuple(point.text for point in speech.points)
        rows, title = bodies.get(number, []), speech.part.title
        # A short speech has fewer telling sentences than one may ask for.
        found_here = telling(title, rows, TELLING + len(heads)) or telling(title, rows, TELLING)
        # A heading already stands above.
        speech.said = [row for row in found_here if not (heads and row[0].startswith(heads))][
            :TELLING
        ]
    return list(parts.values())


def author_of(part: IntakePart) -> str:
    """A name only where it is certain or a person settled it."""
    if part.author and part.author_status in (IntakePart.Sure.CERTAIN, IntakePart.Sure.SETTLED):
        return part.author
    return "作者不明" if part.author_status == IntakePart.Sure.SETTLED else "作者待定"


def telling(title: str, rows: list[IntakeParagraph], most: int) -> list[tuple[str, int]]:
    """The sentences that say most, word for word, with the line each begins on."""
    starts, body = [], ""
    for row in rows:
        starts.append(len(body))
        body += row.text + "\n"
    out = []
    for quoted in summary(title, body, most):
        row = rows[bisect_right(starts, quoted.start) - 1]
        at = quoted.start - starts[bisect_right(starts, quoted.start) - 1]
        line = next((line for place, line in reversed(row.breaks) if place <= at), row.first)
        out.append((quoted.text.strip(), line))
    return out
