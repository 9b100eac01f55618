"""Restore: a backup into an empty database; all of it or nothing, and the chains proved afterwards."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import connection, models, transaction

from ..journal import erasures
from ..journal.anchor import anchor_dir
from ..journal.models import Chain
from ..journal.verify import verify
from .backup import FORMAT, migrations, tables

BATCH = 500


class CannotRestore(ValueError):
    """Why not, in words for the operator; nothing was changed."""


def restore(file: Path, withdrawn: Path | None = None) -> dict[str, int]:
    """Load the archive; returns rows by table. Raises :class:`CannotRestore` and changes nothing.

    ``withdrawn``: the folder of the list of withdrawn names; what was withdrawn after the backup was
    made is deleted again before anybody can see it. None: there is no such list.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile) as error:
        raise CannotRestore(f"打不开备份文件：{error}") from error
    with archive:
        manifest = read_manifest(archive)
        check_parts(archive, manifest["sha256"])
        check_target(manifest)
        with transaction.atomic():
            for model in tables():
                load(archive, model, manifest["rows"])
            reset_sequences()
            check_chains()
            if withdrawn:
                erasures.apply(withdrawn, datetime.fromisoformat(manifest["made_at"]))
        put_files(archive)
        put_anchors(archive)
        put_list(archive)
        if withdrawn:
            erasures.keep(withdrawn)
    return dict(manifest["rows"])


def read_manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        manifest = json.loads(archive.read("manifest.json"))
    except (KeyError, ValueError) as error:
        raise CannotRestore("这不是商量的备份文件：没有清单。") from error
    if manifest.get("format") != FORMAT:
        raise CannotRestore("备份的格式和本版本不同，请用做备份的那个版本恢复。")
    return dict(manifest)


def check_parts(archive: zipfile.ZipFile, digests: dict[str, str]) -> None:
    """Every part named is there, whole, and nothing else; no name leads out of its folder."""
    found = set(archive.namelist()) - {"manifest.json"}
    if found != set(digests):
        raise CannotRestore("备份里的文件和清单对不上，可能不完整。")
    for name, wanted in digests.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            raise CannotRestore(f"备份里有不正常的文件名：{name}")
        hasher = hashlib.sha256()
        try:
            with archive.open(name) as part:
                while piece := part.read(1 << 20):
                    hasher.update(piece)
        except zipfile.BadZipFile as error:
            raise CannotRestore(f"备份里的 {name} 坏了，请换一份备份。") from error
        if hasher.hexdigest() != wanted:
            raise CannotRestore(f"备份里的 {name} 与清单的摘要不符，请换一份备份。")


def check_target(manifest: dict[str, Any]) -> None:
    """An empty database of the same shape."""
    here, there = set(migrations()), set(manifest["migrations"])
    if here != there:
        newer, older = sorted(there - here)[:3], sorted(here - there)[:3]
        said = f"备份多出 {'、'.join(newer)}" if newer else f"本机多出 {'、'.join(older)}"
        raise CannotRestore(f"备份和本机的数据库版本不同（{said}）。请装做备份时的版本再恢复。")
    full = [m._meta.db_table for m in tables() if m._base_manager.exists()]
    # The queue's own heartbeat begins as soon as the program runs.
    full = [name for name in full if name != "jobs_heartbeat"]
    if full:
        raise CannotRestore(
            f"本机数据库不是空的（{'、'.join(full[:3])} 已有数据）。恢复只往空库里做：请换一个"
            " SHANGLIANG_DATA_DIR 或新建数据库，先执行 migrate。"
        )


def rows_of(part: IO[bytes], model: type[models.Model]) -> Iterator[models.Model]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    for line in part:
        cells = json.loads(line)
        if cells.keys() != fields.keys():
            raise CannotRestore(f"{model._meta.db_table} 的列和本机不同，请用做备份的版本恢复。")
        row = model()
        for name, value in cells.items():
            setattr(row, name, fields[name].to_python(value) if value is not None else None)
        yield row


def load(archive: zipfile.ZipFile, model: type[models.Model], counts: dict[str, int]) -> None:
    """Insert the rows as they were: no default, no "now", no signal."""
    name = model._meta.db_table
    if name == "jobs_heartbeat":
        model._base_manager.all().delete()
    seen = 0
    with archive.open(f"tables/{name}.jsonl") as part:
        found = rows_of(part, model)
        while batch := list(islice(found, BATCH)):
            model._base_manager.all()._insert(  # type: ignore[attr-defined]
                batch, fields=list(model._meta.concrete_fields), raw=True, using="default"
            )
            seen += len(batch)
    if seen != counts.get(name):
        raise CannotRestore(f"{name} 应有 {counts.get(name)} 行，读到 {seen} 行。")


def reset_sequences() -> None:
    """PostgreSQL goes on counting after the highest key."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def check_chains() -> None:
    """A backup whose log is broken is not taken in."""
    for committee_id in Chain.objects.values_list("committee_id", flat=True):
        if fault := next(iter(verify(committee_id)), None):
            raise CannotRestore(f"备份里政协 {committee_id} 的事件链对不上：{fault}")


def put_files(archive: zipfile.ZipFile) -> None:
    for name in archive.namelist():
        if name.startswith("files/") and not default_storage.exists(name.removeprefix("files/")):
            default_storage.save(name.removeprefix("files/"), ContentFile(archive.read(name)))


def put_anchors(archive: zipfile.ZipFile) -> None:
    folder = anchor_dir()
    for name in archive.namelist():
        if name.startswith("anchors/"):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / PurePosixPath(name).name).write_bytes(archive.read(name))


def put_list(archive: zipfile.ZipFile) -> None:
    """The list as it was when the backup was made; lines that are here already stay once."""
    here = set(erasures.rows(erasures.folder()))
    for name in sorted(archive.namelist()):
        if name.startswith("erasures/"):
            text = archive.read(name).decode("ascii").splitlines()
            erasures.append([line for line in text if line not in here])
