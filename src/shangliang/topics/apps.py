from django.apps import AppConfig


class TopicsConfig(AppConfig):
    name = "shangliang.topics"
    label = "topics"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.topics.actions")
        load("shangliang.topics.forms")
