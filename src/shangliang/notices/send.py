"""Sending by a channel, with a line in the delivery log for each message and retries for the failed."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from ..actors.models import Actor
from .channels import CHANNELS
from .channels.base import Receiver, Result
from .models import Delivery, Notice, Preference

MOST_TRIES = 4
# Minutes to wait before the second, third and fourth try.
WAITS = (5, 30, 180)
BATCH = 200


def receiver(person: Actor, preference: Preference | None) -> Receiver:
    """Where this person is reached."""
    return Receiver(
        name=person.name,
        email=person.email,
        webhook_url=preference.webhook_url if preference else "",
    )


def deliver(
    *,
    committee_id: int,
    person_id: int,
    channel: str,
    subject: str,
    lines: Sequence[str],
    notices: Iterable[Notice] = (),
    test: bool = False,
) -> bool:
    """Send now and log it. A person without address is no failure to be tried again: it is logged."""
    person = Actor.objects.get(pk=person_id, committee_id=committee_id)
    preference = Preference.objects.filter(committee_id=committee_id, person_id=person_id).first()
    to = receiver(person, preference)
    if channel == "email" and not to.email and not test:
        return False  # most members have no mailbox on file; the inbox holds their notices
    result = CHANNELS[channel].send(to, subject, lines)
    row = Delivery.objects.create(
        committee_id=committee_id,
        to=person,
        channel=channel,
        subject=subject[:200],
        body="\n".join(lines),
        test=test,
        **outcome(result, 1),
    )
    row.notices.add(*[notice.pk for notice in notices])
    return result.ok


def outcome(result: Result, tries: int) -> dict[str, object]:
    """What the log keeps of a try, and when the next one is due."""
    again = not result.ok and result.again and tries < MOST_TRIES
    wait = timedelta(minutes=WAITS[tries - 1]) if again else None
    return {
        "ok": result.ok,
        "answer": result.answer[:300],
        "tries": tries,
        "again_at": timezone.now() + wait if wait else None,
    }


def send_due() -> str:
    """What wants to go out at once, and what failed and is due again."""
    return f"{send_each()} each, {retry()} again"


def send_each() -> int:
    """Notices of people who want each one, by mail or by their group's robot."""
    wanting = Preference.objects.exclude(email__in=["daily", "never"], webhook="")
    sent = 0
    for preference in wanting:
        rows = Notice.objects.filter(
            committee_id=preference.committee_id,
            to_id=preference.person_id,
            digested_at__isnull=True,
            read_at__isnull=True,
        )
        found = list(rows.order_by("pk")[:BATCH])
        if not found:
            continue
        ways = [preference.webhook] if preference.webhook else []
        if preference.email == "each":
            ways.append("email")
            rows.filter(pk__lte=found[-1].pk).update(digested_at=timezone.now())
        fresh = [n for n in found if n.pk > preference.told_up_to]
        preference.told_up_to = found[-1].pk
        preference.save(update_fields=["told_up_to"])
        for way in ways:
            for notice in fresh if way != "email" else found:
                sent += deliver(
                    committee_id=preference.committee_id,
                    person_id=preference.person_id,
                    channel=way,
                    subject=notice.text,
                    lines=[f"{settings.SITE_ADDRESS.rstrip('/')}{notice.url}"]
                    if notice.url
                    else [],
                    notices=[notice],
                )
    return sent


def retry() -> int:
    """Failed messages whose wait is over; the same words to the same address of today."""
    due = Delivery.objects.filter(ok=False, again_at__lte=timezone.now()).select_related("to")
    sent = 0
    for row in due.order_by("again_at")[:BATCH]:
        preference = Preference.objects.filter(
            committee_id=row.committee_id, person_id=row.to_id
        ).first()
        result = CHANNELS[row.channel].send(
            receiver(row.to, preference), row.subject, row.body.split("\n")
        )
        for name, value in outcome(result, row.tries + 1).items():
            setattr(row, name, value)
        row.save(update_fields=["ok", "answer", "tries", "again_at"])
        sent += result.ok
    return sent
