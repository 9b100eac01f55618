from django.apps import AppConfig


class VoicesConfig(AppConfig):
    name = "shangliang.voices"
    label = "voices"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.voices.actions")
        load("shangliang.voices.forms")
