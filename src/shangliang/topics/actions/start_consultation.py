"""安排协商."""

from datetime import date, datetime

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..intake import keep_secrets_out
from ..limits import set_before
from ..models import Consultation, PlanItem, Topic
from ..plan_lines import LEADS, seat_of
from ..presets import forms, plan_forms

STARTERS = (Role.ORGANISER, Role.CLERK, Role.CONVENOR)


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
