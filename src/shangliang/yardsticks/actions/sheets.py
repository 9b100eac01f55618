"""答卷的动作: begin, answer, hand in, read. Handing in makes gaps and measures of what is not enough."""

from collections.abc import Sequence
from datetime import date
from typing import Required, TypedDict

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SHEET
from ..models import Answer, Gap, Measure, Sheet, Yardstick
from ..telling import keepers, staff, tell
from ..who import keeps, owns
from .gaps import body_of


class Given(TypedDict, total=False):
    """One answer as it is handed over; names left out are empty."""

    number: Required[int]
    verdict: str
    evidence: str
    gap_text: str
    measure_text: str
    person_name: str
    due_on: date | None


@act("sheet.start", "开始答卷")
def start_sheet(seat: Seat, *, yardstick: int, owner: int, round: str) -> Done:
    """A sheet of a unit for one round: by the unit itself, or laid out by the office for it."""
    if not (owns(seat, owner) or keeps(seat)):
        raise refuse("单位可以开始自己的答卷，专委会和督办机构可以给单位发卷。", "who")
    frame = Yardstick.objects.filter(
        pk=yardstick, committee_id=seat.committee_id, kind=Yardstick.Kind.QUESTIONS
    ).first()
    if frame is None or not frame.body.get("items"):
        raise refuse("没有找到这份问题清单，或者它还没有题目。")
    if not round.strip():
        raise refuse("请写是哪一轮，例如2026年第四季度。")
    unit = body_of(seat, owner)
    if Sheet.objects.filter(
        committee_id=seat.committee_id, yardstick=frame, owner=unit, round=round.strip()
    ).exists():
        raise refuse(f"{unit}这一轮已经有答卷了。")
    row = Sheet.objects.create(
        committee_id=seat.committee_id, yardstick=frame, owner=unit, round=round.strip()[:40]
    )
    Answer.objects.bulk_create(
        Answer(
            committee_id=seat.committee_id,
            sheet=row,
            number=n,
            question=item["text"][:300],
            standard=item.get("standard", "")[:300],
        )
        for n, item in enumerate(frame.body["items"], 1)
    )
    if not owns(seat, owner):
        tell(row, staff(seat.committee_id, [owner]), "sheet", f"请答卷：{row}", True)
    return Done(case=row, detail={"owner": owner, "yardstick": frame.pk})


@verb(SHEET, "answer_sheet", Sheet)
def answer_sheet(
    case: Sheet,
    seat: Seat,
    *,
    answers: Sequence[Given],
    mission: str = "",
    pledge: str = "",
    person_name: str = "",
) -> Done:
    """Keep what was filled in, whole or not; handing in asks for the rest."""
    rows = {a.number: a for a in case.answers.all()}
    for given in answers:
        row = rows.get(int(given["number"]))
        if row is None:
            raise refuse("没有这一问。")
        said = given.get("verdict") or ""
        if said and said not in Answer.Verdict.values:
            raise refuse("请选够、不够或说不准。")
        due = given.get("due_on") or None
        row.verdict = said
        for name, most in (
            ("evidence", 4000),
            ("gap_text", 300),
            ("measure_text", 300),
            ("person_name", 60),
        ):
            setattr(row, name, str(given.get(name) or "").strip()[:most])
        row.due_on = due if isinstance(due, date) else None
        row.save()
    case.mission, case.pledge = mission.strip(), pledge.strip()
    case.person_name = person_name.strip()[:60]
    return Done(detail={"answers": sum(bool(r.verdict) for r in rows.values())}, quiet=False)


@verb(SHEET, "submit_sheet", Sheet)
def submit_sheet(case: Sheet, seat: Seat) -> Done:
    """Hand in: a gap for each "not enough", a measure where it is written, else a gap without one."""
    made = 0
    for row in case.answers.all():
        if row.verdict == Answer.Verdict.ENOUGH:
            continue
        text = (row.measure_text, row.person_name, row.due_on)
        if any(text) and not all(text):
            raise refuse(f"第{row.number}问的举措要写全：怎么办、责任人、时限。")
        if row.due_on and row.due_on < today():
            raise refuse(f"第{row.number}问的时限不能早于今天。")
        if row.gap_id is None:
            row.gap = Gap.objects.create(
                committee_id=case.committee_id,
                subject=row.gap_text[:200],
                text=row.evidence,
                against=Gap.Against.STANDARD,
                owner_id=case.owner_id,
                source_type="sheet",
                source_id=case.pk,
                by_id=seat.person_id,
            )
            row.save(update_fields=["gap"])
            made += 1
        if row.gap and row.measure_text and row.due_on and not row.gap.measures.exists():
            Measure.objects.create(
                committee_id=case.committee_id,
                gap=row.gap,
                text=row.measure_text,
                owner_id=case.owner_id,
                person_name=row.person_name,
                due_on=row.due_on,
                first_due_on=row.due_on,
            )
    case.submitted_on = today()
    tell(case, keepers(case.committee_id), "submitted", f"{case.owner}交卷：{case}", True)
    return Done(detail={"owner": case.owner_id, "gaps": made})


@verb(SHEET, "return_sheet", Sheet)
def return_sheet(case: Sheet, seat: Seat, *, why: str) -> Done:
    """Which answer does not stand."""
    if not why.strip():
        raise refuse("请写哪一问还要再答、为什么。")
    case.returned = why.strip()[:300]
    tell(case, staff(case.committee_id, [case.owner_id]), "sheet", f"请再答：{case.returned}", True)
    return Done(detail={"owner": case.owner_id})


@verb(SHEET, "review_sheet", Sheet)
def review_sheet(case: Sheet, seat: Seat, *, note: str = "") -> Done:
    """Read; its gaps go on with their measures."""
    case.returned = note.strip()[:300]
    case.reviewed_by_id, case.reviewed_on = seat.person_id, today()
    return Done(detail={"owner": case.owner_id})
