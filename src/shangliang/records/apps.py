from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "shangliang.records"
    label = "records"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.records.exports")
