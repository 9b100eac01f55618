from django.apps import AppConfig


class SubjectsConfig(AppConfig):
    name = "shangliang.subjects"
    label = "subjects"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import pointers, queries, reminders, sources  # noqa: F401  what a seat may reach
        from .flow import sentences  # noqa: F401  what the help page says of each predicate

        load("shangliang.subjects.actions")
        load("shangliang.subjects.forms")
