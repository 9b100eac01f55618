"""知识竞赛: the server's clock, one sheet a person, an order of one's own, mistakes reviewed."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from shangliang.procedures.verdicts import Refused
from shangliang.study.actions.enter_quiz import enter_quiz
from shangliang.study.grading import shuffled
from shangliang.study.models import Drill, Quiz, QuizAnswer, QuizEntry
from shangliang.study.views.contest_sheet import in_order

from . import helpers
from .helpers import do, quiz, right_answers


def test_the_order_is_each_persons_own_and_always_the_same(city):
    row = quiz(city, helpers.bank(city, singles=12), open_=False)
    do(
        "quiz",
        "draw_questions",
        city.seat("organiser"),
        row,
        bank=row.questions.first().question.bank_id,
        single=9,
    )
    questions = list(row.questions.all())
    seen = []
    for who in ("member", "member2", "member"):
        entry = QuizEntry(quiz=row, person=city.people[who])
        seen.append(
            [(x["q"].pk, [o[0] for o in x["options"]]) for x in in_order(entry, questions, {})]
        )
    assert seen[0] == seen[2] != seen[1]
    assert sorted(q for q, _ in seen[0]) == sorted(q for q, _ in seen[1])
    assert shuffled([1, 2, 3], "a") == shuffled([3, 1, 2], "a")


def test_a_contest_is_begun_once(city):
    row = quiz(city)
    seat = city.seat("member")
    entry = enter_quiz(seat, quiz=row.pk)
    assert entry.ends_at - entry.started_at == timedelta(minutes=20)
    with pytest.raises(Refused, match="已经开始"):
        enter_quiz(seat, quiz=row.pk)
    assert QuizEntry.objects.count() == 1


def test_nobody_begins_before_or_after_the_servers_time(city):
    row = quiz(city)
    Quiz.objects.filter(pk=row.pk).update(starts_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(Refused, match="还没有开始"):
        enter_quiz(city.seat("member"), quiz=row.pk)
    Quiz.objects.filter(pk=row.pk).update(
        starts_at=timezone.now() - timedelta(hours=1), ends_at=timezone.now()
    )
    with pytest.raises(Refused, match="已经结束"):
        enter_quiz(city.seat("member"), quiz=row.pk)


def test_the_last_minutes_are_cut_by_the_end_of_the_contest(city):
    row = quiz(city)
    end = timezone.now() + timedelta(minutes=3)
    Quiz.objects.filter(pk=row.pk).update(ends_at=end)
    assert enter_quiz(city.seat("member"), quiz=row.pk).ends_at == end


def test_handed_in_once_with_its_score(city):
    row = quiz(city)
    seat = city.seat("member")
    entry = enter_quiz(seat, quiz=row.pk)
    full = sum(q.points for q in row.questions.all())
    done = do("quizentry", "hand_in", seat, entry, answers=right_answers(row, but=1))
    first = row.questions.first()
    assert (done.score, done.right, done.how) == (full - first.points, 5, "self")
    with pytest.raises(Refused):
        do("quizentry", "hand_in", seat, entry, answers=right_answers(row))
    entry.refresh_from_db()
    assert entry.score == full - first.points


def test_late_answers_are_refused_and_what_came_in_time_counts(city):
    row = quiz(city)
    seat = city.seat("member")
    entry = enter_quiz(seat, quiz=row.pk)
    first, *rest = row.questions.all()
    do("quizentry", "save_answers", seat, entry, answers={str(first.pk): first.answer})
    QuizEntry.objects.filter(pk=entry.pk).update(ends_at=timezone.now() - timedelta(seconds=30))
    with pytest.raises(Refused, match="按时送到的 1 题照算"):
        do("quizentry", "save_answers", seat, entry, answers=right_answers(row))
    done = do("quizentry", "hand_in", seat, entry, answers=right_answers(row))
    assert (done.score, done.right, done.how) == (first.points, 1, "clock")
    assert QuizAnswer.objects.count() == 1
    assert rest


def test_an_answer_may_be_changed_and_taken_back_until_the_end(city):
    row = quiz(city)
    seat = city.seat("member")
    entry = enter_quiz(seat, quiz=row.pk)
    q = row.questions.first()
    for given in ([0], [1], []):
        do("quizentry", "save_answers", seat, entry, answers={str(q.pk): given, "999999": [0]})
    assert QuizAnswer.objects.get().given == []
    assert do("quizentry", "hand_in", seat, entry).score == 0


def test_the_phones_message_counts_once_however_often_it_comes(city, client):
    row = quiz(city)
    client.force_login(city.account("member"))
    client.post(reverse("quiz", args=[row.pk]))
    url = reverse("quiz-save", args=[row.pk])

    def send(**said):
        return client.post(url, json.dumps(said), content_type="application/json")

    answers = right_answers(row)
    assert send(answers=answers).json()["left"] > 1000
    assert send(answers=answers, last=True).json() == {"done": True, "late": False}
    assert send(answers={}, last=True).json() == {"done": True, "again": True}
    assert send(answers={}).json() == {"done": True, "again": True}
    assert send(nothing=1).status_code == 422
    assert client.post(url, "{", content_type="application/json").status_code == 422
    entry = QuizEntry.objects.get()
    assert entry.right == 6


def test_without_a_script_the_form_hands_in(city, client):
    row = quiz(city)
    client.force_login(city.account("member"))
    client.post(reverse("quiz", args=[row.pk]))
    q = row.questions.first()
    page = client.get(reverse("quiz-sheet", args=[row.pk])).content.decode()
    assert q.text in page
    assert q.sentence not in page
    assert client.post(reverse("quiz-sheet", args=[row.pk]), {f"q{q.pk}": "1"}).status_code == 302
    assert QuizEntry.objects.get().right == 1
    assert client.get(reverse("quiz-sheet", args=[row.pk])).status_code == 302


def test_nobody_answers_for_somebody_else(city, client):
    row = quiz(city)
    entry = enter_quiz(city.seat("member"), quiz=row.pk)
    with pytest.raises(Refused, match="本人"):
        do("quizentry", "hand_in", city.seat("organiser"), entry, answers={})
    client.force_login(city.account("member2"))
    answer = client.post(
        reverse("quiz-save", args=[row.pk]),
        json.dumps({"answers": {}}),
        content_type="application/json",
    )
    assert answer.status_code == 409


def end(city, row):
    Quiz.objects.filter(pk=row.pk).update(ends_at=timezone.now() - timedelta(minutes=1))
    QuizEntry.objects.filter(quiz=row).update(ends_at=timezone.now() - timedelta(minutes=1))
    do("quiz", "close_quiz", city.seat("organiser"), row)


def test_sheets_left_open_count_by_the_clock_and_mistakes_go_into_ones_own_book(city):
    row = quiz(city)
    for who, but in (("member", 2), ("member2", 0)):
        seat = city.seat(who)
        entry = enter_quiz(seat, quiz=row.pk)
        do("quizentry", "save_answers", seat, entry, answers=right_answers(row, but=but))
    assert not Drill.objects.exists()  # nothing is told before the end
    with pytest.raises(Refused, match="还没有到结束时间"):
        do("quiz", "close_quiz", city.seat("organiser"), row)
    end(city, row)
    found = dict(QuizEntry.objects.values_list("person__name", "right"))
    assert found == {"林一舟": 4, "苏晚禾": 6}
    assert Drill.objects.filter(person=city.people["member"]).count() == 2
    assert not Drill.objects.filter(person=city.people["member2"]).exists()


def test_answers_are_reviewed_with_their_sentence_after_the_end_only(city, client):
    row = quiz(city)
    seat = city.seat("member")
    entry = enter_quiz(seat, quiz=row.pk)
    do("quizentry", "hand_in", seat, entry, answers=right_answers(row, but=1))
    client.force_login(city.account("member"))
    url = reverse("quiz-review", args=[row.pk])
    assert client.get(url).status_code == 302
    end(city, row)
    page = client.get(url).content.decode()
    assert row.questions.first().sentence in page
    assert "我选的" in page
    client.force_login(city.account("member2"))
    assert client.get(url).status_code == 302


def test_names_stand_on_the_board_only_where_the_contest_says_so(city, client):
    row = quiz(city, team_by="sector", team_best=1)
    for who in ("member", "member2"):
        seat = city.seat(who)
        do("quizentry", "hand_in", seat, enter_quiz(seat, quiz=row.pk), answers=right_answers(row))
    end(city, row)
    url = reverse("quiz-board", args=[row.pk])
    client.force_login(city.account("member"))
    page = client.get(url).content.decode()
    assert "经济界" in page
    assert "苏晚禾" not in page
    assert "我的名次" in page
    Quiz.objects.filter(pk=row.pk).update(show_people=True)
    assert "苏晚禾" in client.get(url).content.decode()
    client.force_login(city.account("organiser"))
    assert "苏晚禾" in client.get(url).content.decode()


def test_a_team_is_ones_own(city):
    row = quiz(city, team_by="sector")
    with pytest.raises(Refused, match="不在这个队"):
        enter_quiz(city.seat("member"), quiz=row.pk, team=city.bodies["party"].pk)
    assert enter_quiz(city.seat("member"), quiz=row.pk).team_id == city.bodies["sector"].pk
    assert enter_quiz(city.seat("leader"), quiz=row.pk).team_id is None


def test_more_time_is_given_to_those_who_answer_too(city):
    row = quiz(city, minutes=240)
    entry = enter_quiz(city.seat("member"), quiz=row.pk)
    until = row.ends_at + timedelta(minutes=30)
    do("quiz", "extend_quiz", city.seat("organiser"), row, until=until)
    entry.refresh_from_db()
    assert entry.ends_at == until
    with pytest.raises(Refused, match="往后延"):
        do("quiz", "extend_quiz", city.seat("organiser"), row, until=row.ends_at)


def test_a_later_change_of_the_bank_changes_no_contest(city):
    row = quiz(city)
    q = row.questions.filter(kind="single").first()
    source = q.question
    do("bankquestion", "edit_question", city.seat("organiser"), source, kind="single", text="改了的题",
       options=["甲", "乙"], answer=[0], clause=source.clause_id, sentence=source.sentence)  # fmt: skip
    q.refresh_from_db()
    assert q.text != "改了的题"
    assert q.answer == [1]


def test_a_contest_of_the_plan_counts_as_done(city):
    sheet = helpers.plan(city)
    item = helpers.item(city, sheet, kind="quiz", open_=True)
    row = quiz(city, item=item.pk)
    seat = city.seat("member")
    do("quizentry", "hand_in", seat, enter_quiz(seat, quiz=row.pk), answers={})
    assert item.duties.get(person=city.people["member"]).how == "quiz"


def test_a_void_contest_has_no_board(city, client):
    row = quiz(city)
    do("quiz", "void_quiz", city.seat("organiser"), row, why="题目有误")
    client.force_login(city.account("member"))
    assert client.get(reverse("quiz-board", args=[row.pk])).status_code == 404
    assert "题目有误" in client.get(row.get_absolute_url()).content.decode()
    assert Quiz.objects.get(pk=row.pk).state == "void"


@pytest.mark.parametrize(("who", "name", "most"), [("member", "quiz", 15), ("organiser", "quiz", 15), ("member", "quiz-board", 15), ("member", "quizzes", 12)])  # fmt: skip
def test_contest_pages_ask_few_questions(
    city, client, django_assert_max_num_queries, who, name, most
):
    row = quiz(city, team_by="sector")
    for each in ("member2", "member3", "member4"):
        seat = city.seat(each)
        do("quizentry", "hand_in", seat, enter_quiz(seat, quiz=row.pk), answers=right_answers(row))
    client.force_login(city.account(who))
    args = [] if name == "quizzes" else [row.pk]
    with django_assert_max_num_queries(most):
        assert client.get(reverse(name, args=args)).status_code == 200
