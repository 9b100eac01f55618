"""Instructions, briefings and study sheets: who said what to whom, and what came of it."""

from datetime import timedelta

import pytest

from shangliang.cycles.actions.add_briefing import add_briefing
from shangliang.cycles.actions.add_entry import add_entry
from shangliang.cycles.actions.hold_briefing import hold_briefing
from shangliang.cycles.actions.make_task import make_task
from shangliang.cycles.actions.open_campaign import open_campaign
from shangliang.cycles.actions.record_result import record_result
from shangliang.cycles.actions.register_instruction import register_instruction
from shangliang.cycles.actions.report_back import report_back
from shangliang.cycles.actions.settle import settle
from shangliang.cycles.actions.sheet_from_speech import sheet_from_speech
from shangliang.cycles.models import Briefing, Instruction, StudySheet
from shangliang.cycles.views.study import lacks, synthesis
from shangliang.documents.actions.accept_certain import accept_certain
from shangliang.documents.actions.take_in import take_in
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.models import Task


def instructed(city, units=("housing", "finance"), **more):
    return register_instruction(
        city.seat("supervisor"),
        leader="副市长",
        on=today(),
        matter="电梯管养信息",
        text="请抓紧研究，提出办法。",
        units=[city.units[u].pk for u in units],
        **more,
    )


def test_an_instruction_turns_to_a_task_with_its_basis_and_clock(city):
    row = instructed(city, due_on=today() + timedelta(days=20))
    task_owner = city.units["housing"].pk
    make_task(city.seat("supervisor"), row.pk, title="提出管养办法", owner=task_owner)
    task = Task.objects.get()
    assert (task.basis_kind, task.basis_by, task.due_on) == ("instruction", "副市长", row.due_on)
    assert (task.source_type, task.source_id) == ("instruction", row.pk)
    with pytest.raises(Refused, match="已经按这件批示"):
        make_task(city.seat("supervisor"), row.pk, title="再来", owner=task_owner)


def test_it_is_answered_when_every_unit_has_reported(city):
    row = instructed(city)
    report_back(city.seat("staff_housing"), row.pk, text="办法已经印发执行。")
    assert Instruction.objects.get().state == "open"
    with pytest.raises(Refused, match="还有单位"):
        settle(city.seat("supervisor"), row.pk)
    report_back(city.seat("staff_finance"), row.pk, text="资金已经安排到位。")
    assert Instruction.objects.get().state == "answered"
    settle(city.seat("supervisor"), row.pk)
    assert Instruction.objects.get().state == "closed"


def test_only_a_unit_it_was_given_to_reports(city):
    row = instructed(city, ("housing",))
    with pytest.raises(Refused, match="批示交给的单位"):
        report_back(city.seat("staff_civil"), row.pk, text="我们也办了一些事。")


def test_a_unit_sees_the_instructions_given_to_it(city, client):
    row = instructed(city, ("housing",))
    client.force_login(city.account("staff_housing"))
    assert client.get(f"/instructions/{row.pk}/").status_code == 200
    client.force_login(city.account("staff_civil"))
    assert client.get(f"/instructions/{row.pk}/").status_code == 404


def test_briefings_show_done_and_due_and_the_instruction_that_demands_them(city, client):
    basis = instructed(city)
    rows = [
        add_briefing(
            city.seat("organiser"), matter=matter, leader=leader, instruction=basis.pk,
            due_on=today() - timedelta(days=1),
        )
        for matter, leader in (("对外开放", "副市长甲"), ("经济运行", "副市长乙"), ("教育", "副市长丙"))
    ]  # fmt: skip
    for row in rows[:2]:
        hold_briefing(city.seat("organiser"), row.pk, held_on=today(), opinions="要公开进度。")
    assert Briefing.objects.filter(state="held").count() == 2
    client.force_login(city.account("leader"))
    page = client.get("/briefings/").content.decode()
    assert "已通报 <b>2</b>" in page
    assert "待通报 <b>1</b>" in page
    assert "副市长批示" in page


def campaign(city):
    return open_campaign(
        city.seat("organiser"),
        title="集中研讨",
        preset="four",
        units=[city.units["housing"].pk, city.units["finance"].pk],
    )


def test_the_fifth_gap_without_a_measure_is_flagged(city):
    row = campaign(city)
    sheet = StudySheet.objects.get(campaign=row, unit=city.units["housing"])
    seat = city.seat("staff_housing")
    gaps = [add_entry(seat, sheet.pk, step=1, text=f"第{n}条差距") for n in range(5)]
    for gap in gaps[:4]:
        add_entry(
            seat, sheet.pk, step=2, text="举措", answers=gap.pk, due_on=today() + timedelta(days=9)
        )
    said = lacks(row, list(sheet.entries.all()))
    assert [e.text for e in said["open_gaps"]] == ["第4条差距"]
    assert said["empty"] == ["强使命", "勇担当"]
    with pytest.raises(Refused, match="时限"):
        add_entry(seat, sheet.pk, step=2, text="没有时限的举措")
    record_result(seat, sheet.entries.filter(step=2).first().pk, result="办成了")
    assert lacks(row, list(sheet.entries.all()))["results"] == 1


def test_what_units_found_in_common_is_counted(city):
    row = campaign(city)
    for unit in ("housing", "finance"):
        sheet = StudySheet.objects.get(campaign=row, unit=city.units[unit])
        add_entry(city.seat(f"staff_{unit}"), sheet.pk, step=1, text="深入基层调查研究不够")
    sheet_entries = [e for s in row.sheets.all() for e in s.entries.select_related("sheet__unit")]
    gaps = dict(synthesis(row, sheet_entries))["找差距"]
    assert [(c.text, len(c.units)) for c in gaps] == [("深入基层调查研究不够", 2)]


def test_a_speech_becomes_a_sheet_and_a_missing_step_is_not_invented(city):
    row = campaign(city)
    text = take_in(
        city.seat("organiser"),
        text=(
            "研讨发言\n一、提高站位强使命\n二、解放思想找差距\n一是调查研究不深入。多在机关里听汇报。\n"
            "二是办法不多。老办法不管用。\n三、立足本职勇担当\n一是抓好落实。把任务分解到人。\n"
        ),
    )
    accept_certain(city.seat("organiser"), text.pk)
    sheet = sheet_from_speech(
        city.seat("organiser"),
        campaign=row.pk,
        unit=city.units["housing"].pk,
        intake=text.pk,
        part=1,
    )
    steps = [(e.step, e.text) for e in sheet.entries.all()]
    assert (1, "调查研究不深入") in steps
    assert "明举措" in lacks(row, list(sheet.entries.all()))["empty"]


def test_sheets_are_of_units_never_of_persons(city):
    with pytest.raises(Refused, match="不给个人"):
        open_campaign(
            city.seat("organiser"),
            title="查摆",
            preset="attitudes",
            units=[city.people["member"].pk],
        )
