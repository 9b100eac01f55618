from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "shangliang.procedures"
    label = "procedures"
