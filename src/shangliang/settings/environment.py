"""Reads the environment: the only place where settings look outside the code."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlparse


def flag(name: str, default: bool = False) -> bool:
    """True for 1/true/yes/on, whatever the case."""
    return os.environ.get(name, str(default)).strip().lower() in {"1", "true", "yes", "on"}


def data_dir() -> Path:
    """Where the database, the files and the secret key of this installation live."""
    path = Path(os.environ.get("SHANGLIANG_DATA_DIR", "var")).resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path


def secret_key(folder: Path) -> str:
    """The key from the environment, or one made once and kept readable by the owner alone."""
    if key := os.environ.get("SHANGLIANG_SECRET_KEY"):
        return key
    file = folder / "secret.key"
    if not file.exists():
        import secrets

        file.write_text(secrets.token_urlsafe(64), encoding="ascii")
        file.chmod(0o600)
    return file.read_text(encoding="ascii").strip()


def sqlite(file: Path | str) -> dict[str, Any]:
    """SQLite as the embedded start needs it: WAL, and writers queue instead of failing.

    ``IMMEDIATE`` takes the write lock when a transaction begins, so two clerks who press the same
    button wait for each other and never meet "database is locked" half way through.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
                "PRAGMA cache_size=-32000;PRAGMA mmap_size=134217728;PRAGMA temp_store=MEMORY;"
            ),
        },
    }


def postgres(url: str) -> dict[str, Any]:
    """A PostgreSQL database from its URL, with a small pool for a two-core office server."""
    parts = urlparse(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        # A session that a restart of the database ended is replaced before a page uses it.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 12, "timeout": 30, "max_idle": 60}}
        | dict(parse_qsl(parts.query)),
    }


def database(folder: Path) -> dict[str, Any]:
    """The database named by ``SHANGLIANG_DATABASE_URL``; without it SQLite in the data folder."""
    url = os.environ.get("SHANGLIANG_DATABASE_URL", "")
    if url.startswith(("postgres://", "postgresql://")):
        return postgres(url)
    if url.startswith("sqlite:///"):
        return sqlite(url.removeprefix("sqlite:///"))
    if url:
        raise ValueError("SHANGLIANG_DATABASE_URL must begin with postgres:// or sqlite:///")
    return sqlite(folder / "shangliang.sqlite3")
