from django.apps import AppConfig


class RulebooksConfig(AppConfig):
    name = "shangliang.rulebooks"
    label = "rulebooks"
