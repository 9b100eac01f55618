from django.apps import AppConfig


class ConsensusConfig(AppConfig):
    name = "shangliang.consensus"
    label = "consensus"

    def ready(self) -> None:
        from ..procedures.registry import load
        from . import attached, queries, sources  # noqa: F401  what others ask this room for
        from .flow import sentences  # noqa: F401

        load("shangliang.consensus.actions")
        load("shangliang.consensus.forms")
