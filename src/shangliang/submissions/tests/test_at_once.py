"""Two people, or one person twice, at the same moment on one proposal: nothing lost, nothing twice."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from shangliang.actors.actions.edit_person import edit_person
from shangliang.demo.small import SmallCity, build_small_city
from shangliang.documents.actions.store import store
from shangliang.documents.models import Document
from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from shangliang.procedures.models import Clock
from shangliang.submissions.actions.ask_extension import ask_extension
from shangliang.submissions.actions.decline import decline
from shangliang.submissions.actions.draft_reply import draft_reply
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.grant_extension import grant_extension
from shangliang.submissions.actions.invite import invite
from shangliang.submissions.actions.pass_check import pass_check
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.review import review
from shangliang.submissions.actions.send_back import send_back
from shangliang.submissions.actions.sign import sign
from shangliang.submissions.actions.start import start
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.actions.urge import urge
from shangliang.submissions.models import CoSignature, Extension, Rating, Reply, Submission
from tests.at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
often = pytest.mark.parametrize("attempt", range(3))


@pytest.fixture
def town(transactional_db: None) -> SmallCity:
    return build_small_city()


def invited(town: SmallCity, *who: str) -> Submission:
    case = town.draft()
    return invite(town.seat("member"), case.pk, people=[town.people[w].pk for w in who])


def joint(town: SmallCity) -> Submission:
    """Signed by two, answered, waiting for both to rate."""
    case = invited(town, "member2")
    sign(town.seat("member2"), case.pk)
    town.draft = lambda *args, **kwargs: case  # type: ignore[method-assign]
    return town.replied()


def clocks_of(case: Submission, kind: str) -> list[Clock]:
    return list(Clock.objects.filter(case_type="submission", case_id=case.pk, kind=kind))


@often
def test_all_who_sign_at_once_are_named_and_the_limit_for_signing_is_met(town, attempt):
    signers = ("member2", "member3", "member4")
    case = invited(town, *signers)
    seats = [town.seat(who) for who in signers]
    assert at_once([lambda seat=seat: sign(seat, case.pk) for seat in seats]) == []
    case.refresh_from_db()
    assert case.signatures.filter(state=CoSignature.State.SIGNED).count() == 4
    assert case.proposer_names == f"{town.people['member'].name}等4人"
    [clock] = clocks_of(case, "cosign")
    assert clock.met_on
    assert list(verify(town.committee.pk)) == []


@often
def test_one_person_who_signs_twice_at_once_signs_once(town, attempt):
    case = invited(town, "member2", "member3")
    seat = town.seat("member2")
    refused = at_once([lambda: sign(seat, case.pk)] * 4)
    assert refused == ["这件没有请您会签，或者您已经答复过了。"] * 3
    assert Event.objects.filter(verb="proposal.sign").count() == 1


@often
def test_signing_and_declining_at_once_is_one_answer(town, attempt):
    case = invited(town, "member2", "member3")
    seat = town.seat("member2")
    refused = at_once([lambda: sign(seat, case.pk), lambda: decline(seat, case.pk)])
    assert len(refused) == 1
    row = case.signatures.get(person=town.people["member2"])
    verb = Event.objects.filter(about_id=row.pk, about_type="cosignature").latest("seq").verb
    assert (row.state, verb) in (("signed", "proposal.sign"), ("declined", "proposal.decline"))


@often
def test_two_who_rate_at_once_leave_the_right_headline_and_stop_the_clock_once(town, attempt):
    case = joint(town)
    first, other = town.seat("member"), town.seat("member2")
    seen = {"attitude": "satisfied", "text": "还没有看到期限"}
    refused = at_once(
        [
            lambda: rate(first, case.pk, result="satisfied", **seen),
            lambda: rate(other, case.pk, result="not", **seen),
        ]
    )
    assert refused == []
    case.refresh_from_db()
    assert Rating.objects.filter(submission=case).count() == 2
    worst = case.rules.rating.headline == "worst"
    assert case.satisfaction == ("not" if worst else "satisfied")
    [clock] = clocks_of(case, "rating")
    assert clock.met_on


@often
def test_one_who_rates_twice_at_once_has_rated_once(town, attempt):
    case = joint(town)
    seat = town.seat("member")
    refused = at_once([lambda: rate(seat, case.pk, attitude="satisfied", result="basically")] * 3)
    assert refused == ["这一轮您已经评过了。"] * 2
    [clock] = clocks_of(case, "rating")
    assert clock.running


@often
def test_an_extension_asked_twice_at_once_is_asked_once(town, attempt):
    case = town.accepted(units=(("housing", "lead"),))
    row = town.assignment(case, "housing")
    seat = town.seat("staff_housing")
    refused = at_once([lambda: ask_extension(seat, row.pk, reason="等资金下达", by="10d")] * 3)
    assert refused == ["已有一项延期申请等候答复。"] * 2
    assert Extension.objects.count() == 1


@often
def test_an_extension_granted_twice_at_once_moves_the_day_once(town, attempt):
    case = town.accepted(units=(("housing", "lead"),))
    row = town.assignment(case, "housing")
    ask_extension(town.seat("staff_housing"), row.pk, reason="等资金下达", by="10d")
    seat = town.seat("supervisor")
    assert len(at_once([lambda: grant_extension(seat, row.pk)] * 2)) == 1
    [clock] = clocks_of(case, "reply")
    assert clock.due_on - clock.first_due_on >= timedelta(days=10)
    assert clock.due_on == Extension.objects.get().granted_until


@often
def test_a_draft_opened_twice_at_once_is_one_draft(town, attempt):
    seat = town.seat("member")
    assert at_once([lambda: start(seat)] * 4) == []
    assert Submission.objects.count() == 1


@often
def test_a_draft_handed_in_twice_at_once_takes_one_serial(town, attempt):
    case, other = town.draft(), town.draft("member2")
    seat, second = town.seat("member"), town.seat("member2")
    presses = [lambda: submit(seat, case.pk)] * 4 + [lambda: submit(second, other.pk)]
    refused = at_once(presses)
    assert len(refused) == 3
    assert all("现在是“待审查”" in words for words in refused)
    assert sorted(Submission.objects.values_list("serial", flat=True)) == [1, 2]
    assert Event.objects.filter(verb="proposal.submit", case_id=case.pk).count() == 1


@often
def test_an_autosave_under_way_never_takes_a_submission_back(town, attempt):
    case = town.draft()
    seat = town.seat("member")
    text = "交上去之前最后改的一句。"
    refused = at_once(
        [lambda: submit(seat, case.pk)]
        + [lambda n=n: edit(seat, case.pk, fields={"analysis": f"{text}{n}"}) for n in range(4)]
    )
    after = Submission.objects.get(pk=case.pk)
    assert after.state == "submitted"
    assert after.serial == 1
    # Each edit either came before the submission, and counts, or was refused with words.
    assert after.revision == case.revision + 4 - len(refused)
    assert after.analysis.startswith(text) == (len(refused) < 4)


@often
def test_of_two_windows_that_save_at_once_one_is_told_so(town, attempt):
    case = town.draft()
    seat = town.seat("member")
    refused = at_once(
        [
            lambda n=n: edit(seat, case.pk, fields={"title": f"第{n}个"}, revision=case.revision)
            for n in range(3)
        ]
    )
    assert refused == ["这件在别处有更新的保存，已停止覆盖。"] * 2
    assert Submission.objects.get(pk=case.pk).revision == case.revision + 1


@often
def test_the_same_file_sent_twice_at_once_is_kept_once(town, attempt):
    case = town.draft()
    seat = town.seat("member")

    def send() -> None:
        store(seat, case, SimpleUploadedFile("说明.txt", "说明".encode()), "attachment")

    assert at_once([send] * 3) == []
    assert Document.objects.count() == 1


@often
def test_two_units_whose_replies_pass_at_once_complete_the_proposal(town, attempt):
    case = town.accepted(units=(("housing", "each"), ("finance", "each")))
    replies = [town.reply(case, unit) for unit in ("housing", "finance")]
    for unit, reply in zip(("housing", "finance"), replies, strict=True):
        submit_reply(town.seat(f"staff_{unit}"), reply.pk)
    seat = town.seat("supervisor")
    assert at_once([lambda pk=reply.pk: pass_check(seat, pk) for reply in replies]) == []
    case.refresh_from_db()
    assert case.state == "replied"
    assert len(clocks_of(case, "rating")) == 1


@often
def test_verbs_of_the_proposal_and_of_its_reply_never_wait_for_each_other(town, attempt):
    case = town.accepted(units=(("housing", "lead"),))
    reply = town.reply(case)
    submit_reply(town.seat("staff_housing"), reply.pk)
    seat = town.seat("supervisor")
    refused = at_once(
        [lambda: pass_check(seat, reply.pk)] + [lambda: urge(seat, case.pk, note="请抓紧")] * 3
    )
    assert len(refused) <= 3
    case.refresh_from_db()
    assert case.state == "replied"
    assert list(verify(town.committee.pk)) == []


@often
def test_a_reply_begun_twice_at_once_is_one_reply(town, attempt):
    case = town.accepted(units=(("housing", "lead"),))
    row = town.assignment(case, "housing")
    seat = town.seat("staff_housing")
    assert at_once([lambda: draft_reply(seat, row.pk)] * 3) == []
    assert Reply.objects.get().answers.count() == 2


@often
def test_two_alike_handed_in_again_at_once_find_each_other(town, attempt):
    cases = {"member": town.submitted(), "member2": town.submitted("member2")}
    for who, case in cases.items():
        send_back(town.seat("clerk"), case.pk, note="请补充数据。")
        edit(town.seat(who), case.pk, fields={"analysis": "补充了数据。"})
    acts = [lambda seat=town.seat(who), pk=case.pk: submit(seat, pk) for who, case in cases.items()]
    assert at_once(acts) == []
    assert set(Submission.objects.values_list("state", flat=True)) == {"submitted"}


@often
def test_correcting_a_person_never_waits_for_what_that_person_does(town, attempt):
    cases = [town.submitted(who) for who in ("member", "member2", "member3", "member4")]
    clerk = town.seat("clerk")
    acts = [
        lambda pk=c.pk: review(clerk, pk, class_code="society", opinion="拟立案") for c in cases
    ]
    acts += [
        lambda n=n: edit_person(clerk, town.people["clerk"].pk, phone=f"0000-{n}") for n in range(4)
    ]
    assert at_once(acts) == []
    assert list(verify(town.committee.pk)) == []
