from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "shangliang.jobs"
    label = "jobs"
