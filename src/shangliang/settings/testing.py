"""Settings of the tests: in-memory SQLite, or PostgreSQL by ``SHANGLIANG_DATABASE_URL``."""

import atexit
import os
import shutil
import tempfile

if "SHANGLIANG_DATA_DIR" not in os.environ:
    os.environ["SHANGLIANG_DATA_DIR"] = tempfile.mkdtemp(prefix="shangliang-test-")
    atexit.register(shutil.rmtree, os.environ["SHANGLIANG_DATA_DIR"], ignore_errors=True)
os.environ.setdefault("SHANGLIANG_SECRET_KEY", "only-for-tests-" + "x" * 40)

from .product import *  # noqa: F403
from .product import DATABASES, STATIC_ROOT, STORAGES

DEMO = True
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # else each request warns that it is not there
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
HUEY = {"huey_class": "huey.MemoryHuey", "name": "test", "immediate": True}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # A pool keeps connections open across test databases; plain connections close with the test.
    DATABASES["default"]["OPTIONS"].pop("pool", None)
