"""Key listing, plan, honours and publication: who, when, and what is refused with which words."""

from datetime import timedelta

import pytest

from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.rulebooks import queries
from shangliang.submissions.actions.award import award
from shangliang.submissions.actions.list_as_key import list_as_key
from shangliang.submissions.actions.nominate import nominate
from shangliang.submissions.actions.publish import publish
from shangliang.submissions.actions.set_plan import set_plan
from shangliang.submissions.actions.unpublish import unpublish
from shangliang.submissions.models import Honour, Publication, Submission


def fresh(case):
    return Submission.objects.get(pk=case.pk)


def change_rules(city, **parts):
    """Local numbers differ: rewrite the fixture's rulebook."""
    body = city.rulebook.body
    for name, value in parts.items():
        body[name] = body[name] | value
    city.rulebook.save()
    queries._parsed.clear()


def test_a_key_proposal_has_a_leader_of_the_chairpersons_meeting_and_a_plan(city):
    case = city.assigned()
    leader = city.people["leader"].pk
    list_as_key(city.seat("clerk"), case.pk, leader=leader, decided_on=today())
    set_plan(city.seat("leader"), case.pk, plan="十月前实地看三个小区。", agreed_on=today())
    case = fresh(case)
    assert case.key
    assert case.key_listing.leader_id == leader
    assert "三个小区" in case.key_listing.plan
    assert Event.objects.filter(case_id=case.pk, verb="proposal.list_as_key").exists()


def test_somebody_who_is_no_leader_cannot_lead_the_supervision(city):
    case = city.filed()
    with pytest.raises(Refused, match="主席、副主席或秘书长"):
        list_as_key(
            city.seat("clerk"), case.pk, leader=city.people["member"].pk, decided_on=today()
        )


def test_a_meeting_in_the_future_has_decided_nothing(city):
    case = city.filed()
    with pytest.raises(Refused, match="不能晚于今天"):
        list_as_key(
            city.seat("leader"),
            case.pk,
            leader=city.people["leader"].pk,
            decided_on=today() + timedelta(days=1),
        )


def test_key_proposals_are_no_more_than_the_rulebook_says(city):
    change_rules(city, award={"key_count": 1})
    leader = city.people["leader"].pk
    first, second = city.filed(), city.filed(who="member2")
    list_as_key(city.seat("clerk"), first.pk, leader=leader, decided_on=today())
    with pytest.raises(Refused, match="重点提案 1 件"):
        list_as_key(city.seat("clerk"), second.pk, leader=leader, decided_on=today())
    list_as_key(city.seat("clerk"), first.pk, leader=leader, decided_on=today(), way="实地察看")


def test_a_plan_needs_a_listing_first(city):
    with pytest.raises(Refused, match="先“列为重点”"):
        set_plan(city.seat("leader"), city.filed().pk, plan="去看")


def test_an_honour_is_nominated_with_a_reason_then_awarded_within_the_share(city):
    one, two = city.replied(), city.replied(who="member2")
    nominate(city.seat("clerk"), one.pk, reason="建议具体，已办成。")
    nominate(city.seat("supervisor"), two.pk, reason="办成了。")
    award(city.seat("leader"), one.pk)
    assert fresh(one).excellent
    assert Honour.objects.get(submission=one).state == "awarded"
    with pytest.raises(Refused, match="可评 1 件，已评 1 件"):
        award(city.seat("leader"), two.pk)


def test_a_candidate_is_named_once_a_year_and_never_without_reason(city):
    case = city.replied()
    with pytest.raises(Refused, match="推荐理由"):
        nominate(city.seat("clerk"), case.pk, reason="  ")
    nominate(city.seat("clerk"), case.pk, reason="好")
    with pytest.raises(Refused, match="已经推荐过"):
        nominate(city.seat("clerk"), case.pk, reason="好")


def test_nobody_awards_the_own_proposal(city):
    city.tie("member", "office", city.committee, "副主席")
    case = city.replied()
    nominate(city.seat("clerk"), case.pk, reason="好")
    with pytest.raises(Refused, match="须回避"):
        award(city.seat("member"), case.pk)


def test_an_award_without_a_nomination_is_refused(city):
    with pytest.raises(Refused, match="还没有人推荐"):
        award(city.seat("leader"), city.replied().pk)


def test_publication_needs_consent_a_secrecy_check_and_no_personal_numbers(city):
    case = city.replied()
    clerk = city.seat("clerk")
    with pytest.raises(Refused, match="保密审查"):
        publish(clerk, case.pk)
    Submission.objects.filter(pk=case.pk).update(situation="请拨打13800000000询问。")
    with pytest.raises(Refused, match="像电话或证件号"):
        publish(clerk, case.pk, checked=True)
    publish(clerk, case.pk, text="summary", summary="电梯管养", checked=True)
    Submission.objects.filter(pk=case.pk).update(consent_public=False)
    with pytest.raises(Refused, match="不同意公开"):
        publish(clerk, case.pk, checked=True)


def test_what_was_taken_down_may_be_opened_again(city):
    case, clerk = city.replied(), city.seat("clerk")
    publish(clerk, case.pk, checked=True)
    with pytest.raises(Refused, match="为什么撤下"):
        unpublish(clerk, case.pk, because="")
    unpublish(clerk, case.pk, because="单位要求复核")
    assert Publication.objects.get(submission=case).withdrawn_at
    with pytest.raises(Refused, match="没有公开"):
        unpublish(clerk, case.pk, because="再撤")
    publish(clerk, case.pk, checked=True)
    assert Publication.objects.get(submission=case).withdrawn_at is None


@pytest.mark.parametrize("verb", ["list_as_key", "set_plan", "nominate", "publish", "unpublish"])
def test_each_mark_has_a_form_page(city, client, verb):
    case = city.replied()
    client.force_login(city.account("clerk"))
    page = client.get(f"/do/proposal/{verb}/{case.pk}/")
    assert page.status_code == 200
    assert "<form" in page.content.decode()
