"""Making and ending the ties that make one a member of a team."""

from datetime import date

from ..actors.actions.rules import fits, three_apart
from ..actors.models import Actor, Tie
from ..procedures.office_calendar import today
from ..procedures.verdicts import refuse
from .models import Team
from .words import TIE_OF


def person_of(committee_id: int, pk: int) -> Actor:
    """A person of this committee's register."""
    found = Actor.objects.filter(
        pk=pk, committee_id=committee_id, kind=Actor.Kind.PERSON, active=True
    ).first()
    if found is None:
        raise refuse("没有找到这个人，或者不在本政协的名册里。", "wall")
    return found


def put_in(
    team: Team, who: int, title: str, start: date | None, end: date | None, basis: str
) -> Tie:
    """One dated tie. A sector is held once (届中改界别在人员页办)."""
    kind, start = TIE_OF[team.form], start or today()
    person = person_of(team.committee_id, who)
    if end and end < start:
        raise refuse("止不能早于起，请改日期。")
    fits(kind, person, team.body)
    three_apart(person, kind, start, end)
    ties = Tie.objects.filter(committee_id=team.committee_id, kind=kind, who=person)
    if ties.filter(whom=team.body).on(start).exists():
        raise refuse(f"{person} 已经在{team}里了。")
    if kind == Tie.Kind.SECTOR and (now := ties.on(start).select_related("whom").first()):
        raise refuse(f"{person} 现在属于{now.whom}，一位委员只在一个界别；改界别请到人员页。")
    return Tie.objects.create(
        committee_id=team.committee_id, kind=kind, who=person, whom=team.body,
        title=title.strip()[:80], start=start, end=end, basis=basis.strip()[:200],
    )  # fmt: skip


def take_out(team: Team, who: int, on: date | None, basis: str) -> Tie:
    """The last day is ``on``; the tie stays as history."""
    on = on or today()
    tie = (
        Tie.objects.filter(
            committee_id=team.committee_id, kind=TIE_OF[team.form], whom=team.body, who_id=who
        )
        .on(today())
        .first()
    )
    if tie is None:
        raise refuse(f"这个人现在不在{team}里。", "wall")
    if on < tie.start:
        raise refuse(f"退出的日子不能早于加入的日子（{tie.start}）。")
    tie.end = on
    tie.basis = f"{tie.basis}；{basis.strip()}".strip("；")[:200]
    tie.save(update_fields=["end", "basis"])
    return tie
