"""差距：定举措."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import GAP
from ..gaps import body_of
from ..models import Gap, Measure, Yardstick
from ..telling import staff, tell


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
