"""From a nomination to a closed consultation with a delivered, answered, followed-up result."""

from datetime import timedelta

import pytest

from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.models import Task
from shangliang.topics.actions.add_item import add_item
from shangliang.topics.actions.answer_advice import answer_advice
from shangliang.topics.actions.answer_consultation import answer_consultation
from shangliang.topics.actions.ask_people import ask_people
from shangliang.topics.actions.assign_advice import assign_advice
from shangliang.topics.actions.choose_topic import choose_topic
from shangliang.topics.actions.close_consultation import close_consultation
from shangliang.topics.actions.close_result import close_result
from shangliang.topics.actions.consider_plan import consider_plan
from shangliang.topics.actions.decide_plan import decide_plan
from shangliang.topics.actions.hand_over import hand_over
from shangliang.topics.actions.judge_topic import judge_topic
from shangliang.topics.actions.name_judges import name_judges
from shangliang.topics.actions.nominate import nominate
from shangliang.topics.actions.rate_by_receipt import rate_by_receipt
from shangliang.topics.actions.record_instruction import record_instruction
from shangliang.topics.actions.record_opinion import record_opinion
from shangliang.topics.actions.send_for_amendment import send_for_amendment
from shangliang.topics.actions.send_notice import send_notice
from shangliang.topics.actions.show_publicly import show_publicly
from shangliang.topics.actions.start_consultation import start_consultation
from shangliang.topics.actions.start_plan import start_plan
from shangliang.topics.models import Topic

from . import stages

pytestmark = pytest.mark.django_db


def test_a_topic_is_judged_chosen_planned_decided_and_arranged(city):
    topic = stages.chosen(city)
    organiser, year = city.seat("organiser"), today().year
    plan = start_plan(organiser, year=year)
    item = add_item(
        organiser,
        plan.pk,
        title=topic.title,
        form="thematic",
        lead=stages.lead(city).pk,
        window_from=today().replace(month=1, day=1),
        window_to=today().replace(month=12, day=31),
        topic=topic.pk,
    )
    topic.refresh_from_db()
    assert topic.state == "planned"
    with pytest.raises(Refused, match="审定"):
        start_consultation(
            organiser, form="thematic", title=topic.title, lead=item.lead_id, item=item.pk
        )
    send_for_amendment(organiser, plan.pk)
    with pytest.raises(Refused, match="政府办公室"):
        consider_plan(organiser, plan.pk, on=today(), paper="第 9 次主席会议")
    for body in ("党委办公室", "政府办公室"):
        record_opinion(organiser, plan.pk, body=body, on=today(), note="无意见")
    consider_plan(organiser, plan.pk, on=today(), paper="第 9 次主席会议")
    with pytest.raises(Refused, match="文号"):
        decide_plan(organiser, plan.pk, on=today(), paper=" ")
    assert decide_plan(organiser, plan.pk, on=today(), paper="办〔2026〕1号").state == "decided"
    case = start_consultation(
        organiser, form="thematic", title=topic.title, lead=item.lead_id, item=item.pk
    )
    assert case.topic_id == topic.pk


def test_a_late_notice_needs_its_reason_and_days_are_working_days(city):
    case = stages.planned(city, days=5)
    with pytest.raises(Refused, match="15 个工作日"):
        send_notice(city.seat("organiser"), case.pk)
    sent = send_notice(city.seat("organiser"), case.pk, reason="议题紧急，经主席同意")
    assert sent.state == "noticed"
    assert "议题紧急" in sent.late_reason
    assert not Clock.objects.filter(about_id=case.pk, kind="notice", met_on=None).exists()


def test_it_is_not_closed_before_the_other_side_has_answered(city):
    case = stages.recorded(city)
    with pytest.raises(Refused, match="对方已答复"):
        close_consultation(city.seat("organiser"), case.pk, outcome="谈成了一条")
    done = answer_consultation(
        city.seat("staff_housing"), case.pk, text="三处停车场年底前夜间开放。"
    )
    assert done.state == "answered"
    with pytest.raises(Refused, match="书面成果"):
        close_consultation(city.seat("organiser"), case.pk, outcome="谈成了一条")


def test_a_report_is_numbered_instructed_answered_assigned_and_closed(city):
    result = stages.issued(city)
    assert result.number == f"协商专报〔{today().year}〕第1期"
    organiser = city.seat("organiser")
    delivery = result.deliveries.first()
    record_instruction(
        organiser, result.pk, delivery=delivery.pk, text="请住建局研究。", by="市长", on=today()
    )
    advice = result.advices.get()
    task = assign_advice(
        city.seat("supervisor"), result.pk, advice=advice.pk, owner=city.units["housing"].pk
    )
    assert (task.basis_kind, task.basis_by) == ("instruction", "市长")
    done = answer_advice(
        city.seat("staff_housing"),
        result.pk,
        advice=advice.pk,
        outcome="taken",
        text="采纳，年底前三处开放。",
    )
    assert done.state == "answered"
    with pytest.raises(Refused, match="1 项任务"):
        close_result(organiser, result.pk, summary="办成一件，还差两件")
    Task.objects.filter(pk=task.pk).update(state="verified")
    assert close_result(organiser, result.pk, summary="办成一件，不差了").state == "done"
    case = result.consultation
    answer_consultation(city.seat("staff_housing"), case.pk, text="三处停车场年底前夜间开放。")
    assert close_consultation(organiser, case.pk, outcome="谈成一条").state == "closed"


def test_a_citizens_matter_goes_through_a_room_and_is_rated_by_receipt(city):
    convenor, room = city.seat("convenor"), city.bodies["room"].pk
    visitor = type(convenor)(committee_id=convenor.committee_id)
    topic = nominate(visitor, title="楼道灯坏了一年没人修", source="people", via="open", room=room)
    choose_topic(convenor, topic.pk, reason="三十户都在等。")
    case = stages.recorded(city, "council")
    type(case).objects.filter(pk=case.pk).update(topic=topic)
    point = case.points.get(kind="agreed")
    task = hand_over(convenor, case.pk, point=point.pk, owner=city.units["housing"].pk)
    assert (task.source_type, task.case_type) == ("point", "consultation")
    answer_consultation(city.seat("staff_housing"), case.pk, text="物业一周内换完楼道灯。")
    with pytest.raises(Refused, match="办结以后"):
        rate_by_receipt(visitor, code=topic.public_code, rating="done")
    close_consultation(convenor, case.pk, outcome="楼道灯换好")
    ask_people(convenor, case.pk, asked=12, content=11)
    show_publicly(convenor, case.pk)
    rate_by_receipt(visitor, code=topic.public_code, rating="done")
    topic = Topic.objects.get(pk=topic.pk)
    assert (topic.state, topic.rating) == ("done", "done")
    with pytest.raises(Refused, match="已经评价"):
        rate_by_receipt(visitor, code=topic.public_code, rating="not")


def test_fewer_than_three_judges_decide_nothing_and_an_interest_gives_no_marks(city):
    topic = nominate(city.seat("member"), title="老街保护怎么做", source="party")
    name_judges(
        city.seat("organiser"),
        year=today().year,
        people=[city.people[k].pk for k in ("member", "leader", "member2", "member3")],
    )
    with pytest.raises(Refused, match="自己提的"):
        judge_topic(city.seat("member"), topic.pk, points=stages.FULL)
    judge_topic(city.seat("member"), topic.pk, conflict=True)
    for key in ("leader", "member2"):
        judge_topic(city.seat(key), topic.pk, points=stages.FULL)
    with pytest.raises(Refused, match="至少要 3 位"):
        choose_topic(city.seat("organiser"), topic.pk, reason="理由写清楚")
    judge_topic(city.seat("member3"), topic.pk, points=stages.FULL)
    assert choose_topic(city.seat("organiser"), topic.pk, reason="理由写清楚").state == "chosen"


def test_a_meeting_moved_moves_its_days(city):
    from shangliang.topics.actions.change_consultation import change_consultation

    case = stages.planned(city)
    before = Clock.objects.get(about_type="consultation", about_id=case.pk, kind="notice").due_on
    change_consultation(
        city.seat("organiser"),
        case.pk,
        title=case.title,
        starts_at=case.starts_at + timedelta(days=30),
        place=case.place,
    )
    moved = Clock.objects.get(about_type="consultation", about_id=case.pk, kind="notice").due_on
    assert moved > before
