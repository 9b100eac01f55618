"""Arranging a consultation: start, change, who takes part, who speaks when."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db.models import Max
from django.utils import timezone

from ...actors.models import Actor, Tie
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..intake import keep_secrets_out
from ..limits import set_before
from ..meetings import move_with
from ..models import Consultation, Party, PlanItem, Speech, Topic
from ..presets import forms, plan_forms
from ..telling import participants, tell
from .plan_lines import LEADS, seat_of

STARTERS = (Role.ORGANISER, Role.CLERK, Role.CONVENOR)
MOST_PARTIES = 400


@act("consultation.start", "安排协商", *STARTERS)
def start_consultation(
    seat: Seat,
    *,
    form: str,
    title: str,
    lead: int | None = None,
    item: int | None = None,
    topic: int | None = None,
    room: int | None = None,
    starts_at: datetime | None = None,
    place: str = "",
    text: str = "",
    chair: str = "",
    basis: str = "",
    decision: str = "",
    decision_on: date | None = None,
    about_type: str = "",
    about_id: int | None = None,
    after: int | None = None,
    place_rules: str = "",
) -> Done:
    """A consultation from a line of the plan, a topic, a room's matter or a proposal.

    Its form's rules are copied now. ``after`` names the meeting whose open points go on here.
    Returns the Consultation.
    """
    rule = forms(place_rules).get(form)
    if rule is None:
        raise refuse("请选协商形式。")
    if len(title.strip()) < 4:
        raise refuse("请写议题，至少 4 个字。")
    keep_secrets_out(title, text)
    own = {"committee_id": seat.committee_id}
    if form == "council":
        if not room or not Actor.objects.filter(**own, pk=room, kind=Actor.Kind.ROOM, active=True):
            raise refuse("请选在哪间议事室商量。")
        if room not in seat.rooms and not seat.has(Role.ORGANISER, Role.CLERK):
            raise refuse("只能在自己召集的议事室开场。", "who")
        lead = lead or room
    elif not seat.has(Role.ORGANISER, Role.CLERK):
        raise refuse("召集人只安排议事室的协商。", "who")
    body = Actor.objects.filter(pk=lead or 0, active=True, kind__in=LEADS).first()
    if body is None or seat_of(body) != seat.committee_id:
        raise refuse("请从本级名册里选承办机构。")
    plan_item = None
    if item:
        plan_item = PlanItem.objects.filter(**own, pk=item, dropped_on__isnull=True).first()
        if plan_item is None or plan_item.plan.state not in ("decided", "considered"):
            raise refuse("计划审定以后才能照它安排协商。")
        if not plan_forms()[plan_item.form].meeting:
            raise refuse("这一项是调研、视察，不是协商：请在“活动”里安排，办了在计划里记节点完成。")
        topic = topic or plan_item.topic_id
    matter = Topic.objects.filter(**own, pk=topic).first() if topic else None
    if topic and (matter is None or matter.state not in ("chosen", "planned")):
        raise refuse("先选定这个议题，再安排协商。")
    before = Consultation.objects.filter(**own, pk=after).first() if after else None
    if after and (before is None or before.state in ("planned", "cancelled")):
        raise refuse("接着哪一次商量？请选一次开过的。")
    case = Consultation(
        **own,
        form=form,
        rules_copy=rule.copied(),
        title=title.strip()[:80],
        text=text.strip()[:4000],
        lead=body,
        item=plan_item,
        topic=matter,
        room_id=room,
        starts_at=starts_at,
        place=place.strip()[:80],
        chair=chair.strip()[:40],
        basis=basis.strip()[:200],
        decision=decision.strip()[:80] or (matter.decision if matter else ""),
        decision_on=decision_on or (matter.decision_on if matter else None),
        about_type=about_type,
        about_id=about_id,
        after=before,
        made_by_id=seat.person_id,
    )
    case.save()
    set_before(case)
    case.save(update_fields=["notice_by", "materials_by"])
    return Done(case=case, detail={"kind": form, "room": room})


@verb(CONSULTATION, "change_consultation", Consultation)
def change_consultation(
    case: Consultation,
    seat: Seat,
    *,
    title: str,
    starts_at: datetime | None = None,
    place: str = "",
    chair: str = "",
    text: str = "",
    basis: str = "",
    reason: str = "",
) -> Done:
    """Who was told already is told of the change; the days before it are counted anew."""
    if len(title.strip()) < 4:
        raise refuse("请写议题，至少 4 个字。")
    keep_secrets_out(title, text)
    moved = case.noticed_on and (starts_at != case.starts_at or place.strip() != case.place)
    if moved and not reason.strip():
        raise refuse("通知已经发出，改时间、地点请写原因，会告诉每一位。")
    case.title, case.place, case.chair = title.strip()[:80], place.strip()[:80], chair.strip()[:40]
    case.text, case.basis, case.starts_at = text.strip()[:4000], basis.strip()[:200], starts_at
    set_before(case)
    if moved:
        when = f"{timezone.localtime(starts_at):%m月%d日 %H:%M}" if starts_at else "时间另定"
        words = f"改期：{case.title}，{when}，{case.place}。{reason.strip()}"
        told = set(move_with(case, seat))
        to = [pk for pk in participants(case) if pk not in told]
        tell(case, to, "consultation.moved", words, seat, True)
    return Done(detail={"moved": bool(moved)})


@verb(CONSULTATION, "add_parties", Consultation)
def add_parties(
    case: Consultation,
    seat: Seat,
    *,
    side: str,
    actors: Sequence[int] = (),
    names: str = "",
    title: str = "",
    came: bool = False,
) -> Done:
    """People and units of the registers, and names one a line ("姓名，身份"); twice is once."""
    if side not in Party.Side.values:
        raise refuse("请选是哪一方。")
    wanted = list(dict.fromkeys(actors))
    found = Actor.objects.filter(committee_id=case.committee_id, active=True).in_bulk(wanted)
    if len(found) != len(wanted):
        raise refuse("有的人或单位不在本级名册里。")
    check_counterparts(case, side, list(found.values()))
    rows: list[tuple[Actor | None, str, str]] = [
        (found[pk], found[pk].name, title) for pk in wanted
    ]
    for entry in names.splitlines():
        name, _, post = entry.replace(",", "，").strip().partition("，")
        if name.strip():
            rows.append((None, name.strip(), post.strip() or title))
    if not rows:
        raise refuse("请选人或单位，或者一行写一个名字。")
    keep_secrets_out(names, title)
    held = set(case.parties.filter(side=side).values_list("name", flat=True))
    if len(held) + len(rows) > MOST_PARTIES:
        raise refuse(f"一次协商最多登记 {MOST_PARTIES} 位。")
    new = {
        name[:60]: Party(
            committee_id=case.committee_id,
            consultation=case,
            side=side,
            actor=actor,
            name=name[:60],
            title=post[:80],
            came=True if came else None,
        )
        for actor, name, post in rows
        if name[:60] not in held
    }
    if not new:
        raise refuse("名单里已经有了。")
    Party.objects.bulk_create(new.values())
    return Done(detail={"side": side, "count": len(new)})


# 对口协商：专门委员会与它的对口部门 (S-012).
def check_counterparts(case: Consultation, side: str, found: list[Actor]) -> None:
    """In a counterpart consultation the answering units are counterparts of the lead."""
    if case.form != "counterpart" or side != "answers":
        return
    pairs = set(
        Tie.objects.filter(
            committee_id=case.committee_id, kind=Tie.Kind.COUNTERPART, who_id=case.lead_id
        )
        .on(today())
        .values_list("whom_id", flat=True)
    )
    left = [str(a) for a in found if a.kind == Actor.Kind.UNIT and a.pk not in pairs]
    if left:
        raise refuse(
            f"{'、'.join(left)}不是{case.lead}的对口部门。先在名册里登记对口关系，或者改用别的形式。"
        )


@verb(CONSULTATION, "drop_party", Consultation)
def drop_party(case: Consultation, seat: Seat, *, party: int) -> Done:
    """Taken off the list; their place in the speaking list goes too."""
    row = case.parties.filter(pk=party).first()
    if row is None:
        raise refuse("名单里没有这一位。", "wall")
    row.speeches.all().delete()
    side = row.side
    row.delete()
    return Done(detail={"side": side})


@verb(CONSULTATION, "plan_speech", Consultation)
def plan_speech(
    case: Consultation,
    seat: Seat,
    *,
    party: int,
    part: str,
    topic: str = "",
    minutes: int = 8,
    starts_at: str = "",
    replies_to: int | None = None,
) -> Done:
    """One more on the speaking list. A reply names its question. Returns the Speech."""
    row = case.parties.filter(pk=party).first()
    if row is None:
        raise refuse("发言的人要先在参加名单里。")
    if case.kind.part(part) is None:
        raise refuse("请选会议的环节。")
    if not 1 <= minutes <= 60:
        raise refuse("发言时间写 1 到 60 分钟。")
    question = case.speeches.filter(pk=replies_to).first() if replies_to else None
    if replies_to and question is None:
        raise refuse("没有这个提问。")
    most = case.speeches.aggregate(m=Max("order"))["m"] or 0
    speech = Speech.objects.create(
        committee_id=case.committee_id,
        consultation=case,
        order=most + 1,
        part=part,
        party=row,
        topic=topic.strip()[:80],
        minutes=minutes,
        starts_at=clock_of(starts_at),
        replies_to=question,
    )
    return Done(about=speech, detail={"part": part, "minutes": minutes}, result=speech)


def clock_of(text: str) -> time | None:
    """14:30, or nothing."""
    if not text.strip():
        return None
    try:
        return time.fromisoformat(text.strip())
    except ValueError:
        raise refuse("时间请写成 14:30 这样。") from None


@verb(CONSULTATION, "drop_speech", Consultation)
def drop_speech(case: Consultation, seat: Seat, *, speech: int) -> Done:
    """Off the list, unless it was already spoken."""
    row = case.speeches.filter(pk=speech).first()
    if row is None:
        raise refuse("发言名单里没有这一个。", "wall")
    if row.spoke or row.replies.exists():
        raise refuse("已经讲过的、有人解答的发言不能去掉。")
    row.delete()
    return Done()
