"""交办: the visible act that makes advice a duty. Units are set here, apart from wish and review."""

from collections.abc import Sequence

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Assignment, Submission, UnitChoice
from ..people import lead_names, proposers, staff_of
from .edit import own

CLOCKS_OF_UNIT = ("sign", "return")


def issue(case: Submission, unit_id: int, role: str) -> Assignment:
    """One unit's assignment with its clocks: sign, return window, reply or co-opinion."""
    row = Assignment.objects.create(
        committee_id=case.committee_id,
        submission=case,
        unit_id=unit_id,
        role=role,
        round=case.round,
        assigned_at=timezone.now(),
    )
    own_clock = "reply" if row.answers_itself else "co_opinion"
    clocks.start(row, [*CLOCKS_OF_UNIT, own_clock], root=case)
    return row


def check_set(units: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """独办 one unit; 主办+会办 exactly one lead; 分办 several that each answer (docs/field.md 1.6)."""
    chosen = list(dict(units).items())
    roles = [role for _, role in chosen]
    if not chosen:
        raise refuse("还没有选承办单位。")
    if len(chosen) != len(units):
        raise refuse("同一个单位选了两次。")
    if "each" in roles:
        if set(roles) - {"each", "co"} or roles.count("each") < 2:
            raise refuse("分办至少要两个单位，且不能与主办混用。")
        return chosen
    if roles.count("lead") + roles.count("sole") != 1:
        raise refuse("主办单位须有且只有一个。")
    if len(chosen) == 1:
        return [(chosen[0][0], "sole")]
    return [(unit, "lead" if role == "sole" else role) for unit, role in chosen]


@verb(PROPOSAL, "assign", Submission)
def assign(case: Submission, seat: Seat, *, units: Sequence[tuple[int, str]] | None = None) -> Done:
    """Assign to ``units`` [(unit id, role)], or to those the reviewers proposed when none given."""
    if units is None:
        units = list(
            case.unit_choices.filter(layer=UnitChoice.Layer.REVIEWED).values_list("unit_id", "role")
        )
    chosen = check_set(units)
    if any(own(case, "unit", unit) is None for unit, _ in chosen):
        raise refuse("所选单位不在本级承办单位名册里。")
    rows = [issue(case, unit, role) for unit, role in chosen]
    case.assigned_at = timezone.now()
    case.lead_names = lead_names(case)
    post(
        committee_id=case.committee_id,
        to=staff_of([r.unit_id for r in rows], case.committee_id),
        kind="proposal.assign",
        text=f"交办：{case.number_label}《{case.title}》，请签收",
        case=case,
        url=f"/proposals/{case.pk}/",
        needs_act=True,
    )
    post(
        committee_id=case.committee_id,
        to=proposers(case),
        kind="proposal.assign",
        text=f"已交办：{case.number_label}，承办 {case.lead_names}",
        case=case,
        url=f"/proposals/{case.pk}/",
    )
    return Done(detail={"units": [[r.unit_id, r.role] for r in rows]})
