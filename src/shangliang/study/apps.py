from django.apps import AppConfig


class StudyConfig(AppConfig):
    name = "shangliang.study"
    label = "study"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries, reminders, sources  # noqa: F401  what a seat may reach
        from .flow import sentences  # noqa: F401  what the help page says of each predicate

        load("shangliang.study.actions")
        load("shangliang.study.forms")
