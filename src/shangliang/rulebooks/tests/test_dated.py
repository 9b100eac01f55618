"""S-048: a shorter limit binds new cases only; a case keeps the version it began with."""

from datetime import timedelta

import pytest

from shangliang.procedures import office_calendar
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.rulebooks.actions.draft_rulebook import draft_rulebook
from shangliang.rulebooks.actions.edit_rulebook import edit_rulebook
from shangliang.rulebooks.actions.publish_rulebook import publish_rulebook
from shangliang.rulebooks.toml_text import plain

pytestmark = pytest.mark.django_db


def with_limit(city, span: str, valid_from=None):
    """A new version whose reply limits are ``span``, drafted by one and published by another."""
    book = draft_rulebook(city.seat("clerk"), preset="national")
    body = plain(book.body)
    for key in ("reply_plenary", "reply_ordinary"):
        body["clocks"][key]["span"] = span
    body["roll"] = False
    book = edit_rulebook(city.seat("clerk"), book.pk, stamp=book.stamp, part="clocks", body=body)
    return publish_rulebook(city.seat("leader"), book.pk, valid_from=valid_from or today())


def reply_clock(case) -> Clock:
    return Clock.objects.get(
        committee_id=case.committee_id, case_id=case.pk, case_type="submission", kind="reply"
    )


def test_ninety_days_to_sixty_changes_new_cases_only(city):
    old_book = with_limit(city, "90d")
    at_hand = city.assigned()
    waiting = city.filed(title="关于开始在旧规程下的提案")
    new_book = with_limit(city, "60d")
    fresh = city.assigned(title="关于新规程下的提案")

    at_hand.refresh_from_db()
    assert at_hand.rulebook_id == old_book.pk
    assert reply_clock(at_hand).due_on == today() + timedelta(days=90)
    assert fresh.rulebook_id == new_book.pk
    assert reply_clock(fresh).due_on == today() + timedelta(days=60)
    # Begun before and handed over after: the version it began with still counts.
    from shangliang.submissions.actions.assign import assign

    handed = assign(city.seat("supervisor"), waiting.pk)
    assert reply_clock(handed).due_on == today() + timedelta(days=90)


def test_a_version_of_tomorrow_waits_for_tomorrow(city, monkeypatch):
    book = with_limit(city, "60d", valid_from=today() + timedelta(days=1))
    assert city.draft().rulebook_id == city.rulebook.pk
    tomorrow = today() + timedelta(days=1)
    monkeypatch.setattr(office_calendar, "today", lambda: tomorrow)
    monkeypatch.setattr("shangliang.submissions.actions.start.today", lambda: tomorrow)
    assert city.draft(who="member2").rulebook_id == book.pk
