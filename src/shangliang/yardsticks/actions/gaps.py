"""差距的动作: say the cause, take a measure, close after a check, open again, drop."""

from datetime import date

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import GAP
from ..models import Gap, Measure, Yardstick
from ..telling import staff, tell


def body_of(seat: Seat, pk: int) -> Actor:
    """A body of this committee that can owe something; never a person."""
    row = (
        Actor.objects.filter(pk=pk, committee_id=seat.committee_id, active=True)
        .exclude(kind__in=[Actor.Kind.PERSON, Actor.Kind.CITIZEN])
        .first()
    )
    if row is None:
        raise refuse("没有找到这个责任单位。", "wall")
    return row


@verb(GAP, "explain_gap", Gap)
def explain_gap(case: Gap, seat: Seat, *, cause: str, owner: int | None = None) -> Done:
    """The cause in the owner's words, and whose it is."""
    if not cause.strip():
        raise refuse("请写主要原因。")
    case.cause = cause.strip()
    if owner and owner != case.owner_id:
        case.owner = body_of(seat, owner)
        tell(
            case,
            staff(case.committee_id, [owner]),
            "gap",
            f"差距由你们负责，请定举措：{case}",
            True,
        )
    return Done(detail={"owner": case.owner_id})


@verb(GAP, "plan_measure", Gap)
def plan_measure(
    case: Gap,
    seat: Seat,
    *,
    text: str,
    person_name: str,
    due_on: date,
    owner: int | None = None,
    expected: str = "",
    baseline: str = "",
    learned_from: str = "",
    framework: int | None = None,
    item: str = "",
) -> Done:
    """Each gap leads to a measure with a date, each measure to a person (S-093)."""
    if not text.strip():
        raise refuse("请写具体怎么办。")
    if not person_name.strip():
        raise refuse("请写责任人：每条举措都要落到人。")
    if due_on < today():
        raise refuse("时限不能早于今天。")
    whose = owner or case.owner_id
    if whose is None:
        raise refuse("还不知道由哪个单位负责，请选责任单位。")
    frame = None
    if framework:
        frame = Yardstick.objects.filter(
            pk=framework, committee_id=seat.committee_id, kind=Yardstick.Kind.FRAMEWORK
        ).first()
        if frame is None or item not in {i["code"] for i in frame.body.get("items", [])}:
            raise refuse("框架里没有这一条。")
    body = body_of(seat, whose)
    row = Measure.objects.create(
        committee_id=case.committee_id,
        gap=case,
        text=text.strip()[:300],
        owner=body,
        person_name=person_name.strip()[:60],
        due_on=due_on,
        first_due_on=due_on,
        expected=expected.strip()[:200],
        baseline=baseline.strip()[:200],
        learned_from=learned_from.strip()[:200],
        framework=frame,
        item=item if frame else "",
    )
    case.owner_id = case.owner_id or body.pk
    tell(case, staff(case.committee_id, [body.pk]), "measure", f"举措“{row.text}”由你们负责，{due_on:%-m月%-d日}前做到。", but=seat.person_id)  # fmt: skip
    return Done(about=row, result=row, detail={"owner": body.pk, "due": due_on})


@verb(GAP, "close_gap", Gap)
def close_gap(case: Gap, seat: Seat, *, how: str) -> Done:
    """Gone, by what evidence; the office says so, not the owner."""
    if not how.strip():
        raise refuse("请写凭什么认定差距消除了：哪一期的数、看了哪里。")
    case.closing, case.closed_on, case.closed_by_id = how.strip()[:300], today(), seat.person_id
    return Done(detail={"owner": case.owner_id})


@verb(GAP, "reopen_gap", Gap)
def reopen_gap(case: Gap, seat: Seat, *, why: str) -> Done:
    """It is there again."""
    if not why.strip():
        raise refuse("请写凭什么说差距又出现了。")
    case.text = f"{case.text}\n{today():%Y-%m-%d} 又出现：{why.strip()}".strip()
    case.closed_on = case.closed_by = None
    case.closing = ""
    tell(case, staff(case.committee_id, [case.owner_id]), "reopen", f"差距又出现：{case}", True)
    return Done(detail={"owner": case.owner_id})


@verb(GAP, "drop_gap", Gap)
def drop_gap(case: Gap, seat: Seat, *, why: str) -> Done:
    """It was none."""
    if not why.strip():
        raise refuse("请写为什么不成立。")
    case.closing, case.closed_on, case.closed_by_id = why.strip()[:300], today(), seat.person_id
    return Done(detail={"owner": case.owner_id})
