"""Class and unit of a case in review: at most three each, with reasons, or silence.

Stored as suggestions like every other, so that each can be called wrong and is counted. A person
decides; with suggestions off the desk works the same.
"""

from dataclasses import dataclass

from ..engines.search.classes import segmented
from ..engines.search.matters import About, about
from ..engines.search.summary import Quoted, keywords, summary
from ..procedures.seat import Seat
from ..submissions.likeness import kin_apart, words_of
from ..submissions.models import Submission, Suggestion
from ..submissions.queries import visible
from .alike import Alike, alike
from .elsewhere import Elsewhere, elsewhere_of
from .fields import unit_reason, units_of
from .learn import CLASS, UNIT, leads, model
from .pairs_seen import seen

SURE = {CLASS: 0.40, UNIT: 0.30}  # less sure than this, nothing is said
LEAST = 0.08  # a second or third choice less likely than this is not listed
NEAR, MOST = 8, 3


@dataclass(frozen=True)
class Advice:
    """One choice with its reasons. ``p`` is 0 where it rests on the lexicon, not on the past."""

    kind: str
    value: str
    label: str
    p: float
    why: tuple[str, ...]
    cases: tuple[Submission, ...] = ()
    suggestion: Suggestion | None = None


@dataclass(frozen=True)
class Help:
    """All that is offered beside a case."""

    classes: tuple[Advice, ...] = ()
    units: tuple[Advice, ...] = ()
    keywords: tuple[tuple[str, int], ...] = ()
    quotes: tuple[Quoted, ...] = ()  # places are those of the text below
    text: str = ""
    off: bool = False
    others: tuple[Elsewhere, ...] = ()  # of other committees, opened to everybody

    @property
    def listed(self) -> list[tuple[str, tuple[Advice, ...]]]:
        return [("类别", self.classes), ("承办单位", self.units)]


def helped(seat: Seat, case: Submission, quotes: bool = True) -> Help:
    """What the machine has to say of a case."""
    if seen(case.committee_id).off:
        return Help(off=True)
    body = words_of(case)
    near = alike(
        case.committee_id, case.title, body, kin_apart(case, visible(seat)), most=NEAR, least=0.2
    )
    past = {
        c.pk: c
        for c in Submission.objects.filter(
            committee_id=case.committee_id, pk__in=[h.object_id for h in near]
        ).select_related("session")
    }
    topics = about(case.title, body)
    seg = segmented(f"{case.title}\n{body}")
    names = {c.code: c.name for c in case.rules.classes}
    units = {str(u.pk): u for u in units_of(case.committee_id)}
    led = leads_of(case.committee_id, past)
    classes = choose(
        CLASS, case, seg, names, {pk: c.class_code for pk, c in past.items()}, near, past,
        {code: class_reason(name, topics) for code, name in names.items()},
    )  # fmt: skip
    assigned = choose(
        UNIT, case, seg, {pk: str(u) for pk, u in units.items()}, led, near, past,
        {pk: unit_reason(u, topics) for pk, u in units.items()},
    )  # fmt: skip
    return Help(
        tuple(keep(case, classes)),
        tuple(keep(case, assigned)),
        tuple(keywords(case.title, body)),
        tuple(summary(case.title, body)) if quotes else (),
        body,
        others=tuple(elsewhere_of(case)) if quotes else (),
    )


def leads_of(committee_id: int, past: dict[int, Submission]) -> dict[int, str]:
    found = leads(committee_id) if past else {}
    return {pk: found[pk] for pk in past if pk in found}


def class_reason(name: str, topics: list[About]) -> tuple[float, str]:
    """How the lexicon speaks for a class, and by which words."""
    for topic in topics:
        if any(stem in name for stem in topic.matter.classes):
            said = "、".join(topic.words)
            return topic.share, f"文中说到{said}，属{topic.matter.name}"
    return 0.0, ""


def choose(
    kind: str, case: Submission, seg: str, names: dict[str, str], decided: dict[int, str],
    near: list[Alike], past: dict[int, Submission], duty: dict[str, tuple[float, str]],
) -> list[Advice]:  # fmt: skip
    """The choices of one kind: what the past says, with the nearest past cases; else the lexicon."""
    learned = model(case.committee_id, kind)
    if learned:
        listed = [(g.label, g.p) for g in learned.guess([seg], 8)[0] if g.label in names]
        if not listed or listed[0][1] < SURE[kind]:
            return []
        listed = [x for x in listed if x[1] >= LEAST][:MOST]
    else:
        by_duty = sorted(
            ((share, code) for code, (share, _) in duty.items() if share),
            key=lambda x: (-x[0], x[1]),
        )
        if not by_duty or by_duty[0][0] < SURE[kind]:
            return []
        listed = [(code, 0.0) for share, code in by_duty if share >= 0.2][:MOST]
    out = []
    for value, p in listed:
        same = [h for h in near if decided.get(h.object_id) == value]
        why = [duty[value][1]] if duty.get(value, (0, ""))[1] else []
        cases = tuple(past[h.object_id] for h in same if h.object_id in past)[:3]
        if not why and not cases:
            why = ["过去用词相近的多归在这里"]
        out.append(Advice(kind, value, names[value], p, tuple(why), cases))
    return out


def keep(case: Submission, advices: list[Advice]) -> list[Advice]:
    """Store them once each, and leave out what a person called wrong."""
    if not advices:
        return []
    held = {
        s.value: s
        for s in Suggestion.objects.filter(
            committee_id=case.committee_id, submission=case, kind=advices[0].kind
        )
    }
    fresh = [
        Suggestion(
            committee_id=case.committee_id,
            submission=case,
            kind=a.kind,
            value=a.value,
            why="；".join([*a.why, *(c.number_label for c in a.cases)])[:300],
        )
        for a in advices
        if a.value not in held
    ]
    if fresh:
        Suggestion.objects.bulk_create(fresh, ignore_conflicts=True)
        held = {
            s.value: s
            for s in Suggestion.objects.filter(
                committee_id=case.committee_id, submission=case, kind=advices[0].kind
            )
        }
    out = []
    for a in advices:
        row = held.get(a.value)
        if row is None or row.verdict != "wrong":
            out.append(Advice(a.kind, a.value, a.label, a.p, a.why, a.cases, row))
    return out
