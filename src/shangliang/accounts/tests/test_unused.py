"""Accounts nobody uses are closed where they reach others' matters, and only there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from shangliang.accounts.actions.unused import close_unused
from shangliang.accounts.models import User
from shangliang.journal.models import Event
from shangliang.notices.models import Notice

pytestmark = pytest.mark.django_db
LONG = timedelta(days=91)


def unused(city, *who: str, ago: timedelta = LONG) -> None:
    for name in who:
        User.objects.filter(pk=city.account(name).pk).update(
            last_login=timezone.now() - ago, demo=False
        )


def active(city, name: str) -> bool:
    return User.objects.get(pk=city.account(name).pk).is_active


@pytest.mark.parametrize(
    "name, closed",
    [
        ("clerk", True),
        ("supervisor", True),
        ("staff_housing", True),
        ("leader", True),
        ("organiser", True),
        ("member", False),
        ("admin", False),
        ("security", False),
        ("auditor", False),
    ],
)
def test_who_is_closed_after_ninety_days(city, name, closed):
    unused(city, name)
    assert close_unused(city.committee.pk) == int(closed)
    assert active(city, name) is not closed


def test_an_account_used_on_the_ninetieth_day_stays_open(city):
    unused(city, "clerk", ago=timedelta(days=89))
    assert close_unused(city.committee.pk) == 0


def test_a_demonstration_account_is_never_closed(city):
    unused(city, "clerk")
    User.objects.filter(pk=city.account("clerk").pk).update(demo=True)
    assert close_unused(city.committee.pk) == 0


def test_each_closing_is_an_event_and_the_administrators_are_told_once(city):
    unused(city, "clerk", "supervisor")
    Notice.objects.all().delete()
    assert close_unused(city.committee.pk) == 2
    assert Event.objects.filter(verb="account.close_unused").count() == 2
    told = Notice.objects.get(kind="account.close_unused")
    assert told.to_id == city.seat("admin").person_id
    assert close_unused(city.committee.pk) == 0


def test_a_closed_account_is_signed_out_and_opens_again_by_hand(client, city):
    from shangliang.accounts.actions.disable import disable

    client.force_login(city.account("clerk"))
    unused(city, "clerk")
    close_unused(city.committee.pk)
    assert "/sign-in/" in client.get("/desk/review/").headers.get("Location", "")
    disable(city.seat("admin"), city.account("clerk").pk, active=True)
    assert active(city, "clerk")
    assert close_unused(city.committee.pk) == 0
