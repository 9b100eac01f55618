from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "shangliang.tasks"
    label = "tasks"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries, reminders  # noqa: F401  register what a seat may reach, whom to remind

        load("shangliang.tasks.actions")
        load("shangliang.tasks.forms")
