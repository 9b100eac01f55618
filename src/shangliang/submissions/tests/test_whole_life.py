"""One proposal's whole life by its verbs, as the smallest true walk of the chain."""

import pytest

from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.close import close
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.rehandle import rehandle
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.models import Submission
from shangliang.tasks.models import Task


def test_a_proposal_walks_from_draft_to_closed_and_every_step_is_in_the_log(city):
    case = city.replied()
    assert case.state == "replied"
    assert case.number == 1
    assert Task.objects.filter(case_id=case.pk, kind="promise").count() == 1
    rate(city.seat("member"), case.pk, attitude="satisfied", result="satisfied")
    close(city.seat("clerk"), case.pk)
    case.refresh_from_db()
    assert case.state == "closed"
    verbs = list(Event.objects.filter(case_id=case.pk).values_list("verb", flat=True))
    for verb in (
        "proposal.submit",
        "proposal.file",
        "proposal.assign",
        "assignment.accept",
        "reply.pass_check",
        "proposal.rate",
        "proposal.close",
    ):
        assert verb in verbs
    assert list(verify(city.committee.pk)) == []


def test_not_satisfied_goes_back_once_and_then_closes(city):
    case = city.replied()
    rate(
        city.seat("member"), case.pk, attitude="satisfied", result="not", text="没有期限", redo=[2]
    )
    rehandle(city.seat("supervisor"), case.pk, asks=[2])
    case.refresh_from_db()
    assert (case.state, case.round) == ("handling", 2)
    reply = city.reply(case, grades="A")
    assert reply.answers.count() == 1
    submit_reply(city.seat("staff_housing"), reply.pk)


def test_a_reply_that_leaves_an_ask_unanswered_is_not_sent(city):
    case = city.accepted(units=(("housing", "lead"),))
    reply = city.reply(case)
    reply.answers.filter(recommendation__order=2).update(text="")
    with pytest.raises(Refused, match="还没有答：第 2 条"):
        submit_reply(city.seat("staff_housing"), reply.pk)


def test_submitting_twice_is_refused_and_takes_no_second_number(city):
    case = city.submitted()
    with pytest.raises(Refused, match="待审查"):
        submit(city.seat("member"), case.pk)
    assert Submission.objects.get(pk=case.pk).serial == 1
