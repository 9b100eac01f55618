"""重办: not satisfied reopens by rule; the earlier reply stays as its own round (docs/field.md 1.7)."""

from collections.abc import Sequence

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Assignment, Remark, Submission
from ..people import proposers, staff_of


@verb(PROPOSAL, "rehandle", Submission)
def rehandle(case: Submission, seat: Seat, *, asks: Sequence[int] = (), note: str = "") -> Done:
    """Open the next round for the asks named by order; all asks when none is named."""
    rows = case.recommendations.filter(removed_at__isnull=True)
    if asks:
        rows = rows.filter(order__in=asks)
    orders = list(rows.values_list("order", flat=True))
    if not orders:
        raise refuse("请选要重办的是第几条建议。")
    rows.update(state="redo")
    case.round += 1
    case.grade = case.satisfaction = ""
    units: list[int] = []
    asked = list(rows)
    answering = list(case.assignments.filter(role__in=["sole", "lead", "each"], state="done"))
    each = {row.unit_id for row in answering if row.role == Assignment.Role.EACH}
    for row in answering:
        # 分办: what is addressed to another answering unit is not this one's to do again.
        if row.role == Assignment.Role.EACH and all(
            ask.addressee_id in each - {row.unit_id} for ask in asked
        ):
            continue
        row.state, row.round, row.done_at = "accepted", case.round, None
        row.save()
        clocks.start(row, ["reply"], root=case)
        units.append(row.unit_id)
    if not units:
        raise refuse("没有可以重办的承办单位，请先改办。")
    if note.strip():
        Remark.objects.create(
            committee_id=case.committee_id,
            submission=case,
            verb="rehandle",
            text=note.strip(),
            by_id=seat.person_id,
        )
    words = "、".join(map(str, orders))
    post(
        committee_id=case.committee_id,
        to=staff_of(units, case.committee_id),
        kind="proposal.rehandle",
        text=f"重办：{case.number_label}第 {words} 条，请重新答复。{note.strip()}",
        case=case,
        url=f"/proposals/{case.pk}/",
        needs_act=True,
    )
    post(
        committee_id=case.committee_id,
        to=proposers(case),
        kind="proposal.rehandle",
        text=f"{case.number_label}第 {words} 条已请单位重办",
        case=case,
        url=f"/proposals/{case.pk}/",
    )
    return Done(detail={"round": case.round, "asks": orders})
