from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "shangliang.procedures"
    label = "procedures"

    def ready(self) -> None:
        from . import recount  # noqa: F401  registers its job
        from .registry import load

        load("shangliang.procedures.actions")
