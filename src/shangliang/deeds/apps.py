from django.apps import AppConfig


class DeedsConfig(AppConfig):
    name = "shangliang.deeds"
    label = "deeds"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.deeds.actions")
        load("shangliang.deeds.forms")
