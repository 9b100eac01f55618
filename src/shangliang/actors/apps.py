from django.apps import AppConfig


class ActorsConfig(AppConfig):
    name = "shangliang.actors"
    label = "actors"
