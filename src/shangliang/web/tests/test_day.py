"""我的一天: for each role what waits, what changed, what is late; and what it costs."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.submissions.actions.ask_return import ask_return
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.invite import invite
from shangliang.submissions.actions.merge import merge
from shangliang.submissions.actions.nominate import nominate
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.refuse_approval import refuse_approval
from shangliang.submissions.actions.send_back import send_back
from shangliang.submissions.actions.send_for_approval import send_for_approval
from shangliang.submissions.actions.start import start
from shangliang.submissions.models import Submission
from shangliang.tasks.actions.assign_task import assign_task
from shangliang.tasks.models import Task
from shangliang.web.day import views
from shangliang.web.day.views import day_of

ROLES = (
    "member",
    "drafter",
    "approver",
    "clerk",
    "second",
    "supervisor",
    "leader",
    "staff_housing",
    "head_housing",
    "admin",
    "security",
    "auditor",
)


def sign_in(client, city, who):
    client.force_login(city.account(who))
    client.get("/session/")


def titles(city, who):
    return [(card.kind, card.title, card.verb) for card in day_of(city.seat(who)).sorted()]


@pytest.mark.parametrize("who", ROLES)
def test_a_first_visit_teaches_what_will_stand_here(city, client, who):
    sign_in(client, city, who)
    text = client.get("/day/").content.decode()
    assert 'class="empty"' in text or 'class="todo"' in text
    assert "等我办" in text
    assert "有变化" in text
    assert "逾期" in text


@pytest.mark.parametrize("who", ROLES)
def test_a_busy_day_stays_within_fifteen_queries(city, client, django_assert_max_num_queries, who):
    """The first look after something has happened asks every room; each further one is in budget."""
    for n, make in enumerate(
        (city.submitted, city.filed, city.assigned, city.accepted, city.replied)
    ):
        make(who=f"member{n + 1}" if n else "member")
        make(who="member2")
    Clock.objects.filter(kind__in=["reply", "review"]).update(due_on=today() - timedelta(days=5))
    sign_in(client, city, who)
    with django_assert_max_num_queries(20):
        first = client.get("/day/")
    with django_assert_max_num_queries(15):
        again = client.get("/day/")
    assert first.status_code == again.status_code == 200
    shown = [re.sub(r"\w{64}", "", page.content.decode()) for page in (first, again)]
    assert shown[0] == shown[1]


def test_a_card_is_there_as_soon_as_something_has_happened(city, client):
    sign_in(client, city, "member")
    assert "会签邀请" not in client.get("/day/").content.decode()
    draft = city.draft(who="member2", title="关于村级养老助餐点的提案")
    invite(city.seat("member2"), draft.pk, people=[city.people["member"].pk])
    assert "会签邀请" in client.get("/day/").content.decode()


def test_a_member_is_asked_to_sign_to_mend_and_to_rate(city):
    draft = city.draft(who="member2", title="关于村级养老助餐点的提案")
    invite(city.seat("member2"), draft.pk, people=[city.people["member"].pk])
    back = city.submitted(title="关于公交站牌的提案")
    send_back(city.seat("clerk"), back.pk, note="请补数据")
    done = city.replied()
    found = titles(city, "member")
    assert ("会签邀请", "村级养老助餐点", "看全文") in found
    assert ("退回修改", "公交站牌", "看意见、修改") in found
    assert any(kind == "评价答复" and str(done.number) in title for kind, title, _ in found)
    rate(city.seat("member"), done.pk, attitude="satisfied", result="satisfied")
    assert not any(kind == "评价答复" for kind, _, _ in titles(city, "member"))


def test_what_the_approver_gave_back_is_no_plain_draft_of_the_drafters(city):
    seat = city.seat("drafter")
    case = start(seat, body_id=city.bodies["party"].pk)
    edit(
        seat,
        case.pk,
        fields={"title": "关于乡镇晚间诊室的提案", "situation": "走访 9 个乡镇。"},
        asks=[{"text": "请年内试开。", "addressee": city.units["civil"].pk}],
    )
    send_for_approval(seat, case.pk)
    refuse_approval(city.seat("approver"), case.pk, note="请写明几点到几点。")
    assert ("审签退回", "乡镇晚间诊室", "看意见、修改") in titles(city, "drafter")


def test_whose_proposal_was_merged_rates_the_answer_to_the_lead(city):
    lead, other = city.submitted(), city.submitted(who="member2")
    merge(city.seat("clerk"), other.pk, into=lead.pk)
    assert not any(kind == "评价答复" for kind, _, _ in titles(city, "member2"))
    Submission.objects.filter(pk=lead.pk).update(state="replied")
    assert any(kind == "评价答复" for kind, _, _ in titles(city, "member2"))
    assert not any(kind == "评价答复" for kind, _, _ in titles(city, "member3"))


def test_what_a_clerk_entered_from_paper_comes_back_to_the_clerk(city):
    case = city.submitted(title="关于盲道清障的提案")
    Submission.objects.filter(pk=case.pk).update(entered_by=city.people["clerk"])
    send_back(city.seat("clerk"), case.pk, note="请补一张照片。")
    assert ("退回修改", "盲道清障", "看意见、修改") in titles(city, "clerk")


def test_a_clerk_sees_queues_and_never_counts_twice(city):
    city.submitted()
    city.submitted(who="member2")
    city.filed(who="member3")
    day = day_of(city.seat("clerk"))
    assert day.waiting == 3
    assert [c.title for c in day.cards] == ["待审查 2 件", "已立案，待交办 1 件"]


def test_the_supervisor_sees_returns_checks_and_unhappy_proposers(city):
    one = city.assigned()
    ask_return(
        city.seat("staff_finance"),
        city.assignment(one, "finance").pk,
        reason_code="not_ours",
        reason="不属本单位职责",
    )
    two = city.replied(who="member2")
    rate(city.seat("member2"), two.pk, attitude="satisfied", result="not", text="没有期限")
    kinds = [kind for kind, _, _ in titles(city, "supervisor")]
    assert "申退" in kinds
    assert "有提案人不满意" in kinds


def test_a_unit_signs_first_and_late_ones_stand_first(city):
    city.assigned()
    late = city.accepted(who="member2")
    Clock.objects.filter(case_id=late.pk, kind="reply").update(due_on=today() - timedelta(days=9))
    day = day_of(city.seat("staff_housing"))
    assert day.late == 1
    first = day.sorted()[0]
    assert first.late
    assert first.kind == "待答复"
    assert "待签收" in [c.kind for c in day.cards]


def test_another_units_duties_are_not_mine(city):
    city.accepted(units=(("housing", "lead"),))
    assert day_of(city.seat("staff_civil")).waiting == 0


def test_late_is_counted_for_the_office_and_opens_the_list(city, client):
    case = city.accepted()
    Clock.objects.filter(case_id=case.pk, kind="reply").update(due_on=today() - timedelta(days=9))
    sign_in(client, city, "supervisor")
    text = client.get("/day/").content.decode()
    assert "逾期最久的" in text
    assert "is-late" in text


def test_a_paused_clock_is_not_late(city):
    case = city.accepted()
    Clock.objects.filter(case_id=case.pk, kind="reply").update(
        due_on=today() - timedelta(days=9), paused_on=today()
    )
    assert day_of(city.seat("supervisor")).late == 0


def test_a_leader_decides_honours_on_one_page(city, client, django_assert_max_num_queries):
    case = city.replied()
    nominate(city.seat("clerk"), case.pk, reason="建议具体")
    city.tie("leader", "in_charge", city.units["housing"])
    sign_in(client, city, "leader")
    with django_assert_max_num_queries(15):
        text = client.get("/lead/").content.decode()
    assert "优秀提案候选" in text
    assert "市住建局" in text
    client.post(f"/do/proposal/award/{case.pk}/", {"next": "/honours/"})
    assert Submission.objects.get(pk=case.pk).excellent
    honours = client.get("/honours/").content.decode()
    assert "已评为优秀" in honours


def test_a_candidates_own_proposer_sees_that_he_stays_out(city, client):
    city.tie("member", "office", city.committee, "副主席")
    case = city.replied()
    nominate(city.seat("clerk"), case.pk, reason="建议具体")
    sign_in(client, city, "member")
    assert "须回避" in client.get("/honours/").content.decode()
    client.post(f"/do/proposal/award/{case.pk}/", {"next": "/honours/"})
    assert not Submission.objects.get(pk=case.pk).excellent


def test_pages_of_leaders_are_closed_to_members_with_words(city, client):
    sign_in(client, city, "member")
    answer = client.get("/lead/")
    assert answer.status_code == 403
    assert "政协领导" in answer.content.decode()


def test_the_front_page_sends_people_to_their_day_and_visitors_stay(city, client):
    assert "登录" in client.get("/").content.decode()
    sign_in(client, city, "member")
    assert client.get("/")["Location"] == "/day/"


def test_a_day_without_sign_in_asks_for_it(client, db):
    assert client.get("/day/").status_code == 302


@pytest.mark.parametrize("who", ["member", "clerk", "supervisor", "staff_housing", "leader", "admin", "security", "auditor"])  # fmt: skip
def test_the_way_an_empty_day_points_to_is_open_to_its_reader(client, city, who):
    seat = city.seat(who)
    name = next(row[3] for row in views.TEACH if seat.has(*row[0]))
    client.force_login(city.account(who))
    assert client.get(reverse(name)).status_code == 200


def test_the_missing_session_is_said_to_the_clerk_who_can_open_one(client, city):
    city.session.opens = city.session.closes = today() - timedelta(days=1)
    city.session.save()
    for who, shown in (("clerk", True), ("admin", False)):
        waiting = day_of(city.seat(who)).sorted()
        assert any("下一次会议" in str(card) for card in waiting) is shown, who
        client.force_login(city.account(who))
    assert client.get(reverse("sessions")).status_code == 403  # the administrator's own door


def test_what_came_today_is_seen_however_much_is_late_and_the_rest_is_one_click_away(city, client):
    unit, office = city.units["housing"].pk, city.seat("supervisor")
    for n in range(15):
        late = assign_task(office, title=f"旧事 {n}", owner=unit, due_on=today())
        Task.objects.filter(pk=late.pk).update(
            started_on=today() - timedelta(days=40), due_on=today() - timedelta(days=9)
        )
    assign_task(office, title="新修一座桥", owner=unit, due_on=today() + timedelta(days=90))
    sign_in(client, city, "staff_housing")
    page = client.get("/day/").content.decode()
    assert page.count('class="todo"') == 13
    assert "新修一座桥" in page
    assert "今天新来" in page
    assert 'href="?all=1#todo">还有 3 件' in page
    whole = client.get("/day/?all=1").content.decode()
    assert whole.count('class="todo"') == 16
    assert "还有 3 件" not in whole
