"""The meeting itself: who came, who said what, what was agreed, open, or held by a minority."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Max
from django.utils import timezone

from ...actors.models import Actor
from ...procedures.office_calendar import calendar_of, today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..intake import keep_secrets_out
from ..limits import after, set_limit
from ..models import Consultation, Party, Point


@verb(CONSULTATION, "hold", Consultation)
def hold(case: Consultation, seat: Seat, *, held_on: date | None = None) -> Done:
    """The meeting takes place. From here the minutes are counted."""
    on = held_on or today()
    if on > today():
        raise refuse("开会的日期不能晚于今天；还没到那天，到时再点。")
    if case.starts_at and on < timezone.localtime(case.starts_at).date():
        raise refuse("还没到安排的那一天。提前开的，请先改安排，告诉每一位。")
    case.held_on = on
    calendar = calendar_of(case.committee_id)
    due = calendar.add_workdays(on, case.kind.minutes_days)
    set_limit(case, "minutes", due, f"会后 {case.kind.minutes_days} 个工作日")
    if case.kind.feedback_days:
        case.feedback_until = calendar.add_workdays(on, case.kind.feedback_days)
    return Done(detail={"on": on})


@verb(CONSULTATION, "mark_came", Consultation)
def mark_came(
    case: Consultation, seat: Seat, *, came: Sequence[int], deputies: dict[str, str] | None = None
) -> Done:
    """Everybody on the list is marked: those named came, the others did not."""
    ids = set(came)
    rows = list(case.parties.all())
    if ids - {row.pk for row in rows}:
        raise refuse("有人不在参加名单里，请先加上。")
    for row in rows:
        row.came = row.pk in ids
        row.deputy = (deputies or {}).get(str(row.pk), row.deputy)[:60]
    Party.objects.bulk_update(rows, ["came", "deputy"])
    return Done(detail={"came": len(ids), "of": len(rows)})


@verb(CONSULTATION, "note_speech", Consultation)
def note_speech(
    case: Consultation, seat: Seat, *, speech: int, gist: str = "", spoke: bool = True
) -> Done:
    """What was said, in short; said by somebody who is now surely there."""
    row = case.speeches.select_related("party").filter(pk=speech).first()
    if row is None:
        raise refuse("发言名单里没有这一个。", "wall")
    if spoke and not gist.strip():
        raise refuse("请记下讲了什么，几句话就行。")
    keep_secrets_out(gist)
    row.spoke, row.gist = spoke, gist.strip()[:2000]
    row.save(update_fields=["spoke", "gist"])
    if spoke and not row.party.came:
        row.party.came = True
        row.party.save(update_fields=["came"])
    return Done(about=row, detail={"spoke": spoke})


@verb(CONSULTATION, "add_point", Consultation)
def add_point(
    case: Consultation,
    seat: Seat,
    *,
    kind: str,
    text: str,
    held_by: str = "",
    owner: int | None = None,
    owner_name: str = "",
    due_on: date | None = None,
) -> Done:
    """Agreed (with who does it until when), open, or a minority's view in its own words."""
    row = new_point(
        case,
        kind=kind,
        text=text,
        held_by=held_by,
        owner=owner,
        owner_name=owner_name,
        due_on=due_on,
    )
    return Done(about=row, detail={"kind": kind}, result=row)


def new_point(
    case: Consultation,
    *,
    kind: str,
    text: str,
    held_by: str = "",
    owner: int | None = None,
    owner_name: str = "",
    due_on: date | None = None,
) -> Point:
    """The row of a point, checked. Raises ``Refused``."""
    if kind not in Point.Kind.values:
        raise refuse("请选：达成共识、还没谈拢，还是少数意见。")
    if len(text.strip()) < 4:
        raise refuse("请写一句完整的话。")
    if len(text.strip()) > 400:
        raise refuse("一条写在 400 字以内，长的请分成几条。")
    keep_secrets_out(text, held_by, owner_name)
    if due_on and due_on < (case.held_on or today()):
        raise refuse("办成的日期不能早于开会那天。")
    if kind == "minority" and not held_by.strip():
        raise refuse("少数意见请写明是谁的意见；不愿留名的写“一位委员”。")
    actor = None
    if owner:
        actor = Actor.objects.filter(committee_id=case.committee_id, pk=owner, active=True).first()
        if actor is None:
            raise refuse("负责的单位不在本级名册里。")
    most = case.points.aggregate(m=Max("order"))["m"] or 0
    return Point.objects.create(
        committee_id=case.committee_id,
        consultation=case,
        order=most + 1,
        kind=kind,
        text=text.strip(),
        held_by=held_by.strip()[:80],
        owner=actor,
        owner_name=(owner_name.strip() or (actor.name if actor else ""))[:60],
        due_on=due_on,
    )


@verb(CONSULTATION, "drop_point", Consultation)
def drop_point(case: Consultation, seat: Seat, *, point: int) -> Done:
    """A slip of the pen, while the minutes are not signed; a minority's view is never dropped."""
    row = case.points.filter(pk=point).first()
    if row is None:
        raise refuse("没有这一条。", "wall")
    if row.kind == "minority":
        raise refuse("少数意见一经记下就保留；说法不准的，再记一条更正。")
    row.delete()
    return Done()


def answer_limit(case: Consultation) -> None:
    """After the minutes the other side's answer is counted."""
    days = case.kind.answer_days
    set_limit(case, "answer", after(case, days), f"纪要签发后 {days} 个工作日")
