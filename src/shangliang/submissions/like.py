"""Similar proposals for the reviewers (相近): found once a text, kept as suggestions, judged by people.

The comparison is that of the writing page (likeness.pairs): neighbouring characters without stock
phrases. Here titles and asks are searched, past sessions too, and the result is stored, because a
queue shows it for every row. The text of a case is searched again when its author changed it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Case, IntegerField, Model, Q, QuerySet, Sum, Value, When

from .likeness import STOCK, kin_apart, likeness, pairs, words_of
from .models import Recommendation, Submission, Suggestion
from .queries import UNSENT

KIND, SEARCHED = "like", "like_done"
ALIKE = 0.34  # titles and asks together; measured on the sample city's texts
MOST = 5
CANDIDATES = 60
MOST_SOUGHT = 10
SLICE = 5  # characters of an ask that are sought whole
IN_REVIEW = ("submitted", "reviewing", "returned")


@dataclass(frozen=True)
class Found:
    """One similar proposal: which, how much (0..1), and the phrases both use."""

    pk: int
    share: float
    phrases: tuple[str, ...]

    @property
    def why(self) -> str:
        return "同提" + "".join(f"“{p}”" for p in self.phrases) if self.phrases else "建议相近"


def hits(rows: QuerySet[Model], column: str, sought: Iterable[str], by: str) -> dict[int, int]:
    """Case -> how many of ``sought`` its text contains, for the cases with most."""
    words = list(sought)
    if not words:
        return {}
    anyone = Q()
    each: list[Case] = []
    for word in words:
        holds = Q(**{f"{column}__contains": word})
        anyone |= holds
        each.append(Case(When(holds, then=Value(1)), default=0, output_field=IntegerField()))
    total = each[0]
    for one in each[1:]:
        total = total + one  # type: ignore[assignment]
    counted = rows.filter(anyone).order_by().values(by).annotate(hits=Sum(total))
    return dict(counted.order_by("-hits", f"-{by}").values_list(by, "hits")[:CANDIDATES])


def slices(texts: Iterable[str]) -> list[str]:
    """Pieces of the asks that are not stock phrases, spread over all of them."""
    found: list[str] = []
    for text in texts:
        runs = [run for run in STOCK.sub(" ", text).split() if len(run) >= SLICE]
        found += [run[i : i + SLICE] for run in runs[:3] for i in range(0, len(run) - SLICE + 1, 6)]
    step = max(1, len(found) // MOST_SOUGHT)
    return [s for s in dict.fromkeys(found[::step]) if s.isalnum()][:MOST_SOUGHT]


def common_phrases(one: str, other: str, most: int = 3) -> tuple[str, ...]:
    """The longest runs of characters both texts have, without stock phrases."""
    found: list[str] = []
    for piece in STOCK.sub(" ", one).split():
        start = 0
        while start < len(piece) - 1:
            end = start + 2
            if piece[start:end] not in other:
                start += 1
                continue
            while end < len(piece) and piece[start : end + 1] in other:
                end += 1
            if piece[start:end].isalnum():
                found.append(piece[start:end])
            start = end
    longest = sorted(dict.fromkeys(found), key=len, reverse=True)
    kept: list[str] = []
    for phrase in longest:
        if len(kept) < most and not any(phrase in k for k in kept):
            kept.append(phrase[:16])
    return tuple(kept)


def search(case: Submission) -> list[Found]:
    """The most similar proposals of the committee, whatever their session; four queries.

    Never itself, its merge group, its parts or what it came from; never anybody's unsent draft. By
    the search index where it holds them, else by titles and asks.
    """
    from ..search.alike import alike, built  # the index is built over this room: asked when needed

    open_rows = kin_apart(case, Submission.objects.filter(committee_id=case.committee_id)).exclude(
        state__in=UNSENT
    )
    if built(case.committee_id):
        likes = alike(case.committee_id, case.title, words_of(case), open_rows, most=MOST)
        return [Found(hit.object_id, round(hit.score, 2), hit.phrases) for hit in likes]
    asks = list(case.recommendations.filter(removed_at__isnull=True).values_list("text", flat=True))
    by_title, by_asks = pairs(case.title), pairs("。".join(asks))
    rows = kin_apart(case, Submission.objects.filter(committee_id=case.committee_id)).exclude(
        state__in=UNSENT
    )
    likely = hits(rows, "title", sorted(by_title, key=len, reverse=True)[:MOST_SOUGHT], "pk")
    others = Recommendation.objects.filter(
        committee_id=case.committee_id, removed_at__isnull=True
    ).exclude(submission_id=case.pk)
    near = hits(others, "text", slices(asks), "submission_id")
    wanted = {*likely, *near}
    if not wanted:
        return []
    titles = dict(rows.filter(pk__in=wanted).values_list("pk", "title"))
    texts: dict[int, list[str]] = {}
    for pk, text in others.filter(submission_id__in=titles).values_list("submission_id", "text"):
        texts.setdefault(pk, []).append(text)
    mine = f"{case.title}。{'。'.join(asks)}"
    found = []
    for pk, title in titles.items():
        theirs = "。".join(texts.get(pk, []))
        of_title = likeness(by_title, pairs(title))
        of_asks = likeness(by_asks, pairs(theirs))
        share = max(0.6 * of_title + 0.4 * of_asks, of_asks)
        if share >= ALIKE:
            found.append(Found(pk, round(share, 2), common_phrases(mine, f"{title}。{theirs}")))
    return sorted(found, key=lambda f: (-f.share, -f.pk))[:MOST]


def searched(case: Submission, held: Iterable[Suggestion]) -> bool:
    """Whether this text was searched already."""
    return any(s.kind == SEARCHED and s.value == str(case.revision) for s in held)


def refresh(case: Submission) -> list[Suggestion]:
    """Search again and keep the result, on the similar cases in review too.

    What a person called wrong stays wrong; what is no longer alike and was not judged goes.
    """
    found = search(case)
    with transaction.atomic():
        Suggestion.objects.filter(submission=case, kind__in=[KIND, SEARCHED], verdict="").exclude(
            value__in=[str(f.pk) for f in found], kind=KIND
        ).delete()
        in_review = set(
            Submission.objects.filter(
                committee_id=case.committee_id,
                pk__in=[f.pk for f in found],
                state__in=IN_REVIEW,
            ).values_list("pk", flat=True)
        )
        rows = [suggestion(case.committee_id, case.pk, f.pk, f) for f in found]
        rows += [
            suggestion(case.committee_id, f.pk, case.pk, f) for f in found if f.pk in in_review
        ]
        rows.append(
            Suggestion(
                committee_id=case.committee_id,
                submission=case,
                kind=SEARCHED,
                value=str(case.revision),
                why="",
            )
        )
        # Two alike that are handed in at once write the same rows: in one order, never crosswise.
        rows.sort(key=lambda row: (row.submission_id, row.kind, row.value))
        Suggestion.objects.bulk_create(rows, ignore_conflicts=True)
    return list(Suggestion.objects.filter(committee_id=case.committee_id, submission=case))


def suggestion(committee_id: int, case: int, other: int, found: Found) -> Suggestion:
    """A row that says: ``case`` is like ``other``."""
    return Suggestion(
        committee_id=committee_id,
        submission_id=case,
        kind=KIND,
        value=str(other),
        why=found.why[:300],
    )
