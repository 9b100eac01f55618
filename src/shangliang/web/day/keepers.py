"""Leaders and administrators: what waits for a decision, what the house itself lacks."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from ...actors.models import Session
from ...jobs.models import Job
from ...notices.models import Delivery
from ...procedures.office_calendar import calendar_of, today
from ...procedures.seat import Role, Seat
from ...rulebooks.models import Rulebook
from ...submissions.models import Honour, KeyListing
from .cards import Card, link, name


def leader(seat: Seat) -> Iterator[Card]:
    """Key proposals I lead without a plan, and honours to decide."""
    rows = KeyListing.objects.filter(
        committee_id=seat.committee_id,
        leader_id=seat.person_id,
        plan="",
        submission__state__in=["filed", "handling", "replied"],
    ).select_related("submission")[:10]
    for row in rows:
        url = link("do", "proposal", "set_plan", row.submission_id, query="?next=/day/")
        yield Card(name(row.submission), "定督办方案", url, "您领衔督办", "重点提案")
    waiting = Honour.objects.filter(committee_id=seat.committee_id, state="nominated").count()
    if waiting:
        yield Card(f"优秀提案候选 {waiting} 件", "去评定", link("honours"), count=waiting)


def administrator(seat: Seat) -> Iterator[Card]:
    """What stops the others: no rulebook, next year's calendar, failed work."""
    owner = seat.committee_id
    if not Rulebook.objects.filter(committee_id=owner, state="published").exists():
        yield Card("还没有施行中的规程", "选一个范本", link("rulebooks"), "没有规程，不能收提案")
    year = today().year + 1
    if today().month >= 11 and calendar_of(owner).is_provisional(today().replace(year=year, day=1)):
        note = f"{year} 年的时限现在都是暂定"
        yield Card(f"{year} 年放假安排还没录", "去录日历", link("calendar"), note)
    failed = Job.objects.filter(committee_id=owner, state=Job.State.FAILED).count()
    if failed:
        yield Card(f"没有做成的作业 {failed} 件", "去看", link("jobs"), count=failed)
    week = timezone.now() - timedelta(days=7)
    lost = Delivery.objects.filter(committee_id=owner, ok=False, at__gte=week).count()
    if lost:
        yield Card(f"一周内没送到的消息 {lost} 条", "去看", link("health"), count=lost)


def clerk(seat: Seat) -> Iterator[Card]:
    """The next session is the office's to open; administrators do not come to that page."""
    if not Session.objects.filter(committee_id=seat.committee_id, closes__gte=today()).exists():
        note = "最近一次会议已经闭幕"
        yield Card("还没有建下一次会议", "去建届次", link("sessions"), note)


def cards(seat: Seat) -> Iterator[Card]:
    if seat.has(Role.CLERK):
        yield from clerk(seat)
    if seat.has(Role.LEADER):
        yield from leader(seat)
    if seat.has(Role.ADMIN):
        yield from administrator(seat)
