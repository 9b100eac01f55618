"""Merge suggestions (并案建议) as groups: cases in review that name each other, with the reason."""

from dataclasses import dataclass

from ..procedures.seat import Seat
from ..submissions.like import IN_REVIEW, KIND
from ..submissions.models import Submission, Suggestion
from ..submissions.queries import visible

MOST = 50


@dataclass(frozen=True)
class Group:
    """Cases that may be one: the earliest is proposed to lead. ``reasons``: what pairs share."""

    lead: Submission
    others: tuple[Submission, ...]
    reasons: tuple[str, ...]


def groups(seat: Seat) -> list[Group]:
    """Groups among what waits for review, of the same session; two questions. What somebody called
    wrong binds nothing."""
    rows = {
        c.pk: c
        for c in visible(seat)
        .filter(kind=Submission.Kind.PROPOSAL, state__in=("submitted", "reviewing"))
        .select_related("session")
        .order_by("pk")
    }
    ties = (
        Suggestion.objects.filter(
            committee_id=seat.committee_id,
            kind=KIND,
            submission__state__in=IN_REVIEW,
        )
        .exclude(verdict="wrong")
        .values_list("submission_id", "value", "why")
    )
    leader = {pk: pk for pk in rows}

    def top(pk: int) -> int:
        while leader[pk] != pk:
            leader[pk] = leader[leader[pk]]
            pk = leader[pk]
        return pk

    reasons: dict[int, list[str]] = {}
    for case, value, why in ties:
        other = int(value) if value.isdecimal() else 0
        if case not in rows or other not in rows or rows[case].session_id != rows[other].session_id:
            continue
        one, two = sorted((top(case), top(other)))
        leader[two] = one
        reasons.setdefault(case, []).append(why)
    members: dict[int, list[int]] = {}
    for pk in rows:
        members.setdefault(top(pk), []).append(pk)
    out = []
    for some in members.values():
        if len(some) > 1:
            said = dict.fromkeys(w for pk in some for w in reasons.get(pk, []))
            out.append(Group(rows[some[0]], tuple(rows[pk] for pk in some[1:]), tuple(said)[:3]))
    return sorted(out, key=lambda g: (-len(g.others), g.lead.pk))[:MOST]
