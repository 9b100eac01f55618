"""专项: mechanisms, help, culture, history, labour matching, research commissions: kinds of one thing."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "shangliang.programmes"
    label = "programmes"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries  # noqa: F401  what a seat may reach
        from .flow import sentences  # noqa: F401  what the help page says of each predicate

        load("shangliang.programmes.actions")
        load("shangliang.programmes.forms")
