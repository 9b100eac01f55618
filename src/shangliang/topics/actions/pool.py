"""Verbs on a topic in the pool: put in order, back, choose, decline, merge, with reasons."""

from datetime import date

from django.db.models import F

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import TOPIC
from ..intake import keep_secrets_out
from ..models import Deployment, Support, Topic
from ..telling import tell

RATINGS = {"done": "办到了", "partly": "办到一部分", "not": "没办到"}


def reasoned(reason: str, what: str) -> str:
    """A reason the nominator can read; never empty."""
    said = reason.strip()
    if len(said) < 4:
        raise refuse(f"请写明{what}的理由，提出人会看到。")
    return said[:500]


def decided(case: Topic, seat: Seat, reason: str) -> None:
    """Note the reason and by whom, and tell the nominator who has an account."""
    case.reason, case.decided_on, case.decided_by_id = reason, today(), seat.person_id


def tell_nominator(case: Topic, seat: Seat, words: str) -> None:
    if case.nominated_by_id:
        tell(case, [case.nominated_by_id], "topic.decided", f"{words}：{case.title}", seat)


@verb(TOPIC, "amend_topic", Topic)
def amend_topic(
    case: Topic,
    seat: Seat,
    *,
    title: str,
    source: str,
    text: str = "",
    deployment: int | None = None,
    decision: str = "",
    decision_on: date | None = None,
) -> None:
    """Wording, source, the deployment it serves and the decision it should reach in time."""
    if len(title.strip()) < 4:
        raise refuse("请用一句话写明议题，至少 4 个字。")
    keep_secrets_out(title, text)
    if source not in Topic.Source.values:
        raise refuse("请选议题来源。")
    if deployment and not Deployment.objects.filter(committee_id=seat.committee_id, pk=deployment):
        raise refuse("没有这项部署。")
    case.title, case.source, case.text = title.strip()[:80], source, text.strip()[:2000]
    case.deployment_id, case.decision = deployment, decision.strip()[:80]
    case.decision_on = decision_on


@verb(TOPIC, "support_topic", Topic)
def support_topic(case: Topic, seat: Seat) -> None:
    """Once a person; a second time is said, not counted."""
    _, new = Support.objects.get_or_create(
        committee_id=case.committee_id, topic=case, person_id=seat.person_id
    )
    if not new:
        raise refuse("您已经附议过了。")
    case.supports = Support.objects.filter(committee_id=case.committee_id, topic=case).count()


@verb(TOPIC, "choose_topic", Topic)
def choose_topic(case: Topic, seat: Seat, *, reason: str) -> None:
    """Chosen, with the reason."""
    decided(case, seat, reasoned(reason, "选定"))
    tell_nominator(case, seat, "您提的议题选定了")


@verb(TOPIC, "decline_topic", Topic)
def decline_topic(case: Topic, seat: Seat, *, reason: str) -> None:
    """Not chosen, with the reason the nominator reads by the receipt."""
    decided(case, seat, reasoned(reason, "不选用"))
    tell_nominator(case, seat, "您提的议题没有选用，理由在议题页")


@verb(TOPIC, "merge_topic", Topic)
def merge_topic(case: Topic, seat: Seat, *, into: int, reason: str = "") -> Done:
    """Goes on as part of another; its nominator follows that one."""
    other = Topic.objects.filter(committee_id=case.committee_id, pk=into).first()
    if other is None or other.pk == case.pk:
        raise refuse("请选要并入的那一件，不能是自己。")
    if other.state in ("merged", "declined"):
        raise refuse("要并入的那一件已经不在议题库里，请选别的。")
    case.into = other
    decided(case, seat, reason.strip()[:500] or f"与“{other.title}”说的是一件事，并在一起商量。")
    Topic.objects.filter(pk=other.pk).update(supports=F("supports") + 1)
    tell_nominator(case, seat, f"您提的议题并入“{other.title}”一起商量")
    return Done(detail={"into": other.pk})


@verb(TOPIC, "return_to_pool", Topic)
def return_to_pool(case: Topic, seat: Seat, *, reason: str) -> None:
    """Back to the pool; what was said stays in the log."""
    case.into = None
    decided(case, seat, reasoned(reason, "放回"))


@act("topic.deploy", "登记重大部署", Role.ORGANISER, Role.CLERK)
def add_deployment(seat: Seat, *, name: str, source: str, parent: int | None = None) -> Done:
    """A deployment with the clause it stands in, so that coverage can be told (S-029)."""
    if len(name.strip()) < 2 or len(source.strip()) < 2:
        raise refuse("请写部署的名称和出处（文件、条款）。")
    if Deployment.objects.filter(committee_id=seat.committee_id, name=name.strip()):
        raise refuse("这项部署已经登记了。")
    if parent and not Deployment.objects.filter(committee_id=seat.committee_id, pk=parent):
        raise refuse("没有这个上级部署。")
    row = Deployment.objects.create(
        committee_id=seat.committee_id,
        name=name.strip()[:80],
        source=source.strip()[:200],
        parent_id=parent,
    )
    return Done(case=row)


@act("topic.rate", "提出人凭回执评价")
def rate_by_receipt(seat: Seat, *, code: str, rating: str, note: str = "") -> Done:
    """The nominator says whether it was done; whoever holds the receipt, once, after the end."""
    topic = Topic.objects.filter(public_code=code.strip().upper()).first()
    if topic is None or topic.committee_id != seat.committee_id:
        raise refuse("没有查到这个回执号。", "wall")
    if topic.state != "done":
        raise refuse("这件事还没有商量完，办结以后再来评价。")
    if rating not in RATINGS:
        raise refuse("请选：办到了、办到一部分、没办到。")
    if topic.rating:
        raise refuse("已经评价过了。")
    keep_secrets_out(note)
    topic.rating, topic.rating_note, topic.rated_on = rating, note.strip()[:200], today()
    topic.save(update_fields=["rating", "rating_note", "rated_on"])
    return Done(case=topic, detail={"rating": rating})
