from django.apps import AppConfig


class YardsticksConfig(AppConfig):
    name = "shangliang.yardsticks"
    label = "yardsticks"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import batches, queries, sources  # noqa: F401  rows in reach, jobs, names of sources
        from .flow import sentences  # noqa: F401

        load("shangliang.yardsticks.actions")
        load("shangliang.yardsticks.forms")
