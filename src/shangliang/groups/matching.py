"""人才推荐 (S-056): who knows about this, by which words, how often asked lately, and whether to step aside.

Only self-declared fields are read. A reason stands beside every name; nobody is ruled out silently:
who must step aside is listed with why, who was asked often is put lower with a note (E9, E14).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import Count

from ..engines.search.fold import fold
from ..engines.search.tokens import words
from ..procedures.office_calendar import today
from ..procedures.reach import REACH
from ..procedures.seat import Seat
from ..submissions.models import CoSignature, Submission
from .aside import conflict_of, ground_of, parts
from .consent import rules
from .models import Asking, Listed
from .words import TALENTS

LATELY = timedelta(days=180)
ABOUT = {"activity": "活动", "consultation": "协商", "topic": "议题", "proposal": "提案"}
# Words that are in every title of the field and say nothing about who knows what.
EMPTY = frozenset(
    [
        "关于",
        "推进",
        "加强",
        "提升",
        "建设",
        "工作",
        "问题",
        "建议",
        "提案",
        "全市",
        "我市",
        "发展",
        "服务",
        "管理",
        "视察",
        "调研",
        "座谈",
        "会议",
        "协商",
        "活动",
        "健全",
        "机制",
        "完善",
        "情况",
        "促进",
        "有关",
        "进一步",
    ]
)


@dataclass(frozen=True)
class About:
    """What somebody is wanted for: its words, the units it concerns, who proposed it."""

    title: str
    text: str = ""
    units: tuple[str, ...] = ()
    proposers: frozenset[int] = frozenset()
    table: str = ""
    pk: int | None = None


@dataclass
class Match:
    """One person with the reasons."""

    row: Listed
    fields: list[str]
    via: list[str]
    asked: int
    often: bool
    conflict: str = ""
    score: float = field(default=0, repr=False)


def about_of(seat: Seat, table: str, pk: int | None) -> About | None:
    """A row the seat may see, as what to match on."""
    if table not in ABOUT or not pk:
        return None
    row: Any = REACH[table](seat).filter(pk=pk).first()
    if row is None:
        return None
    units, proposers = set(), set()
    cases = [pk] if table == "proposal" else []
    text = getattr(row, "text", "") or getattr(row, "situation", "")
    if table == "proposal":
        text = f"{row.situation} {row.analysis}"[:600]
    if getattr(row, "about_type", "") in ("proposal", "submission") and row.about_id:
        cases.append(row.about_id)
    if table == "consultation":
        units |= {str(p.actor or p.title) for p in row.parties.select_related("actor")}
        topic = row.topic
        if topic and topic.nominated_by_id:
            proposers.add(topic.nominated_by_id)
    if table == "topic" and row.nominated_by_id:
        proposers.add(row.nominated_by_id)
    if cases:
        signed = CoSignature.objects.filter(
            committee_id=seat.committee_id, submission_id__in=cases
        ).values_list("person_id", flat=True)
        proposers |= set(signed)
        for case in Submission.objects.filter(committee_id=seat.committee_id, pk__in=cases):
            proposers.add(case.author_id)
            units |= {n for n in case.lead_names.split("、") if n}
    return About(row.title, text, tuple(sorted(units)), frozenset(proposers), table, pk)


def matched(row: Listed, wanted: str, tokens: set[str]) -> tuple[list[str], list[str]]:
    """(the person's fields that fit, the words of the matter they fit by)."""
    fields, via = [], []
    for part in parts(row.fields):
        plain = fold(part)
        hits = [t for t in tokens if len(t) > 1 and (t in plain or plain in t)]
        if plain in wanted:
            hits = [plain, *[h for h in hits if h not in plain]]
        if hits:
            fields.append(part)
            via += [h for h in hits if h not in via]
    return fields, via


def suggest(seat: Seat, about: About, most: int = 12) -> list[Match]:
    """The pool in force, best reasons first; a fixed number of questions however many people."""
    day = today()
    rows = list(
        Listed.objects.filter(committee_id=seat.committee_id, kind__in=TALENTS).in_force(day)
    )
    asked = lately(seat.committee_id, [r.pk for r in rows])
    wanted = fold(f"{about.title} {about.text}")
    title = {w for w in words(about.title) if w not in EMPTY}
    tokens = title | {w for w in words(about.text) if w not in EMPTY}
    ground = ground_of(seat.committee_id, about.units, about.proposers)
    found = []
    for row in rows:
        fields, via = matched(row, wanted, tokens)
        if not fields:
            continue
        n = asked.get(row.pk, 0)
        often = n >= rules().asked_often
        why = conflict_of(row, ground)
        weight = sum(2 if word in fold(about.title) else 1 for word in via)
        found.append(Match(row, fields, via[:6], n, often, why, weight - 0.5 * n))
    found.sort(key=lambda m: (bool(m.conflict), m.often, -m.score, m.row.pk))
    return found[:most]


def lately(committee_id: int, ids: Iterable[int]) -> dict[int, int]:
    """How often each was asked in the last half year."""
    rows = Asking.objects.filter(
        committee_id=committee_id, listed_id__in=list(ids), on__gte=today() - LATELY
    )
    return dict(rows.order_by().values_list("listed_id").annotate(n=Count("pk")))
