from django.apps import AppConfig


class DeedsConfig(AppConfig):
    name = "shangliang.deeds"
    label = "deeds"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries  # noqa: F401  what a seat may reach

        load("shangliang.deeds.actions")
        load("shangliang.deeds.forms")
