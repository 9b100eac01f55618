from django.apps import AppConfig


class ActorsConfig(AppConfig):
    name = "shangliang.actors"
    label = "actors"

    def ready(self) -> None:
        from ..procedures.registry import load

        # The log page names every verb, also one that nobody has done yet.
        load("shangliang.actors.actions")
