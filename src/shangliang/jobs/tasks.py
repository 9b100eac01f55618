"""What the queue does: jobs after commit, and what happens by itself as time goes."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from .beats import beat, claim

log = logging.getLogger("shangliang.jobs")


@db_task()
def work(pk: int) -> None:
    """One job."""
    from .run import perform

    perform(pk)


def quietly(name: str, do: Callable[[], object]) -> None:
    """One thing that fails must not stop the others; its fault is kept for the health page."""
    try:
        found = do()
    except Exception as error:
        log.exception("%s failed", name)
        beat(f"fault:{name}", f"{type(error).__name__}")
    else:
        beat(name, "" if found is None else str(found))


def turn(name: str, key: str, do: Callable[[], object]) -> None:
    """Once a key, whoever comes first."""
    if claim(f"turn:{name}", key):
        quietly(name, do)


@db_periodic_task(crontab(minute="*"))
def minute() -> None:
    """The consumer lives; what waits is sent; what died is said."""
    from ..notices.send import send_due
    from .recover import mark_interrupted, requeue_waiting

    beat("consumer")
    quietly("interrupted", mark_interrupted)
    quietly("requeue", requeue_waiting)
    quietly("mail", send_due)


@db_periodic_task(crontab(minute="*/10"))
def ten_minutes() -> None:
    """Daily turns, by the office's clock; a turn missed while the machine was off is made up for."""
    from ..activities.remind import remind_all as remind_activities
    from ..groups.remind import remind_all as remind_groups
    from ..journal.anchor import anchor_all
    from ..notices.digest import send_digests
    from ..procedures.reminders import remind_all
    from ..tasks.escalation import escalate_all
    from .nightly import (
        nightly_accounts,
        nightly_erasures,
        nightly_search,
        nightly_sources,
        verify_all,
    )
    from .sweep import sweep

    now = timezone.localtime()
    quietly("reminders", remind_all)
    quietly("escalation", escalate_all)
    quietly("activities", remind_activities)
    if now.hour >= 8 and not settings.DEMO:  # nobody of the sample city has a mailbox
        turn("digest", f"{now:%F}", send_digests)
    if now.hour >= 7:
        turn("groups", f"{now:%F}", remind_groups)
    if now.hour >= 1:
        turn("anchor", f"{now:%F}", anchor_all)
    if now.hour >= 2:
        turn("verify", f"{now:%F}", verify_all)
        turn("search", f"{now:%F}", nightly_search)
        turn("sources", f"{now:%F}", nightly_sources)
        turn("erasures", f"{now:%F}", nightly_erasures)
        turn("accounts", f"{now:%F}", nightly_accounts)
        turn("sweep", f"{now:%F}", sweep)
