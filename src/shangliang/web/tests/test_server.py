"""Serving: whose address the log sees, and where letters go, by what the operator set."""

import os
import subprocess
import sys

import pytest

from shangliang.web.server import behind


def seen(proxies: list[str], **call: str) -> str:
    found: list[str] = []

    def application(scope, start):
        found.append(scope["REMOTE_ADDR"])

    behind(application, proxies)(dict(call), None)
    return found[0]


FORWARDED = {"HTTP_X_FORWARDED_FOR": "203.0.113.7"}


def test_without_a_named_proxy_nobody_can_pretend_another_address():
    assert seen([], REMOTE_ADDR="198.51.100.1", **FORWARDED) == "198.51.100.1"


def test_a_named_proxy_is_believed_and_no_other_caller():
    assert seen(["127.0.0.1"], REMOTE_ADDR="127.0.0.1", **FORWARDED) == "203.0.113.7"
    assert seen(["127.0.0.1"], REMOTE_ADDR="198.51.100.1", **FORWARDED) == "198.51.100.1"


@pytest.mark.parametrize(
    "env, backend",
    [
        ({}, "filebased"),
        ({"SHANGLIANG_EMAIL_HOST": "mail.example"}, "smtp"),
        ({"SHANGLIANG_EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}, "dummy"),
    ],
)
def test_naming_a_mail_server_sends_letters(tmp_path, env, backend):
    """The health page promises it: set SHANGLIANG_EMAIL_HOST and mail goes out."""
    code = "from shangliang.settings import product; print(product.EMAIL_BACKEND)"
    clean = {k: v for k, v in os.environ.items() if not k.startswith("SHANGLIANG_")}
    out = subprocess.run(
        [sys.executable, "-c", code],
        env=clean | {"SHANGLIANG_DATA_DIR": str(tmp_path)} | env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f".{backend}." in out.stdout
