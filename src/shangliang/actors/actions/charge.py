"""调整分工: from a day on another leader is in charge; before that day nothing changes."""

from datetime import date, timedelta

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Actor, Tie
from ..queries import own
from .rules import fits

K = Tie.Kind
LEADING = ("主席", "副主席", "秘书长", "副秘书长")


@act("charge.take", "调整分工", Role.CLERK)
def take_charge(seat: Seat, *, who: int, whom: int, start: date, basis: str = "") -> Done:
    """``who`` is in charge of ``whom`` from ``start``; who was until then ends the day before."""
    leader, body = own(seat.committee_id, who), own(seat.committee_id, whom)
    if leader is None or body is None:
        raise refuse("没有找到，或者不在本政协的名册里。", "wall")
    fits(K.IN_CHARGE, leader, body)
    ties = Tie.objects.filter(committee_id=seat.committee_id)
    if not ties.filter(kind=K.OFFICE, who=leader, title__in=LEADING).on(start).exists():
        raise refuse(f"{leader} 在 {start} 不是主席、副主席或秘书长，不能分管。请先登记任职。")
    ended = []
    for tie in ties.filter(kind=K.IN_CHARGE, whom=body).on(start):
        if tie.who_id == leader.pk:
            raise refuse(f"{body}从 {tie.start} 起已由{leader}分管。")
        if tie.start >= start:
            raise refuse(f"{body}在 {tie.start} 刚定由{tie.who}分管，请选那以后的日期。")
        tie.end = start - timedelta(days=1)
        tie.save(update_fields=["end"])
        ended.append(tie.pk)
    later = ties.filter(kind=K.IN_CHARGE, whom=body, start__gt=start).order_by("start").first()
    tie = Tie.objects.create(
        committee_id=seat.committee_id,
        kind=K.IN_CHARGE,
        who=leader,
        whom=body,
        start=start,
        end=later.start - timedelta(days=1) if later else None,
        basis=basis.strip(),
    )
    return Done(
        case=leader, about=tie, detail={"whom": body.pk, "start": start, "ended": ended}, result=tie
    )


def hold(leader: Actor, body: Actor, *, start: date, basis: str = "") -> Tie:
    """The tie of a charge kept elsewhere (包联企业): several leaders may hold one, none ends another."""
    fits(K.IN_CHARGE, leader, body)
    assert leader.committee_id is not None  # a person always belongs to a committee
    return Tie.objects.create(
        committee_id=leader.committee_id,
        kind=K.IN_CHARGE,
        who=leader,
        whom=body,
        title="包联",
        start=start,
        basis=basis.strip()[:200],
    )


def let_go(tie: Tie, on: date) -> None:
    """It ends with the charge it was made for."""
    tie.end = max(on, tie.start)
    tie.save(update_fields=["end"])
