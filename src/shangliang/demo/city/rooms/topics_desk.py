"""Seats, bodies and days of the city the stories of consulting are played with."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from ....accounts.seats import seat_of
from ....actors.models import Actor, Tie
from ....procedures.office_calendar import calendar_of, today
from ....procedures.seat import Seat
from ..bodies import Body


class Desk:
    """Seats and bodies of the city the stories are played with."""

    def __init__(self, city: Body) -> None:
        self.city, self.day = city, today()
        own = {"committee": city.committee}
        found = Actor.objects.filter(**own, account__isnull=False).select_related("account")
        by_name = {a.account.username: a for a in found if a.account}
        self.organiser = seat_of(by_name["zhuanwei"])
        self.leader = seat_of(by_name["fuzhuxi"])
        self.member = seat_of(by_name["weiyuan"])
        self.convenor = seat_of(by_name["zhaoji"])
        self.supervisor = seat_of(by_name["ducha"])
        self.bodies = {
            a.name: a
            for a in Actor.objects.filter(
                **own, kind__in=[Actor.Kind.SPECIAL_COMMITTEE, Actor.Kind.SECTOR]
            )
        }
        self.calendar = calendar_of(city.committee.pk)
        self.standing = [
            seat_of(tie.who)
            for tie in Tie.objects.filter(**own, kind=Tie.Kind.OFFICE, title="常委")
            .exclude(who_id=self.member.person_id)  # the member may be one of them
            .select_related("who")
            .order_by("pk")[:9]
        ]

    def unit(self, key: str) -> Actor:
        return self.city.units[key]

    def staff(self, key: str) -> Seat:
        return seat_of(self.city.staff[self.unit(key).pk])

    def at(self, day: date, hour: int = 9) -> datetime:
        return timezone.make_aware(datetime.combine(day, time(hour)))

    def ago(self, days: int) -> date:
        """A working day so many days back (or ahead, when negative)."""
        day = self.day - timedelta(days=days)
        if self.calendar.is_workday(day):
            return day
        return self.calendar.add_workdays(day, -1 if days >= 0 else 1)
