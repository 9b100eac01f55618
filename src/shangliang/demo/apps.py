from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "shangliang.demo"
    label = "demo"
