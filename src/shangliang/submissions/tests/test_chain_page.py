"""The chain page: what each role sees, what nobody sees, and what it costs."""

from datetime import timedelta

import pytest

from shangliang.demo.small import build_small_city
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import offers
from shangliang.submissions.actions.accept import accept
from shangliang.submissions.actions.assign import assign
from shangliang.submissions.actions.close import close
from shangliang.submissions.actions.list_as_key import list_as_key
from shangliang.submissions.actions.merge import merge
from shangliang.submissions.actions.pass_check import pass_check
from shangliang.submissions.actions.publish import publish
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.refuse_filing import refuse_filing
from shangliang.submissions.actions.rehandle import rehandle
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.chain.facts import gather
from shangliang.submissions.chain.ratings import rating_card
from shangliang.submissions.chain.waiting import waiting_for
from shangliang.submissions.flow import PROPOSAL
from shangliang.submissions.models import Rating, Submission
from shangliang.submissions.queries import visible
from shangliang.tasks.actions.judge_effect import judge_effect
from shangliang.tasks.actions.record_effect import record_effect

EVERYONE = (
    "member",
    "member2",
    "clerk",
    "second",
    "supervisor",
    "leader",
    "staff_housing",
    "staff_finance",
    "drafter",
    "admin",
)


def sign_in(client, city, who):
    """Signed in, with the session's first-minute note of use already written."""
    client.force_login(city.account(who))
    client.get("/session/")


def page(client, city, who, case, query=""):
    sign_in(client, city, who)
    return client.get(f"/proposals/{case.pk}/{query}")


def heavy(city):
    """A case with everything on it: key, two rounds, ratings, effects, publication."""
    case = city.replied()
    leader = city.people["leader"].pk
    list_as_key(city.seat("clerk"), case.pk, leader=leader, decided_on=today())
    rate(
        city.seat("member"),
        case.pk,
        attitude="satisfied",
        result="not",
        text="没有写期限，不满意",
        redo=[2],
    )
    rehandle(city.seat("supervisor"), case.pk, asks=[2])
    case = Submission.objects.get(pk=case.pk)
    ask = case.recommendations.first()
    unit = city.units["housing"]
    row = record_effect(
        city.seat("staff_housing"),
        about=ask,
        case=case,
        doer_id=unit.pk,
        measure="停用电梯台数",
        baseline="12 台",
        value="2 台",
        measured_on=today(),
        order=1,
    )
    judge_effect(
        city.seat("supervisor"), row.pk, case=case, verdict="solved", how="看了三处", order=1
    )
    publish(city.seat("clerk"), case.pk, checked=True)
    return case


@pytest.mark.parametrize("who", EVERYONE)
@pytest.mark.parametrize("state", ["submitted", "filed", "assigned", "accepted", "replied"])
def test_whoever_may_see_a_case_sees_its_chain_within_fifteen_queries(
    city, client, django_assert_max_num_queries, who, state
):
    case = getattr(city, state)()
    sign_in(client, city, who)
    expected = 200 if visible(city.seat(who)).filter(pk=case.pk).exists() else 404
    with django_assert_max_num_queries(15):
        answer = client.get(f"/proposals/{case.pk}/")
    assert answer.status_code == expected


@pytest.mark.parametrize("who", ["member", "clerk", "supervisor", "leader", "staff_housing"])
def test_a_case_with_everything_on_it_stays_within_fifteen_queries(
    city, client, django_assert_max_num_queries, who
):
    case = heavy(city)
    sign_in(client, city, who)
    with django_assert_max_num_queries(15):
        answer = client.get(f"/proposals/{case.pk}/")
    text = answer.content.decode()
    assert "见效" in text
    assert "重点提案" in text
    assert "交办" in text


def test_the_page_says_who_acts_next_in_every_state(city):
    case = city.filed()
    assert waiting_for(gather(city.seat("clerk"), case.pk)).who == "督办机构交办"
    case = city.assigned(who="member2")
    waiting = waiting_for(gather(city.seat("clerk"), case.pk))
    assert "市住建局签收" in waiting.who
    assert waiting.light is not None
    case = city.replied(who="member3")
    assert "逐条评" in waiting_for(gather(city.seat("clerk"), case.pk)).who
    rate(city.seat("member3"), case.pk, attitude="satisfied", result="satisfied")
    assert waiting_for(gather(city.seat("clerk"), case.pk)).who == "提案委办结"
    close(city.seat("clerk"), case.pk)
    assert "承诺" in waiting_for(gather(city.seat("clerk"), case.pk)).who


def test_a_late_clock_is_red_and_a_paused_one_says_so(city, client):
    case = city.accepted()
    Clock.objects.filter(case_id=case.pk, kind="reply").update(due_on=today() - timedelta(days=9))
    assert "逾期" in page(client, city, "supervisor", case).content.decode()
    Clock.objects.filter(case_id=case.pk, kind="reply").update(paused_on=today())
    assert "起暂停" in page(client, city, "supervisor", case).content.decode()


def test_the_unit_sees_which_ask_to_redo_and_never_who_said_what(city, client):
    case = heavy(city)
    unit = page(client, city, "staff_housing", case).content.decode()
    assert "请重办：第 2 条" in unit
    assert "没有写期限" not in unit
    assert "看不到谁怎么评" in unit
    office = page(client, city, "supervisor", case).content.decode()
    assert "没有写期限" in office
    own = page(client, city, "member", case).content.decode()
    assert "您第 1 轮评" in own
    other = page(client, city, "member2", case).content.decode()
    assert "没有写期限" not in other
    assert "不满意" not in other


def test_reviewers_are_told_as_an_office_to_members(city, client):
    case = city.filed()
    assert "程录之" not in page(client, city, "member", case).content.decode()
    assert "程录之" in page(client, city, "clerk", case).content.decode()


def test_a_draft_answer_is_not_shown_before_it_is_delivered(city, client):
    case = city.accepted(units=(("housing", "lead"),))
    city.reply(case)
    assert "第1条已办" not in page(client, city, "member", case).content.decode()
    assert "第1条已办" not in page(client, city, "clerk", case).content.decode()


def test_the_double_rule_stands_once_and_only_at_the_assignment(city, client):
    text = page(client, city, "clerk", city.accepted()).content.decode()
    assert text.count('class="cross"') == 1
    assert (
        'class="cross"'
        not in page(client, city, "clerk", city.filed(who="member2")).content.decode()
    )


def test_the_whole_record_shows_saved_drafts_too(city, client):
    case = city.filed()
    assert "写审查意见" not in page(client, city, "clerk", case).content.decode()
    assert "写审查意见" in page(client, city, "clerk", case, "?all=1").content.decode()


def test_a_provisional_deadline_is_called_so(city, client):
    case = city.accepted()
    Clock.objects.filter(case_id=case.pk, kind="reply").update(provisional=True)
    assert "暂定" in page(client, city, "supervisor", case).content.decode()


def test_verbs_offered_with_facts_at_hand_are_those_offered_without(city):
    """Conditions that read what a page has loaded decide as they do on a fresh row."""
    case = heavy(city)
    for who in EVERYONE:
        seat = city.seat(who)
        if not visible(seat).filter(pk=case.pk).exists():
            continue
        plain = offers(PROPOSAL, seat, Submission.objects.get(pk=case.pk))
        loaded = offers(PROPOSAL, seat, gather(seat, case.pk).case)
        assert [(o.move.verb, o.verdict) for o in plain] == [
            (o.move.verb, o.verdict) for o in loaded
        ]


def test_script_in_a_title_stays_text(city, client):
    case = city.submitted(title="关于<script>alert(1)</script>的提案")
    text = page(client, city, "clerk", case).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_a_merged_case_points_at_the_lead(city, client):
    lead, other = city.submitted(), city.submitted(who="member2")
    merge(city.seat("clerk"), other.pk, into=lead.pk, reason="同一件事")
    text = page(client, city, "clerk", other).content.decode()
    assert "主案" in text
    assert f'/proposals/{lead.pk}/"' in text


def test_the_unit_reads_what_was_merged_into_its_own_and_no_other(city, client):
    lead, other = city.filed(), city.submitted(who="member2", title="关于路灯夜间不亮的提案")
    merge(city.seat("clerk"), other.pk, into=lead.pk, reason="同一件事")
    assert page(client, city, "staff_housing", other).status_code == 404
    assign(city.seat("supervisor"), lead.pk)
    assert "并案" in page(client, city, "staff_housing", lead).content.decode()
    assert page(client, city, "staff_housing", other).status_code == 200
    assert page(client, city, "staff_civil", other).status_code == 404


def test_those_merged_in_are_counted_among_who_rates_and_after_the_last_round_there_is_talk(city):
    lead, other = city.filed(units=(("housing", "lead"),)), city.submitted(who="member2")
    merge(city.seat("clerk"), other.pk, into=lead.pk)
    assign(city.seat("supervisor"), lead.pk)
    accept(city.seat("staff_housing"), city.assignment(lead, "housing").pk)
    sent = submit_reply(city.seat("staff_housing"), city.reply(lead).pk)
    pass_check(city.seat("supervisor"), sent.pk)
    seat = city.seat("clerk")
    rate(city.seat("member2"), lead.pk, attitude="satisfied", result="not", text="没有答。")
    assert "（已评 1／2）" in waiting_for(gather(seat, lead.pk)).who
    assert rating_card(gather(seat, lead.pk)).head == "第 1 轮，2 人已评 1 人"
    assert rating_card(gather(seat, other.pk)) is None
    rate(city.seat("member"), lead.pk, attitude="satisfied", result="satisfied")
    assert waiting_for(gather(seat, lead.pk)).who == "督办机构决定重办，或组织面商"
    Submission.objects.filter(pk=lead.pk).update(round=2)
    Rating.objects.filter(submission=lead).update(round=2)
    assert waiting_for(gather(seat, lead.pk)).who == "督办机构组织面商，提案委办结"


def test_what_is_not_filed_says_why_and_promises_no_handling(city, client):
    case = city.submitted()
    words = "提案不推介具体产品，建议写成规范市场的提案。"
    refuse_filing(city.seat("second"), case.pk, reason_code="promotion", words=words)
    text = page(client, city, "member", case).content.decode()
    assert words in text
    assert "没有人，没有立案" in text
    assert "不作提案交办" in text
    assert "还没到办理" not in text


def test_who_answers_stands_before_who_helps(city, client):
    case = city.filed(units=(("finance", "co"), ("housing", "lead")))
    assign(city.seat("supervisor"), case.pk)
    assert [a.role for a in case.assignments.all()] == ["lead", "co"]
    assert [u.role for u in case.unit_choices.filter(layer="reviewed")] == ["lead", "co"]


def test_another_committees_clerk_finds_nothing(city, client):
    far = build_small_city("远山县", prefix="far_")
    case = city.accepted()
    assert page(client, far, "clerk", case).status_code == 404
    assert page(client, far, "leader", case).status_code == 404
