from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "shangliang.notices"
    label = "notices"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.notices.actions")
