"""会办、会签、审核、分办、并案: how a reply is made by several and reaches several."""

import pytest

from shangliang.notices.models import Notice
from shangliang.procedures.clocks import running
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.accept import accept
from shangliang.submissions.actions.change_grade import change_grade
from shangliang.submissions.actions.circulate import circulate
from shangliang.submissions.actions.countersign import countersign
from shangliang.submissions.actions.draft_reply import draft_reply
from shangliang.submissions.actions.edit_reply import edit_reply
from shangliang.submissions.actions.log_contact import log_contact
from shangliang.submissions.actions.pass_check import pass_check
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.recall import recall
from shangliang.submissions.actions.rehandle import rehandle
from shangliang.submissions.actions.reject_check import reject_check
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.models import MergeGroup, Reply, Submission
from shangliang.submissions.queries import visible
from shangliang.tasks.models import Task


def test_a_co_unit_s_opinion_goes_to_the_lead_and_not_to_the_proposer(city):
    case = city.accepted()
    seat = city.seat("staff_finance")
    opinion = draft_reply(seat, city.assignment(case, "finance").pk)
    assert opinion.kind == "opinion"
    with pytest.raises(Refused, match="还没有答：第 2 条"):  # addressed to the co-unit
        submit_reply(seat, opinion.pk)
    asks = [a.recommendation_id for a in opinion.answers.all()]
    edit_reply(
        seat, opinion.pk, fields={}, answers=[{"ask": asks[1], "text": "经费可列入年度预算。"}]
    )
    opinion = submit_reply(seat, opinion.pk)
    case.refresh_from_db()
    assert (opinion.state, case.state) == ("sent", "handling")
    assert Notice.objects.filter(to=city.people["staff_housing"], kind="reply.opinion").exists()
    assert not Notice.objects.filter(to=city.people["member"], kind="reply.sent").exists()
    assert not running(city.assignment(case, "finance")).exists()
    assert case.recommendations.filter(state="answered").count() == 0


def test_a_reply_waits_for_every_countersign_and_a_difference_goes_along(city):
    case = city.accepted()
    lead, co = city.seat("staff_housing"), city.seat("staff_finance")
    reply = city.reply(case)
    with pytest.raises(Refused, match="还没有送会签：市财政局"):
        submit_reply(lead, reply.pk)
    circulate(lead, reply.pk)
    with pytest.raises(Refused, match="还等会签：市财政局"):
        submit_reply(lead, reply.pk)
    with pytest.raises(Refused, match="写明哪里不同意"):
        countersign(co, reply.pk, agree=False)
    countersign(co, reply.pk, agree=False, remark="第 2 条的经费数应为 80 万元。")
    reply = submit_reply(lead, reply.pk)
    assert reply.state == "checking"
    assert reply.countersigns.get().state == "differs"


def test_a_text_taken_back_needs_every_yes_again(city):
    case = city.accepted()
    lead, co = city.seat("staff_housing"), city.seat("staff_finance")
    reply = city.reply(case)
    circulate(lead, reply.pk)
    countersign(co, reply.pk, agree=True)
    recall(lead, reply.pk)
    edit_reply(lead, reply.pk, fields={"opening": "改了开头。"})
    with pytest.raises(Refused, match="还没有送会签"):
        submit_reply(lead, reply.pk)
    circulate(lead, reply.pk)
    assert reply.countersigns.get().state == "open"


def test_a_rejected_text_says_why_and_is_written_anew(city):
    case = city.accepted(units=(("housing", "lead"),))
    seat = city.seat("staff_housing")
    reply = city.reply(case)
    submit_reply(seat, reply.pk)
    with pytest.raises(Refused, match="要重拟"):
        reject_check(city.seat("supervisor"), reply.pk, reason="")
    reply = reject_check(city.seat("supervisor"), reply.pk, reason="第 1 条没有说做到什么程度。")
    assert (reply.state, reply.rejected_because) == ("draft", "第 1 条没有说做到什么程度。")
    reply = submit_reply(seat, reply.pk)
    assert (reply.state, reply.rejected_because) == ("checking", "")


def test_the_office_changes_the_grade_and_the_unit_s_own_stays(city):
    case = city.accepted(units=(("housing", "lead"),))
    reply = city.reply(case, grades="A")
    submit_reply(city.seat("staff_housing"), reply.pk)
    office = city.seat("supervisor")
    for data, words in (
        ({"grade": "Z", "reason": "x"}, "请选规程里的类别"),
        ({"grade": "A", "reason": "x"}, "现在就是"),
        ({"grade": "C", "reason": " "}, "为什么改定"),
    ):
        with pytest.raises(Refused, match=words):
            change_grade(office, reply.pk, **data)
    reply = change_grade(office, reply.pk, grade="C", reason="尚无期限。")
    assert (reply.grade, reply.grade_by_unit) == ("C", "A")
    pass_check(office, reply.pk)
    case.refresh_from_db()
    assert case.grade == "C"
    change_grade(office, reply.pk, grade="A", reason="补报了办结材料。")
    case.refresh_from_db()
    assert case.grade == "A"
    assert Notice.objects.filter(to=city.people["member"], kind="reply.change_grade").exists()


def test_each_unit_of_several_answers_its_own_and_the_proposal_waits_for_all(city):
    case = city.accepted(units=(("housing", "each"), ("finance", "each")))
    for unit, ask in (("housing", 1), ("finance", 2)):
        seat = city.seat(f"staff_{unit}")
        row = city.assignment(case, unit)
        log_contact(seat, row.pk, means="电话", note="听取意见。")
        reply = draft_reply(seat, row.pk)
        mine = reply.answers.get(recommendation__order=ask)
        with pytest.raises(Refused, match=f"还没有答：第 {ask} 条"):
            submit_reply(seat, reply.pk)
        edit_reply(
            seat,
            reply.pk,
            fields={"grade": "A", "secrecy_checked": True},
            answers=[{"ask": mine.recommendation_id, "text": "已办。", "grade": "A"}],
        )
        case.refresh_from_db()
        assert case.state == "handling"
        submit_reply(seat, reply.pk)
        pass_check(city.seat("supervisor"), reply.pk)
    case.refresh_from_db()
    assert case.state == "replied"
    assert case.recommendations.filter(state="answered").count() == 2


def test_only_the_unit_whose_ask_is_wanted_again_handles_it_again(city):
    case = city.accepted(units=(("housing", "each"), ("finance", "each")))
    for unit in ("housing", "finance"):
        reply = city.reply(case, unit, grades="A")
        submit_reply(city.seat(f"staff_{unit}"), reply.pk)
        pass_check(city.seat("supervisor"), reply.pk)
    rate(city.seat("member"), case.pk, attitude="satisfied", result="not", text="没办", redo=[2])
    rehandle(city.seat("supervisor"), case.pk, asks=[2], note="请写明年度安排。")
    assert city.assignment(case, "housing").state == "done"
    assert city.assignment(case, "finance").state == "accepted"
    told = Notice.objects.get(to=city.people["staff_finance"], kind="proposal.rehandle")
    assert "请写明年度安排" in told.text
    assert city.people["member"].name not in told.text


def test_content_proposers_are_not_handled_again_against_their_word(city):
    case = city.replied()
    with pytest.raises(Refused, match="有提案人评“不满意”才重办"):
        rehandle(city.seat("supervisor"), case.pk)
    rate(city.seat("member"), case.pk, attitude="satisfied", result="satisfied")
    with pytest.raises(Refused, match="现在没有"):
        rehandle(city.seat("supervisor"), case.pk)


def test_every_ask_has_a_grade_of_its_own(city):
    case = city.accepted(units=(("housing", "lead"),))
    reply = city.reply(case, grades="A")
    reply.answers.filter(recommendation__order=2).update(grade="")
    with pytest.raises(Refused, match="还没有定类别：第 2 条"):
        submit_reply(city.seat("staff_housing"), reply.pk)


def merged(city):
    """The second proposal is handled under the first."""
    lead = city.accepted(units=(("housing", "lead"),))
    other = city.submitted("member2", title="关于老旧小区电梯维保的提案")
    group = MergeGroup.objects.create(committee=city.committee, lead=lead, reason="同一事项")
    Submission.objects.filter(pk__in=[lead.pk, other.pk]).update(group=group)
    Submission.objects.filter(pk=other.pk).update(state="merged", consent_public=False)
    Submission.objects.filter(pk=lead.pk).update(consent_public=False)
    lead.refresh_from_db()
    other.refresh_from_db()
    return lead, other


def test_each_proposer_of_a_merged_group_gets_the_reply_and_rates(city):
    lead, other = merged(city)
    reply = city.reply(lead, grades="A")
    submit_reply(city.seat("staff_housing"), reply.pk)
    pass_check(city.seat("supervisor"), reply.pk)
    for who in ("member", "member2"):
        assert Notice.objects.filter(to=city.people[who], kind="reply.sent").count() == 1
        assert visible(city.seat(who)).filter(pk=lead.pk).exists()
    assert not visible(city.seat("member3")).filter(pk=lead.pk).exists()
    other.refresh_from_db()
    assert other.grade == "A"
    rate(city.seat("member2"), lead.pk, attitude="satisfied", result="satisfied")
    assert running(lead, "rating").exists()
    rate(city.seat("member"), lead.pk, attitude="satisfied", result="basically")
    assert not running(lead, "rating").exists()


def test_a_promise_is_kept_by_the_unit_it_is_addressed_to_only_while_it_handles(city):
    case = city.accepted(units=(("housing", "lead"),))
    reply = city.reply(case, grades="B")
    submit_reply(city.seat("staff_housing"), reply.pk)
    pass_check(city.seat("supervisor"), reply.pk)
    assert set(Task.objects.values_list("owner_id", flat=True)) == {city.units["housing"].pk}


def test_an_open_extension_lapses_when_the_reply_arrives(city):
    from shangliang.submissions.actions.ask_extension import ask_extension
    from shangliang.submissions.models import Extension

    case = city.accepted(units=(("housing", "lead"),))
    row = city.assignment(case, "housing")
    ask_extension(city.seat("staff_housing"), row.pk, reason="难", by="1m")
    reply = city.reply(case, grades="A")
    submit_reply(city.seat("staff_housing"), reply.pk)
    pass_check(city.seat("supervisor"), reply.pk)
    assert Extension.objects.get().state == "lapsed"


def test_a_reply_begins_only_after_signing_and_only_by_the_unit(city):
    case = city.assigned()
    row = city.assignment(case, "housing")
    with pytest.raises(Refused, match="签收以后"):
        draft_reply(city.seat("staff_housing"), row.pk)
    accept(city.seat("staff_housing"), row.pk)
    with pytest.raises(Refused, match="只有该承办单位"):
        draft_reply(city.seat("staff_finance"), row.pk)
    draft_reply(city.seat("staff_housing"), row.pk)
    draft_reply(city.seat("staff_housing"), row.pk)
    assert Reply.objects.count() == 1
