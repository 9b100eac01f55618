"""Taking a sheet into the readings: new figures, revisions beside the old, errors by row; at once or as a job."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from ..jobs.models import Job
from ..jobs.run import Outcome, Progress, job
from ..procedures.office_calendar import today
from ..procedures.seat import Role, Seat
from .figures_in import plan
from .figures_known import Planned
from .models import Batch, Reading
from .outcomes import tell_targets

JOB = "yardsticks.figures"
CHUNK = 5_000
MOST_ERRORS = 500


def store(batch: Batch, person_id: int, progress: Progress | None = None) -> dict[str, Any]:
    """Write what can be taken, in this transaction. Returns counts and the first errors by row."""
    rows = plan(batch)
    report: dict[str, Any] = {
        "new": 0,
        "revised": 0,
        "same": 0,
        "wrong": 0,
        "errors": [],
        "doubts": [],
    }
    if progress:
        progress.total(len(rows))
    fresh: list[Reading] = []
    outdated: list[int] = []
    taken: set[tuple[int, int, str]] = set()
    for row in rows:
        if progress:
            progress.step()
        status = row.status
        if status == "error":
            report["wrong"] += 1
            why = "；".join(f.words for f in row.flags if f.stops) or "没有取"
            if progress:
                progress.error(row.row, why)
            if len(report["errors"]) < MOST_ERRORS:
                report["errors"].append(
                    [row.row, row.region.name if row.region else "", str(row.yardstick or ""), why]
                )
            continue
        for doubt in row.flags[:2]:
            if len(report["doubts"]) < MOST_ERRORS:
                report["doubts"].append(
                    [
                        row.row,
                        row.region.name if row.region else "",
                        str(row.yardstick or ""),
                        doubt.words,
                    ]
                )
        assert row.region is not None
        assert row.yardstick is not None
        key = (row.region.pk, row.yardstick.pk, row.period)
        if status == "same" or key in taken:
            report["same"] += 1
            continue
        taken.add(key)
        report["revised" if row.had else "new"] += 1
        if row.had:
            outdated.append(row.had[0])
        fresh.append(reading(batch, row, person_id))
    for n in range(0, len(outdated), CHUNK):
        Reading.objects.filter(
            committee_id=batch.committee_id, pk__in=outdated[n : n + CHUNK]
        ).update(current=False)
    Reading.objects.bulk_create(fresh, batch_size=CHUNK)
    periods = sorted({r.period for r in fresh})
    report["periods"] = periods
    batch.state, batch.done_at, batch.report = Batch.State.DONE, timezone.now(), report
    batch.save(update_fields=["state", "done_at", "report"])
    tell_targets(batch.committee_id, periods, {r.yardstick_id for r in fresh}, batch)
    return report


def reading(batch: Batch, row: Planned, person_id: int) -> Reading:
    """The row of one planned figure."""
    assert row.region is not None
    assert row.yardstick is not None
    return Reading(
        committee_id=batch.committee_id,
        yardstick_id=row.yardstick.pk,
        region_id=row.region.pk,
        period=row.period,
        value=row.value,
        mark=row.mark,
        source=batch.source,
        on=batch.on or today(),
        revision=row.had[3] + 1 if row.had else 0,
        batch_id=batch.pk,
        by_id=person_id,
    )


@job(JOB, "记入报表")
def take_in_by_job(row: Job, progress: Progress) -> Outcome:
    """One transaction: a sheet is taken in whole or, when cancelled, not at all."""
    from .actions.finish import finish

    seat = Seat(
        person_id=row.by_id, committee_id=row.committee_id, roles=frozenset({Role.ORGANISER})
    )
    batch = Batch.objects.get(pk=row.params["batch"], committee_id=row.committee_id)
    try:
        with transaction.atomic():
            report = store(batch, row.by_id, progress)
            finish(seat, batch.pk, report=report)
    except BaseException:
        batch.refresh_from_db()
        if batch.state == Batch.State.RUNNING:
            batch.state = Batch.State.MAPPED
            batch.save(update_fields=["state"])
        raise
    return Outcome(
        f"记入{report['new']:,}个新数，修订{report['revised']:,}个，{report['same']:,}个没有变。"
    )
