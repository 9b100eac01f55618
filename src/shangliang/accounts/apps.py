from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "shangliang.accounts"
    label = "accounts"
