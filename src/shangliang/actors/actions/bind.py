"""登记联系: a dated tie with its basis. Work rights and offices come from nothing else."""

from datetime import date, timedelta

from django.db.models import Q

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Actor, Term, Tie
from ..queries import own
from .rules import GRANTS, RULES, fits, may_tie, not_frozen, three_apart


def overlapping(start: date, end: date | None) -> Q:
    """Ties whose days meet start..end."""
    found = Q(end__isnull=True) | Q(end__gte=start)
    return found & Q(start__lte=end) if end else found


def check_days(start: date, end: date | None, term: Term | None) -> None:
    """The end is not before the beginning, and a past term takes no new ties."""
    if end and end < start:
        raise refuse(f"止（{end}）早于起（{start}），请改日期。")
    if term and term.is_past(today()):
        raise refuse(f"{term}已经封存，不能再往里加任职。")


def known(committee_id: int, pk: int, kind: str) -> Actor:
    """An actor of this committee; GUIDES alone reaches to another committee."""
    found = own(committee_id, pk)
    if found is None and kind == Tie.Kind.GUIDES:
        found = Actor.objects.filter(pk=pk, kind=Actor.Kind.COMMITTEE).first()
    if found is None:
        raise refuse("没有找到，或者不在本政协的名册里。", "wall")
    return found


@act("tie.bind", "登记联系")
def bind(
    seat: Seat,
    *,
    kind: str,
    who: int,
    whom: int,
    title: str = "",
    start: date | None = None,
    end: date | None = None,
    basis: str = "",
    term: int | None = None,
    rank: int = 0,
    replace: bool = False,
) -> Done:
    """``who`` stands in ``kind`` to ``whom`` from ``start`` (today). ``replace`` ends the present
    one of a kind that is held once (界别, 系统) on the day before.
    """
    if kind not in RULES:
        raise refuse("没有这一类联系。")
    may_tie(seat, kind)
    start = start or today()
    person, body = known(seat.committee_id, who, kind), known(seat.committee_id, whom, kind)
    fits(kind, person, body)
    if kind in GRANTS and person.pk == seat.person_id:
        raise refuse("授权不能授给自己，请由另一位安全管理员办理。", "who")
    within = Term.objects.filter(committee_id=seat.committee_id, pk=term).first() if term else None
    check_days(start, end, within)
    three_apart(person, kind, start, end)
    held = Tie.objects.filter(
        overlapping(start, end), committee_id=seat.committee_id, kind=kind, who=person
    ).select_related("whom", "term")
    ended: list[int] = []
    for tie in held:
        if tie.whom_id == body.pk and tie.title == title:
            raise refuse(f"{person} 在 {tie.start} 起已经有“{tie.get_kind_display()}：{body}”。")
        if not RULES[kind].single:
            continue
        if not replace or tie.start >= start:
            raise refuse(
                f"{person} 从 {tie.start} 起属于{tie.whom}。要改属{body}，请勾选“接替现在的”，"
                "或先结束那一条。"
            )
        not_frozen(tie)
        tie.end = start - timedelta(days=1)
        tie.save(update_fields=["end"])
        ended.append(tie.pk)
    tie = Tie.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        who=person,
        whom=body,
        title=title.strip(),
        start=start,
        end=end,
        basis=basis.strip(),
        term=within,
        rank=rank,
    )
    detail = {"kind": kind, "whom": body.pk, "start": start, "end": end, "ended": ended}
    return Done(case=person, about=tie, detail=detail, result=tie)
