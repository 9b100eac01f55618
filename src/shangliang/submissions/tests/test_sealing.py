"""Collective proposals: drafter and approver are two people (S-061, S-184); taking back, withdrawing."""

import pytest

from shangliang.notices.models import Notice
from shangliang.procedures.clocks import running
from shangliang.procedures.models import Clock
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.approve import approve
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.rate_service import rate_service
from shangliang.submissions.actions.refuse_approval import refuse_approval
from shangliang.submissions.actions.review import review
from shangliang.submissions.actions.send_back import send_back
from shangliang.submissions.actions.send_for_approval import send_for_approval
from shangliang.submissions.actions.start import start
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.actions.take_back import take_back
from shangliang.submissions.actions.withdraw import withdraw
from shangliang.submissions.models import Submission
from shangliang.submissions.remarks import last_remark


def collective(city, body="party"):
    case = start(city.seat("drafter"), body_id=city.bodies[body].pk)
    return edit(
        city.seat("drafter"),
        case.pk,
        fields={"title": "关于支持民营养老机构的提案", "situation": "走访 12 家。"},
        asks=[{"text": "请年内修订补贴办法。", "addressee": city.units["civil"].pk}],
    )


def fresh(case):
    return Submission.objects.get(pk=case.pk)


def test_a_collective_proposal_is_handed_in_by_its_approver_alone(city):
    case = collective(city)
    with pytest.raises(Refused, match="先送单位审签"):
        submit(city.seat("drafter"), case.pk)
    send_for_approval(city.seat("drafter"), case.pk)
    assert fresh(case).state == "approving"
    with pytest.raises(Refused, match="审签人"):
        approve(city.seat("drafter"), case.pk)
    approve(city.seat("approver"), case.pk)
    case = fresh(case)
    assert (case.state, case.serial, case.approver) == ("submitted", 1, city.people["approver"])
    assert running(case, "review").count() == 1


def test_the_one_who_drafted_never_approves_even_as_head_of_the_body(city):
    city.tie("drafter", "heads", city.bodies["party"])
    case = collective(city)
    send_for_approval(city.seat("drafter"), case.pk)
    with pytest.raises(Refused, match="执笔人不能自己审签"):
        approve(city.seat("drafter"), case.pk)


def test_without_another_head_it_is_said_who_can_help(city):
    city.people["approver"].ties.all().delete()
    case = collective(city)
    with pytest.raises(Refused, match="管理员"):
        send_for_approval(city.seat("drafter"), case.pk)


def test_an_approver_gives_it_back_with_words_and_the_drafter_reads_them(city):
    case = collective(city)
    send_for_approval(city.seat("drafter"), case.pk)
    with pytest.raises(Refused, match="要改什么"):
        refuse_approval(city.seat("approver"), case.pk, note="  ")
    refuse_approval(city.seat("approver"), case.pk, note="第 1 条请写明补多少。")
    assert fresh(case).state == "draft"
    assert last_remark(case, "refuse_approval").text == "第 1 条请写明补多少。"
    told = Notice.objects.get(kind="proposal.refuse_approval")
    assert told.to == city.people["drafter"]


def test_a_text_changed_under_the_approver_is_not_sealed_unread(city):
    case = collective(city)
    send_for_approval(city.seat("drafter"), case.pk)
    with pytest.raises(Refused, match="又改过"):
        approve(city.seat("approver"), case.pk, revision=case.revision - 1)


def test_a_returned_collective_proposal_needs_its_seal_again(city):
    case = collective(city)
    send_for_approval(city.seat("drafter"), case.pk)
    approve(city.seat("approver"), case.pk)
    send_back(city.seat("clerk"), case.pk, note="请写明补贴标准。")
    with pytest.raises(Refused, match="先送单位审签"):
        submit(city.seat("drafter"), case.pk)
    send_for_approval(city.seat("drafter"), case.pk)
    assert fresh(case).approver is None


def test_a_member_does_not_send_an_individual_proposal_for_approval(city):
    case = city.draft()
    with pytest.raises(Refused, match="集体提案"):
        send_for_approval(city.seat("member"), case.pk)


def test_taking_back_keeps_the_serial_and_drops_the_review_clock(city):
    case = city.submitted()
    take_back(city.seat("member"), case.pk)
    assert fresh(case).state == "draft"
    clock = Clock.objects.get(case_id=case.pk, kind="review")
    assert clock.dropped_on
    assert clock.met_on is None
    submit(city.seat("member"), case.pk)
    assert fresh(case).serial == 1


def test_after_a_reviewer_has_written_it_cannot_be_taken_back(city):
    case = city.submitted()
    review(city.seat("clerk"), case.pk, opinion="先看看。")
    with pytest.raises(Refused, match="撤案"):
        take_back(city.seat("member"), case.pk)


def test_withdrawing_needs_words_and_keeps_the_number(city):
    case = city.filed()
    with pytest.raises(Refused, match="为什么撤案"):
        withdraw(city.seat("member"), case.pk, reason="")
    withdraw(city.seat("member"), case.pk, reason="单位已经办了。")
    case = fresh(case)
    assert (case.state, case.number) == ("withdrawn", 1)
    assert not running(case).exists()
    assert last_remark(case, "withdraw").text == "单位已经办了。"


def test_somebody_else_neither_withdraws_nor_takes_back(city):
    case = city.submitted()
    for act in (
        lambda s: withdraw(s, case.pk, reason="不该"),
        lambda s: take_back(s, case.pk),
    ):
        with pytest.raises(Refused, match="只有提案人"):
            act(city.seat("member2"))


def test_a_returned_proposal_keeps_the_window_it_first_came_in(city):
    from datetime import timedelta

    from django.utils import timezone

    case = city.submitted()
    assert fresh(case).window == "plenary"
    send_back(city.seat("clerk"), case.pk, note="请补数字。")
    case.session.cutoff_at = timezone.now() - timedelta(hours=1)
    case.session.save()
    submit(city.seat("member"), case.pk)
    assert fresh(case).window == "plenary"


def test_service_is_rated_once_and_a_low_score_says_why(city):
    case = city.filed()
    seat = city.seat("member")
    with pytest.raises(Refused, match="1 到 5"):
        rate_service(seat, case.pk, score=6)
    with pytest.raises(Refused, match="哪里不好"):
        rate_service(seat, case.pk, score=2)
    rate_service(seat, case.pk, score=4)
    with pytest.raises(Refused, match="已经评过"):
        rate_service(seat, case.pk, score=5)
    with pytest.raises(Refused, match="署名的提案人"):
        rate_service(city.seat("member2"), case.pk, score=5)
