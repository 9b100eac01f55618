"""约讲: a venue asks, the speaker's side answers, the talk is held and counts (S-142)."""

from datetime import date

from ...groups.actions.book_place import book_place
from ...groups.models import Team
from ...groups.people import bodies_of
from ...groups.slots import AHEAD, SLOTS
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..counting import keep, mark
from ..flow import TALK
from ..models import Item, Talk
from ..people import OFFICE, speaks_for
from ..rows import kept_step, running


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


def tell(row: Talk, to: list[int], kind: str, text: str, seat: Seat) -> None:
    """The other side hears of each step."""
    post(
        committee_id=row.committee_id, to=to, kind=f"talk.{kind}", text=text, case=row.programme,
        url=row.get_absolute_url(), but=seat.person_id,
    )  # fmt: skip


@verb(TALK, "agree_talk", Talk)
def agree_talk(case: Talk, seat: Seat) -> Done:
    """The half day is promised to this hall and no other: the speaker's row is locked meanwhile."""
    lock(Item, case.speaker_id, case.committee_id)
    other = (
        Talk.objects.filter(
            committee_id=case.committee_id, speaker_id=case.speaker_id, day=case.day,
            slot=case.slot, state__in=("agreed", "held"),
        ).order_by("pk").first()
    )  # fmt: skip
    if other is not None:
        raise refuse(f"讲述人这个时段已经答应去{other.venue}，请另约时间。")
    tell(case, [case.by_id], "agreed", f"答应了：{case}", seat)
    return Done()


@verb(TALK, "decline_talk", Talk)
def decline_talk(case: Talk, seat: Seat, *, why: str) -> Done:
    """With a word, so that another day can be asked."""
    case.why = reason(why)
    tell(case, [case.by_id], "declined", f"不能去：{case}。{case.why}", seat)
    return Done()


@verb(TALK, "cancel_talk", Talk)
def cancel_talk(case: Talk, seat: Seat, *, why: str) -> Done:
    """The speaker is free again."""
    case.why = reason(why)
    tell(case, [case.speaker.by_id], "cancelled", f"取消了：{case}。{case.why}", seat)
    return Done()


def reason(why: str) -> str:
    """A word that must be said."""
    if not why.strip():
        raise refuse("请写原因。")
    return why.strip()[:120]


@verb(TALK, "hold_talk", Talk)
def hold_talk(
    case: Talk, seat: Seat, *, audience: int, recording: str, proof: str, feedback: str = ""
) -> Done:
    """Held: it becomes a record of the programme and counts, once."""
    book = case.programme.book.counting
    if book is None or recording not in Talk.Recording.values:
        raise refuse("请选有没有录音录像。")
    if audience < 1:
        raise refuse("听众至少一人，没有人来的请取消并写明。")
    if not proof.strip():
        raise refuse("请写凭据：照片、签到在哪里。没有凭据的不算数。")
    case.audience, case.recording = audience, recording
    case.feedback = feedback.strip()[:300]
    label = str(Talk.Recording(recording).label)
    data = {
        "place": case.venue, "speaker": case.speaker.title, "audience": str(audience),
        "story": case.speaker.data.get("story", ""), "recording": label, "feedback": case.feedback,
    }  # fmt: skip
    row = Item(
        committee_id=case.committee_id, programme=case.programme, sheet=book.code, on=case.day,
        title=f"{case.speaker.title}在{case.venue}"[:160], partner=case.partner, step=book.first,
        counter=case.counter, data=data, proof=proof.strip()[:300], by_id=seat.person_id,
        once=mark(book, case.counter_id, case.day, data),
    )  # fmt: skip
    keep(row)
    kept_step(row, "", "", seat)
    case.record = row
    return Done(about=row, detail={"audience": audience})
