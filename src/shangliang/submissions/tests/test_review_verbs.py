"""The outcomes of review: each does what it says, tells whom it concerns, and refuses in words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from shangliang.demo.small import build_small_city
from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from shangliang.notices.models import Notice
from shangliang.procedures.clocks import running
from shangliang.procedures.verdicts import Refused
from shangliang.rulebooks.models import Rulebook
from shangliang.submissions.actions.allow_withdrawal import allow_withdrawal
from shangliang.submissions.actions.assign import assign
from shangliang.submissions.actions.divide import divide
from shangliang.submissions.actions.file import file
from shangliang.submissions.actions.merge import merge
from shangliang.submissions.actions.pass_check import pass_check
from shangliang.submissions.actions.pass_on import pass_on
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.refuse_filing import refuse_filing
from shangliang.submissions.actions.review import review
from shangliang.submissions.actions.send_back import send_back
from shangliang.submissions.actions.set_window import set_window
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.actions.turn_to_letter import turn_to_letter
from shangliang.submissions.actions.turn_to_report import turn_to_report
from shangliang.submissions.actions.undo import undo
from shangliang.submissions.actions.unmerge import unmerge
from shangliang.submissions.models import Assignment, CoSignature, MergeGroup, Remark, Submission


def fresh(case: Submission) -> Submission:
    return Submission.objects.get(pk=case.pk, committee_id=case.committee_id)


def told(person, kind: str) -> list[str]:
    return list(Notice.objects.filter(to=person, kind=kind).values_list("text", flat=True))


def with_rules(city, **changes):
    """The city's rulebook with other values; drafts begun from now on keep it."""
    return Rulebook.objects.create(
        committee=city.committee,
        version=2,
        name="改过的规程",
        state="published",
        valid_from=city.rulebook.valid_from,
        body=city.rulebook.body | changes,
        published_at=timezone.now(),
    )


def without_second_review(city):
    return with_rules(city, steps=city.rulebook.body["steps"] | {"second_review": False})


# --- 并案 -----------------------------------------------------------------------------------


def test_a_merged_proposal_keeps_its_serial_and_points_at_its_lead(city):
    lead, other = city.submitted(), city.submitted("member2", title="关于电梯维保的提案")
    merge(city.seat("clerk"), other.pk, into=lead.pk, reason="同一件事")
    other, lead = fresh(other), fresh(lead)
    assert (other.state, other.serial) == ("merged", 2)
    assert other.group.lead == lead
    assert lead.group_id == other.group_id
    assert lead.state == "submitted"
    assert Remark.objects.get(submission=other).text == "同一件事"
    assert "由您评价" in told(city.people["member2"], "proposal.merge")[0]
    assert not running(other, "review").exists()


def test_merged_proposers_are_answered_and_rate_through_the_lead(city):
    lead, other = city.submitted(), city.submitted("member2")
    merge(city.seat("clerk"), other.pk, into=lead.pk)
    review(
        city.seat("clerk"),
        lead.pk,
        class_code="society",
        units=[(city.units["housing"].pk, "lead")],
    )
    pass_on(city.seat("clerk"), lead.pk)
    file(city.seat("second"), lead.pk)
    assign(city.seat("supervisor"), lead.pk)
    row = city.assignment(lead, "housing")
    from shangliang.submissions.actions.accept import accept

    accept(city.seat("staff_housing"), row.pk)
    reply = city.reply(lead)
    submit_reply(city.seat("staff_housing"), reply.pk)
    pass_check(city.seat("supervisor"), reply.pk)
    assert told(city.people["member2"], "reply.sent")
    rate(city.seat("member2"), lead.pk, attitude="satisfied", result="satisfied")
    assert fresh(other).grade == fresh(lead).grade


def test_merging_into_one_that_is_merged_itself_names_the_lead_to_take(city):
    lead, second, third = city.submitted(), city.submitted("member2"), city.submitted("member3")
    merge(city.seat("clerk"), second.pk, into=lead.pk)
    with pytest.raises(Refused, match="请直接并入流水0001"):
        merge(city.seat("clerk"), third.pk, into=second.pk)


def test_a_lead_with_members_cannot_be_merged_or_leave_review(city):
    lead, second, third = city.submitted(), city.submitted("member2"), city.submitted("member3")
    merge(city.seat("clerk"), second.pk, into=lead.pk)
    with pytest.raises(Refused, match="请先撤销并案"):
        merge(city.seat("clerk"), lead.pk, into=third.pk)
    with pytest.raises(Refused, match="流水0002"):
        refuse_filing(city.seat("clerk"), lead.pk, reason_code="empty", words="没有建议")
    with pytest.raises(Refused, match="请先撤销并案"):
        send_back(city.seat("clerk"), lead.pk, note="改")


@pytest.mark.parametrize("what", ["itself", "nobody", "replied", "wall"])
def test_merging_refuses_a_wrong_lead_in_words(city, what):
    case = city.submitted()
    if what == "wall":
        into = build_small_city("邻州市", prefix="n_").submitted().pk
    else:
        into = {"itself": case.pk, "nobody": 10**6, "replied": 0}[what]
        if what == "replied":
            into = city.replied(who="member2").pk
    words = {
        "itself": "不能并入它自己",
        "nobody": "没有找到",
        "replied": "只能并入还没有交办",
        "wall": "没有找到",
    }[what]
    with pytest.raises(Refused, match=words):
        merge(city.seat("clerk"), case.pk, into=into)
    assert fresh(case).state == "submitted"


def test_unmerging_restores_both_and_dissolves_an_empty_group(city):
    lead, other = city.submitted(), city.submitted("member2")
    merge(city.seat("clerk"), other.pk, into=lead.pk)
    unmerge(city.seat("clerk"), other.pk)
    assert (fresh(other).state, fresh(other).group_id) == ("submitted", None)
    assert fresh(lead).group_id is None
    assert MergeGroup.objects.get().dissolved_at
    assert running(other, "review").count() == 1
    merge(city.seat("clerk"), lead.pk, into=other.pk)  # and the other way round is open again


def test_unmerging_is_refused_once_the_lead_is_handed_to_units(city):
    lead, other = city.filed(), city.submitted("member2")
    merge(city.seat("clerk"), other.pk, into=lead.pk)
    assign(city.seat("supervisor"), lead.pk)
    with pytest.raises(Refused, match="已交办，不能再撤销并案"):
        unmerge(city.seat("clerk"), other.pk)


# --- 分案 -----------------------------------------------------------------------------------


def test_dividing_makes_submitted_parts_of_the_same_author(city):
    case = city.submitted(asks=3)
    divide(
        city.seat("clerk"),
        case.pk,
        parts=[{"title": "关于甲的提案", "asks": [1, 3]}, {"title": "关于乙的提案", "asks": [2]}],
    )
    first, second = Submission.objects.filter(split_from=case).order_by("serial")
    assert fresh(case).state == "divided"
    assert [first.serial, second.serial] == [2, 3]
    assert {first.state, second.state} == {"submitted"}
    assert {first.author_id, second.author_id} == {case.author_id}
    assert list(first.recommendations.values_list("order", flat=True)) == [1, 2]
    assert first.asks_count == 2
    assert second.signatures.get().state == CoSignature.State.SIGNED
    assert running(second, "review").count() == 1
    assert Event.objects.filter(case_id=first.pk, verb="proposal.start").exists()
    assert "分成 2 件" in told(city.people["member"], "proposal.divide")[0]
    assert list(verify(city.committee.pk)) == []


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([{"title": "甲", "asks": [1, 2, 3]}], "至少要分成两件"),
        ([{"title": "甲", "asks": [1]}, {"title": "乙", "asks": [2]}], "第 3 条建议还没有归入"),
        ([{"title": "甲", "asks": [1, 2]}, {"title": "乙", "asks": [2, 3]}], "分给了两件"),
        ([{"title": "甲", "asks": [1, 2, 3]}, {"title": "乙", "asks": []}], "第 2 件还没有建议"),
        ([{"title": "甲", "asks": [1, 2]}, {"title": " ", "asks": [3]}], "第 2 件还没有案由"),
        ([{"title": "甲", "asks": [1, 2, 9]}, {"title": "乙", "asks": [3]}], "没有第 9 条"),
    ],
)
def test_dividing_gives_each_ask_to_exactly_one_part(city, parts, words):
    case = city.submitted(asks=3)
    with pytest.raises(Refused, match=words):
        divide(city.seat("clerk"), case.pk, parts=parts)
    assert fresh(case).state == "submitted"
    assert Submission.objects.count() == 1


# --- 退回、转、不予立案 ----------------------------------------------------------------------


def test_sending_back_tells_the_author_what_to_mend_and_it_can_be_handed_in_again(city):
    case = city.submitted()
    with pytest.raises(Refused, match="哪里要改"):
        send_back(city.seat("clerk"), case.pk, note="  ")
    send_back(city.seat("clerk"), case.pk, note="请补上停用电梯的台数。")
    assert Remark.objects.get().text == "请补上停用电梯的台数。"
    notice = Notice.objects.get(to=city.people["member"], kind="proposal.send_back")
    assert notice.needs_act
    assert "停用电梯的台数" in notice.text
    submit(city.seat("member"), case.pk)
    assert (fresh(case).state, fresh(case).serial) == ("submitted", 1)


@pytest.mark.parametrize(
    ("turn", "kind", "state"),
    [(turn_to_report, "report", "to_report"), (turn_to_letter, "letter", "to_letter")],
)
def test_turning_makes_a_case_of_another_kind_that_points_back(city, turn, kind, state):
    case = city.submitted()
    turn(city.seat("clerk"), case.pk, note="内容好，走这条路更快。")
    made = Submission.objects.get(came_from=case)
    assert fresh(case).state == state
    assert (made.kind, made.serial, made.author_id) == (kind, 1, case.author_id)
    assert made.recommendations.count() == 2
    assert "走这条路更快" in told(city.people["member"], f"proposal.turn_to_{kind}")[0]


def test_a_report_made_of_a_proposal_does_not_follow_the_proposals_table(city):
    turn_to_report(city.seat("clerk"), city.submitted().pk)
    made = Submission.objects.get(kind="report")
    with pytest.raises(Refused, match="不走提案流程"):
        send_back(city.seat("clerk"), made.pk, note="改")


def test_refusing_needs_a_reason_of_the_rulebook_and_words_and_says_where_to_go_instead(city):
    case = city.submitted()
    with pytest.raises(Refused, match="本级规程所列"):
        refuse_filing(city.seat("clerk"), case.pk, reason_code="whim", words="不好")
    with pytest.raises(Refused, match="一两句话"):
        refuse_filing(city.seat("clerk"), case.pk, reason_code="beyond_level", words="")
    refuse_filing(city.seat("clerk"), case.pk, reason_code="beyond_level", words="属省里职权。")
    assert (fresh(case).state, fresh(case).reason_code) == ("not_filed", "beyond_level")
    text = told(city.people["member"], "proposal.refuse_filing")[0]
    assert "不属本级职权" in text
    assert "可转社情民意报上级" in text
    assert "属省里职权" in text


# --- 撤回 -----------------------------------------------------------------------------------


def test_undoing_a_filing_keeps_the_number_and_the_next_filing_uses_it_again(city):
    case = city.filed()
    undo(city.seat("clerk"), case.pk)
    case = fresh(case)
    assert (case.state, case.number, case.filed_at) == ("reviewing", 1, None)
    assert not running(case, "assign").exists()
    other = city.filed(who="member2")
    assert other.number == 2
    file(city.seat("second"), case.pk)
    assert (fresh(case).number, fresh(case).class_number) == (1, 1)


def test_undoing_gives_back_the_first_due_date_of_the_review(city):
    case = city.submitted()
    before = running(case, "review").get()
    send_back(city.seat("clerk"), case.pk, note="改")
    undo(city.seat("clerk"), case.pk)
    after = running(case, "review").get()
    assert (after.pk, after.due_on) == (before.pk, before.due_on)


def test_undoing_goes_back_to_the_desk_it_was_decided_on(city):
    case = city.submitted()
    send_back(city.seat("clerk"), case.pk, note="改")
    undo(city.seat("clerk"), case.pk)
    assert fresh(case).state == "submitted"


def test_without_second_review_undoing_a_filing_goes_back_to_submitted(city):
    without_second_review(city)
    case = city.submitted()
    review(
        city.seat("clerk"),
        case.pk,
        class_code="society",
        units=[(city.units["housing"].pk, "lead")],
    )
    file(city.seat("clerk"), case.pk)
    undo(city.seat("clerk"), case.pk)
    assert fresh(case).state == "submitted"


def test_undoing_asks_names_dropped_at_filing_again(city):
    from shangliang.submissions.actions.invite import invite

    case = city.submitted()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    review(
        city.seat("clerk"),
        case.pk,
        class_code="society",
        units=[(city.units["housing"].pk, "lead")],
    )
    pass_on(city.seat("clerk"), case.pk)
    file(city.seat("second"), case.pk)
    assert case.signatures.get(role="co").state == "dropped"
    undo(city.seat("second"), case.pk)
    assert case.signatures.get(role="co").state == "invited"
    assert fresh(case).nature == "joint"


def test_undoing_a_turn_withdraws_what_it_made(city):
    case = city.submitted()
    turn_to_report(city.seat("clerk"), case.pk)
    undo(city.seat("clerk"), case.pk)
    assert Submission.objects.get(kind="report").state == "withdrawn"
    turn_to_report(city.seat("clerk"), case.pk)
    assert Submission.objects.filter(kind="report", state="submitted").count() == 1


def test_undo_ends_after_the_minutes_of_the_rulebook(city):
    case = city.filed()
    Submission.objects.filter(pk=case.pk).update(decided_at=timezone.now() - timedelta(minutes=11))
    with pytest.raises(Refused, match="已超过 10 分钟"):
        undo(city.seat("clerk"), case.pk)


def test_a_class_changed_after_undo_takes_a_number_of_the_new_class_and_leaves_no_gap(city):
    first, second = city.filed(), city.filed(who="member2")
    undo(city.seat("clerk"), first.pk)
    review(city.seat("second"), first.pk, class_code="economy")
    file(city.seat("second"), first.pk)
    assert (fresh(first).class_code, fresh(first).class_number) == ("economy", 1)
    third = city.filed(who="member3")
    assert (fresh(second).class_number, third.class_number) == (2, 1)
    assert city.filed(who="member4").class_number == 3


def test_where_windows_are_counted_apart_both_begin_at_one(city):
    with_rules(city, number_series="session_window")
    plenary = city.filed()
    case = city.submitted("member2")
    set_window(city.seat("clerk"), case.pk, window="ordinary", reason="闭会后收到")
    review(
        city.seat("clerk"),
        case.pk,
        class_code="society",
        units=[(city.units["housing"].pk, "lead")],
    )
    pass_on(city.seat("clerk"), case.pk)
    ordinary = file(city.seat("second"), case.pk)
    assert (plenary.number, ordinary.number) == (1, 1)
    assert (plenary.number_label, ordinary.number_label) == ("第0001号", "平时第0001号")
    with pytest.raises(Refused, match="不能再改时段"):
        set_window(city.seat("clerk"), ordinary.pk, window="plenary", reason="弄错了")


# --- 时段、撤案 -----------------------------------------------------------------------------


def test_a_window_set_by_hand_stays(city):
    case = city.submitted()
    assert case.window == "plenary"
    with pytest.raises(Refused, match="为什么"):
        set_window(city.seat("clerk"), case.pk, window="ordinary", reason="")
    set_window(city.seat("clerk"), case.pk, window="ordinary", reason="闭会后补交")
    send_back(city.seat("clerk"), case.pk, note="改")
    submit(city.seat("member"), case.pk)
    assert fresh(case).window == "ordinary"


def test_allowing_withdrawal_lets_the_units_go_and_keeps_the_number(city):
    case = city.accepted()
    allow_withdrawal(city.seat("clerk"), case.pk, reason="提案人来函，事已解决。")
    case = fresh(case)
    assert (case.state, case.number_label) == ("withdrawn", "第0001号（撤）")
    assert set(Assignment.objects.values_list("state", flat=True)) == {"dropped"}
    for row in Assignment.objects.all():
        assert not running(row).exists()
    assert told(city.people["staff_housing"], "proposal.allow_withdrawal")


# --- 两个人按同一个键 -------------------------------------------------------------------------


def test_the_second_clerk_gets_words_and_nothing_doubles(city):
    case = city.submitted()
    refuse_filing(city.seat("clerk"), case.pk, reason_code="empty", words="没有建议")
    with pytest.raises(Refused, match="现在是“不予立案”"):
        send_back(city.seat("clerk"), case.pk, note="改")
    assert Remark.objects.count() == 1
    filed = city.filed(who="member2")
    with pytest.raises(Refused, match="已立案待交办"):
        file(city.seat("second"), filed.pk)
    assert fresh(filed).number == 1
