from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "shangliang.publishing"
    label = "publishing"
