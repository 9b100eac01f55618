"""How alike two proposals are, and which earlier ones a draft resembles (查重).

Titles and asks are compared by pairs of neighbouring characters (二字串) after the stock phrases of
the trade are taken out, since 关于进一步加强…工作的提案 would make everything alike.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.core.cache import cache
from django.db.models import Q, QuerySet

from ..engines.search.matching import Match
from ..procedures.seat import Role, Seat
from .flow.proposal import AFTER_FILING, PROPOSAL
from .models import Answer, Recommendation, Reply, Submission
from .queries import UNSENT, visible

STOCK = re.compile(
    "关于|进一步|切实|大力|积极|持续|加快|加强|强化|完善|健全|推进|推动|促进|提升|提高|优化|建立|"
    "若干|相关|有关|工作|问题|机制|体系|力度|水平|建议|提案|我市|我县|我区|全市|全县|全区|本市|"
    "的|和|与|及|对|在|等"
)
HAN_OR_WORD = re.compile(r"[㐀-鿿𠀀-𲎯]|[A-Za-z0-9]+")
ALIKE = 0.5  # above this a title is shown as like another; measured on the sample city's titles
YEARS = 5
CANDIDATES = 300
SHOWN = ("pk", "title", "number", "serial", "state", "grade", "session__year")
FIRST_SENTENCE = re.compile(r"[^。！？\n]{4,}[。！？]?")


def pairs(text: str) -> frozenset[str]:
    """Neighbouring characters of what remains without stock phrases; words of letters stay whole."""
    found: set[str] = set()
    for piece in STOCK.sub(" ", text).split():
        marks = HAN_OR_WORD.findall(piece)
        found.update(a + b for a, b in zip(marks, marks[1:], strict=False))
        if len(marks) == 1:
            found.add(marks[0])
    return frozenset(found)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """0 nothing shared .. 1 the same: shared pairs over the smaller set, eased by the larger.

    A short title inside a long one counts, but less than two titles that say the same.
    """
    if not one or not other:
        return 0.0
    shared = len(one & other)
    small, large = sorted((len(one), len(other)))
    return shared / small * 0.6 + shared / large * 0.4


@dataclass(frozen=True)
class Like:
    """An earlier proposal that resembles the one at hand, with what became of it."""

    pk: int
    label: str  # 第0131号 or 流水0412
    year: int
    title: str
    state: str
    state_label: str
    grade: str
    share: float
    where: str  # "案由" or "第 2 条建议"
    sentence: str  # the reply's first sentence on it; empty while unanswered
    matches: tuple[Match, ...] = ()  # sentences of both that say the same
    alert: bool = True  # as alike as the office's threshold asks


def open_to(seat: Seat | None, committee_id: int) -> QuerySet[Submission]:
    """Rows a comparison may show: what the seat may read; nobody's unsent draft; without a seat
    what any member may read."""
    if seat is None:
        return Submission.objects.filter(
            committee_id=committee_id,
            state__in=AFTER_FILING,
            consent_public=True,
            confidential=False,
        )
    return visible(seat).exclude(state__in=UNSENT)


def sought(grams: Iterable[str], most: int = 8) -> Q:
    """Titles that share at least one of the rarer-looking pairs."""
    query = Q()
    for gram in sorted(grams)[:most]:
        query |= Q(title__contains=gram)
    return query


def similar(
    case: Submission, seat: Seat | None = None, limit: int = 3, near: bool = False
) -> list[Like]:
    """Earlier proposals of the same committee like ``case``, most alike first; three queries.

    ``near``: also what is less alike than the office's threshold, for whoever writes; each says by
    ``alert`` whether it is above. By the search index where there is one, else by titles. Never itself, its own merge group, or what
    it was divided from. What was found is kept for some minutes, so that autosave does not repeat it.
    """
    mine = pairs(case.title)
    if len(mine) < 2:
        return []
    office = bool(seat and seat.has(Role.CLERK, Role.SECOND_REVIEWER))
    who = "clerk" if office else seat.person_id if seat else 0
    from ..search.alike import built  # the index is built over this room: asked when needed

    if built(case.committee_id):
        return by_index(case, seat, limit, near)
    key = f"like:{case.committee_id}:{case.pk}:{who}:{hash(mine)}"
    likely: list[dict[str, Any]] | None = cache.get(key)
    if likely is None:
        rows = kin_apart(case, open_to(seat, case.committee_id)).filter(sought(mine))
        rows = rows.filter(session__year__gte=case.session.year - YEARS).order_by("-id")
        likely = [
            row | {"share": share}
            for row in rows.values(*SHOWN)[:CANDIDATES]
            if (share := likeness(mine, pairs(row["title"]))) >= ALIKE * 0.6
        ]
        likely = sorted(likely, key=lambda row: (-row["share"], -row["pk"]))[: limit * 4]
        cache.set(key, likely, 300)
    return weigh(case, likely, limit) if likely else []


def words_of(case: Submission) -> str:
    """What is compared beside the title: the texts and the asks that stand."""
    asks = [ask.text for ask in case.recommendations.all() if ask.removed_at is None]
    return "\n".join(t for t in (case.situation, case.analysis, *asks) if t)


def by_index(case: Submission, seat: Seat | None, limit: int, near: bool = False) -> list[Like]:
    """By the search index, whole texts of all years; empty where it holds nothing alike."""
    from ..search.alike import alike  # the index is built over this room: asked when needed
    from ..search.pairs_seen import seen

    known = seen(case.committee_id)
    body = words_of(case)
    key = f"alike:{case.pk}:{seat.person_id if seat else 0}:{hash((case.title, body, near))}"
    hits = cache.get(key)
    if hits is None:
        rows = kin_apart(case, open_to(seat, case.committee_id))
        least = known.near if near else known.floor
        hits = alike(case.committee_id, case.title, body, rows, most=limit, least=least)
        cache.set(key, hits, 300)
    if not hits:
        return []
    ids = [hit.object_id for hit in hits]
    rows = kin_apart(case, open_to(seat, case.committee_id)).filter(pk__in=ids)
    shown = {row["pk"]: row for row in rows.values(*SHOWN)}
    said = spoken(ids)
    out = []
    for hit in hits:
        if hit.object_id not in shown:
            continue
        theirs = [pairs(m.theirs.text) for m in hit.matches]
        answers = said.get(hit.object_id, [])
        best = max(
            answers, key=lambda a: max((likeness(p, a[1]) for p in theirs), default=0), default=None
        )
        like = told(hit.score, shown[hit.object_id], None, {})
        if best:
            like = replace(like, where=f"第 {best[0]} 条建议", sentence=best[2])
        out.append(replace(like, matches=hit.matches, alert=hit.score >= known.floor))
    return out


def spoken(ids: list[int]) -> dict[int, list[tuple[int, frozenset[str], str]]]:
    """Case -> (number of the ask, its pairs, first sentence of the newest delivered answer)."""
    said: dict[int, dict[int, tuple[int, frozenset[str], str]]] = {}
    answers = Answer.objects.filter(
        reply__submission_id__in=ids, reply__state="sent", reply__kind=Reply.Kind.REPLY
    ).exclude(text="")
    for case, order, ask, text in answers.order_by("reply__round", "id").values_list(
        "reply__submission_id", "recommendation__order", "recommendation__text", "text"
    ):
        first = FIRST_SENTENCE.search(text)
        said.setdefault(case, {})[order] = (
            order,
            pairs(ask),
            (first.group(0) if first else text)[:90],
        )
    return {case: list(some.values()) for case, some in said.items()}


def kin_apart(case: Submission, rows: QuerySet[Submission]) -> QuerySet[Submission]:
    """Without the case itself, its merge group, its parts and what it came from."""
    family = {pk for pk in (case.pk, case.split_from_id, case.came_from_id) if pk}
    rows = rows.filter(kind=Submission.Kind.PROPOSAL).exclude(pk__in=family)
    rows = rows.exclude(split_from_id__in=family).exclude(state__in=["withdrawn", "divided"])
    return rows.exclude(group_id=case.group_id) if case.group_id else rows


def weigh(case: Submission, likely: list[dict[str, Any]], limit: int) -> list[Like]:
    """Compare asks too, and fetch what became of the likely ones."""
    asks: dict[int, list[Recommendation]] = {}
    ids = [row["pk"] for row in likely]
    for ask in Recommendation.objects.filter(submission_id__in=[*ids, case.pk], removed_at=None):
        asks.setdefault(ask.submission_id, []).append(ask)
    own = [pairs(ask.text) for ask in asks.get(case.pk, [])]
    found: list[tuple[float, dict[str, Any], Recommendation | None]] = []
    for row in likely:
        best = max(
            ((likeness(a, pairs(b.text)), b) for a in own for b in asks.get(row["pk"], [])),
            key=lambda pair: pair[0],
            default=(0.0, None),
        )
        share = max(row["share"], 0.5 * row["share"] + 0.5 * best[0])
        if share >= ALIKE:
            found.append((share, row, best[1] if best[0] >= ALIKE else None))
    found.sort(key=lambda item: (-item[0], -item[1]["pk"]))
    said = sentences([row["pk"] for _, row, _ in found[:limit]]) if found else {}
    return [told(share, row, ask, said) for share, row, ask in found[:limit]]


def sentences(ids: list[int]) -> dict[int, dict[int, str]]:
    """Case -> ask -> first sentence of the newest delivered answer."""
    said: dict[int, dict[int, str]] = {}
    answers = Answer.objects.filter(
        reply__submission_id__in=ids, reply__state="sent", reply__kind=Reply.Kind.REPLY
    ).exclude(text="")
    for case, ask, text in answers.order_by("reply__round", "id").values_list(
        "reply__submission_id", "recommendation_id", "text"
    ):
        first = FIRST_SENTENCE.search(text)
        said.setdefault(case, {})[ask] = (first.group(0) if first else text)[:90]
    return said


def told(
    share: float,
    row: dict[str, Any],
    ask: Recommendation | None,
    said: dict[int, dict[int, str]],
) -> Like:
    """One result in the words a page shows."""
    answers = said.get(row["pk"], {})
    sentence = answers.get(ask.pk, "") if ask else ""
    return Like(
        pk=row["pk"],
        label=Submission(number=row["number"], serial=row["serial"]).number_label,
        year=row["session__year"],
        title=row["title"],
        state=row["state"],
        state_label=PROPOSAL.label_of(row["state"]),
        grade=row["grade"],
        share=round(share, 2),
        where=f"第 {ask.order} 条建议" if ask else "案由",
        sentence=sentence or next(iter(answers.values()), ""),
    )
