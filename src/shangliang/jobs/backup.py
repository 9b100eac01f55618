"""Backup: the whole installation in one zip, the same on SQLite and PostgreSQL.

    manifest.json               what it is, which migrations, rows and SHA-256 of each part
    tables/<table>.jsonl        one row a line, every column, times to the microsecond
    files/<name>                each stored file
    anchors/<day>.txt           the heads of the event chains
    erasures/<year>.txt         what was deleted because a consent was withdrawn: ids alone

Nothing of the database's own format is in it, so a backup of the embedded start can be restored on a
PostgreSQL server. Sign-in sessions and the secret key are left out: they are not to travel.
"""

import base64
import hashlib
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from ..journal import erasures
from ..journal.anchor import anchor_dir

FORMAT = 1
# Made anew by the program itself, or not to travel.
LEFT_OUT = frozenset({"sessions", "contenttypes", "auth"})


def tables() -> list[type[models.Model]]:
    """Every table of the installation, many-to-many ones included, by name."""
    found: dict[str, type[models.Model]] = {}
    for model in apps.get_models(include_auto_created=True):
        if getattr(model, "derived", False):
            continue  # an index is built again from what it was made of
        if model._meta.managed and not model._meta.proxy and model._meta.app_label not in LEFT_OUT:
            found[model._meta.db_table] = model
    kept = {
        name: model
        for name, model in found.items()
        if not any(
            f.related_model and f.related_model._meta.app_label in LEFT_OUT  # type: ignore[union-attr]
            for f in model._meta.concrete_fields
        )
    }
    return [kept[name] for name in sorted(kept)]


def migrations() -> list[str]:
    """What the database's shape is: app.migration."""
    recorder = MigrationRecorder(connection)
    return sorted(f"{app}.{name}" for app, name in recorder.applied_migrations())


def plain(value: Any) -> Any:
    """A column's value as JSON, without losing a microsecond or a cent."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, (Decimal, UUID)):
        return str(value)
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(bytes(value)).decode()
    return value


def lines(model: type[models.Model]) -> Iterator[bytes]:
    """The rows of a table in the order of their keys."""
    names = [field.attname for field in model._meta.concrete_fields]
    for row in model._base_manager.order_by("pk").values_list(*names).iterator(2000):
        cells = dict(zip(names, map(plain, row), strict=True))
        yield json.dumps(cells, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def stored(folder: str = "") -> Iterator[str]:
    """Names of all stored files."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(files):
        yield f"{folder}/{name}" if folder else name
    for name in sorted(folders):
        yield from stored(f"{folder}/{name}" if folder else name)


class Parts:
    """Writes the parts of the archive and remembers their digests."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.digests: dict[str, str] = {}

    def add(self, name: str, pieces: Iterator[bytes]) -> int:
        """One part, streamed; returns the number of pieces."""
        hasher, count = hashlib.sha256(), 0
        with self.archive.open(name, "w", force_zip64=True) as part:
            for piece in pieces:
                hasher.update(piece)
                part.write(piece)
                count += 1
        self.digests[name] = hasher.hexdigest()
        return count


def pieces_of(name: str) -> Iterator[bytes]:
    with default_storage.open(name, "rb") as handle:
        yield from handle.chunks()


def backup(file: Path) -> dict[str, int]:
    """Write the archive; returns rows by table. The database is read in one transaction.

    The file appears under its name only when it is whole.
    """
    erasures.complete()
    half = file.with_suffix(file.suffix + ".part")
    rows: dict[str, int] = {}
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = Parts(archive)
        outermost = not connection.in_atomic_block
        with transaction.atomic():
            if outermost and connection.vendor == "postgresql":
                with connection.cursor() as cursor:  # one moment for all tables
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            for model in tables():
                name = model._meta.db_table
                rows[name] = parts.add(f"tables/{name}.jsonl", lines(model))
        files = 0
        for name in stored():
            parts.add(f"files/{name}", pieces_of(name))
            files += 1
        folder = anchor_dir()
        for anchor in sorted(folder.glob("*.txt")) if folder.is_dir() else []:
            parts.add(f"anchors/{anchor.name}", iter([anchor.read_bytes()]))
        withdrawn = erasures.folder()
        for listed in sorted(withdrawn.glob("*.txt")) if withdrawn.is_dir() else []:
            parts.add(f"erasures/{listed.name}", iter([listed.read_bytes()]))
        manifest = {
            "format": FORMAT,
            "made_at": datetime.now(UTC).isoformat(),
            "database": connection.vendor,
            "migrations": migrations(),
            "rows": rows,
            "files": files,
            "sha256": parts.digests,
        }
        archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1))
    half.replace(file)
    return rows
