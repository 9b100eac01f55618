"""队伍: duty groups, studios, sectors, branches, and people kept on lists by consent."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "shangliang.groups"
    label = "groups"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries, sources  # noqa: F401  what a seat may reach, how others name us
        from .flow import sentences  # noqa: F401  what the help page says of each predicate

        load("shangliang.groups.actions")
        load("shangliang.groups.forms")
