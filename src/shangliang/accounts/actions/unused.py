"""停用久未使用的账号: a right nobody uses is a door nobody watches (GB/T 22239-2019 8.1.4.2 c).

Only accounts that reach other people's matters are closed: office, handling units, leaders. A member
who signs in once a year would be locked out on the day it is needed; members' accounts are listed
under “90 天未用” and closed by hand. The three administrators are listed too: whoever could let the
others in again must not be shut out by the clock.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ...actors.models import Actor, Tie
from ...journal import write as journal
from ...journal.models import Event
from ...notices.post import post
from ...procedures.office_calendar import today
from ..models import User, Visit

K = Tie.Kind
THREE = (K.ADMIN, K.SECURITY, K.AUDITOR)
REACHING = (
    K.CLERK, K.SUPERVISOR, K.ORGANISER, K.EDITOR, K.UNIT_STAFF, K.UNIT_HEAD, K.OFFICE,
)  # fmt: skip


def long_unused(now: datetime) -> Q:
    """People whose account nobody signed in with for so many days, nor was opened since."""
    since = now - timedelta(days=settings.UNUSED_DAYS)
    return Q(account__last_login__lt=since) | Q(
        account__last_login__isnull=True, account__created_at__lt=since
    )


def to_close(committee_id: int, now: datetime) -> QuerySet[Actor]:
    """People of the office, units and leaders whose account is due; shared accounts stay.

    One opened again by hand has its days anew, though nobody has signed in yet.
    """
    since = now - timedelta(days=settings.UNUSED_DAYS)
    by_hand = Event.objects.filter(
        committee_id=committee_id, verb="account.disable", at__gte=since, case_type="actor"
    )
    ties = Tie.objects.filter(committee_id=committee_id).on(today())
    shared = Actor.objects.exclude(committee_id=committee_id).filter(account__isnull=False)
    return (
        Actor.objects.filter(long_unused(now), committee_id=committee_id, account__is_active=True)
        .filter(account__demo=False, pk__in=ties.filter(kind__in=REACHING).values("who"))
        .exclude(pk__in=ties.filter(kind__in=THREE).values("who"))
        .exclude(account__in=shared.values("account"))
        .exclude(pk__in=by_hand.values("case_id"))
        .order_by("pk")
    )


def close_unused(committee_id: int) -> int:
    """Close what is due, one event each; the system administrators are told once. Returns how many."""
    with transaction.atomic():
        people = list(to_close(committee_id, timezone.now()))
        users = User.objects.select_for_update().in_bulk([p.account_id for p in people])
        for person in people:
            user = users[person.account_id]
            user.is_active = False
            user.session_stamp += 1
            user.save(update_fields=["is_active", "session_stamp"])
            Visit.objects.filter(account=user).delete()
            journal.write(
                committee_id=committee_id, person_id=None, verb="account.close_unused",
                case=person, detail={"account": user.pk, "days": settings.UNUSED_DAYS},
            )  # fmt: skip
        if people:
            keepers = Tie.objects.filter(committee_id=committee_id, kind=K.ADMIN).on(today())
            post(
                committee_id=committee_id, to=keepers.values_list("who", flat=True),
                kind="account.close_unused", case=people[0], url="/accounts/?show=off",
                text=f"{len(people)} 个账号 {settings.UNUSED_DAYS} 天未用，已停用。还要用的请重新启用。",
            )  # fmt: skip
    return len(people)
