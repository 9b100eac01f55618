from django.apps import AppConfig


class SubjectsConfig(AppConfig):
    name = "shangliang.subjects"
    label = "subjects"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.subjects.actions")
        load("shangliang.subjects.forms")
