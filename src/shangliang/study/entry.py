"""答题: the server's clock decides what came in time."""

from datetime import timedelta

from django.utils import timezone

from .models import QuizEntry
from .rules import rules


def in_time(case: QuizEntry) -> bool:
    """Before the end, with the few seconds a message takes."""
    return timezone.now() <= case.ends_at + timedelta(seconds=rules().grace)
