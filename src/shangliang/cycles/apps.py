"""会议闭环: from the notice to the next meeting, which opens on the state of the last one's tasks."""

from django.apps import AppConfig


class CyclesConfig(AppConfig):
    name = "shangliang.cycles"
    label = "cycles"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries  # noqa: F401  what a seat may reach; how sources of tasks are named
        from .flow import sentences  # noqa: F401  what the help page says of each predicate

        load("shangliang.cycles.actions")
        load("shangliang.cycles.forms")
