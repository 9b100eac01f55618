"""What the tests of signing in do again and again."""

import re

from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from shangliang.accounts.models import User
from shangliang.demo.small import PASSWORD

NEW = "Yun-Shui-2027"


def sign_in(client: Client, name: str, password: str = PASSWORD, **extra):
    return client.post("/sign-in/", {"username": name, "password": password} | extra)


def real(city, who: str) -> User:
    """A demonstration account made a real one."""
    account = city.account(who)
    account.demo = False
    account.save()
    return account


def code_of(device: TOTPDevice) -> str:
    return f"{totp(device.bin_key):06d}"


def set_up(client: Client, account: User) -> tuple[TOTPDevice, list[str]]:
    client.post("/account/second-factor/", {"begin": "1"})
    device = TOTPDevice.objects.get(user=account)
    page = client.post("/account/second-factor/", {"code": code_of(device)}).content.decode()
    return device, re.findall(r"<li>([a-z2-7]{8})</li>", page)
