"""What came of a signal: the topic, tasks and report that grew from it, as far as the seat may see."""

from collections import defaultdict
from collections.abc import Iterable

from django.urls import reverse

from ..procedures.seat import Seat
from ..tasks.queries import visible as tasks
from ..tasks.sources import Source
from ..topics.queries import topics
from ..voices.queries import all_voices
from .actions.signal_to_report import key_of


def came_of(seat: Seat, signals: Iterable[int]) -> dict[int, list[Source]]:
    """Signal -> what grew from it; three questions for a page of signals."""
    ids = list(signals)
    found: dict[int, list[Source]] = defaultdict(list)
    if not ids:
        return found
    for topic in topics(seat).filter(about_type="signal", about_id__in=ids).order_by("pk"):
        found[topic.about_id or 0].append(Source("议题", topic.title, topic.get_absolute_url()))
    for task in tasks(seat).filter(source_type="signal", source_id__in=ids).order_by("pk"):
        found[task.source_id or 0].append(
            Source("任务", task.title, reverse("task", args=[task.pk]))
        )
    keys = {key_of(pk): pk for pk in ids}
    for voice in all_voices(seat).filter(client_key__in=list(keys)).order_by("pk"):
        url = voice.get_absolute_url()
        found[keys[voice.client_key]].append(Source("社情民意", voice.shown_title, url))
    return found
