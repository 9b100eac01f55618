"""听取汇报、中心组学习、传达: decisions become tasks with the sitting as basis; who was not reached is named."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from docx import Document as Word

from shangliang.cycles.actions.add_point import add_point
from shangliang.cycles.actions.close_relay import close_relay
from shangliang.cycles.actions.close_sitting import close_sitting
from shangliang.cycles.actions.drop_point import drop_point
from shangliang.cycles.actions.hold_sitting import hold_sitting
from shangliang.cycles.actions.plan_sitting import plan_sitting
from shangliang.cycles.actions.point_task import point_task
from shangliang.cycles.actions.press_relay import press_relay
from shangliang.cycles.actions.report_relay import report_relay
from shangliang.cycles.actions.start_relay import start_relay
from shangliang.cycles.models import RelayUnit, SittingPoint
from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.models import Task


@pytest.fixture
def hearing(city):
    seat = city.seat("supervisor")
    row = plan_sitting(
        seat, kind="hearing", title="市委听取政协党组汇报", on=today(), host="市委书记",
        readings="上半年汇报\n计划执行情况\n",
    )  # fmt: skip
    add_point(seat, row.pk, kind="ask", text="把协商成果列入督查", speaker="党组")
    return row


def test_two_decisions_of_a_hearing_are_tasks_with_the_hearing_as_their_basis(city, hearing):
    seat, unit = city.seat("supervisor"), city.units["housing"].pk
    with pytest.raises(Refused, match="会还没有开"):
        add_point(seat, hearing.pk, kind="decision", text="按季通报")
    hold_sitting(seat, hearing.pk)
    points = [
        add_point(seat, hearing.pk, kind="decision", text=words, speaker="市委书记")
        for words in ("按季通报办理情况", "核定经费标准")
    ]
    with pytest.raises(Refused, match="还有 2 条议定事项没有立为任务"):
        close_sitting(seat, hearing.pk)
    for point in points:
        point_task(seat, hearing.pk, point=point.pk, owner=unit, due_on=today() + timedelta(days=9))
    with pytest.raises(Refused):
        point_task(seat, hearing.pk, point=points[0].pk, owner=unit)
    close_sitting(seat, hearing.pk)
    tasks = Task.objects.filter(source_type="sitting", source_id=hearing.pk)
    assert {t.basis for t in tasks} == {"党委听取政协党组汇报：市委听取政协党组汇报"}
    assert {t.basis_by for t in tasks} == {"市委书记"}
    with pytest.raises(Refused):
        drop_point(seat, hearing.pk, point=points[0].pk)


def test_the_pack_is_made_of_live_figures_in_one_click(
    city, hearing, client, django_assert_max_num_queries
):
    city.replied()
    client.force_login(city.account("supervisor"))
    page = client.get(reverse("sitting", args=[hearing.pk])).content.decode()
    assert "今年收到 1 件" in page
    with django_assert_max_num_queries(15):
        client.get(reverse("sitting", args=[hearing.pk]))
    with django_assert_max_num_queries(12):
        client.get(reverse("sittings"))
    answer = client.get(reverse("sitting-pack", args=[hearing.pk]))
    words = "\n".join(p.text for p in Word(io.BytesIO(answer.content)).paragraphs)
    for part in ("上半年汇报", "今年收到 1 件", "请求支持", "把协商成果列入督查"):
        assert part in words
    client.force_login(city.account("staff_housing"))
    assert client.get(reverse("sitting", args=[hearing.pk])).status_code == 403


def test_a_study_session_keeps_speakers_reading_list_and_points(city, client):
    seat = city.seat("clerk")
    row = plan_sitting(seat, kind="study", title="专题学习", on=today(), readings="意见\n\n办法")
    assert row.readings == ["意见", "办法"]
    add_point(seat, row.pk, kind="said", text="要把协商做实", speaker="主席")
    point = SittingPoint.objects.get()
    client.force_login(city.account("clerk"))
    page = client.get(reverse("sitting", args=[row.pk])).content.decode()
    assert "主席：" in page
    assert "请求支持" not in page
    drop_point(seat, row.pk, point=point.pk)
    assert not SittingPoint.objects.exists()


def test_a_relay_names_whom_it_did_not_reach(city, client, django_assert_max_num_queries):
    seat, unit = city.seat("supervisor"), city.units["housing"].pk
    other = city.units["finance"].pk
    row = start_relay(seat, title="传达全会精神", due_on=today(), units=[unit, other])
    assert Notice.objects.filter(kind="relay.tell").exists()
    own = city.seat("staff_housing")
    told = {"unit": unit, "on": today(), "how": "党组会", "wanted": 40}
    with pytest.raises(Refused, match="还有 3 人没有传达到"):
        report_relay(own, row.pk, **told, reached=37)
    with pytest.raises(Refused, match="应到人数之间"):
        report_relay(own, row.pk, **told, reached=41)
    with pytest.raises(Refused, match="只能报本单位"):
        report_relay(own, row.pk, **(told | {"unit": other}), reached=40)
    report_relay(own, row.pk, **told, reached=37, missing="外出 3 人", linked="定了时限")
    assert RelayUnit.objects.get(unit_id=unit).left == 3
    press_relay(seat, row.pk)
    with pytest.raises(Refused, match="1 个单位没报、3 人没有传达到"):
        close_relay(seat, row.pk)
    client.force_login(city.account("supervisor"))
    page = client.get(reverse("relay", args=[row.pk])).content.decode()
    for part in ("37／40", "92.5%", "外出 3 人", "没有报的 1 个"):
        assert part in page
    for name, args in (("relay", [row.pk]), ("relays", [])):
        with django_assert_max_num_queries(12):
            client.get(reverse(name, args=args))
    client.force_login(city.account("staff_housing"))
    mine = client.get(reverse("relay", args=[row.pk])).content.decode()
    assert "没有报的" not in mine
    client.force_login(city.account("staff_finance"))
    assert client.get(reverse("relay", args=[row.pk])).status_code == 200
    close_relay(seat, row.pk, why="其余单独补")
    with pytest.raises(Refused):
        report_relay(own, row.pk, **told, reached=40)


@pytest.mark.parametrize("who", ["member", "staff_housing", "admin"])
def test_only_the_desk_plans_and_starts(city, who):
    with pytest.raises(Refused):
        plan_sitting(city.seat(who), kind="study", title="学习", on=today())
    with pytest.raises(Refused):
        start_relay(city.seat(who), title="传达", due_on=today(), units=[city.units["housing"].pk])
