from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "shangliang.notices"
    label = "notices"
