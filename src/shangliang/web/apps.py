from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "shangliang.web"
    label = "web"
