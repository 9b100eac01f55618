"""Many hands at one moment: one sheet a person, one score, whatever is tapped twice."""

import pytest

from shangliang.demo.small import build_small_city
from shangliang.study.actions.enter_quiz import enter_quiz
from shangliang.study.models import QuizAnswer, QuizEntry
from tests.at_once import at_once

from .helpers import do, quiz, right_answers

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_a_start_tapped_four_times_at_once_is_one_sheet():
    city = build_small_city()
    row = quiz(city)
    seat = city.seat("member")
    said = at_once([lambda: enter_quiz(seat, quiz=row.pk)] * 4)
    assert len(said) == 3
    assert all("已经开始" in words for words in said)
    assert QuizEntry.objects.filter(quiz=row).count() == 1


def test_a_sheet_handed_in_twice_at_once_counts_once():
    city = build_small_city()
    row = quiz(city)
    seat = city.seat("member")
    entry = enter_quiz(seat, quiz=row.pk)
    answers = right_answers(row)
    said = at_once(
        [lambda: do("quizentry", "hand_in", seat, entry, answers=answers)] * 3
        + [lambda: do("quizentry", "save_answers", seat, entry, answers=answers)] * 3
    )
    entry.refresh_from_db()
    assert entry.state == "handed"
    assert entry.right == 6
    assert QuizAnswer.objects.filter(entry=entry).count() == 6
    assert 2 <= len(said) <= 5


def test_a_hand_in_and_the_end_at_one_moment_count_once():
    from datetime import timedelta

    from django.utils import timezone

    from shangliang.study.models import Drill, Quiz

    city = build_small_city()
    row = quiz(city)
    people = ["member", "member2", "member3"]
    entries = {who: enter_quiz(city.seat(who), quiz=row.pk) for who in people}
    answers = right_answers(row, but=1)
    Quiz.objects.filter(pk=row.pk).update(ends_at=timezone.now() - timedelta(seconds=1))
    acts = [
        lambda who=who: do("quizentry", "hand_in", city.seat(who), entries[who], answers=answers)
        for who in people
    ]
    at_once([*acts, lambda: do("quiz", "close_quiz", city.seat("organiser"), row)])
    assert QuizEntry.objects.filter(quiz=row, state="handed").count() == 3
    assert Drill.objects.filter(committee=city.committee, wrong=1).exists()
