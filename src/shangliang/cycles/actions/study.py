"""Study campaigns and their sheets: gaps lead to measures, measures to results (S-093, S-094, S-096)."""

from datetime import date
from typing import Any

from ...actors.models import Actor
from ...documents.models import Clause, Intake
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Campaign, SheetEntry, StudySheet

# Presets by the local practice they come from; a committee may write its own steps.
PRESETS: dict[str, tuple[str, list[dict[str, Any]]]] = {
    # catalogue S-093
    "four": (
        "强使命、找差距、明举措、勇担当",
        [
            {"name": "强使命", "kind": "text"},
            {"name": "找差距", "kind": "gap"},
            {"name": "明举措", "kind": "measure"},
            {"name": "勇担当", "kind": "text"},
        ],
    ),
    # S-094
    "three": (
        "研讨三题",
        [
            {"name": "使命任务是什么", "kind": "text"},
            {"name": "短板弱项有哪些", "kind": "gap"},
            {"name": "助推发展怎么做", "kind": "measure"},
        ],
    ),
    # S-096: of a unit, never of a person
    "attitudes": (
        "三种心态查摆（只查单位，不查个人）",
        [
            {"name": "自满：满足现状的表现", "kind": "gap"},
            {"name": "等靠：等着上面、靠着别人的表现", "kind": "gap"},
            {"name": "安逸：怕难怕累的表现", "kind": "gap"},
            {"name": "改进的做法", "kind": "measure"},
        ],
    ),
}


@act("campaign.open", "开展研讨", *DESK)
def open_campaign(
    seat: Seat,
    *,
    title: str,
    preset: str,
    units: list[int] | None = None,
    due_on: date | None = None,
    review_on: date | None = None,
) -> Done:
    """A campaign with an empty sheet for each unit."""
    if preset not in PRESETS:
        raise refuse("请选研讨的步骤。")
    if not title.strip():
        raise refuse("请写研讨的名称。")
    if due_on and review_on and review_on < due_on:
        raise refuse("回头看要在交表以后。")
    row = Campaign.objects.create(
        committee_id=seat.committee_id,
        title=title.strip()[:200],
        steps=PRESETS[preset][1],
        due_on=due_on,
        review_on=review_on,
        by_id=seat.person_id,
    )
    for pk in dict.fromkeys(units or []):
        new_sheet(seat, row, pk)
    return Done(case=row, detail={"preset": preset, "units": len(units or [])})


def new_sheet(seat: Seat, campaign: Campaign, unit: int) -> StudySheet:
    found = Actor.objects.filter(pk=unit, committee_id=seat.committee_id, active=True).exclude(
        kind=Actor.Kind.PERSON
    )
    if not found.exists():
        raise refuse("研讨表只给单位，不给个人。请从名单里选单位。")
    return StudySheet.objects.get_or_create(
        committee_id=seat.committee_id,
        campaign=campaign,
        unit_id=unit,
        defaults={"by_id": seat.person_id},
    )[0]


@act("sheet.make", "由发言造研讨表", *DESK)
def sheet_from_speech(seat: Seat, *, campaign: int, unit: int, intake: int, part: int) -> Done:
    """The accepted clauses of a speech under the steps they stand in. A step the speech does not
    have stays empty and is said to be missing; nothing is invented."""
    row = Campaign.objects.filter(pk=campaign, committee_id=seat.committee_id).first()
    text = Intake.objects.filter(pk=intake, committee_id=seat.committee_id).first()
    if row is None or text is None:
        raise refuse("没有找到这次研讨或这份发言。", "wall")
    sheet = new_sheet(seat, row, unit)
    if sheet.entries.exists():
        raise refuse("这个单位的表已经填了。要重来，请先把表里的删掉。")
    sheet.intake, sheet.part = text, part
    sheet.save()
    step: int | None = None
    level = 0
    made = 0
    clauses = Clause.objects.filter(
        committee_id=seat.committee_id, intake=text, part=part
    ).select_related("extract")
    for clause in clauses:
        named = next((n for n, s in enumerate(row.steps) if s["name"][:3] in clause.text), None)
        if named is not None and clause.level <= 1:
            step, level = named, clause.level
            if len(clause.text) <= len(row.steps[named]["name"]) + 12:
                continue  # the step's own heading
        if step is None or clause.level < level:
            continue
        line = clause.extract.first if clause.extract else 0
        SheetEntry.objects.create(
            committee_id=seat.committee_id, sheet=sheet, step=step, text=clause.text, line=line
        )
        made += 1
    return Done(case=row, about=sheet, detail={"entries": made, "part": part}, result=sheet)


def sheet_of(seat: Seat, pk: int) -> StudySheet:
    """A sheet the seat may fill: its unit's people, or the office."""
    row = (
        StudySheet.objects.select_for_update(of=("self",))
        .select_related("campaign")
        .filter(pk=pk, committee_id=seat.committee_id)
        .first()
    )
    if row is None:
        raise refuse("没有找到这张表。", "wall")
    if row.unit_id not in seat.units and not seat.has(*DESK):
        raise refuse("只有本单位的人员可以填这张表。", "who")
    if row.campaign.closed:
        raise refuse("这次研讨已经结束。", "state")
    return row


@act("sheet.add", "填研讨表")
def add_entry(
    seat: Seat,
    pk: int,
    *,
    step: int,
    text: str,
    answers: int | None = None,
    due_on: date | None = None,
) -> Done:
    """One line. A measure says which gap it answers and by when."""
    sheet = sheet_of(seat, pk)
    steps = sheet.campaign.steps
    if not 0 <= step < len(steps):
        raise refuse("没有这一步。")
    if not text.strip():
        raise refuse("请写内容。")
    gap = None
    if answers is not None:
        gap = sheet.entries.filter(pk=answers).first()
        if gap is None or steps[gap.step]["kind"] != "gap":
            raise refuse("没有这条差距。")
    if steps[step]["kind"] == "measure" and due_on is None:
        raise refuse("举措要写时限。")
    row = SheetEntry.objects.create(
        committee_id=seat.committee_id,
        sheet=sheet,
        step=step,
        text=text.strip()[:400],
        answers=gap,
        due_on=due_on,
    )
    return Done(case=sheet.campaign, about=sheet, detail={"step": step}, result=row)


@act("sheet.result", "记举措结果")
def record_result(seat: Seat, pk: int, *, result: str) -> Done:
    """What came of a measure, at the latest when the campaign is looked back upon."""
    entry = (
        SheetEntry.objects.select_for_update(of=("self",))
        .filter(pk=pk, committee_id=seat.committee_id)
        .first()
    )
    if entry is None:
        raise refuse("没有这条举措。", "wall")
    sheet = sheet_of(seat, entry.sheet_id)
    if sheet.campaign.steps[entry.step]["kind"] != "measure":
        raise refuse("只有举措要记结果。")
    if not result.strip():
        raise refuse("请写结果。")
    entry.result, entry.result_on = result.strip()[:300], today()
    entry.save(update_fields=["result", "result_on"])
    return Done(case=sheet.campaign, about=sheet, detail={"entry": pk})


@act("sheet.drop", "删研讨表一行")
def drop_entry(seat: Seat, pk: int) -> Done:
    """A line written in error."""
    entry = SheetEntry.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    if entry is None:
        raise refuse("没有这一行。", "wall")
    sheet = sheet_of(seat, entry.sheet_id)
    entry.delete()
    return Done(case=sheet.campaign, about=sheet, detail={"entry": pk})


@act("campaign.close", "结束研讨", *DESK)
def close_campaign(seat: Seat, pk: int) -> Done:
    """Sheets are read from now on, not filled."""
    row = Campaign.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    if row is None:
        raise refuse("没有找到这次研讨。", "wall")
    row.closed = True
    row.save(update_fields=["closed"])
    return Done(case=row, detail={"sheets": row.sheets.count()})
