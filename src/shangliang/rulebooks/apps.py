from django.apps import AppConfig


class RulebooksConfig(AppConfig):
    name = "shangliang.rulebooks"
    label = "rulebooks"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.rulebooks.actions")
