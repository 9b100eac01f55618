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


FORKED = """
import os, sys
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "shangliang.settings.product"
django.setup()
from django.conf import settings
from django.db import connection
from shangliang.web.server import leave_database
assert settings.DATABASES["default"]["OPTIONS"]["pool"]

def ask():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]

ask()
leave_database()
reader, writer = os.pipe()
children = []
for _ in range(2):
    if not (child := os.fork()):
        os.write(writer, f"{ask()}\\n".encode())
        os._exit(0)
    children.append(child)
codes = [os.waitpid(child, 0)[1] for child in children]
print(codes, len(set(os.read(reader, 100).split())))
"""


@pytest.mark.postgres
def test_workers_forked_after_a_command_used_the_database_each_have_their_own_sessions():
    """``shangliang demo`` and ``serve`` migrate first: their workers must not share that session."""
    out = subprocess.run(
        [sys.executable, "-c", FORKED], capture_output=True, text=True, timeout=60, check=True
    )
    assert out.stdout.split("\n")[0] == "[0, 0] 2"
