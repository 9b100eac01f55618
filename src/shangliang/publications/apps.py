"""宣传与传播: issues, press kits, cases of experience, talks and their answers."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "shangliang.publications"
    label = "publications"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries, sources  # noqa: F401  what a seat may reach; what may be told
        from .flow import sentences  # noqa: F401  what the help page says of each predicate

        load("shangliang.publications.actions")
        load("shangliang.publications.forms")
