from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "shangliang.journal"
    label = "journal"

    def ready(self) -> None:
        from . import jobs  # noqa: F401  registers the proof as a job
