"""The record of deeds: from facts, on a fair base, confirmed or contested with both versions kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from shangliang.activities.actions.correct_attendance import correct_attendance
from shangliang.activities.actions.tick import tick
from shangliang.activities.tests.helpers import back, closed, own, planned
from shangliang.deeds.actions.confirm_deed import confirm_deed
from shangliang.deeds.actions.confirm_record import confirm_record
from shangliang.deeds.actions.correct_contest import correct_contest
from shangliang.deeds.actions.open_contest import open_contest
from shangliang.deeds.actions.report_deed import report_deed
from shangliang.deeds.actions.save_statement import save_statement
from shangliang.deeds.blocks import Record, records
from shangliang.deeds.facts import gather
from shangliang.deeds.models import Contest, Deed, Statement
from shangliang.deeds.year import build
from shangliang.engines.points import Fact
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.models import Submission
from shangliang.tasks.models import Effect

pytestmark = pytest.mark.django_db
YEAR = today().year


def record(city, who="member", year=None):
    pk = city.people[who].pk
    year = year or YEAR
    return records(gather(city.committee.pk, year, [pk]), year, [pk])[pk]


def past(city, *present, invited=("member", "member2"), kind="meeting", days=2, told=10):
    row = back(planned(city, *invited, kind=kind), days, told=told)
    if present:
        people = [city.people[k].pk for k in present]
        tick(city.seat("organiser"), row.pk, people=people, at=row.starts_at)
    return closed(city, row)


def test_the_base_holds_only_what_one_was_told_of_in_time(city):
    past(city, "member")
    past(city)
    past(city, told=1)  # told a day before: drops from the base (E18)
    found = record(city)
    assert (found.n("attended"), found.base) == (1, 2)


def test_what_one_attended_counts_even_when_told_late(city):
    past(city, "member", told=1)
    assert record(city).n("attended") == 1


def test_proposals_filed_and_effects_verified_by_others_stand_in_their_blocks(city):
    case = city.filed()
    Submission.objects.filter(pk=case.pk).update(session=city.session)
    found = record(city)
    assert (found.n("proposal_submitted"), found.n("proposal_filed"), found.effects) == (1, 1, 0)
    effect = Effect.objects.create(
        committee=city.committee, about_type="submission", about_id=case.pk, case_type="submission",
        case_id=case.pk, doer=city.units["housing"], measure="停用台数", baseline="12", value="0",
        verdict="solved", entered_by=city.people["staff_housing"],
    )  # fmt: skip
    assert record(city).effects == 0  # the unit's own word is no effect
    effect.self_reported, effect.judged_at, effect.judge = (
        False,
        timezone.now(),
        city.people["supervisor"],
    )
    effect.save()
    assert record(city).effects == 1


def test_forty_empty_notes_never_lift_a_record_above_one_solved_proposal():
    """E15, word for word."""
    day = today()
    notes = Record(1, YEAR)
    notes.by_what["report_submitted"] = [
        Fact(1, "report_submitted", day, "voice", n) for n in range(40)
    ]
    solved = Record(2, YEAR)
    solved.by_what["effect"] = [Fact(2, "effect", day, "effect", 1)]
    assert solved.order_key > notes.order_key


def test_a_disputed_line_is_corrected_and_the_record_shows_both(city, client):
    """S-053: a member disputes a missing inspection, the office corrects it, the card updates."""
    row = past(city, "member2", kind="inspection")
    # not open to all: asked, no answer, not there - what one need not attend counts as free
    row2 = past(city)
    assert record(city).n("attended") == 0
    mine = own(city, row2, "member")
    contest = open_contest(
        city.seat("member"), year=YEAR, text="那天我在，签在纸上", shown="缺席：专题座谈",
        about_type="attendance", about_id=mine.pk,
    )  # fmt: skip
    confirm_record(city.seat("member"), year=YEAR)
    correct_attendance(city.seat("organiser"), mine.pk, outcome="present", reason="纸质签到表")
    client.force_login(city.account("organiser"))
    said = client.post(
        f"/do/contest/correct_contest/{contest.pk}/", {"answer": "已按纸质签到表更正"}, follow=True
    ).content.decode()
    assert "已更正：" in said
    assert "已已" not in said
    found = build(city.seat("member"), city.people["member"].pk, YEAR)
    assert found.record.n("attended") == 1
    assert found.changed == ["缺席：确认时 1，现在 0", "出席：确认时 0，现在 1"]
    client.force_login(city.account("member"))
    page = client.get(f"/deeds/{city.people['member'].pk}/{YEAR}/").content.decode()
    assert "已按纸质签到表更正" in page
    assert "缺席：确认时 1，现在 0" in page
    assert row.pk


def test_last_year_stands_beside_up_to_the_same_day(city):
    old = past(city, "member")
    shift = timedelta(days=366)
    type(old).objects.filter(pk=old.pk).update(
        starts_at=old.starts_at - shift, ends_at=old.ends_at - shift
    )
    found = build(city.seat("member"), city.people["member"].pk, YEAR)
    assert (found.record.n("attended"), found.last.n("attended")) == (0, 1)


def test_a_deed_of_ones_own_counts_only_when_the_office_confirmed_it(city):
    deed = report_deed(city.seat("member"), what="charity", title="义诊", on=today())
    assert record(city).n("charity") == 0
    with pytest.raises(Refused, match="提案委或专委会"):
        confirm_deed(city.seat("leader"), deed.pk)
    confirm_deed(city.seat("clerk"), deed.pk)
    assert record(city).n("charity") == 1
    assert Deed.objects.get().state == "confirmed"


def test_a_statement_too_short_to_hand_in_is_kept(city, client):
    client.force_login(city.account("member"))
    answer = client.post(f"/deeds/statement/{YEAR}/", {"text": "做了一些事", "act": "hand_in"})
    assert answer.status_code == 422
    assert Statement.objects.get().text == "做了一些事"
    save_statement(city.seat("member"), year=YEAR, text="做" * 60, hand_in=True)
    with pytest.raises(Refused, match="已经提交"):
        save_statement(city.seat("member"), year=YEAR, text="再改")


def test_the_statement_comes_as_word_and_pdf(city, client):
    past(city, "member")
    client.force_login(city.account("member"))
    pk = city.people["member"].pk
    assert client.get(f"/deeds/{pk}/{YEAR}/statement.docx").content[:2] == b"PK"
    assert client.get(f"/deeds/{pk}/{YEAR}/statement.pdf").content[:5] == b"%PDF-"


def test_the_record_of_another_member_stays_closed(city, client):
    client.force_login(city.account("member"))
    assert client.get(f"/deeds/{city.people['member2'].pk}/{YEAR}/").status_code == 403


def test_nobody_answers_ones_own_contest(city):
    city.tie("member", "organiser", city.committee)
    contest = open_contest(city.seat("member"), year=YEAR, text="不对")
    with pytest.raises(Refused, match="不能核自己的"):
        correct_contest(city.seat("member"), contest.pk, answer="改了")
    assert Contest.objects.get().state == "open"


def test_a_members_page_asks_a_fixed_number_of_questions(
    city, client, django_assert_max_num_queries
):
    for _ in range(6):
        past(city, "member")
    city.filed()
    client.force_login(city.account("member"))
    client.get(f"/deeds/{city.people['member'].pk}/{YEAR}/")
    with django_assert_max_num_queries(15):
        assert client.get(f"/deeds/{city.people['member'].pk}/{YEAR}/").status_code == 200


def test_the_list_of_members_asks_the_same_for_any_number(
    city, client, django_assert_max_num_queries
):
    past(city, "member", "member2")
    client.force_login(city.account("organiser"))
    client.get("/deeds/people/")
    with django_assert_max_num_queries(12):
        page = client.get("/deeds/people/").content.decode()
    assert "不排名次" in page


def test_a_homework_sheet_shows_two_of_three_done_with_links(city, client):
    """S-054: one proposal, one deed confirmed, no research yet; the numbers are the office's."""
    from shangliang.deeds.actions.adopt_table import adopt_table
    from shangliang.deeds.presets import load

    case = city.filed()
    deed = report_deed(city.seat("member"), what="charity", title="义诊", on=today())
    confirm_deed(city.seat("clerk"), deed.pk)
    pk = city.people["member"].pk
    found = build(city.seat("member"), pk, YEAR)
    assert (found.homework_done, len(found.homework)) == (2, 3)
    essay = next(w for w in found.homework if w.name == "作文")
    assert essay.done[0][1] == f"/proposals/{case.pk}/"
    adopt_table(
        city.seat("organiser"),
        year=YEAR,
        body=load("minhang") | {"homework": {"work": 0, "essay": 2, "task": 1}},
    )
    found = build(city.seat("member"), pk, YEAR)
    assert (found.homework_done, len(found.homework)) == (1, 2)
    client.force_login(city.account("member"))
    assert "三作" in client.get(f"/deeds/{pk}/{YEAR}/").content.decode()
