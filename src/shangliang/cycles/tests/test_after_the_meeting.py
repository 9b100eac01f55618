"""After a meeting: the next one, suggestions, what each side sees, outcomes as papers."""

from datetime import timedelta

import pytest

from shangliang.cycles.actions.answer import answer
from shangliang.cycles.actions.draft_call import draft_call
from shangliang.cycles.actions.finish import finish
from shangliang.cycles.actions.give import give
from shangliang.cycles.actions.hand_in import hand_in
from shangliang.cycles.actions.hold import hold
from shangliang.cycles.actions.mark import mark
from shangliang.cycles.actions.merge import merge
from shangliang.cycles.actions.raise_suggestion import raise_suggestion
from shangliang.cycles.actions.remark import remark
from shangliang.cycles.actions.send import send
from shangliang.cycles.actions.split import split
from shangliang.cycles.actions.take import take
from shangliang.cycles.models import Call, Covered, Handin, Suggestion
from shangliang.documents.actions.close import close
from shangliang.documents.actions.hand_over import hand_over
from shangliang.documents.actions.take_in import take_in
from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.models import Task

from .reports import handed


def speech_with_task(city, call):
    hold(city.seat("supervisor"), call.pk, held_on=today())
    intake = take_in(
        city.seat("supervisor"),
        text="在座谈会上的讲话\n同志们：\n市住建局要在年底前制定管养办法，明确维保费用分担。",
        about_type="call",
        about_id=call.pk,
    )
    row = intake.extracts.filter(kind="task", soft=False).first()
    seat = city.seat("supervisor")
    hand_over(seat, row.pk, owner=city.units["housing"].pk, basis_by="市长", basis_kind="assigned")
    for left in intake.extracts.filter(state="open", soft=False):
        from shangliang.documents.actions.park import park

        park(seat, left.pk)
    return intake


def test_the_next_meeting_opens_on_the_tasks_of_the_last_by_unit(city, call, client):
    intake = speech_with_task(city, call)
    with pytest.raises(Refused, match="没有拆完"):
        finish(city.seat("supervisor"), call.pk)
    close(city.seat("supervisor"), intake.pk)
    finish(city.seat("supervisor"), call.pk)
    task = Task.objects.get()
    assert (task.case_type, task.case_id) == ("call", call.pk)
    following = draft_call(
        city.seat("supervisor"), kind="meeting", title="全年座谈会", series="座谈会",
        due_on=today(), meeting_on=today(),
    )  # fmt: skip
    assert following.previous_id == call.pk
    client.force_login(city.account("leader"))
    page = client.get(f"/calls/{following.pk}/").content.decode()
    first = page.index("上次会议定的任务")
    assert first < page.index(task.title) < page.index("必报内容")
    assert "市住建局" in page


def test_the_same_suggestion_of_three_is_answered_once_and_all_see_it(city, call, client):
    units = ("housing", "finance")
    rows = [
        raise_suggestion(
            city.seat(f"staff_{u}"), unit=city.units[u].pk, title="请增加规划编制人员", call=call.pk
        )
        for u in units
    ]
    merge(city.seat("clerk"), rows[1].pk, lead=rows[0].pk)
    give(city.seat("clerk"), rows[0].pk, addressee=city.units["civil"].pk)
    mark(city.seat("clerk"), rows[0].pk, targeted=4)
    with pytest.raises(Refused, match="只有答复单位"):
        answer(city.seat("staff_housing"), rows[0].pk, text="可以办的，年底前。")
    answer(city.seat("staff_civil"), rows[0].pk, text="同意，年底前给每个单位派一名规划师。")
    for unit in units:
        client.force_login(city.account(f"staff_{unit}"))
        shown = client.get(f"/suggestions/{rows[units.index(unit)].pk}/").content.decode()
        assert "派一名规划师" in shown
    client.force_login(city.account("staff_education"))
    assert client.get(f"/suggestions/{rows[0].pk}/").status_code == 404


def test_a_merged_suggestion_can_be_split_again(city, call):
    one, two = (
        raise_suggestion(city.seat("staff_housing"), unit=city.units["housing"].pk, title=title)
        for title in ("增加人员", "增加经费")
    )
    merge(city.seat("clerk"), two.pk, lead=one.pk)
    with pytest.raises(Refused, match="合并到别处"):
        merge(city.seat("clerk"), one.pk, lead=two.pk)
    split(city.seat("clerk"), two.pk)
    assert Suggestion.objects.get(pk=two.pk).lead_id is None


def test_a_unit_sees_its_own_report_and_no_other(city, call, client):
    mine, other = handed(call, city), handed(call, city, "finance")
    client.force_login(city.account("staff_housing"))
    assert client.get(f"/handins/{mine.pk}/").status_code == 200
    assert client.get(f"/handins/{other.pk}/").status_code == 404
    page = client.get(f"/calls/{call.pk}/").content.decode()
    assert f"/handins/{other.pk}/" not in page


def test_another_committee_meets_nothing_of_it(city, call, client):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="lin-")
    client.force_login(other.account("clerk"))
    row = handed(call, city)
    for path in (f"/calls/{call.pk}/", f"/handins/{row.pk}/", f"/calls/{call.pk}/coverage/"):
        assert client.get(path).status_code == 404
    with pytest.raises(Refused):
        take(other.seat("clerk"), row.pk)
    with pytest.raises(Refused):
        raise_suggestion(other.seat("clerk"), unit=city.units["housing"].pk, title="越墙")


def test_the_pages_keep_their_query_budgets(city, call, client, django_assert_max_num_queries):
    row = handed(call, city)
    remark(city.seat("clerk"), row.pk, text="好。")
    client.force_login(city.account("supervisor"))
    for path, most in (
        ("/calls/", 12),
        (f"/calls/{call.pk}/", 15),
        (f"/calls/{call.pk}/coverage/", 12),
        (f"/handins/{row.pk}/", 15),
        ("/suggestions/", 12),
        ("/instructions/", 12),
        ("/briefings/", 12),
    ):
        client.get(path)
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200


def test_each_verb_writes_one_event_without_the_words(city, call):
    before = Event.objects.count()
    handed(call, city)
    event = Event.objects.order_by("seq").last()
    assert Event.objects.count() == before + 2  # the file kept, the report handed in
    assert event.verb == "handin.hand_in"
    assert "企业" not in str(event.detail)
    assert Covered.objects.filter(handin__call=call).count() == 3
    assert Call.objects.get(pk=call.pk).state == "sent"


def test_a_special_study_comes_out_as_one_paper(city, client):
    import io

    from docx import Document as Word

    seat = city.seat("supervisor")
    units = [city.units["housing"].pk, city.units["finance"].pk]
    call = draft_call(
        seat, kind="study", title="建筑业增长较慢专题研究", due_on=today(), units=units,
        contents=[{"name": "原因"}],
    )  # fmt: skip
    send(seat, call.pk)
    report = Handin.objects.get(call=call, unit_id=units[0])
    hand_in(
        city.seat("staff_housing"), report.pk,
        text="原因：资质企业少。\n下一步，加大培育力度。市住建局十二月底前新增资质企业3家。",
    )  # fmt: skip
    client.force_login(city.account("supervisor"))
    answer = client.get(f"/calls/{call.pk}.docx")
    words = "\n".join(p.text for p in Word(io.BytesIO(answer.content)).paragraphs)
    for part in ("应交 2 个单位，已交 1 个", "资质企业少", "没交", "举措"):
        assert part in words


def test_a_resolution_is_a_table_of_clauses_and_units_with_what_is_missing(city, client):
    """S-065: each lower level files how it carries out each clause; the gaps are counted."""
    row = draft_call(
        city.seat("supervisor"),
        kind="resolution",
        title="关于推进全民阅读的决议",
        due_on=today() + timedelta(days=30),
        contents=[
            {"name": "设阅读空间", "words": ["阅读空间"]},
            {"name": "办读书活动", "words": ["读书活动"]},
            {"name": "列入预算", "words": ["预算"]},
        ],
        units=[city.units["housing"].pk, city.units["finance"].pk],
    )
    row = send(city.seat("supervisor"), row.pk)
    handed(
        row,
        city,
        "housing",
        "一、阅读空间\n已建成阅读空间12处。\n二、读书活动\n办读书活动30场，9月底前再办10场。",
    )
    client.force_login(city.account("supervisor"))
    page = client.get(f"/calls/{row.pk}/coverage/").content.decode()
    assert "单位 × 决议条款" in page
    assert "共 6 格，填了 2，缺 4" in page
    assert "列入预算" in page
