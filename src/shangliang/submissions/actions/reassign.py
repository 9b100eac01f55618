"""改办: the set of handling units changes after assignment; each change moves its own clocks."""

from collections.abc import Sequence

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, lock, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Assignment, Reply, Submission
from ..people import lead_names, proposers, staff_of
from .assign import check_set, issue
from .edit import own

GONE = ("returned", "dropped")


def live_set(case: Submission) -> list[tuple[int, str]]:
    """The units at work on a proposal now, with their roles."""
    return list(case.assignments.exclude(state__in=GONE).values_list("unit_id", "role"))


def locked(case: Submission) -> Submission:
    """The proposal, locked, for verbs whose own row is an assignment."""
    return lock(Submission, case.pk, case.committee_id)


def release(row: Assignment) -> None:
    """Let a unit go: neither met nor late, and what it had drafted waits for nobody."""
    clocks.drop(row)
    row.extensions.filter(state="open").update(state="lapsed")
    for reply in row.replies.exclude(state="sent"):
        clocks.drop(reply)
        reply.countersigns.filter(state="open").delete()
    # It is asked for no more countersigns either; what it has said stays to be read.
    waiting = Reply.objects.filter(submission_id=row.submission_id).exclude(state="sent")
    for reply in waiting:
        reply.countersigns.filter(unit_id=row.unit_id, state="open").delete()


def change_role(row: Assignment, role: str) -> None:
    """A unit stays in another part: its limit changes with it, its signature and contacts stay."""
    answered_itself = row.answers_itself
    row.role = role
    row.save(update_fields=["role"])
    if row.answers_itself == answered_itself:
        return
    clocks.drop(row, ["reply", "co_opinion"])
    row.extensions.filter(state="open").update(state="lapsed")
    clocks.start(row, ["reply" if row.answers_itself else "co_opinion"], root=row.submission)
    for reply in row.replies.filter(round=row.round).exclude(state="sent"):
        clocks.drop(reply)
        reply.countersigns.all().delete()
        reply.kind = Reply.Kind.REPLY if row.answers_itself else Reply.Kind.OPINION
        reply.state = "draft"
        reply.save(update_fields=["kind", "state"])


def settle(case: Submission, units: Sequence[tuple[int, str]]) -> list[Assignment]:
    """Bring the assignments to ``units``; returns those newly issued. ``case`` is locked.

    One answering unit left alone becomes 独办, one with co-units 主办.
    """
    chosen = dict(units)
    answering = [u for u, role in chosen.items() if role != "co"]
    if len(answering) == 1:
        chosen[answering[0]] = "sole" if len(chosen) == 1 else "lead"
    chosen = dict(check_set(list(chosen.items())))
    have = {row.unit_id: row for row in case.assignments.exclude(state__in=GONE)}
    fresh: list[Assignment] = []
    for unit, row in have.items():
        role = chosen.get(unit)
        promoted = role is not None and role != "co" and row.role == "co" and row.state == "done"
        if role is None or promoted:
            # A co-unit whose opinion is in, now asked to answer: a new duty, not the old one.
            release(row)
            row.state = "dropped"
            row.save(update_fields=["state"])
            if promoted and role:
                fresh.append(issue(case, unit, role))
        elif role != row.role:
            change_role(row, role)
    fresh += [issue(case, unit, role) for unit, role in chosen.items() if unit not in have]
    case.lead_names = lead_names(case)
    case.save(update_fields=["lead_names"])
    return fresh


def tell_new(case: Submission, fresh: Sequence[Assignment]) -> None:
    """New units are asked to sign; proposers learn who answers them now."""
    if not fresh:
        return
    post(
        committee_id=case.committee_id,
        to=staff_of([row.unit_id for row in fresh], case.committee_id),
        kind="proposal.assign",
        text=f"交办：{case.number_label}《{case.title}》，请签收",
        case=case,
        url="/unit/",
        needs_act=True,
    )
    post(
        committee_id=case.committee_id,
        to=proposers(case),
        kind="proposal.reassign",
        text=f"改定承办单位：{case.number_label}，现由 {case.lead_names} 承办",
        case=case,
        url=f"/proposals/{case.pk}/",
    )


@verb(PROPOSAL, "reassign", Submission)
def reassign(case: Submission, seat: Seat, *, units: Sequence[tuple[int, str]]) -> Done:
    """Set the units anew [(unit id, role)]. Raises Refused when no unit is left with work to do."""
    chosen = check_set(list(units))
    if any(own(case, "unit", unit) is None for unit, _ in chosen):
        raise refuse("所选单位不在本级承办单位名册里。")
    before = dict(live_set(case))
    if dict(chosen) == before:
        raise refuse("承办单位没有变化。")
    done = set(
        case.assignments.filter(state="done", role__in=["sole", "lead", "each"]).values_list(
            "unit_id", flat=True
        )
    )
    if {unit for unit, role in chosen if role != "co"} <= done:
        raise refuse("留下的单位都已办复。只去掉不用再答的单位，请用那个单位的“取消承办”。")
    gone = [unit for unit in before if unit not in dict(chosen)]
    fresh = settle(case, chosen)
    tell_new(case, fresh)
    post(
        committee_id=case.committee_id,
        to=staff_of(gone, case.committee_id),
        kind="proposal.reassign",
        text=f"改办：{case.number_label}《{case.title}》不再由贵单位承办",
        case=case,
        url=f"/proposals/{case.pk}/",
    )
    return Done(
        detail={
            "units": [[unit, role] for unit, role in live_set(case)],
            "issued": [row.unit_id for row in fresh],
            "gone": gone,
        }
    )
