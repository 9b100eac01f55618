from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    name = "shangliang.submissions"
    label = "submissions"

    def ready(self) -> None:
        from ..procedures.registry import load

        # What a seat may reach, whom clocks concern, how events are told: each registers itself.
        from . import queries, reminders, sources, telling  # noqa: F401

        load("shangliang.submissions.actions")
        load("shangliang.submissions.forms")
