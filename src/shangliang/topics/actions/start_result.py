"""起草协商成果."""

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow.people import runner
from ..models import Advice, Consultation, Result
from ..presets import result_kinds


@act("result.start", "起草协商成果", Role.ORGANISER, Role.CLERK, Role.CONVENOR)
def start_result(
    seat: Seat, *, kind: str, title: str, consultation: int | None = None, from_points: bool = True
) -> Done:
    """A draft; the agreed points of its consultation become its first recommendations."""
    if kind not in result_kinds():
        raise refuse("请选成果的种类。")
    if len(title.strip()) < 4:
        raise refuse("请写标题。")
    case = None
    if consultation:
        case = Consultation.objects.filter(committee_id=seat.committee_id, pk=consultation).first()
        if case is None or case.state not in ("held", "recorded", "answered", "closed"):
            raise refuse("开过会才有成果。")
        if missing := runner(seat, case):
            raise refuse(missing, "who")
    elif not seat.has(Role.ORGANISER, Role.CLERK):
        raise refuse("请从一次协商起草成果。", "who")
    result = Result.objects.create(
        committee_id=seat.committee_id,
        consultation=case,
        kind=kind,
        title=title.strip()[:120],
        decision=case.decision if case else "",
        decision_on=case.decision_on if case else None,
        body=first_body(case) if case else "",
        made_by_id=seat.person_id,
    )
    if case and from_points:
        Advice.objects.bulk_create(
            Advice(
                committee_id=seat.committee_id,
                result=result,
                order=n,
                text=p.text[:600],
                unit_id=p.owner_id if p.owner and p.owner.kind == Actor.Kind.UNIT else None,
            )
            for n, p in enumerate(case.points.filter(kind="agreed").select_related("owner"), 1)
        )
    return Done(case=result, detail={"kind": kind})


def first_body(case: Consultation) -> str:
    """What happened, so that nobody begins with an empty sheet; minority views are carried over."""
    held = case.held_on
    when = f"{held.year}年{held.month}月{held.day}日，" if held else ""
    came = case.parties.filter(came=True).count()
    lines = [f"{when}{case.lead}就“{case.title}”开展{case.kind.label}，{came}位代表到会。"]
    for kind, head in (("open", "还没有谈拢的"), ("minority", "少数意见")):
        rows = list(case.points.filter(kind=kind))
        if rows:
            said = "；".join(
                p.text.rstrip("。") + (f"（{p.held_by}）" if p.held_by else "") for p in rows
            )
            lines.append(f"{head}：{said}。")
    return "\n".join(lines)
