"""Similar cases of other committees (上下级、兄弟政协): what they have opened to everybody, no row more.

Nothing crosses the wall but what the other committee's public page shows now (publishing.queries): the
title, the full text or only the summary its office wrote, and an answer only where its unit let it be
read. What decides likeness is that text alone, so that nothing hidden can be felt out.
"""

from dataclasses import dataclass

from django.core.cache import cache
from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from ..engines.search.matching import Match, matches
from ..engines.search.shelf import Shelf, Text
from ..engines.search.tokens import OF_KIND
from ..publishing.queries import open_everywhere
from ..submissions.flow import PROPOSAL
from ..submissions.likeness import words_of
from ..submissions.models import Answer, Reply, Submission
from .alike import sought
from .models import Row
from .pairs_seen import seen
from .sources import ASIDE
from .tokens_asked import joined, quoted

CANDIDATES = 60
KEPT = 300  # seconds
NONE = 0  # no committee's number


@dataclass(frozen=True)
class Elsewhere:
    """A similar proposal another committee has opened, and what its public page says of it."""

    case: Submission
    score: float
    matches: tuple[Match, ...]
    answer: str  # the sentence of the open reply; empty where none may be read

    @property
    def state_label(self) -> str:
        return PROPOSAL.label_of(self.case.state)


def candidates(apart: int, wanted: list[tuple[str, float]]) -> RawSQL:
    """Keys of index rows of published proposals with most rare pairs in common, of every committee but
    ``apart``."""
    kind = quoted(f"{OF_KIND}proposal", False)
    one = (
        "SELECT rowid AS id, %s AS w FROM search_gram WHERE search_gram MATCH %s"
        if connection.vendor == "sqlite"
        else "SELECT id, %s::float AS w FROM search_row WHERE grams @@ %s::tsquery"
    )
    params: list[object] = []
    for token, worth in wanted:
        params += [worth, joined([kind, quoted(token, False)], True)]
    sql = (
        f"SELECT hits.id FROM ({' UNION ALL '.join([one] * len(wanted))}) AS hits"  # noqa: S608 - ours
        " INNER JOIN search_row AS r ON r.id = hits.id"
        " INNER JOIN submissions_publication AS p ON p.submission_id = r.object_id"
        " WHERE p.withdrawn_at IS NULL AND r.committee_id <> %s"
        f" GROUP BY hits.id ORDER BY SUM(hits.w) DESC, hits.id DESC LIMIT {CANDIDATES}"
    )
    return RawSQL(sql, [*params, apart])  # noqa: S611 - parts are ours, values are bound


def elsewhere(
    committee_id: int, title: str, body: str, most: int = 2, *, own: bool = False
) -> list[Elsewhere]:
    """The most similar open proposals of other committees, best first; three questions at most.

    ``own``: this committee's too, for who has no account and sees of it only what everybody sees.
    """
    known = seen(committee_id)
    text = Text("", body, title)
    wanted = sought(text, known) if known.built and not known.off else []
    if not wanted:
        return []
    apart = NONE if own else committee_id
    rows = Row.objects.filter(kind="proposal", part=0).exclude(committee_id=apart)
    bodies = dict(rows.filter(pk__in=candidates(apart, wanted)).values_list("object_id", "body"))
    cases = {
        case.pk: case
        for case in open_everywhere().filter(pk__in=bodies).select_related("committee", "session")
    }
    shelf = Shelf(known.rarity)
    shelf.add(
        Text(str(pk), open_text(cases[pk], bodies[pk]), cases[pk].title) for pk in sorted(cases)
    )
    found = [hit for hit in shelf.near(text, most) if hit.score >= known.near]
    answers = open_answers([int(hit.id) for hit in found])
    return [
        Elsewhere(
            cases[int(hit.id)],
            hit.score,
            tuple(matches(text.whole, shelf.wholes[hit.index], 3)),
            answers.get(int(hit.id), ""),
        )
        for hit in found
    ]


def elsewhere_of(case: Submission) -> list[Elsewhere]:
    """The same for a case, kept some minutes so that saving while writing does not repeat it; what was
    taken back or narrowed meanwhile is gone at once."""
    body = words_of(case)
    key = f"elsewhere:{case.committee_id}:{hash((case.title, body))}"
    held: list[Elsewhere] | None = cache.get(key)
    if held is None:
        held = elsewhere(case.committee_id, case.title, body)
        cache.set(key, held, KEPT)
        return held
    if not held:
        return held
    now = {c.pk: c for c in open_everywhere().filter(pk__in=[e.case.pk for e in held])}
    return [e for e in held if e.case.pk in now and as_opened(now[e.case.pk]) == as_opened(e.case)]


def as_opened(case: Submission) -> tuple[object, ...]:
    row = case.publication
    return row.text, row.show_reply, row.published_at, row.summary


def open_text(case: Submission, body: str) -> str:
    """What the public page shows of the text."""
    publication = case.publication
    return body.split(ASIDE)[0] if publication.text == "full" else publication.summary


def open_answers(cases: list[int]) -> dict[int, str]:
    """Case -> the first sentence of its newest answer that everybody may read."""
    if not cases:
        return {}
    rows = Answer.objects.filter(
        Q(reply__submission__publication__show_reply=True),
        Q(reply__submission__publication__text="full"),
        reply__submission_id__in=cases,
        reply__kind=Reply.Kind.REPLY,
        reply__state="sent",
        reply__publicity=Reply.Publicity.FULL,
        reply__secrecy_checked=True,
    ).exclude(text="")
    found: dict[int, str] = {}
    for pk, said in rows.order_by("reply__round", "-id").values_list(
        "reply__submission_id", "text"
    ):
        end = said.find("。")
        found[pk] = (said[: end + 1] if end >= 0 else said)[:90]
    return found
