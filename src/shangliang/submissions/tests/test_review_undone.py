"""What review takes back: undo, windows, withdrawal, two clerks at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from shangliang.procedures.clocks import running
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.allow_withdrawal import allow_withdrawal
from shangliang.submissions.actions.file import file
from shangliang.submissions.actions.pass_on import pass_on
from shangliang.submissions.actions.refuse_filing import refuse_filing
from shangliang.submissions.actions.review import review
from shangliang.submissions.actions.send_back import send_back
from shangliang.submissions.actions.set_window import set_window
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.actions.turn_to_report import turn_to_report
from shangliang.submissions.actions.undo import undo
from shangliang.submissions.models import Assignment, Remark, Submission

from .reviewed import fresh, told, with_rules, without_second_review


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
