"""Lines of the yearly plan: added, drafted from what a text asks for, changed, taken out."""

import re
from collections.abc import Sequence
from datetime import date

from django.db.models import Max

from ...actors.models import Actor
from ...documents.models import Extract
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Milestone, Plan, PlanItem, Topic
from ..presets import form_called, plan_forms
from ..queries import topics_from_texts

CARRIED_OUT = "开展"
LEADS = ("special_committee", "sector", "party", "organisation", "group", "room", "committee")


def checked(
    case: Plan, title: str, form: str, lead: int, window_from: date, window_to: date
) -> Actor:
    """What a line of the plan must say; returns the lead."""
    if len(title.strip()) < 4:
        raise refuse("请写议题，至少 4 个字。")
    if form not in plan_forms():
        raise refuse("请选协商形式，或者调研、视察。")
    if window_to < window_from:
        raise refuse("窗口的止不能早于起。")
    if case.year not in (window_from.year, window_to.year):
        raise refuse(f"窗口要落在 {case.year} 年里。")
    found = Actor.objects.filter(pk=lead, active=True, kind__in=LEADS).first()
    if found is None or seat_of(found) != case.committee_id:
        raise refuse("牵头请从本级的专委会、界别、党派团体里选。")
    return found


def seat_of(actor: Actor) -> int | None:
    """The committee an actor belongs to; a committee belongs to itself."""
    return actor.pk if actor.kind == Actor.Kind.COMMITTEE else actor.committee_id


@verb(PLAN, "add_item", Plan)
def add_item(
    case: Plan,
    seat: Seat,
    *,
    title: str,
    form: str,
    lead: int,
    window_from: date,
    window_to: date,
    aim: str = "",
    joint: str = "",
    topic: int | None = None,
    source_line: str = "",
    deployment: int | None = None,
    milestones: Sequence[tuple[str, date]] = (),
) -> Done:
    """One line; a chosen topic becomes "列入计划". Returns the PlanItem."""
    actor = checked(case, title, form, lead, window_from, window_to)
    chosen = None
    if topic:
        chosen = Topic.objects.filter(
            committee_id=case.committee_id, pk=topic, state="chosen"
        ).first()
        if chosen is None:
            raise refuse("只有选定的议题可以列入计划。")
    item = add_line(
        case, chosen, title, form, actor, (window_from, window_to), aim=aim, joint=joint,
        source_line=source_line, milestones=milestones,
        deployment_id=deployment or (chosen.deployment_id if chosen else None),
    )  # fmt: skip
    if chosen:
        chosen.state = "planned"
        chosen.save(update_fields=["state"])
    return Done(about=item, detail={"number": item.number, "form": form}, result=item)


def add_line(
    case: Plan,
    topic: Topic | None,
    title: str,
    form: str,
    lead: Actor,
    window: tuple[date, date],
    *,
    aim: str = "",
    joint: str = "",
    source_line: str = "",
    deployment_id: int | None = None,
    milestones: Sequence[tuple[str, date]] = (),
) -> PlanItem:
    """The next line, with its nodes."""
    most = case.items.aggregate(m=Max("number"))["m"] or 0
    item = PlanItem.objects.create(
        committee_id=case.committee_id,
        plan=case,
        number=most + 1,
        aim=aim.strip()[:80],
        title=title.strip()[:80],
        form=form,
        lead=lead,
        joint=joint.strip()[:200],
        topic=topic,
        deployment_id=deployment_id,
        window_from=window[0],
        window_to=window[1],
        source_line=source_line.strip()[:300],
    )
    Milestone.objects.bulk_create(
        Milestone(committee_id=case.committee_id, item=item, name=name[:60], due_on=day)
        for name, day in milestones
    )
    keep_a_node(item)
    return item


def keep_a_node(item: PlanItem) -> None:
    """What is no meeting has at least one node: no meeting will tell its state."""
    if not plan_forms()[item.form].meeting and not item.milestones.exists():
        item.milestones.create(
            committee_id=item.committee_id, name=CARRIED_OUT, due_on=item.window_to
        )


@verb(PLAN, "draft_items", Plan)
def draft_items(
    case: Plan,
    seat: Seat,
    *,
    topics: Sequence[int],
    lead: int,
    window_from: date,
    window_to: date,
) -> Done:
    """What a speech or a list of points asks for becomes lines, each with its form, aim and sentence (S-025).

    Such topics need no judges: the text is the ground, and the plan goes through its own bodies.
    """
    found = {t.pk: t for t in topics_from_texts(case.committee_id).filter(pk__in=topics)}
    if not found:
        raise refuse("请选要列入的议题。")
    ids = [t.about_id for t in found.values() if t.about_id]
    said = {
        e.pk: e
        for e in Extract.objects.filter(committee_id=case.committee_id, pk__in=ids)
        .select_related("intake")
    }  # fmt: skip
    numbers, first = [], next(iter(found.values()))
    actor = checked(case, first.title, "research", lead, window_from, window_to)
    for topic in found.values():
        behind = said.get(topic.about_id or 0)
        form = form_called(str(behind.data.get("form", "")) if behind else topic.text)
        item = add_line(
            case, topic, topic.title, form, actor, (window_from, window_to),
            aim=re.sub("^(?:围绕|聚焦|着眼|立足)", "", str(behind.data.get("aim", ""))) if behind else "",
            source_line=f"《{behind.intake.title}》第 {behind.first} 行：{behind.text}" if behind else "",
            deployment_id=topic.deployment_id,
        )  # fmt: skip
        numbers.append(item.number)
        topic.reason = topic.reason or f"文件部署，列入{case.title}。"
        topic.state, topic.decided_on, topic.decided_by_id = "planned", today(), seat.person_id
        topic.save(update_fields=["state", "reason", "decided_on", "decided_by"])
    return Done(detail={"numbers": numbers, "count": len(numbers)})


def line(case: Plan, item: int) -> PlanItem:
    """A live line of this plan."""
    row = case.items.filter(pk=item, dropped_on__isnull=True).first()
    if row is None:
        raise refuse("计划里没有这一项，或者已经去掉了。", "wall")
    return row


def put(
    case: Plan, item: int, title: str, form: str, lead: int, window_from: date, window_to: date
) -> PlanItem:
    row = line(case, item)
    row.lead = checked(case, title, form, lead, window_from, window_to)
    row.title, row.form = title.strip()[:80], form
    row.window_from, row.window_to = window_from, window_to
    return row


@verb(PLAN, "change_item", Plan)
def change_item(
    case: Plan,
    seat: Seat,
    *,
    item: int,
    title: str,
    form: str,
    lead: int,
    window_from: date,
    window_to: date,
    aim: str = "",
    joint: str = "",
) -> Done:
    """While it is being drawn up."""
    row = put(case, item, title, form, lead, window_from, window_to)
    row.aim, row.joint = aim.strip()[:80], joint.strip()[:200]
    row.save()
    keep_a_node(row)
    return Done(about=row, detail={"number": row.number})


@verb(PLAN, "drop_item", Plan)
def drop_item(case: Plan, seat: Seat, *, item: int, reason: str) -> Done:
    """Taken out, with a reason; its topic goes back to the chosen ones."""
    row = line(case, item)
    if not reason.strip():
        raise refuse("请写明为什么去掉。")
    take_out(row, reason)
    return Done(about=row, detail={"number": row.number})


def take_out(row: PlanItem, reason: str) -> None:
    row.dropped_on, row.drop_reason = today(), reason.strip()[:200]
    row.save(update_fields=["dropped_on", "drop_reason"])
    if row.topic and row.topic.state == "planned":
        row.topic.state = "chosen"
        row.topic.save(update_fields=["state"])
