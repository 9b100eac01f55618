"""What stands beside a consultation: quality, ideas, questions, marks, drafts."""

import pytest

from shangliang.actors.models import Actor
from shangliang.procedures.office_calendar import today
from shangliang.procedures.seat import Seat
from shangliang.procedures.verdicts import Refused
from shangliang.topics.actions.add_idea import add_idea
from shangliang.topics.actions.answer_question import answer_question
from shangliang.topics.actions.ask_expert import ask_expert
from shangliang.topics.actions.ask_question import ask_question
from shangliang.topics.actions.choose_idea import choose_idea
from shangliang.topics.actions.edit_result import edit_result
from shangliang.topics.actions.hand_in_review import hand_in_review
from shangliang.topics.actions.marking import mark_three
from shangliang.topics.actions.rating import rate_quality
from shangliang.topics.actions.say_clear import say_clear
from shangliang.topics.actions.show_publicly import show_publicly
from shangliang.topics.actions.vote_idea import vote_idea
from shangliang.topics.models import Consultation, Idea, Party, Question, Rater, Result
from shangliang.topics.presets import marks, rubric

from . import stages

pytestmark = pytest.mark.django_db
FOUR = {m.key: 4 for m in marks()}


def people(city, case: Consultation, count: int) -> list[Seat]:
    """More registered people on the list."""
    found = []
    for n in range(count):
        who = Actor.objects.create(
            committee=city.committee, kind=Actor.Kind.PERSON, name=f"到会{n}"
        )
        Party.objects.create(
            committee_id=case.committee_id,
            consultation=case,
            side="asks",
            actor=who,
            name=who.name,
            came=True,
        )
        found.append(Seat(committee_id=case.committee_id, person_id=who.pk))
    return found


def test_quality_is_hidden_below_five_and_shown_in_steps_of_five(city, client):
    case = stages.held(city)
    seats = people(city, case, 6)
    client.force_login(city.account("organiser"))
    for seat in seats[:4]:
        rate_quality(seat, case.pk, points=FOUR)
    page = client.get(case.get_absolute_url()).content.decode()
    assert "已有 4 人评过" in page
    assert "言之有理" not in page
    rate_quality(seats[4], case.pk, points=FOUR | {"reason": 3})
    assert "言之有理" in client.get(case.get_absolute_url()).content.decode()
    rate_quality(seats[5], case.pk, points=dict.fromkeys(FOUR, 1))
    case.refresh_from_db()
    assert case.quality["n"] == 6
    assert case.quality["shown"] == {
        "n": 5,
        "mean": {"reason": 3.8, "matter": 4.0, "measure": 4.0, "warmth": 4.0},
    }


def test_who_has_rated_is_known_and_how_is_not_and_once_is_enough(city):
    case = stages.held(city)
    (seat,) = people(city, case, 1)
    rate_quality(seat, case.pk, points=FOUR)
    assert {f.name for f in Rater._meta.fields} == {"id", "committee", "consultation", "person"}
    with pytest.raises(Refused, match="一人一次"):
        rate_quality(seat, case.pk, points=FOUR)
    with pytest.raises(Refused, match="参加了这次协商"):
        rate_quality(city.seat("member4"), case.pk, points=FOUR)


def test_ideas_get_three_votes_each_and_the_best_gets_an_owner(city, client):
    case = stages.held(city, "three")
    seats = people(city, case, 3)
    rows = [add_idea(seats[0], case.pk, text=f"车位错时共享之{n}") for n in range(4)]
    for seat in seats:
        for row in rows[:3]:
            vote_idea(seat, case.pk, idea=row.pk)
    with pytest.raises(Refused, match="每人 3 票"):
        vote_idea(seats[0], case.pk, idea=rows[3].pk)
    vote_idea(seats[0], case.pk, idea=rows[2].pk)  # taken back
    vote_idea(seats[0], case.pk, idea=rows[3].pk)
    assert list(Idea.objects.values_list("votes", flat=True)) == [3, 3, 2, 1]
    unit = city.units["housing"].pk
    choose_idea(city.seat("organiser"), case.pk, idea=rows[0].pk, owner=unit, due_on=today())
    point = case.points.get(text=rows[0].text)
    assert (point.kind, point.owner_id, point.due_on) == ("agreed", unit, today())
    client.force_login(city.account("organiser"))
    assert "来做" in client.get(f"/consultations/{case.pk}/ideas/").content.decode()


def test_a_form_without_brainstorming_has_no_idea_board(city):
    case = stages.held(city)
    with pytest.raises(Refused, match="没有头脑风暴"):
        add_idea(city.seat("organiser"), case.pk, text="车位错时共享")


def public(city) -> Consultation:
    case = stages.recorded(city, "council")
    show_publicly(city.seat("convenor"), case.pk)
    return case


def test_an_answer_that_is_not_clear_goes_back_once_and_the_second_cites_its_rule(city, client):
    case = public(city)
    page = client.post(f"/councils/{case.pk}/ask/", {"text": "夜里停到几点要开走？"})
    row = Question.objects.get()
    assert page.url == f"/q/{row.public_code}/?new=1"
    seat, nobody = city.seat("convenor"), Seat(committee_id=city.committee.pk)
    with pytest.raises(Refused, match="依据哪里"):
        answer_question(seat, row.pk, answer="早上七点以前都要开走。", source="")
    answer_question(seat, row.pk, answer="早上七点以前开走就行。", source="机关事务中心通知")
    client.post(f"/q/{row.public_code}/", {"clear": "no", "unclear": "周末也是七点吗"})
    row.refresh_from_db()
    assert row.state == "unclear"
    with pytest.raises(Refused, match="哪一条"):
        answer_question(seat, row.pk, answer="周末可以停到晚上八点。", source="通知上写着")
    answer_question(seat, row.pk, answer="周末可以停到晚上八点。", source="《夜间开放办法》第三条")
    say_clear(nobody, code=row.public_code, clear=True)
    row.refresh_from_db()
    assert (row.state, row.answers) == ("clear", 2)
    shown = client.get(f"/councils/{case.pk}/").content.decode()
    assert "《夜间开放办法》第三条" in shown
    assert "提问的人说明白了" in shown


def test_twice_unclear_is_said_openly(city):
    case = public(city)
    nobody = Seat(committee_id=city.committee.pk)
    row = ask_question(nobody, consultation=case.pk, text="谁来管收费？")
    for source in ("通知", "《办法》第二条"):
        answer_question(
            city.seat("convenor"), row.pk, answer="由机关事务中心负责管理。", source=source * 2
        )
        say_clear(nobody, code=row.public_code, clear=False, unclear="还是不清楚")
    row.refresh_from_db()
    assert row.state == "open"


@pytest.mark.parametrize("text", ["短", "长" * 301, "绝密★ 的事"])
def test_a_question_is_refused_with_what_to_mend_and_stays_typed(city, client, text):
    case = public(city)
    page = client.post(f"/councils/{case.pk}/ask/", {"text": text})
    assert page.status_code == 422
    assert text in page.content.decode()
    assert not Question.objects.exists()


def test_nothing_can_be_asked_of_what_is_not_public(city, client):
    case = stages.recorded(city)
    assert client.post(f"/councils/{case.pk}/ask/", {"text": "谁来管收费？"}).status_code == 404


def test_two_experts_marks_and_their_difference_stand_on_the_result(city, client):
    result = stages.drafted(city)
    office, nobody = city.seat("organiser"), Seat(committee_id=city.committee.pk)
    for name, mark in (("林教授", 4), ("方教授", 2)):
        review = ask_expert(office, result.pk, expert=name, until=today())
        hand_in_review(
            nobody,
            code=review.public_code,
            remarks=[("", "数据要补")],
            points={r.key: mark for r in rubric()},
        )
    client.force_login(city.account("organiser"))
    page = client.get(f"/results/{result.pk}/").content.decode()
    assert "2、4" in page
    assert "精准性" in page


def test_a_draft_experts_saw_is_kept_and_compared_with_the_next(city, client):
    result = stages.drafted(city)
    office = city.seat("organiser")
    ask_expert(office, result.pk, expert="林教授", until=today())
    edit_result(
        office,
        result.pk,
        title=result.title,
        body="一、情况\n夜里停车难，白天车位空着。",
        addressees="市委办公室",
    )
    assert Result.objects.get(pk=result.pk).revision == 2
    client.force_login(city.account("organiser"))
    page = client.get(f"/results/{result.pk}/drafts/").content.decode()
    assert "<del>" in page
    assert "<ins>" in page
    assert "第 1 稿到第 2 稿" in page


def test_the_three_marks_are_given_by_a_reader_never_by_the_writer(city, client):
    result = stages.issued(city)
    with pytest.raises(Refused):
        mark_three(city.seat("organiser"), result.pk, to_point=3, critical=3, note="自己看着好")
    mark_three(city.seat("leader"), result.pk, to_point=3, critical=2, note="抓住了夜间开放")
    client.force_login(city.account("leader"))
    page = client.get(f"/results/{result.pk}/").content.decode()
    assert "抓住了夜间开放" in page


def test_the_calendar_of_decisions_says_what_comes_in_time(city, client):
    result = stages.issued(city)
    Result.objects.filter(pk=result.pk).update(decision="停车条例二审", decision_on=today())
    client.force_login(city.account("organiser"))
    assert "停车条例二审" in client.get("/topics/decisions/").content.decode()
