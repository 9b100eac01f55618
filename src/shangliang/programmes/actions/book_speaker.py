"""约讲."""

from datetime import date

from ...groups.actions.book_place import book_place
from ...groups.models import Team
from ...groups.people import bodies_of
from ...groups.slots import AHEAD, SLOTS
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Item, Talk
from ..people import OFFICE, speaks_for
from ..rows import running
from ..talks import tell


def may_ask(seat: Seat, team: Team | None) -> bool:
    """The head of the place, or the office."""
    return seat.has(*OFFICE) or (team is not None and bodies_of(seat).get(team.body_id, False))


@act("programme.book_speaker", "约讲")
def book_speaker(
    seat: Seat, pk: int, *, speaker: int, counter: int, partner: int, day: date, slot: str,
    team: int | None = None, venue: str = "",
) -> Done:  # fmt: skip
    """For half a day; a registered place is booked with it, so that its room is kept. The other is told."""
    case = running(seat, pk)
    own = {"programme": case, "committee_id": case.committee_id}
    who = Item.objects.filter(
        pk=speaker, sheet="speaker", step="listed", void_why="", **own
    ).first()
    if who is None:
        raise refuse("请选名单上可以约的讲述人。")
    if str(who.data.get("until") or "") < day.isoformat():
        raise refuse(f"{who.title}同意到 {who.data.get('until')}，请约在这以前，或请他续期。")
    goal = case.counters.filter(pk=counter).first()
    side = case.partners.filter(pk=partner, left_on__isnull=True).select_related("who").first()
    if goal is None or side is None:
        raise refuse("请选算到哪个计数项、哪个参加方。")
    place = Team.objects.filter(committee_id=case.committee_id, pk=team).first() if team else None
    if not (may_ask(seat, place) or (place is None and speaks_for(seat, side))):
        raise refuse("由场地的负责人、参加方的负责人或工作人员来约。", "who")
    name = str(place) if place else venue.strip()[:80]
    if not name:
        raise refuse("请选场地，或写在哪里。")
    if slot not in SLOTS:
        raise refuse("请选上午、下午还是晚上。")
    if SLOTS[slot].over(day) or day > today() + AHEAD:
        raise refuse(f"请选今天以后、{AHEAD.days} 天以内的时段。")
    if place is not None:
        book_place(seat, place.pk, day=day, slot=slot, title=f"约讲：{goal}")
    row = Talk.objects.create(
        committee_id=case.committee_id, programme=case, counter=goal, speaker=who, partner=side,
        team=place, venue=name, day=day, slot=slot, by_id=seat.person_id,
    )  # fmt: skip
    tell(row, [who.by_id], "asked", f"{name}想约{row.speaker}去讲：{row}", seat)
    return Done(case=case, about=row, result=row, detail={"day": day, "slot": slot})
