"""How good suggestions were: every accept and refusal counted, by month and by threshold.

Right is what a person accepted by deciding the same (the class filed, the unit assigned, the merger),
or called right; wrong is what a person called wrong or decided otherwise. What nobody decided yet counts
for neither.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from ..submissions.likeness import words_of
from ..submissions.models import Assignment, Submission, Suggestion
from .models import Learned

KINDS = {"class": "类别", "unit": "承办单位", "like": "相近"}
MOST = 5_000
STEPS = (0.25, 0.34, 0.42, 0.50, 0.55, 0.60, 0.70, 0.80)


@dataclass(frozen=True)
class Month:
    """Suggestions of one kind made in a month: judged right, judged wrong, not judged."""

    month: date
    kind: str
    right: int
    wrong: int
    open: int

    @property
    def precision(self) -> float | None:
        judged = self.right + self.wrong
        return self.right / judged if judged else None


def verdicts(committee_id: int) -> list[tuple[Suggestion, bool | None]]:
    """Each suggestion with whether it was right; None while open."""
    rows = list(
        Suggestion.objects.filter(committee_id=committee_id, kind__in=list(KINDS))
        .select_related("submission")
        .order_by("-id")[:MOST]
    )
    cases = {row.submission_id for row in rows}
    led: dict[int, set[str]] = defaultdict(set)
    for case, unit in (
        Assignment.objects.filter(committee_id=committee_id, submission_id__in=cases)
        .exclude(role=Assignment.Role.CO)
        .values_list("submission_id", "unit_id")
    ):
        led[case].add(str(unit))
    others = {int(r.value) for r in rows if r.kind == "like" and r.value.isdecimal()}
    groups = dict(
        Submission.objects.filter(
            committee_id=committee_id, pk__in=others, group__isnull=False
        ).values_list("pk", "group_id")
    )
    out: list[tuple[Suggestion, bool | None]] = []
    for row in rows:
        about = row.submission
        said: bool | None = {"wrong": False, "right": True}.get(row.verdict)
        if said is None and row.kind == "class" and about.filed_at and about.class_code:
            said = row.value == about.class_code
        elif said is None and row.kind == "unit" and led.get(about.pk):
            said = row.value in led[about.pk]
        elif said is None and row.kind == "like" and about.group_id:
            said = True if groups.get(int(row.value)) == about.group_id else None
        out.append((row, said))
    return out


def by_month(committee_id: int) -> list[Month]:
    """Newest month first. Of class and unit up to three are offered a case, so a case counts once: right
    when what was decided is among them."""
    counted: dict[tuple[date, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    offers: dict[tuple[date, str, int], list[bool | None]] = defaultdict(list)
    for row, said in verdicts(committee_id):
        month = timezone.localdate(row.made_at).replace(day=1)
        one = row.submission_id if row.kind in ("class", "unit") else -row.pk
        offers[(month, row.kind, one)].append(said)
    for (month, kind, _), some in offers.items():
        counted[(month, kind)][0 if True in some else 1 if False in some else 2] += 1
    return [
        Month(month, KINDS[kind], *counted[(month, kind)])
        for month, kind in sorted(counted, key=lambda k: (-k[0].toordinal(), k[1]))
    ]


def measure_alike(committee_id: int) -> int:
    """Score the judged pairs anew and keep what each threshold would have shown. How many pairs."""
    from ..engines.search.shelf import Shelf, Text
    from .pairs_seen import seen

    known = seen(committee_id)
    pairs: dict[tuple[int, int], bool] = {}
    for row, said in verdicts(committee_id):
        if row.kind == "like" and said is not None and row.value.isdecimal():
            pairs[(row.submission_id, int(row.value))] = said
    merged = Submission.objects.filter(committee_id=committee_id).filter(
        Q(group__isnull=False), group__dissolved_at__isnull=True
    )
    for pk, lead in merged.values_list("pk", "group__lead_id")[:400]:
        if pk != lead:
            pairs[(pk, lead)] = True
    listed = list(pairs.items())[:600]
    cases = {
        c.pk: c
        for c in Submission.objects.filter(
            committee_id=committee_id, pk__in={i for pair, _ in listed for i in pair}
        ).prefetch_related("recommendations")
    }
    scored = []
    for (one, other), right in listed:
        if one in cases and other in cases:
            shelf = Shelf(known.rarity)
            shelf.add([Text(str(other), words_of(cases[other]), cases[other].title)])
            near = shelf.near(Text("", words_of(cases[one]), cases[one].title), 1)
            scored.append((near[0].score if near else 0.0, right))
    table = [
        [t, sum(s >= t and r for s, r in scored), sum(s >= t and not r for s, r in scored)]
        for t in STEPS
    ]
    Learned.objects.update_or_create(
        committee_id=committee_id,
        kind="alike",
        defaults={
            "examples": len(scored),
            "measured": {"table": table, "right": sum(right for _, right in scored)},
            "body": b"",
        },
    )
    return len(scored)
