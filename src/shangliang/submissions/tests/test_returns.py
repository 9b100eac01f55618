"""申退、改办、取消: a wrong assignment is contested within the limit and rerouted (S-185)."""

from datetime import timedelta

import pytest

from shangliang.notices.models import Notice
from shangliang.procedures.clocks import running
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.accept import accept
from shangliang.submissions.actions.ask_return import ask_return
from shangliang.submissions.actions.draft_reply import draft_reply
from shangliang.submissions.actions.drop import drop
from shangliang.submissions.actions.edit_reply import edit_reply
from shangliang.submissions.actions.grant_return import grant_return
from shangliang.submissions.actions.pass_check import pass_check
from shangliang.submissions.actions.reassign import reassign
from shangliang.submissions.actions.refuse_return import refuse_return
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.models import Assignment, Reply


def contested(city, unit="housing", better="civil", **kwargs):
    case = city.assigned(**kwargs)
    row = city.assignment(case, unit)
    ask_return(
        city.seat(f"staff_{unit}"),
        row.pk,
        reason_code="not_ours",
        reason="职责在民政部门。",
        better_unit=city.units[better].pk if better else None,
    )
    return case, row


def kinds(row):
    return set(running(row).values_list("kind", flat=True))


def test_a_wrong_assignment_is_contested_and_rerouted_with_the_clocks_of_the_new_unit(city):
    case, row = contested(city)
    grant_return(city.seat("supervisor"), row.pk, new_unit=city.units["civil"].pk)
    row.refresh_from_db()
    case.refresh_from_db()
    new = city.assignment(case, "civil")
    assert (row.state, new.state, new.role) == ("returned", "issued", "lead")
    assert kinds(row) == set()
    assert kinds(new) == {"sign", "return", "reply"}
    assert not Clock.objects.filter(about_id=row.pk, met_on__isnull=True, dropped_on__isnull=True)
    assert case.lead_names == "市民政局"
    told = Notice.objects.filter(to=city.people["staff_civil"], kind="proposal.assign")
    assert told.count() == 1


def test_the_new_unit_is_found_by_pinyin_and_named_in_the_story(city, client):
    case, row = contested(city)
    client.force_login(city.account("supervisor"))
    page = client.get(f"/do/assignment/grant_return/{row.pk}/").content.decode()
    assert "data-unit-pick" in page
    keys = page.split('id="unit-keys"')[1].split("</script>")[0]
    assert "mzj" in keys
    grant_return(city.seat("supervisor"), row.pk, new_unit=city.units["civil"].pk)
    assert "改由市民政局办" in client.get(f"/proposals/{case.pk}/").content.decode()


def test_late_requests_are_not_accepted(city):
    case = city.assigned()
    row = city.assignment(case, "housing")
    running(row, "return").update(due_on=today() - timedelta(days=1))
    with pytest.raises(Refused, match="申退期限已过，逾期不受理"):
        ask_return(city.seat("staff_housing"), row.pk, reason_code="not_ours", reason="晚了。")


def test_a_return_names_a_reason_of_the_rulebook_and_another_unit(city):
    case = city.assigned()
    row = city.assignment(case, "housing")
    seat = city.seat("staff_housing")
    for data, words in (
        ({"reason_code": "made_up", "reason": "x"}, "请选申退的情形"),
        ({"reason_code": "not_ours", "reason": "  "}, "请写明申退的理由"),
        (
            {
                "reason_code": "not_ours",
                "reason": "x",
                "better_unit": city.units["housing"].pk,
            },
            "就是本单位",
        ),
        ({"reason_code": "not_ours", "reason": "x", "better_unit": 10**9}, "名册"),
    ):
        with pytest.raises(Refused, match=words):
            ask_return(seat, row.pk, **data)
    row.refresh_from_db()
    assert row.state == "issued"


def test_a_refused_return_is_handled_and_not_asked_again(city):
    case, row = contested(city)
    with pytest.raises(Refused, match="为什么"):
        refuse_return(city.seat("supervisor"), row.pk, answer="")
    refuse_return(city.seat("supervisor"), row.pk, answer="职责清单第三条属贵局。")
    row.refresh_from_db()
    assert row.state == "accepted"
    assert row.signed_at is not None
    assert kinds(row) == {"reply", "first_contact"}
    with pytest.raises(Refused, match="已答复“不同意”"):
        ask_return(city.seat("staff_housing"), row.pk, reason_code="not_ours", reason="再说一次")
    assert draft_reply(city.seat("staff_housing"), row.pk).state == "draft"


def test_a_return_may_not_leave_the_proposer_without_an_answer(city):
    case, row = contested(city)
    with pytest.raises(Refused, match="没有单位答复提案人"):
        grant_return(city.seat("supervisor"), row.pk)
    row.refresh_from_db()
    assert row.state == "contested"


def test_a_co_unit_leaves_without_a_successor_and_the_lead_handles_alone(city):
    case, row = contested(city, unit="finance", better=None)
    grant_return(city.seat("supervisor"), row.pk)
    lead = city.assignment(case, "housing")
    assert lead.role == "sole"
    assert "co_opinion" not in set(
        Clock.objects.filter(case_id=case.pk, dropped_on__isnull=True).values_list(
            "kind", flat=True
        )
    )


def test_a_co_unit_is_promoted_and_its_limit_becomes_the_lead_s(city):
    case, row = contested(city, better="finance")
    grant_return(city.seat("supervisor"), row.pk, new_unit=city.units["finance"].pk)
    co = city.assignment(case, "finance")
    assert co.role == "sole"
    assert "reply" in kinds(co)
    assert "co_opinion" not in kinds(co)


def test_the_unit_itself_may_not_pass_the_matter_on(city):
    case, row = contested(city)
    with pytest.raises(Refused, match="只有交办督办机构"):
        grant_return(city.seat("staff_housing"), row.pk, new_unit=city.units["civil"].pk)


def test_reassign_changes_parts_and_keeps_what_stays(city):
    case = city.accepted()
    unit = {k: u.pk for k, u in city.units.items()}
    reassign(
        city.seat("supervisor"),
        case.pk,
        units=[(unit["finance"], "lead"), (unit["market"], "co")],
    )
    case.refresh_from_db()
    rows = {a.unit_id: a for a in Assignment.objects.filter(submission=case)}
    assert rows[unit["housing"]].state == "dropped"
    assert kinds(rows[unit["housing"]]) == set()
    assert (rows[unit["finance"]].role, rows[unit["finance"]].state) == ("lead", "accepted")
    assert "reply" in kinds(rows[unit["finance"]])
    assert (rows[unit["market"]].role, rows[unit["market"]].state) == ("co", "issued")
    assert case.lead_names == "市财政局"
    with pytest.raises(Refused, match="没有变化"):
        reassign(
            city.seat("supervisor"),
            case.pk,
            units=[(unit["finance"], "lead"), (unit["market"], "co")],
        )


def test_a_reply_of_a_unit_that_was_let_go_is_never_delivered(city):
    case = city.accepted(units=(("housing", "lead"),))
    reply = city.reply(case)
    submit_reply(city.seat("staff_housing"), reply.pk)
    reassign(city.seat("supervisor"), case.pk, units=[(city.units["civil"].pk, "lead")])
    with pytest.raises(Refused, match="不再承办"):
        pass_check(city.seat("supervisor"), reply.pk)
    assert not running(reply).exists()


def test_cancelling_the_only_answering_unit_is_refused(city):
    case = city.accepted()
    with pytest.raises(Refused, match="唯一答复提案人的单位"):
        drop(city.seat("supervisor"), city.assignment(case, "housing").pk, note="不用了")


def test_cancelling_the_last_open_unit_of_several_makes_the_proposal_replied(city):
    case = city.accepted(units=(("housing", "each"), ("finance", "each")))
    for unit in ("housing",):
        reply = city.reply(case, unit)
        submit_reply(city.seat(f"staff_{unit}"), reply.pk)
        pass_check(city.seat("supervisor"), reply.pk)
    case.refresh_from_db()
    assert case.state == "handling"
    drop(
        city.seat("supervisor"), city.assignment(case, "finance").pk, note="事项已由住建局一并办结"
    )
    case.refresh_from_db()
    assert case.state == "replied"
    assert case.grade == "B"
    assert running(case, "rating").exists()


def test_a_unit_that_becomes_a_co_unit_keeps_its_draft_as_an_opinion(city):
    case = city.accepted(units=(("housing", "lead"),))
    seat = city.seat("staff_housing")
    reply = draft_reply(seat, city.assignment(case, "housing").pk)
    ask = reply.answers.first().recommendation_id
    edit_reply(seat, reply.pk, fields={}, answers=[{"ask": ask, "text": "我局意见。"}])
    reassign(
        city.seat("supervisor"),
        case.pk,
        units=[(city.units["civil"].pk, "lead"), (city.units["housing"].pk, "co")],
    )
    reply = Reply.objects.get(pk=reply.pk)
    assert (reply.kind, reply.state) == ("opinion", "draft")
    assert reply.answers.get(recommendation=ask).text == "我局意见。"


def test_a_new_unit_signs_and_goes_on(city):
    case, row = contested(city)
    grant_return(city.seat("supervisor"), row.pk, new_unit=city.units["civil"].pk)
    new = accept(city.seat("staff_civil"), city.assignment(case, "civil").pk)
    assert new.state == "accepted"


def test_the_story_says_who_handles_it_after_a_reassignment(city, client):
    case = city.assigned(units=(("housing", "lead"),))
    units = [(city.units["housing"].pk, "lead"), (city.units["finance"].pk, "co")]
    reassign(city.seat("supervisor"), case.pk, units=units)
    client.force_login(city.account("supervisor"))
    page = client.get(f"/proposals/{case.pk}/").content.decode()
    assert "主办市住建局；会办市财政局。" in page
