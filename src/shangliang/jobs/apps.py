from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "shangliang.jobs"
    label = "jobs"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries, tasks  # noqa: F401  what a seat may reach; what the queue does

        load("shangliang.jobs.actions")
