"""Documents (文件): files in and out, with provenance, and what is read out of them."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "shangliang.documents"
    label = "documents"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import queries  # noqa: F401  what a seat may reach; how sources of tasks are named
        from .flow import sentences  # noqa: F401  what the help page says of each predicate

        load("shangliang.documents.actions")
        load("shangliang.documents.forms")
