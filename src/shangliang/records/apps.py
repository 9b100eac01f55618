from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "shangliang.records"
    label = "records"
