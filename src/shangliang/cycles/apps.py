from django.apps import AppConfig


class CyclesConfig(AppConfig):
    name = "shangliang.cycles"
    label = "cycles"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.cycles.actions")
        load("shangliang.cycles.forms")
