"""Joint proposals: inviting, signing, declining, seconding; unsigned names drop at filing."""

import pytest

from shangliang.journal.models import Event
from shangliang.notices.models import Notice
from shangliang.procedures.clocks import running
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.decline import decline
from shangliang.submissions.actions.discard import discard
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.file import file
from shangliang.submissions.actions.invite import invite
from shangliang.submissions.actions.pass_on import pass_on
from shangliang.submissions.actions.review import review
from shangliang.submissions.actions.second import second
from shangliang.submissions.actions.sign import sign
from shangliang.submissions.actions.start import start
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.actions.undo import undo
from shangliang.submissions.actions.uninvite import uninvite
from shangliang.submissions.models import CoSignature, Submission
from shangliang.submissions.queries import visible


def ids(city, *who):
    return [city.people[w].pk for w in who]


def invited(city, *who):
    case = city.draft()
    invite(city.seat("member"), case.pk, people=ids(city, *who))
    return Submission.objects.get(pk=case.pk)


def states(case):
    return dict(case.signatures.values_list("person__name", "state"))


def test_an_invitation_starts_the_clock_and_tells_the_invited(city):
    case = invited(city, "member2", "member3")
    assert running(case, "cosign").count() == 1
    told = Notice.objects.filter(kind="proposal.invite").values_list("to_id", flat=True)
    assert sorted(told) == sorted(ids(city, "member2", "member3"))
    assert Notice.objects.filter(kind="proposal.invite", url=f"/proposals/{case.pk}/sign/").exists()


def test_the_invited_sees_the_draft_and_nobody_else_does(city):
    case = invited(city, "member2")
    assert visible(city.seat("member2")).filter(pk=case.pk).exists()
    for who in ("member3", "clerk", "second", "supervisor", "leader", "admin", "staff_housing"):
        assert not visible(city.seat(who)).filter(pk=case.pk).exists(), who


def test_the_first_proposer_comes_first_and_names_follow_in_the_order_of_invitation(city):
    case = invited(city, "member3", "member2")
    rows = case.signatures.values_list("person_id", flat=True)
    assert list(rows) == ids(city, "member", "member3", "member2")
    assert case.proposer_names == "林一舟等3人"


def test_signing_remembers_which_text_was_signed(city):
    case = invited(city, "member2")
    sign(city.seat("member2"), case.pk, revision=case.revision)
    row = case.signatures.get(person=city.people["member2"])
    assert (row.state, row.revision) == ("signed", case.revision)
    assert not running(case, "cosign").exists()


def test_a_text_changed_after_it_was_opened_is_not_signed_unread(city):
    case = invited(city, "member2")
    edit(city.seat("member"), case.pk, fields={"title": "关于另一件事的提案"})
    with pytest.raises(Refused, match="又改过"):
        sign(city.seat("member2"), case.pk, revision=case.revision)
    assert states(case)["苏晚禾"] == "invited"


def test_signing_twice_is_refused(city):
    case = invited(city, "member2")
    sign(city.seat("member2"), case.pk)
    with pytest.raises(Refused, match="已经答复过"):
        sign(city.seat("member2"), case.pk)


def test_declining_closes_the_draft_to_the_one_who_declined(city):
    case = invited(city, "member2")
    decline(city.seat("member2"), case.pk)
    assert states(case)["苏晚禾"] == "declined"
    assert not visible(city.seat("member2")).filter(pk=case.pk).exists()
    with pytest.raises(Refused, match="已谢绝会签，不再邀请"):
        invite(city.seat("member"), case.pk, people=ids(city, "member2"))


def test_a_wrong_invitation_is_taken_back_and_the_draft_is_closed_again(city):
    case = invited(city, "member2")
    uninvite(city.seat("member"), case.pk, person=city.people["member2"].pk)
    assert not visible(city.seat("member2")).filter(pk=case.pk).exists()
    assert not running(case, "cosign").exists()
    with pytest.raises(Refused, match="已经答复，或没有邀请过"):
        uninvite(city.seat("member"), case.pk, person=city.people["member2"].pk)


@pytest.mark.parametrize(
    "who, words",
    [
        ("member", "就是第一提案人"),
        ("clerk", "本届委员名册"),
        ("staff_housing", "本届委员名册"),
    ],
)
def test_only_current_members_other_than_the_proposer_are_invited(city, who, words):
    with pytest.raises(Refused, match=words):
        invited(city, who)


def test_a_person_of_another_committee_is_not_invited(city):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="lin-")
    case = city.draft()
    with pytest.raises(Refused, match="本届委员名册"):
        invite(city.seat("member"), case.pk, people=[other.people["member2"].pk])


def test_inviting_the_same_member_twice_is_refused_and_asks_once(city):
    case = invited(city, "member2")
    with pytest.raises(Refused, match="已经在邀请名单"):
        invite(city.seat("member"), case.pk, people=ids(city, "member2"))
    assert Notice.objects.filter(kind="proposal.invite").count() == 1


def test_only_the_author_invites(city):
    case = invited(city, "member2")
    with pytest.raises(Refused, match="只有提案人"):
        invite(city.seat("member2"), case.pk, people=ids(city, "member3"))


def test_who_has_not_signed_drops_at_filing_and_the_last_one_leaves_an_individual_proposal(city):
    case = invited(city, "member2")
    submit(city.seat("member"), case.pk)
    assert Submission.objects.get(pk=case.pk).nature == "joint"
    review(
        city.seat("clerk"),
        case.pk,
        class_code="society",
        units=[(city.units["housing"].pk, "lead")],
    )
    pass_on(city.seat("clerk"), case.pk)
    file(city.seat("second"), case.pk)
    case.refresh_from_db()
    assert states(case)["苏晚禾"] == "dropped"
    assert (case.nature, case.proposer_names) == ("individual", "林一舟")
    assert not running(case, "cosign").exists()
    undo(city.seat("second"), case.pk)
    assert states(case)["苏晚禾"] == "invited"
    assert running(case, "cosign").exists()


def test_a_decline_after_handing_in_leaves_an_individual_proposal(city):
    case = invited(city, "member2")
    submit(city.seat("member"), case.pk)
    decline(city.seat("member2"), case.pk)
    case.refresh_from_db()
    assert (case.nature, case.proposer_names) == ("individual", "林一舟")


def test_who_signed_an_earlier_text_is_told_at_handing_in(city):
    case = invited(city, "member2", "member3")
    sign(city.seat("member2"), case.pk)
    edit(city.seat("member"), case.pk, fields={"analysis": "后来又补了一段原因。"})
    sign(city.seat("member3"), case.pk)
    submit(city.seat("member"), case.pk)
    told = Notice.objects.filter(kind="proposal.changed").values_list("to_id", flat=True)
    assert list(told) == ids(city, "member2")


def test_a_clerk_enters_paper_signatures_and_they_are_marked(city):
    clerk = city.seat("clerk")
    case = start(clerk, author_id=city.people["member"].pk)
    invite(clerk, case.pk, people=ids(city, "member2"), on_paper=True)
    rows = list(case.signatures.values_list("state", "on_paper"))
    assert rows == [("signed", True), ("signed", True)]
    assert not running(case, "cosign").exists()
    assert not Notice.objects.filter(kind="proposal.invite").exists()


def test_a_member_cannot_enter_paper_signatures(city):
    case = city.draft()
    with pytest.raises(Refused, match="纸面签名"):
        invite(city.seat("member"), case.pk, people=ids(city, "member2"), on_paper=True)


def test_a_body_does_not_invite_co_signers(city):
    case = start(city.seat("drafter"), body_id=city.bodies["party"].pk)
    with pytest.raises(Refused, match="以单位名义"):
        invite(city.seat("drafter"), case.pk, people=ids(city, "member2"))


def test_seconding_is_open_while_the_proposer_allows_it_and_once_a_person(city):
    case = city.filed()
    second(city.seat("member2"), case.pk)
    with pytest.raises(Refused, match="提案人或附议人之列"):
        second(city.seat("member2"), case.pk)
    with pytest.raises(Refused, match="提案人或附议人之列"):
        second(city.seat("member"), case.pk)
    assert case.signatures.filter(role=CoSignature.Role.SECOND).count() == 1
    Submission.objects.filter(pk=case.pk).update(may_second=False)
    with pytest.raises(Refused, match="没有开放附议"):
        second(city.seat("member3"), case.pk)


def test_who_wrote_or_sealed_a_bodys_proposal_does_not_second_it(city):
    case = start(city.seat("drafter"), body_id=city.bodies["party"].pk)
    case.drafter, case.approver, case.state = (
        city.people["member2"],
        city.people["member3"],
        "submitted",
    )
    case.save()
    for name in ("member2", "member3"):
        with pytest.raises(Refused, match="提案人或附议人之列"):
            second(city.seat(name), case.pk)


def test_a_discarded_draft_takes_its_invitations_along(city):
    case = invited(city, "member2")
    discard(city.seat("member"), case.pk)
    assert states(case)["苏晚禾"] == "dropped"
    assert not running(case).exists()
    assert not visible(city.seat("member2")).filter(pk=case.pk).exists()


def test_each_answer_is_one_event_without_personal_text(city):
    case = invited(city, "member2", "member3")
    sign(city.seat("member2"), case.pk)
    decline(city.seat("member3"), case.pk)
    verbs = list(Event.objects.filter(case_id=case.pk).values_list("verb", flat=True))
    assert verbs.count("proposal.invite") == verbs.count("proposal.sign") == 1
    assert verbs.count("proposal.decline") == 1
    for event in Event.objects.filter(case_id=case.pk):
        assert "苏晚禾" not in str(event.detail)
