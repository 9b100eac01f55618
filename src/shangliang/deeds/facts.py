"""Facts of a year (履职事实): read from the rows of all rooms, in a fixed number of questions.

Nothing is stored. What is corrected, withdrawn or verified elsewhere is different here the next time.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from django.utils import timezone

from ..activities.models import Card
from ..engines.points import Fact
from ..journal.kept import kept
from ..submissions.models import CoSignature, Submission
from ..submissions.queries import UNSENT
from ..tasks.models import Effect
from ..voices.models import Voice
from ..voices.models.issue import Adoption
from .attended import taking_part
from .models import Deed, Exemption
from .reach import People, begin_of, of

MISSES = ("absent", "late")
# Filed on its own, as the yearly statistics count (records/measures.py).
FILED = ("filed", "handling", "replied", "closed")
UNSENT_VOICES = ("draft", "withdrawn", "returned")
WRITTEN = ("report", "research")


def day_of(at: datetime | None, year: int) -> date:
    return timezone.localdate(at) if at else date(year, 1, 1)


def gather(committee_id: int, year: int, people: People = None) -> list[Fact]:
    """Every fact of the year, or of these people. About a dozen questions, whatever their number."""
    found = [
        *taking_part(committee_id, year, people),
        *proposals(committee_id, year, people),
        *voices(committee_id, year, people),
        *cards(committee_id, year, people),
        *reported(committee_id, year, people),
    ]
    spans = exempt(committee_id, year, people)
    return [f for f in found if not (f.what in MISSES and inside(spans.get(f.person, ()), f.on))]


def facts_of(committee_id: int, year: int, person: int) -> list[Fact]:
    """One person's year, gathered once an event: for pages that are opened often."""
    return kept(
        committee_id, f"facts:{year}:{person}", lambda: gather(committee_id, year, [person])
    )


def two_years(committee_id: int, year: int, person: int) -> tuple[list[Fact], list[Fact]]:
    """(this year, the year before), gathered once an event."""

    def make() -> tuple[list[Fact], list[Fact]]:
        this, before = (gather(committee_id, y, [person]) for y in (year, year - 1))
        return this, before

    return kept(committee_id, f"facts2:{year}:{person}", make)


def exempt(committee_id: int, year: int, people: People) -> dict[int, list[Exemption]]:
    """person -> times in which nothing missed counts."""
    out: dict[int, list[Exemption]] = defaultdict(list)
    for row in of(Exemption.objects.filter(committee_id=committee_id, year=year), people):
        out[row.person_id].append(row)
    return out


def inside(spans: Collection[Exemption], day: date) -> bool:
    return any(span.since <= day <= span.until for span in spans)


def proposals(committee_id: int, year: int, people: People) -> Iterator[Fact]:
    """What one signed, by what became of it; a verified effect counts for those who proposed it."""
    cases = Submission.objects.filter(
        committee_id=committee_id, kind=Submission.Kind.PROPOSAL, session__year=year
    ).exclude(state__in=(*UNSENT, "divided"))
    rows = CoSignature.objects.filter(
        committee_id=committee_id,
        submission__in=cases,
        state=CoSignature.State.SIGNED,
        role__in=[CoSignature.Role.FIRST, CoSignature.Role.CO],
    )
    columns = (
        "submission_id", "person_id", "role", "submission__state", "submission__title",
        "submission__nature", "submission__key", "submission__excellent",
        "submission__submitted_at", "submission__filed_at",
    )  # fmt: skip
    found = list(rows.order_by("submission_id", "id").values_list(*columns))
    drafted = of(cases.filter(drafter__isnull=False), people, "drafter_id").values_list(
        "pk",
        "drafter_id",
        "state",
        "title",
        "nature",
        "key",
        "excellent",
        "submitted_at",
        "filed_at",
    )
    signers = Counter(row[0] for row in found)
    wanted = None if people is None else set(people)
    lines = [
        *(row for row in found if wanted is None or row[1] in wanted),
        *((r[0], r[1], "drafter", *r[2:]) for r in drafted),
    ]
    solved = effects(committee_id, {row[0] for row in lines})
    for pk, person, role, state, title, nature, key, excellent, sent, filed in lines:
        traits = {"role": role, "nature": nature}
        share = signers[pk]
        fact = partial(
            Fact,
            person,
            source_type="submission",
            source_id=pk,
            title=title,
            signers=share,
            of=traits,
            page=("proposal", pk),
        )
        yield fact("proposal_submitted", day_of(sent, year))
        day = day_of(filed or sent, year)
        if state in FILED or state == "merged":
            yield fact("proposal_filed", day)
        if state == "to_report":
            yield fact("proposal_to_report", day)
        if key:
            yield fact("proposal_key", day)
        if excellent:
            yield fact("proposal_excellent", day)
        for effect, on in solved.get(pk, ()):
            yield replace(fact("effect", on), source_type="effect", source_id=effect)


def effects(committee_id: int, cases: set[int]) -> dict[int, list[tuple[int, date]]]:
    """case -> effects judged by somebody other than the doer (catalogue E11)."""
    out: dict[int, list[tuple[int, date]]] = defaultdict(list)
    rows = Effect.objects.filter(
        committee_id=committee_id,
        case_type="submission",
        verdict__in=[Effect.Verdict.SOLVED, Effect.Verdict.PARTLY],
        self_reported=False,
        judged_at__isnull=False,
    ).values_list("pk", "case_id", "judged_at")
    for pk, case, at in rows:
        if case in cases:
            out[case].append((pk, timezone.localdate(at)))
    return out


def voices(committee_id: int, year: int, people: People) -> Iterator[Fact]:
    """Public-opinion reports and micro-research, and each level's adoption, for every author merged."""
    rows = of(
        Voice.objects.filter(
            committee_id=committee_id,
            kind__in=WRITTEN,
            submitted_at__gte=begin_of(year),
            submitted_at__lt=begin_of(year + 1),
            author__isnull=False,
        ).exclude(state__in=UNSENT_VOICES),
        people,
        "author_id",
    ).order_by("id")
    found = list(rows.values_list("pk", "author_id", "title", "submitted_at", "merged_into_id"))
    adopted: dict[int, list[tuple[int, str, date]]] = defaultdict(list)
    for pk, voice, level, on in Adoption.objects.filter(
        committee_id=committee_id, on__year__gte=year
    ).values_list("pk", "voice_id", "level", "on"):
        adopted[voice].append((pk, level, on))
    for pk, person, title, sent, into in found:
        name = title or "社情民意"
        yield Fact(
            person, "report_submitted", day_of(sent, year), "voice", pk, name, page=("voice", pk)
        )
        for adoption, level, on in adopted.get(into or pk, ()):
            if on.year == year:
                yield Fact(
                    person, "report_adopted", on, "adoption", adoption, name,
                    of={"level": level}, page=("voice", into or pk),
                )  # fmt: skip


def cards(committee_id: int, year: int, people: People) -> Iterator[Fact]:
    """Observation cards; one whose finding was confirmed mended is an effect."""
    rows = of(
        Card.objects.filter(
            committee_id=committee_id,
            activity__starts_at__gte=begin_of(year),
            activity__starts_at__lt=begin_of(year + 1),
        ).exclude(activity__state="withdrawn"),
        people,
    ).order_by("id")
    columns = (
        "pk",
        "person_id",
        "text",
        "made_at",
        "finding_id",
        "finding__state",
        "finding__seen_again_on",
        "activity_id",
    )
    for pk, person, text, at, finding, state, again, act in rows.values_list(*columns):
        day = timezone.localdate(at)
        yield Fact(person, "card", day, "card", pk, text[:40], page=("activity", act))
        if finding and state == "confirmed":
            yield Fact(
                person, "effect", again or day, "finding", finding, text[:40],
                page=("finding", finding),
            )  # fmt: skip


def reported(committee_id: int, year: int, people: People) -> Iterator[Fact]:
    """What the member reported and the office confirmed."""
    rows = of(
        Deed.objects.filter(committee_id=committee_id, on__year=year, state="confirmed"), people
    ).order_by("id")
    for pk, person, what, level, title, on in rows.values_list(
        "pk", "person_id", "what", "level", "title", "on"
    ):
        yield Fact(person, what, on, "deed", pk, title, of={"level": level})
