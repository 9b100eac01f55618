from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "shangliang.accounts"
    label = "accounts"

    def ready(self) -> None:
        from ..procedures.registry import load

        # The log page names every verb, also one that nobody has done yet.
        load("shangliang.accounts.actions")
