from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "shangliang.activities"
    label = "activities"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries, sources  # noqa: F401  what a seat may reach, how tasks name us

        load("shangliang.activities.actions")
        load("shangliang.activities.forms")
