"""The outcomes of review: merging, dividing, sending back, turning, refusing, in words."""

import pytest

from shangliang.demo.small import build_small_city
from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from shangliang.notices.models import Notice
from shangliang.procedures.clocks import running
from shangliang.procedures.verdicts import Refused
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
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.actions.turn_to_letter import turn_to_letter
from shangliang.submissions.actions.turn_to_report import turn_to_report
from shangliang.submissions.actions.unmerge import unmerge
from shangliang.submissions.models import CoSignature, MergeGroup, Remark, Submission

from .reviewed import fresh, told


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
