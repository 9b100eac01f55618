"""Topics of three sources, judged and chosen, and the year's plan made of them."""

from datetime import date, timedelta

from ....actors.models import Tie
from ....procedures.seat import Seat
from ....topics.actions.add_deployment import add_deployment as name_deployment
from ....topics.actions.add_item import add_item
from ....topics.actions.choose_topic import choose_topic
from ....topics.actions.consider_plan import consider_plan
from ....topics.actions.decide_plan import decide_plan
from ....topics.actions.decline_topic import decline_topic
from ....topics.actions.judge_topic import judge_topic
from ....topics.actions.merge_topic import merge_topic
from ....topics.actions.name_judges import name_judges
from ....topics.actions.nominate import nominate
from ....topics.actions.record_opinion import record_opinion
from ....topics.actions.send_for_amendment import send_for_amendment
from ....topics.actions.start_plan import start_plan
from ....topics.actions.support_topic import support_topic
from ....topics.models import Milestone, PlanStep, Topic
from ....topics.presets import criteria
from ..scenes import SINCE
from . import topics_story_texts as story
from . import topics_texts as words
from .topics_desk import Desk


def counterparts(desk: Desk) -> None:
    """Special committees and the departments they consult with."""
    for name, keys in words.COUNTERPARTS.items():
        for key in keys:
            Tie.objects.create(
                committee=desk.city.committee,
                kind=Tie.Kind.COUNTERPART,
                who=desk.bodies[name],
                whom=desk.unit(key),
                start=SINCE,
            )


def topics_of(desk: Desk) -> dict[str, Topic]:
    """The pool: nominated inside, openly and at the desk; judged, chosen, declined, merged."""
    judges = [desk.leader, *desk.standing[:4]]
    name_judges(desk.organiser, year=desk.day.year, people=[j.person_id for j in judges])
    if desk.day.month > 9:
        name_judges(desk.organiser, year=desk.day.year + 1, people=[j.person_id for j in judges])
    marks_for = {
        name: add_deployment(desk, name, source, parent)
        for name, source, parent in words.DEPLOYMENTS
    }
    made: dict[str, Topic] = {}
    visitor = Seat(committee_id=desk.city.committee.pk)
    for n, row in enumerate(words.POOL):
        title, source, via, text, end, reason, deployment = row
        seat = {"open": visitor, "desk": desk.organiser}.get(
            via, desk.member if n % 2 else desk.standing[n % 9]
        )
        topic = nominate(seat, title=title, source=source, text=text, via=via)
        made[title] = topic
        Topic.objects.filter(pk=topic.pk).update(
            made_at=desk.at(desk.ago(20 + 9 * (n % 14))),
            deployment=marks_for.get(deployment),
        )
        for who in desk.standing[4 : 4 + n % 5]:
            support_topic(who, topic.pk)
        if end == "new":
            continue
        for j, seat in enumerate(judges[: 5 if n % 4 else 4]):
            if topic.nominated_by_id == seat.person_id:
                judge_topic(seat, topic.pk, conflict=True)
                continue
            base = 4 if end in ("chosen", "planned") else 3
            judge_topic(
                seat,
                topic.pk,
                points={
                    c.key: max(
                        1,
                        min(
                            5,
                            base
                            + ((n * 7 + j * 3 + k) % 3)
                            - 1
                            - (2 if n % 6 == 5 and j == 0 else 0),
                        ),
                    )
                    for k, c in enumerate(criteria())
                },
                note=words.NOTES[(n + j) % len(words.NOTES)] if j == 1 else "",
            )
        if end in ("chosen", "planned"):
            choose_topic(desk.organiser, topic.pk, reason=reason)
            Topic.objects.filter(pk=topic.pk).update(decided_on=desk.ago(8 + n))
        elif end == "declined":
            decline_topic(desk.organiser, topic.pk, reason=reason)
        elif end == "merged":
            merge_topic(desk.organiser, topic.pk, into=made[reason].pk)
    return made


def add_deployment(desk: Desk, name: str, source: str, parent: str) -> object:
    return name_deployment(desk.organiser, name=name, source=source)


def plan_of(desk: Desk, made: dict[str, Topic]) -> list[object]:
    """This year's plan, decided in February; next year's, sent round for amendment."""
    year = desk.day.year
    plan = start_plan(desk.organiser, year=year)
    items: list[object] = []
    for row in story.PLAN:
        title, aim, form, lead, months, joint = row[:6]
        body = desk.bodies[lead]
        topic = made.get(title)
        first, last = months
        items.append(
            add_item(
                desk.organiser,
                plan.pk,
                title=title,
                aim=aim,
                form=form,
                lead=body.pk,
                joint=joint,
                window_from=date(year, first, 1),
                window_to=date(year, last, 28),
                topic=topic.pk if topic else None,
                source_line="" if topic else "主席会议确定的年度重点",
                milestones=[("调研", date(year, first, 10)), ("成稿", date(year, last, 20))]
                if form in ("standing", "thematic")
                else (),
            )
        )
    send_for_amendment(desk.organiser, plan.pk)
    record_opinion(
        desk.organiser, plan.pk, body="党委办公室", on=desk.ago(0), note="第 3 项改由社法委牵头。"
    )
    record_opinion(desk.organiser, plan.pk, body="政府办公室", on=desk.ago(0), note="无意见")
    consider_plan(desk.organiser, plan.pk, on=desk.day, paper="第 21 次主席会议")
    decide_plan(desk.organiser, plan.pk, on=desk.day, paper="市委办函第 9 号")
    for n, step in enumerate(PlanStep.objects.filter(plan=plan).order_by("pk")):
        step.on = date(year, 1, 20) + timedelta(days=7 * n)
        step.save(update_fields=["on"])
    Milestone.objects.filter(item__plan=plan, due_on__lt=desk.day - timedelta(days=40)).update(
        done_on=desk.day - timedelta(days=45)
    )
    following = start_plan(desk.organiser, year=year + 1)
    for title, aim, form, lead, months, joint in story.NEXT_PLAN:
        topic = made.get(title)
        add_item(
            desk.organiser,
            following.pk,
            title=title,
            aim=aim,
            form=form,
            lead=desk.bodies[lead].pk,
            joint=joint,
            window_from=date(year + 1, months[0], 1),
            window_to=date(year + 1, months[1], 28),
            topic=topic.pk if topic else None,
        )
    send_for_amendment(desk.organiser, following.pk)
    record_opinion(
        desk.organiser,
        following.pk,
        body="党委办公室",
        on=desk.day,
        note="原则同意，第 2 项形式再斟酌。",
    )
    return items
