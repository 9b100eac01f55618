"""我的履职: reporting a deed, confirming the record, contesting a line, and the yearly statement."""

from datetime import date

from django.utils import timezone

from ...actors.queries import people_tied
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..blocks import records
from ..facts import gather
from ..flow import CONTEST, DEED
from ..models import Confirmation, Contest, Deed, Statement


@act("deed.report", "自报履职", Role.MEMBER)
def report_deed(
    seat: Seat, *, what: str, title: str, on: date, level: str = "", evidence: str = ""
) -> Done:
    """Waits for the office; nothing of it counts before."""
    if what not in Deed.What.values:
        raise refuse("请选是什么。")
    if level not in Deed.Level.values:
        raise refuse("请选级别。")
    if not title.strip():
        raise refuse("请写做了什么。")
    if on > today():
        raise refuse("日期不能晚于今天。")
    row = Deed.objects.create(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        what=what,
        level=level,
        title=title.strip()[:120],
        on=on,
        evidence=evidence.strip()[:200],
    )
    return Done(case=row, detail={"what": what})


@verb(DEED, "confirm_deed", Deed)
def confirm_deed(case: Deed, seat: Seat) -> Done:
    """Looked at the evidence."""
    case.decided_by_id = seat.person_id
    return Done(detail={"what": case.what})


@verb(DEED, "return_deed", Deed)
def return_deed(case: Deed, seat: Seat, *, answer: str) -> Done:
    """With the reason; the member may report it anew."""
    if not answer.strip():
        raise refuse("请写为什么不能核实。")
    case.answer, case.decided_by_id = answer.strip()[:200], seat.person_id
    post(
        committee_id=case.committee_id,
        to=[case.person_id],
        kind="deed.return_deed",
        text=f"自报没有通过：{case.title}。{case.answer}",
        case=case,
        url=case.get_absolute_url(),
    )
    return Done(detail={"what": case.what})


@verb(DEED, "withdraw_deed", Deed)
def withdraw_deed(case: Deed, seat: Seat) -> Done:
    """Reported by mistake."""
    return Done()


@act("record.confirm", "确认履职记录", Role.MEMBER)
def confirm_record(seat: Seat, *, year: int) -> Done:
    """The counts as they stand today; what changes later is shown beside them."""
    facts = gather(seat.committee_id, year, [seat.person_id])
    found = records(facts, year, [seat.person_id])[seat.person_id]
    row = Confirmation.objects.create(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        year=year,
        counts=found.counts | {"base": found.base},
    )
    return Done(case=row, detail={"year": year})


@act("contest.open", "对履职记录提异议", Role.MEMBER)
def open_contest(
    seat: Seat,
    *,
    year: int,
    text: str,
    shown: str = "",
    about_type: str = "",
    about_id: int | None = None,
) -> Done:
    """``shown``: the line as it stood. The line stays; the word stands beside it until answered."""
    if not text.strip():
        raise refuse("请写哪里不对、应该是什么。")
    if not 1990 < year <= today().year:
        raise refuse("没有这一年的记录。")
    row = Contest.objects.create(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        year=year,
        about_type=about_type[:30],
        about_id=about_id,
        shown=(shown.strip() or f"{year} 年履职记录")[:300],
        text=text.strip()[:1000],
    )
    post(
        committee_id=seat.committee_id,
        to=people_tied(seat.committee_id, "organiser"),
        kind="contest.open",
        text=f"{seat.name}对履职记录提出异议",
        case=row,
        url=row.get_absolute_url(),
        needs_act=True,
        but=seat.person_id,
    )
    return Done(case=row, detail={"year": year, "about": about_type, "id": about_id})


def answered(case: Contest, seat: Seat, answer: str) -> Done:
    if not answer.strip():
        raise refuse("请写答复。")
    case.answer, case.answered_by_id = answer.strip()[:1000], seat.person_id
    case.answered_at = timezone.now()
    post(
        committee_id=case.committee_id,
        to=[case.person_id],
        kind="contest.answer",
        text=f"您的异议有了答复：{case.shown[:60]}",
        case=case,
        url=case.get_absolute_url(),
    )
    return Done(detail={"year": case.year})


@verb(CONTEST, "correct_contest", Contest)
def correct_contest(case: Contest, seat: Seat, *, answer: str) -> Done:
    """The fact was put right where it stands (更正出席, 核实自报); the record follows by itself."""
    return answered(case, seat, answer)


@verb(CONTEST, "explain_contest", Contest)
def explain_contest(case: Contest, seat: Seat, *, answer: str) -> Done:
    """It stays; why."""
    return answered(case, seat, answer)


@verb(CONTEST, "withdraw_contest", Contest)
def withdraw_contest(case: Contest, seat: Seat) -> Done:
    """Settled otherwise."""
    return Done()


@act("statement.save", "写述职", Role.MEMBER)
def save_statement(seat: Seat, *, year: int, text: str, hand_in: bool = False) -> Done:
    """One a year; may be written on until it is handed in."""
    if not 1990 < year <= today().year:
        raise refuse("没有这一年。")
    if hand_in and len(text.strip()) < 50:
        raise refuse("述职太短，请至少写 50 个字。写的已经留着。")
    row, _ = Statement.objects.get_or_create(
        committee_id=seat.committee_id, person_id=seat.person_id, year=year
    )
    if row.handed_at:
        raise refuse("述职已经提交。要改请联系工作人员。")
    row.text = text.strip()[:6000]
    if hand_in:
        row.handed_at = timezone.now()
    row.save()
    return Done(case=row, detail={"year": year, "handed": hand_in})
