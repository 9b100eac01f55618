from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    name = "shangliang.submissions"
    label = "submissions"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries  # noqa: F401  registers what a seat may reach

        load("shangliang.submissions.actions")
        load("shangliang.submissions.forms")
