from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "shangliang.tasks"
    label = "tasks"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries, reminders  # noqa: F401  register what a seat may reach, whom to remind
        from .flow import sentences  # noqa: F401  what the help page says of each predicate

        load("shangliang.tasks.actions")
        load("shangliang.tasks.forms")
