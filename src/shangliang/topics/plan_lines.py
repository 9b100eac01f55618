"""Lines of the yearly plan: how a line is checked and added, whoever adds it."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Max

from ..actors.models import Actor
from ..procedures.verdicts import refuse
from .models import Milestone, Plan, PlanItem, Topic
from .presets import plan_forms

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


def line(case: Plan, item: int) -> PlanItem:
    """A live line of this plan."""
    row = case.items.filter(pk=item, dropped_on__isnull=True).first()
    if row is None:
        raise refuse("计划里没有这一项，或者已经去掉了。", "wall")
    return row
