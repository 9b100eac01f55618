"""来声: public-opinion reports, micro-research, citizens' matters, firms' difficulties."""

from django.apps import AppConfig


class VoicesConfig(AppConfig):
    name = "shangliang.voices"
    label = "voices"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import beside, queries, reminders, sources  # noqa: F401  what a seat may reach, whom to remind
        from .flow import sentences  # noqa: F401  what the help page says of each predicate

        load("shangliang.voices.actions")
        load("shangliang.voices.forms")
