"""Suggestions of units: raised, merged with their like, given to a bureau, answered to all who asked."""

from datetime import date

from ...actors.models import Actor, Tie
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUGGESTION
from ..flow.who import DESK
from ..models import Call, Handin, Suggestion


@act("suggestion.raise", "提建议")
def raise_suggestion(
    seat: Seat, *, unit: int, title: str, text: str = "", call: int | None = None
) -> Done:
    """By the unit itself, or by the office for what was said at a meeting."""
    if unit not in seat.units and not seat.has(*DESK):
        raise refuse("只能替本单位提建议。", "who")
    if not title.strip():
        raise refuse("请用一句话写建议什么。")
    asked = None
    if call is not None:
        asked = Call.objects.filter(pk=call, committee_id=seat.committee_id).first()
        part = Handin.objects.filter(committee_id=seat.committee_id, call_id=call, unit_id=unit)
        if asked is None or not part.exists():
            raise refuse("这次通知没有请这个单位。", "wall")
    if not Actor.objects.filter(pk=unit, committee_id=seat.committee_id).exists():
        raise refuse("没有这个单位。", "wall")
    row = Suggestion.objects.create(
        committee_id=seat.committee_id,
        call=asked,
        unit_id=unit,
        title=title.strip()[:120],
        text=text.strip(),
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"unit": unit, "call": call})


@verb(SUGGESTION, "merge", Suggestion, also=lambda seat, pk, data: {data.get("lead") or pk})
def merge(case: Suggestion, seat: Seat, *, lead: int) -> Done:
    """The same ask of another unit: answered once, to all. Nothing of either's words is lost."""
    if lead == case.pk:
        raise refuse("不能和自己合并。")
    into = lock(Suggestion, lead, seat.committee_id)
    if into.state == "merged":
        raise refuse("那一条自己已经合并到别处了，请选合并后的那一条。")
    case.merged.update(lead=into)
    case.lead = into
    return Done(detail={"lead": lead})


@verb(SUGGESTION, "split", Suggestion)
def split(case: Suggestion, seat: Seat) -> Done:
    """Not the same after all."""
    was = case.lead_id
    case.lead = None
    return Done(detail={"lead": was})


@verb(SUGGESTION, "give", Suggestion)
def give(case: Suggestion, seat: Seat, *, addressee: int, due_on: date | None = None) -> Done:
    """A named bureau answers it, by a day."""
    unit = Actor.objects.filter(
        pk=addressee, committee_id=seat.committee_id, active=True
    ).exclude(kind=Actor.Kind.PERSON).first()  # fmt: skip
    if unit is None:
        raise refuse("没有这个答复单位，请从名单里选。")
    if due_on and due_on < today():
        raise refuse("答复期限不能早于今天。")
    case.addressee, case.due_on = unit, due_on
    inform(case, [unit.pk], f"请答复县区建议：{case.title}", True)
    return Done(detail={"unit": unit.pk, "due": due_on})


@verb(SUGGESTION, "answer", Suggestion)
def answer(case: Suggestion, seat: Seat, *, text: str) -> Done:
    """The answer goes to everyone who asked, those merged in too."""
    if len(text.strip()) < 10:
        raise refuse("请写答复：怎么办、什么时候办，或者为什么办不了。")
    case.answer, case.answered_on = text.strip(), today()
    asked = [case.unit_id, *case.merged.values_list("unit_id", flat=True)]
    inform(case, asked, f"{case.addressee}答复了建议：{case.title}")
    return Done(detail={"units": len(set(asked))})


@verb(SUGGESTION, "mark", Suggestion)
def mark(case: Suggestion, seat: Seat, *, targeted: int) -> Done:
    """针对性, 1 to 5: named bureau, named matter, something that can be done."""
    if not 1 <= targeted <= 5:
        raise refuse("针对性打 1 到 5 分。")
    case.targeted = targeted
    return Done(detail={"mark": targeted})


def inform(case: Suggestion, units: list[int], text: str, needs_act: bool = False) -> None:
    people = (
        Tie.objects.filter(
            committee_id=case.committee_id,
            whom_id__in=units,
            kind__in=(Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD),
        )
        .on(today())
        .values_list("who_id", flat=True)
    )
    post(
        committee_id=case.committee_id,
        to=people,
        kind="suggestion.tell",
        text=text,
        case=case,
        url=f"/suggestions/{case.pk}/",
        needs_act=needs_act,
    )
