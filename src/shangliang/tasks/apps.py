from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "shangliang.tasks"
    label = "tasks"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries  # noqa: F401  registers what a seat may reach

        load("shangliang.tasks.actions")
        load("shangliang.tasks.forms")
