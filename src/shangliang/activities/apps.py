from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "shangliang.activities"
    label = "activities"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.activities.actions")
        load("shangliang.activities.forms")
