"""分案: one proposal with two matters becomes several, each on its own (一事一案)."""

from collections.abc import Sequence
from typing import TypedDict

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Recommendation, Submission
from ..offspring import copy_asks, copy_of
from .send_back import writers


class Part(TypedDict):
    """One part: its title and the numbers of the asks that go to it."""

    title: str
    asks: Sequence[int]


def shared_out(parts: Sequence[Part], asks: dict[int, Recommendation]) -> None:
    """At least two parts; each ask in exactly one of them; each part with a title and an ask."""
    if len(parts) < 2:
        raise refuse("分案至少要分成两件。")
    given: list[int] = [order for part in parts for order in part["asks"]]
    if unknown := sorted(set(given) - asks.keys()):
        raise refuse(f"没有第 {'、'.join(map(str, unknown))} 条建议。")
    if twice := sorted({n for n in given if given.count(n) > 1}):
        raise refuse(f"第 {'、'.join(map(str, twice))} 条建议分给了两件，每条只能归一件。")
    if left := sorted(asks.keys() - set(given)):
        raise refuse(f"第 {'、'.join(map(str, left))} 条建议还没有归入哪一件。")
    for n, part in enumerate(parts, 1):
        if not part["asks"]:
            raise refuse(f"第 {n} 件还没有建议。")
        if not part["title"].strip():
            raise refuse(f"第 {n} 件还没有案由。")


@verb(PROPOSAL, "divide", Submission)
def divide(case: Submission, seat: Seat, *, parts: Sequence[Part]) -> Done:
    """Make the parts as submitted proposals; the author keeps all of them."""
    asks = {r.order: r for r in case.recommendations.filter(removed_at__isnull=True)}
    shared_out(parts, asks)
    made = []
    for part in parts:
        child = copy_of(
            case,
            seat,
            split_from=case,
            title=part["title"].strip()[:120],
            class_code=case.class_code,
            may_second=case.may_second,
            needs_survey=case.needs_survey,
            window_forced=case.window_forced,
        )
        copy_asks([asks[order] for order in part["asks"]], child)
        clocks.start(child, ["review"], root=child)
        made.append(child)
    case.decided_at = timezone.now()
    clocks.drop(case, ["cosign"])
    serials = "、".join(f"流水{c.serial:04d}" for c in made)
    post(
        committee_id=case.committee_id,
        to=writers(case),
        kind="proposal.divide",
        text=f"《{case.title}》说了不止一件事，已分成 {len(made)} 件分别审查：{serials}",
        case=case,
        url=f"/proposals/{case.pk}/",
    )
    return Done(detail={"made": [c.pk for c in made]})
