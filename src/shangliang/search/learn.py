"""Learning classes and units from the office's own decisions; with none, from the lexicon of duties.

What is learned is derived: it is in no backup and is learned again from the decisions at any time.
"""

import time
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from ..engines.search.classes import VERSION, Classifier, segmented
from ..jobs.models import Job
from ..jobs.run import Outcome, Progress, job
from ..submissions.flow.proposal import AFTER_FILING
from ..submissions.models import Assignment, Submission
from .fields import units_of
from .judged import measure_alike
from .models import Learned, Row
from .pairs_seen import count
from .sources import ASIDE

KIND = "search.learn"
MOST, FEWEST = 8_000, 40
CLASS, UNIT = "class", "unit"
_held: dict[tuple[int, str], tuple[Any, Classifier]] = {}


@dataclass(frozen=True)
class Example:
    """A decided case: its words and what people decided."""

    case: int
    seg: str
    label: str
    group: str


def decided(committee_id: int) -> dict[int, tuple[str, str]]:
    """Case -> (class, group) of what was filed with a class."""
    rows = Submission.objects.filter(
        committee_id=committee_id, kind=Submission.Kind.PROPOSAL, state__in=AFTER_FILING
    ).order_by("-id")
    return {
        pk: (code, f"g{group}" if group else str(pk))
        for pk, code, group in rows.values_list("pk", "class_code", "group_id")[:MOST]
    }


def leads(committee_id: int) -> dict[int, str]:
    """Case -> the unit that answers for it (the first, where several do)."""
    rows = Assignment.objects.filter(committee_id=committee_id).exclude(role=Assignment.Role.CO)
    found: dict[int, str] = {}
    for case, unit in rows.order_by("-id").values_list("submission_id", "unit_id"):
        found[case] = str(unit)
    return found


def examples(committee_id: int) -> dict[str, list[Example]]:
    """What there is to learn from, by kind; texts as the index holds them."""
    cases = decided(committee_id)
    units = leads(committee_id)
    out: dict[str, list[Example]] = {CLASS: [], UNIT: []}
    rows = Row.objects.filter(committee_id=committee_id, kind="proposal", part=0)
    for pk, title, body in rows.values_list("object_id", "title", "body").iterator(500):
        if pk not in cases:
            continue
        code, group = cases[pk]
        seg = segmented(f"{title}\n{body.split(ASIDE)[0]}")
        if code:
            out[CLASS].append(Example(pk, seg, code, group))
        if pk in units:
            out[UNIT].append(Example(pk, seg, units[pk], group))
    return out


def mark_of(some: list[Example], names: dict[str, str]) -> str:
    """What would be learned, in short: the same mark, the same machine."""
    said = blake2b(repr((VERSION, sorted(names.items()))).encode(), digest_size=16)
    for e in sorted(some, key=lambda e: e.case):
        said.update(repr((e.case, e.label, e.group, e.seg)).encode("utf-8", "replace"))
    return said.hexdigest()


def learn(committee_id: int) -> dict[str, int]:
    """Learn both anew where a decision, a text or a name changed. Returns how many examples each had;
    too few leave the lexicon in force."""
    done = {}
    duties = {str(u.pk): f"{u.name} {u.short}" for u in units_of(committee_id)}
    for kind, some in examples(committee_id).items():
        done[kind] = len(some)
        kept = Learned.objects.filter(committee_id=committee_id, kind=kind)
        if len(some) < FEWEST:
            kept.delete()
            continue
        names = duties if kind == UNIT else {}
        mark = mark_of(some, names)
        if kept.filter(measured__of=mark, measured__version=VERSION).exists():
            continue
        model = Classifier()
        model.learn(
            [e.seg for e in some], [e.label for e in some], [e.group for e in some], names
        )  # fmt: skip
        held = model.measured
        Learned.objects.update_or_create(
            committee_id=committee_id,
            kind=kind,
            defaults={
                "examples": len(some),
                "body": model.dump(),
                "measured": {
                    "version": VERSION,
                    "of": mark,
                    "texts": held.texts,
                    "right": round(held.right, 3),
                    "right3": round(held.right3, 3),
                    "surest80": round(held.surest80, 3),
                    "left_out": held.left_out[:20],
                },
            },
        )
    return done


def model(committee_id: int, kind: str) -> Classifier | None:
    """What was learned, kept in the process while it is the newest; None when nothing was, or only by an
    older machine: the lexicon is in force until the night, when all is learned anew."""
    learned = Learned.objects.filter(
        committee_id=committee_id, kind=kind, measured__version=VERSION
    )
    at = learned.values_list("made_at", flat=True).first()
    if at is None:
        return None
    held = _held.get((committee_id, kind))
    if held and held[0] == at:
        return held[1]
    row = learned.first()
    if row is None:
        return None
    made = Classifier.load(bytes(row.body))
    _held[(committee_id, kind)] = (row.made_at, made)
    return made


@job(KIND, "学习类别和承办单位")
def learn_job(row: Job, progress: Progress) -> Outcome:
    """Learn and say how good it is on cases held back."""
    began = time.perf_counter()
    count(row.committee_id)
    done = learn(row.committee_id)
    pairs = measure_alike(row.committee_id)
    rows: list[tuple[object, ...]] = [("相近", pairs, "见“系统建议”页", "—")]
    for kind, label in ((CLASS, "类别"), (UNIT, "承办单位")):
        held = Learned.objects.filter(committee_id=row.committee_id, kind=kind).first()
        if held:
            m = held.measured
            rows.append((label, held.examples, f"{m['right']:.0%}", f"{m['right3']:.0%}"))
        else:
            rows.append((label, done.get(kind, 0), f"不足 {FEWEST} 件，先用职责词典", "—"))
    return Outcome(
        f"学完，用时 {time.perf_counter() - began:.0f} 秒。",
        ("学什么", "例子", "首选对", "前三有"),
        tuple(rows),
    )


def learn_all() -> str:
    """Every committee; the nightly turn. Signals are looked for with what was just counted."""
    from ..actors.models import Actor
    from .early import look

    done = 0
    for committee in Actor.objects.filter(kind=Actor.Kind.COMMITTEE).order_by("pk"):
        count(committee.pk)
        learn(committee.pk)
        measure_alike(committee.pk)
        look(committee.pk)
        done += 1
    return str(done)
