"""The cycle on 我的一天: each side sees what waits for it, with one verb."""

from datetime import timedelta

from shangliang.cycles.actions.draft_call import draft_call
from shangliang.cycles.actions.give import give
from shangliang.cycles.actions.hand_in import hand_in
from shangliang.cycles.actions.raise_suggestion import raise_suggestion
from shangliang.cycles.actions.register_instruction import register_instruction
from shangliang.cycles.actions.send import send
from shangliang.cycles.models import Call, Handin
from shangliang.documents.actions.accept import accept
from shangliang.documents.actions.take_in import take_in
from shangliang.procedures.office_calendar import today
from shangliang.web.day.cycles import cards


def shown(city, who):
    return {(card.kind, card.verb, card.count) for card in cards(city.seat(who))}


def meeting(city):
    unit = city.units["housing"].pk
    call = draft_call(
        city.seat("supervisor"), kind="meeting", title="座谈会", due_on=today(),
        meeting_on=today() + timedelta(days=2), contents=[{"name": "主要指标"}], units=[unit],
    )  # fmt: skip
    send(city.seat("supervisor"), call.pk)
    return call


def test_each_side_of_a_meeting_sees_what_waits_for_it(city, client, django_assert_max_num_queries):
    call, unit = meeting(city), city.units["housing"].pk
    assert shown(city, "staff_housing") == {("要交的汇报", "去交汇报", 1)}
    assert shown(city, "supervisor") == set()
    report = Handin.objects.get(call=call)
    hand_in(city.seat("staff_housing"), report.pk, text="主要指标：投资增长5%，高于全市。")
    assert shown(city, "staff_housing") == set()
    assert shown(city, "supervisor") == {("要检查的汇报", "看检查、收下", 1)}
    ask = raise_suggestion(city.seat("staff_housing"), unit=unit, title="请明确补助", call=call.pk)
    Call.objects.filter(pk=call.pk).update(meeting_on=today())
    speech = take_in(
        city.seat("supervisor"), text="讲话\n市住建局要在年底前制定管养办法。", about_type="call",
        about_id=call.pk,
    )  # fmt: skip
    accept(city.seat("supervisor"), speech.extracts.filter(kind="task", soft=False).first().pk)
    assert shown(city, "supervisor") == {
        ("要检查的汇报", "看检查、收下", 1),
        ("会议", "记会已开", 1),
        ("会上定的事", "立为任务", 1),
        ("县区建议", "分办", 1),
    }
    give(city.seat("supervisor"), ask.pk, addressee=unit, due_on=today() + timedelta(days=9))
    register_instruction(
        city.seat("supervisor"), leader="副市长", on=today(), matter="管养办法", text="请抓紧。",
        units=[unit],
    )  # fmt: skip
    assert shown(city, "staff_housing") == {
        ("县区建议", "看、答复", 1),
        ("批示件", "报结果", 1),
    }
    assert shown(city, "member") == set()
    seat = city.seat("supervisor")
    list(cards(seat))  # the calendar is read once a process
    with django_assert_max_num_queries(1):
        list(cards(seat))
    client.force_login(city.account("supervisor"))
    page = client.get("/day/").content.decode()
    assert "会上定的事" in page
