from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "shangliang.journal"
    label = "journal"
