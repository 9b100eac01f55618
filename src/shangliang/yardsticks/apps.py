from django.apps import AppConfig


class YardsticksConfig(AppConfig):
    name = "shangliang.yardsticks"
    label = "yardsticks"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.yardsticks.actions")
        load("shangliang.yardsticks.forms")
