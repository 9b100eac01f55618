"""A plan drafted from a speech: each topic a line with its form, aim and sentence; work beside meetings."""

from datetime import date

import pytest

from shangliang.documents.actions.accept import accept
from shangliang.documents.actions.take_in import take_in
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.topics.actions.add_item import add_item
from shangliang.topics.actions.change_item import change_item
from shangliang.topics.actions.close_plan import close_plan
from shangliang.topics.actions.draft_items import draft_items
from shangliang.topics.actions.drop_item import drop_item
from shangliang.topics.actions.start_consultation import start_consultation
from shangliang.topics.actions.start_plan import start_plan
from shangliang.topics.actions.tick_milestone import tick_milestone
from shangliang.topics.models import Plan, Topic
from shangliang.topics.plan_state import carried_out
from shangliang.topics.presets import form_called, plan_forms

from . import stages

pytestmark = pytest.mark.django_db

SPEECH = """在政协全体会议闭幕会上的讲话
一、围绕中心建言
聚焦宜居城市建设，就老旧小区改造、垃圾分类等组织调研协商活动。就乡村道路养护开展重点调研视察。
二、监督有力
就食品安全开展视察监督。召开常委会议，就产业链培育进行专题议政。
"""


def read_topics(city) -> list[Topic]:
    """The speech taken in and its topics accepted by the office."""
    intake = take_in(city.seat("organiser"), text=SPEECH)
    for row in intake.extracts.filter(kind="topic").order_by("first", "start", "pk"):
        accept(city.seat("organiser"), row.pk)
    return list(Topic.objects.filter(about_type="extract").order_by("pk"))


def drafted(city) -> tuple[Plan, list[Topic]]:
    topics = read_topics(city)
    plan = start_plan(city.seat("organiser"), year=today().year)
    draft_items(
        city.seat("organiser"),
        plan.pk,
        topics=[t.pk for t in topics],
        lead=stages.lead(city).pk,
        window_from=date(plan.year, 1, 1),
        window_to=date(plan.year, 12, 31),
    )
    return plan, topics


def test_a_speech_becomes_the_draft_of_a_plan_with_form_aim_and_sentence(city):
    plan, topics = drafted(city)
    rows = list(plan.items.order_by("number"))
    assert [(r.title, r.form) for r in rows] == [
        ("老旧小区改造", "thematic"),
        ("垃圾分类", "thematic"),
        ("乡村道路养护", "inspection"),
        ("食品安全", "oversight"),
        ("产业链培育", "standing"),
    ]
    assert rows[0].aim == "宜居城市建设"
    assert rows[0].source_line.startswith("《在政协全体会议闭幕会上的讲话》第 3 行：")
    assert "垃圾分类" in rows[0].source_line
    assert {t.state for t in Topic.objects.filter(pk__in=[t.pk for t in topics])} == {"planned"}
    assert {t.reason for t in Topic.objects.filter(pk=topics[0].pk)} == {
        f"文件部署，列入{plan.title}。"
    }


def test_what_is_in_a_plan_is_not_offered_again_and_what_is_taken_out_is(city):
    plan, topics = drafted(city)
    organiser = city.seat("organiser")
    given = {"lead": stages.lead(city).pk, "window_from": date(plan.year, 1, 1)}
    given |= {"window_to": date(plan.year, 3, 1), "topics": [topics[0].pk]}
    with pytest.raises(Refused, match="文件拆解"):
        draft_items(organiser, plan.pk, **given)
    drop_item(organiser, plan.pk, item=plan.items.get(topic=topics[0]).pk, reason="明年再做")
    draft_items(organiser, plan.pk, **given)
    assert plan.items.filter(topic=topics[0], dropped_on__isnull=True).count() == 1


def test_without_a_speech_the_way_to_one_is_named(city, client):
    plan = start_plan(city.seat("organiser"), year=today().year)
    with pytest.raises(Refused, match="文件拆解"):
        draft_items(city.seat("organiser"), plan.pk, topics=[1], lead=1, window_from=today(), window_to=today())  # fmt: skip
    client.force_login(city.account("organiser"))
    assert client.get(f"/plans/{plan.pk}/").status_code == 200


def test_a_line_of_work_is_told_by_its_nodes_and_is_no_meeting(city):
    organiser = city.seat("organiser")
    plan = start_plan(organiser, year=today().year)
    window = (today().replace(month=1, day=1), today().replace(month=12, day=31))
    item = add_item(
        organiser, plan.pk, title="乡村道路养护", form="inspection", lead=stages.lead(city).pk,
        window_from=window[0], window_to=window[1],
    )  # fmt: skip
    assert carried_out(item, today())[1] == "还没开展"
    assert carried_out(item, date(plan.year + 1, 1, 1))[2] == "late"
    Plan.objects.filter(pk=plan.pk).update(state="decided")
    with pytest.raises(Refused, match="活动"):
        start_consultation(
            organiser, form="thematic", title=item.title, lead=item.lead_id, item=item.pk
        )
    tick_milestone(organiser, milestone=item.milestones.get().pk)
    item = plan.items.get()
    assert carried_out(item, today()) == ("closed", "已开展", "ok")
    plan.refresh_from_db()
    close_plan(organiser, plan.pk, note="一年一项。")  # nothing is left that needs a word
    plan.refresh_from_db()
    assert plan.state == "closed"


def test_a_meeting_that_becomes_an_inspection_gets_a_node_to_be_told_by(city):
    plan, _ = drafted(city)
    item = plan.items.get(number=1)
    assert not item.milestones.exists()
    change_item(
        city.seat("organiser"), plan.pk, item=item.pk, title=item.title, form="inspection",
        lead=item.lead_id, window_from=item.window_from, window_to=item.window_to,
    )  # fmt: skip
    assert item.milestones.get().due_on == item.window_to


def test_the_page_offers_the_topics_of_the_speech_all_ticked(city, client):
    topics = read_topics(city)
    plan = start_plan(city.seat("organiser"), year=today().year)
    client.force_login(city.account("organiser"))
    page = client.get(f"/do/plan/draft_items/{plan.pk}/").content.decode()
    assert page.count("checked") >= len(topics)
    for topic in topics:
        assert topic.title in page


@pytest.mark.parametrize(
    "words, key",
    [
        ("调研协商", "thematic"), ("调研", "research"), ("重点调研视察", "inspection"), ("视察监督", "oversight"),
        ("常委会议专题议政", "standing"), ("议政建言", "advising"), ("双月协商", "biweekly"), ("观摩", "research"),
    ],
)  # fmt: skip
def test_the_form_is_read_from_what_the_speech_calls_it(words, key):
    assert form_called(words) == key
    assert key in plan_forms()
