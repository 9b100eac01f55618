"""After a crash: a job that was running and breathes no more is said to have failed."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from .models import Job

SILENT = timedelta(minutes=2)
WORDS = "服务中断，这项作业没有做完。已经做了的不会丢；请重新开始。"


def mark_interrupted(at_start: bool = False) -> int:
    """Running jobs that are dead. At the start of a single process every running one is."""
    from .run import finish

    running = Job.objects.filter(state=Job.State.RUNNING)
    single = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not (at_start and single):
        running = running.filter(beat_at__lt=timezone.now() - SILENT)
    dead = list(running)
    for row in dead:
        finish(row, Job.State.FAILED, WORDS)
    return len(dead)


def requeue_waiting() -> int:
    """Jobs whose row was committed and whose task was lost with the queue file: asked for again."""
    from .tasks import work

    lost = Job.objects.filter(
        state=Job.State.WAITING, made_at__lt=timezone.now() - timedelta(minutes=5)
    )
    found = list(lost.values_list("pk", flat=True))
    for pk in found:
        work(pk)
    return len(found)
