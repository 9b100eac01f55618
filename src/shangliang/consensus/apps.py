from django.apps import AppConfig


class ConsensusConfig(AppConfig):
    name = "shangliang.consensus"
    label = "consensus"

    def ready(self) -> None:
        from ..procedures.registry import load

        load("shangliang.consensus.actions")
        load("shangliang.consensus.forms")
