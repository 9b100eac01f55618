"""Verbs on a call: draft it, send it, hold the meeting, finish."""

from datetime import date
from typing import TypedDict

from django.utils import timezone

from ...actors.models import Actor, Tie
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CALL
from ..flow.who import DESK
from ..models import Call, Content, Handin


class ContentRow(TypedDict, total=False):
    """One content as the notice states it."""

    name: str
    words: list[str]
    figures: bool


@act("call.draft", "起草通知", *DESK)
def draft_call(
    seat: Seat,
    *,
    kind: str,
    title: str,
    due_on: date,
    series: str = "",
    text: str = "",
    meeting_on: date | None = None,
    place: str = "",
    contents: list[ContentRow] | None = None,
    units: list[int] | None = None,
) -> Done:
    """A draft; the next meeting of a series follows the last one held."""
    if kind not in Call.Kind.values:
        raise refuse("请选是哪一种通知。")
    check(title, due_on, meeting_on, kind)
    previous = None
    if series.strip():
        previous = (
            Call.objects.filter(committee_id=seat.committee_id, series=series.strip()[:80])
            .exclude(state="draft")
            .order_by("-meeting_on", "-pk")
            .first()
        )
    row = Call.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        title=title.strip()[:200],
        series=series.strip()[:80],
        text=text.strip(),
        meeting_on=meeting_on,
        place=place.strip()[:120],
        due_on=due_on,
        previous=previous,
        by_id=seat.person_id,
    )
    set_contents(row, contents or [])
    set_units(row, units or [])
    return Done(case=row, detail={"kind": kind, "previous": previous.pk if previous else None})


def check(title: str, due_on: date | None, meeting_on: date | None, kind: str) -> None:
    """What every notice must say."""
    if not title.strip():
        raise refuse("请写通知的名称。")
    if due_on is None:
        raise refuse("请写交汇报的期限。")
    if kind == Call.Kind.MEETING and meeting_on is None:
        raise refuse("请写哪天开会。")
    if meeting_on and due_on > meeting_on:
        raise refuse("交汇报的期限要在开会以前，留出检查的时间。")


def set_contents(row: Call, contents: list[ContentRow]) -> None:
    """The contents in their order; what was checked against a content stays with it."""
    known = {c.name: c for c in row.contents.all()}
    wanted = []
    for order, content in enumerate(contents, 1):
        name = str(content.get("name", "")).strip()[:120]
        if not name or name in wanted:
            continue
        wanted.append(name)
        had = known.get(name) or Content(committee_id=row.committee_id, call=row, name=name)
        had.order = order
        had.words = [w.strip()[:30] for w in content.get("words", []) if w.strip()][:12]
        had.figures = bool(content.get("figures"))
        had.save()
    row.contents.exclude(name__in=wanted).delete()


def set_units(row: Call, units: list[int]) -> None:
    """Who is asked, in the order they will speak. A unit that handed in is never dropped silently."""
    found = Actor.objects.filter(committee_id=row.committee_id, pk__in=units, active=True).exclude(
        kind=Actor.Kind.PERSON
    )
    known = {h.unit_id: h for h in row.handins.all()}
    ids = set(found.values_list("pk", flat=True))
    if len(ids) != len(set(units)):
        raise refuse("有的单位不在名册里，请从名单里选。")
    for gone in known.keys() - ids:
        if known[gone].state != "asked":
            raise refuse(f"{known[gone].unit}已经交了汇报，不能从通知里去掉。")
        known[gone].delete()
    for order, pk in enumerate(dict.fromkeys(units), 1):
        had = known.get(pk) or Handin(committee_id=row.committee_id, call=row, unit_id=pk)
        had.speaks = order
        had.save()


@verb(CALL, "edit_call", Call)
def edit_call(
    case: Call,
    seat: Seat,
    *,
    title: str,
    due_on: date,
    text: str = "",
    meeting_on: date | None = None,
    place: str = "",
    contents: list[ContentRow] | None = None,
    units: list[int] | None = None,
) -> Done:
    """Words, days, contents and units; None leaves contents or units as they are."""
    check(title, due_on, meeting_on, case.kind)
    case.title, case.text = title.strip()[:200], text.strip()
    case.due_on, case.meeting_on, case.place = due_on, meeting_on, place.strip()[:120]
    if contents is not None:
        set_contents(case, contents)
    if units is not None:
        set_units(case, units)
    return Done(detail={"contents": case.contents.count(), "units": case.handins.count()})


@verb(CALL, "send", Call)
def send(case: Call, seat: Seat) -> Done:
    """Every unit asked is told, with the day."""
    if case.due_on < today():
        raise refuse("交汇报的期限已经过了，请先改期限。")
    case.sent_at = timezone.now()
    tell(
        case,
        list(case.handins.values_list("unit_id", flat=True)),
        f"请在 {case.due_on:%m月%d日} 前交汇报：{case.title}",
    )
    return Done(detail={"units": case.handins.count()})


def tell(case: Call, units: list[int], text: str, but: int | None = None) -> None:
    """Everybody of these units."""
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
        kind="call.tell",
        text=text,
        case=case,
        url=f"/calls/{case.pk}/",
        needs_act=True,
        but=but,
    )


@verb(CALL, "hold", Call)
def hold(case: Call, seat: Seat, *, held_on: date | None = None) -> Done:
    """The meeting took place; its speech is read next (documents)."""
    day = held_on or case.meeting_on or today()
    if day > today():
        raise refuse("会还没有开：日期在今天以后。")
    case.held_on = day
    return Done(detail={"on": day})


@verb(CALL, "finish", Call)
def finish(case: Call, seat: Seat) -> Done:
    """The round is over; the next of its series opens on the state of its tasks."""
    waiting = case.handins.filter(state__in=("asked", "returned")).count()
    return Done(detail={"not_handed_in": waiting})
