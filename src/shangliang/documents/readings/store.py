"""A reading becomes rows: structure anew, extracts carried over. Part of taking in and rereading."""

from dataclasses import dataclass

from django.db.models import Max
from django.utils import timezone

from ...engines.text.engine import Reading, read_source
from ...engines.text.source import Source
from ..models import Extract, Intake, IntakeParagraph, IntakePart
from .carry import carry
from .paras import Para, paragraphs
from .propose import Places, Proposal, proposals

BATCH = 500


@dataclass
class Stored:
    """What one reading brought: new proposals, decisions kept, decided ones whose words are gone."""

    fresh: int
    kept: int
    gone: int


def read_into(intake: Intake, source: Source) -> Stored:
    """Read a source and write everything of it. Called inside a verb's transaction."""
    reading = read_source(source, day=intake.given_on)
    rows, by_rank = paragraphs(reading)
    parts(intake, reading)
    IntakeParagraph.objects.filter(committee_id=intake.committee_id, intake=intake).delete()
    IntakeParagraph.objects.bulk_create(
        [paragraph(intake, n, row) for n, row in enumerate(rows)], batch_size=BATCH
    )
    places = Places(rows, by_rank)
    found = proposals(reading, places) if intake.suggestions else []
    intake.lines = len(source.lines)
    intake.state, intake.trouble = "open", ""
    intake.read_at = timezone.now()
    return extracts(intake, found, rows)


def parts(intake: Intake, reading: Reading) -> None:
    """The documents of the file. An author a person settled stays settled for a part of that title."""
    known = {row.number: row for row in intake.parts.all()}
    intake.parts.all().delete()
    rows = []
    for number, document in enumerate(reading.documents, 1):
        speech = document.speech
        first, last = speech.lines
        row = IntakePart(
            committee_id=intake.committee_id,
            intake=intake,
            number=number,
            title=speech.title[:300],
            title_status=speech.title_status,
            author=speech.author[:80],
            author_status=speech.author_status,
            candidates=[
                {"name": name, "why": why, "line": line} for name, why, line in speech.candidates
            ],
            evidence=list(speech.evidence)[:12],
            first=first,
            last=last,
        )
        was = known.get(number)
        if was and was.author_status == IntakePart.Sure.SETTLED:
            row.author, row.author_status = was.author, was.author_status
            row.settled_by_id = was.settled_by_id
        rows.append(row)
    IntakePart.objects.bulk_create(rows)


def paragraph(intake: Intake, order: int, row: Para) -> IntakeParagraph:
    return IntakeParagraph(
        committee_id=intake.committee_id,
        intake=intake,
        part=row.part,
        order=order,
        text=row.text,
        first=row.first,
        last=row.last,
        page=row.page,
        breaks=row.breaks,
        level=row.level,
        loose=row.loose,
    )


def extracts(intake: Intake, found: list[Proposal], rows: list[Para]) -> Stored:
    """Proposals against what is there: decisions stay, the undecided are proposed anew."""
    old = list(intake.extracts.all())
    done = carry(old, found)
    numbers = {
        (kind, soft): most or 0
        for kind, soft, most in intake.extracts.order_by()
        .values_list("kind", "soft")
        .annotate(most=Max("number"))
    }
    for row, proposal, mended in done.kept:
        if mended:
            row.key = proposal.key
            row.changed = row.changed or row.text != proposal.text
        place(row, proposal)
        row.gone = False
        untouched = row.state == "open" and not row.data.get("mended")
        if untouched and row.origin == Extract.Origin.MACHINE:
            row.title, row.data = proposal.title, proposal.data
            row.why, row.certain = proposal.why, proposal.certain
    Extract.objects.bulk_update(
        [row for row, _, _ in done.kept],
        ["part", "paragraph", "start", "end", "first", "last", "text", "gone", "key", "changed",
         "title", "data", "why", "certain"],
        batch_size=200,
    )  # fmt: skip
    dropped = [row.pk for row in done.gone if row.state == "open" and row.origin == "machine"]
    for row in done.gone:
        if row.pk not in dropped:
            row.gone = not found_again(row, rows)
    Extract.objects.bulk_update(
        [row for row in done.gone if row.pk not in dropped],
        ["gone", "part", "paragraph", "start", "end", "first", "last"],
        batch_size=200,
    )
    intake.extracts.filter(pk__in=dropped).delete()
    fresh = []
    for proposal in done.fresh:
        key = (proposal.kind, proposal.soft)
        numbers[key] = numbers.get(key, 0) + 1
        fresh.append(new(intake, proposal, numbers[key]))
    Extract.objects.bulk_create(fresh, batch_size=BATCH)
    kept = sum(row.state != "open" for row, _, _ in done.kept)
    return Stored(len(fresh), kept, sum(row.gone for row in done.gone))


def place(row: Extract, proposal: Proposal) -> None:
    """Where it stands in the draft read last; the words as they stand there."""
    row.part, row.paragraph = proposal.part, proposal.paragraph
    row.start, row.end = proposal.start, proposal.end
    row.first, row.last = proposal.first, proposal.last
    if row.made_id is None:
        row.text = proposal.text


def found_again(row: Extract, rows: list[Para]) -> bool:
    """A sentence marked by hand, or one no longer proposed, that still stands in the text."""
    for order, para in enumerate(rows):
        at = para.text.find(row.text)
        if at >= 0:
            row.part, row.paragraph = para.part, order
            row.start, row.end = at, at + len(row.text)
            row.first = line_at(para.breaks, at)
            row.last = line_at(para.breaks, at + len(row.text) - 1)
            return True
    return False


def line_at(breaks: list[list[int]], place: int) -> int:
    """The source line a character of a paragraph stands on."""
    line = breaks[0][1] if breaks else 0
    for start, number in breaks:
        if start > place:
            break
        line = number
    return line


def new(intake: Intake, proposal: Proposal, number: int) -> Extract:
    data = proposal.data | {"proposed": proposal.title}
    return Extract(
        committee_id=intake.committee_id,
        intake=intake,
        kind=proposal.kind,
        number=number,
        part=proposal.part,
        paragraph=proposal.paragraph,
        start=proposal.start,
        end=proposal.end,
        first=proposal.first,
        last=proposal.last,
        text=proposal.text,
        title=proposal.title,
        section=proposal.section[:200],
        why=proposal.why,
        certain=proposal.certain,
        soft=proposal.soft,
        data=data,
        key=proposal.key,
    )
