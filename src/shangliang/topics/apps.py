from django.apps import AppConfig


class TopicsConfig(AppConfig):
    name = "shangliang.topics"
    label = "topics"

    def ready(self) -> None:
        from ..procedures.registry import load

        # reminders, what hangs on a row, reach, names of sources
        from . import beside, limits, meetings, queries, sources  # noqa: F401
        from .flow import sentences  # noqa: F401  what the help page says of each predicate

        load("shangliang.topics.actions")
        load("shangliang.topics.forms")
