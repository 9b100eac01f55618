from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "shangliang.search"
    label = "search"

    def ready(self) -> None:
        from ..journal import after
        from ..procedures.registry import load

        load("shangliang.search.actions")
        load("shangliang.search.forms")
        load("shangliang.search.rooms")
        from .index import follow

        after.LISTENERS.append(follow)
