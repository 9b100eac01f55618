"""Long work: a room writes one function, and it gets a page, progress, errors by row, a cancel.

    @job("calendar.recount", "重算时限")
    def recount(job: Job, progress: Progress) -> Outcome:
        progress.total(len(rows))
        for n, row in enumerate(rows, 1):
            progress.step()
            ...
        return Outcome("重算 120 个，移动 7 个")

``enqueue`` (inside a verb) or ``start_job`` (a verb of its own) makes the row; the work runs after
commit, in the queue. The function takes its own transactions; what it did before an error stays done
and is said so.
"""

import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..procedures.verdicts import Refused
from .models import Job
from .results import keep

log = logging.getLogger("shangliang.jobs")
SAVE_EVERY = 0.5  # seconds
MOST_ERRORS = 500
MOST_FINDINGS = 500


@dataclass(frozen=True)
class Outcome:
    """What a job leaves: a sentence, a table of findings, perhaps a file."""

    message: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    file: tuple[str, str, bytes] | None = None  # name, mime, bytes
    ok: bool = True


class Cancelled(Exception):
    """The person who started it asked to stop."""


Work = Callable[[Job, "Progress"], Outcome | None]


@dataclass(frozen=True)
class Kind:
    """A registered work."""

    name: str
    title: str
    work: Work


KINDS: dict[str, Kind] = {}


def job(kind: str, title: str) -> Callable[[Work], Work]:
    """Register the work of a kind of job."""

    def register(work: Work) -> Work:
        KINDS[kind] = Kind(kind, title, work)
        return work

    return register


class Progress:
    """How far a job is. Saved at most twice a second; raises :class:`Cancelled` when asked to stop."""

    def __init__(self, row: Job) -> None:
        self.row = row
        self.saved = 0.0
        self.wrong = 0

    def total(self, count: int) -> None:
        self.row.total = count
        self.save()

    def step(self, count: int = 1) -> None:
        """``count`` more are done."""
        self.row.done += count
        if time.monotonic() - self.saved >= SAVE_EVERY:
            self.save()

    def error(self, place: int | str, why: str) -> None:
        """One row could not be done; the others go on."""
        self.wrong += 1
        if len(self.row.errors) < MOST_ERRORS:
            self.row.errors.append({"row": place, "why": why[:300]})

    def save(self) -> None:
        self.saved = time.monotonic()
        self.row.beat_at = timezone.now()
        self.row.save(update_fields=["done", "total", "errors", "beat_at"])
        found = Job.objects.filter(pk=self.row.pk, committee_id=self.row.committee_id)
        if found.values_list("cancel_asked", flat=True).first():
            raise Cancelled


def enqueue(
    *,
    committee_id: int,
    person_id: int,
    kind: str,
    params: dict[str, Any] | None = None,
    title: str = "",
) -> Job:
    """A job's row now, its work after commit. Called inside a verb's transaction."""
    from .tasks import work

    row = Job.objects.create(
        committee_id=committee_id,
        by_id=person_id,
        kind=kind,
        title=(title or KINDS[kind].title)[:200],
        params=params or {},
    )
    transaction.on_commit(lambda: work(row.pk))
    return row


def perform(pk: int) -> None:
    """Do a waiting job, once: a second call, or a cancelled one, finds nothing to do."""
    taken = Job.objects.filter(pk=pk, state=Job.State.WAITING).update(
        state=Job.State.RUNNING, started_at=timezone.now(), beat_at=timezone.now()
    )
    if not taken:
        return
    row = Job.objects.get(pk=pk)
    progress = Progress(row)
    try:
        outcome = KINDS[row.kind].work(row, progress) or Outcome()
    except Cancelled:
        finish(row, Job.State.CANCELLED, f"已按您的要求停下，做完了 {row.done} 项。")
    except Refused as refused:
        finish(row, Job.State.FAILED, str(refused))
    except Exception:
        number = secrets.token_hex(4)
        log.exception("job %s failed, error %s", pk, number)
        finish(row, Job.State.FAILED, f"系统出错了，编号 {number}，已记入日志。请告诉管理员。")
    else:
        settle(row, progress, outcome)


def settle(row: Job, progress: Progress, outcome: Outcome) -> None:
    """Keep what the work found."""
    row.findings = (
        {"columns": list(outcome.columns), "rows": [list(r) for r in outcome.rows[:MOST_FINDINGS]]}
        if outcome.columns
        else {}
    )
    if outcome.file:
        row.result = keep(row, *outcome.file)
    if row.total == 0:
        row.total = row.done
    message = outcome.message
    if progress.wrong:
        message = f"{message}其中 {progress.wrong} 项没有做成，列在下面。"
    finish(row, Job.State.DONE if outcome.ok else Job.State.FAILED, message)


def finish(row: Job, state: str, message: str) -> None:
    """The end, and word of it to who started it."""
    from ..notices.post import post

    row.state, row.message, row.ended_at = state, message[:300], timezone.now()
    row.save()
    post(
        committee_id=row.committee_id,
        to=[row.by_id],
        kind=f"job.{state}",
        text=f"{row.title}：{row.get_state_display()}。{message}",
        case=row,
        url=f"/jobs/{row.pk}/",
    )
