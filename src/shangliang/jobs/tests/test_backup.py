"""A backup holds everything and comes back exactly; a bad one changes nothing."""

import json
import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from shangliang.actors.models import Actor
from shangliang.documents.models import Document
from shangliang.jobs.backup import backup, lines, tables
from shangliang.jobs.restore import CannotRestore, restore
from shangliang.journal.anchor import anchor_all
from shangliang.journal.models import Event
from shangliang.journal.tests.conftest import unguarded
from shangliang.journal.verify import verify

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def anchors(settings, tmp_path):
    settings.ANCHOR_DIR = tmp_path / "anchors"
    settings.ERASURE_DIR = tmp_path / "erasures"
    return settings.ANCHOR_DIR


@pytest.fixture
def saved(city, tmp_path) -> Path:
    """A city with a whole case, a file and an anchor, in an archive."""
    case = city.replied()
    row = Document(
        committee=city.committee, kind="evidence", title="照片.png", case_type="submission",
        case_id=case.pk, sha256="ab" * 32, mime="image/png", size=3, by=city.people["clerk"],
    )  # fmt: skip
    row.file.save("x", ContentFile(b"png"), save=False)
    row.save()
    anchor_all()
    file = tmp_path / "city.zip"
    backup(file)
    return file


def contents() -> dict[str, list[bytes]]:
    return {model._meta.db_table: list(lines(model)) for model in tables()}


def emptied() -> None:
    """The database as after migrate; the tables' guards notwithstanding."""
    with unguarded() as execute:
        for model in tables():
            execute(f'DELETE FROM "{model._meta.db_table}"')


def test_what_comes_back_is_what_went_in(city, saved, anchors):
    before, chain = contents(), city.committee.pk
    name = Document.objects.get(title="照片.png").file.name
    emptied()
    default_storage.delete(name)
    for file in anchors.iterdir():
        file.unlink()
    assert not Actor.objects.exists()
    rows = restore(saved)
    assert contents() == before
    assert sum(rows.values()) == sum(map(len, before.values()))
    assert default_storage.open(name).read() == b"png"
    assert len(list(anchors.iterdir())) == 1
    assert list(verify(chain)) == []
    # Life goes on: numbers continue after the highest.
    assert city.submitted(title="关于恢复以后的提案").pk > 1
    assert list(verify(chain)) == []


def test_every_table_of_the_installation_is_in_it(saved):
    with zipfile.ZipFile(saved) as archive:
        inside = {Path(n).stem for n in archive.namelist() if n.startswith("tables/")}
    derived = {m._meta.db_table for m in apps.get_models() if getattr(m, "derived", False)}
    # What search is built of is made again from what it was made of, the shadow tables of FTS5 too.
    left = {
        name
        for name in set(connection.introspection.table_names()) - inside - derived
        if not name.startswith("search_gram")
    }
    assert left == {
        "auth_group", "auth_group_permissions", "auth_permission", "django_content_type",
        "django_migrations", "django_session",
    } | {name for name in left if name.endswith(("_user_permissions", "_groups"))}  # fmt: skip


def test_the_secret_key_and_the_sessions_do_not_travel(city, client, tmp_path):
    client.force_login(city.account("clerk"))
    backup(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert not [n for n in archive.namelist() if "secret" in n or "session.jsonl" in n and "django" in n]  # fmt: skip


def test_a_full_database_is_not_written_over(saved):
    with pytest.raises(CannotRestore, match="不是空的"):
        restore(saved)


def tampered(saved: Path, tmp_path: Path, change) -> Path:
    """The archive with one part changed by hand."""
    out = tmp_path / "bad.zip"
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return out


def swap(part: str, old: bytes, new: bytes):
    return lambda name, data: data.replace(old, new) if name == part else data


BAD = [
    ("one byte", swap("tables/actors_actor.jsonl", "林一舟".encode(), "林二舟".encode()), "摘要不符"),
    ("lost part", lambda n, d: None if n == "tables/journal_event.jsonl" else d, "对不上"),
    ("no manifest", lambda n, d: None if n == "manifest.json" else d, "没有清单"),
    ("other format", swap("manifest.json", b'"format": 1', b'"format": 9'), "格式"),
    ("other shape", swap("manifest.json", b'"journal.0002_append_only"', b'"journal.0002_x"'), "版本不同"),
]  # fmt: skip


@pytest.mark.parametrize("change, said", [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_damaged_backup_is_refused_and_changes_nothing(saved, tmp_path, change, said):
    bad = tampered(saved, tmp_path, change)
    emptied()
    with pytest.raises(CannotRestore, match=said):
        restore(bad)
    assert not Actor.objects.exists()


def test_a_backup_with_a_broken_chain_is_refused_whole(saved, tmp_path):
    """Somebody changed a row and the manifest with it; the chain still tells."""
    import hashlib

    part = "tables/journal_event.jsonl"
    with zipfile.ZipFile(saved) as archive:
        data = archive.read(part).replace(b"proposal.file", b"proposal.fill")
        manifest = json.loads(archive.read("manifest.json"))
    manifest["sha256"][part] = hashlib.sha256(data).hexdigest()
    new = {part: data, "manifest.json": json.dumps(manifest).encode()}
    bad = tampered(saved, tmp_path, lambda name, old: new.get(name, old))
    emptied()
    with pytest.raises(CannotRestore, match="事件链对不上"):
        restore(bad)
    assert not Event.objects.exists()


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_what_is_no_backup_is_refused_in_words(tmp_path, data):
    file = tmp_path / "x.zip"
    file.write_bytes(data)
    with pytest.raises(CannotRestore, match="打不开"):
        restore(file)


def test_the_command_does_not_overwrite_a_file(city, tmp_path):
    file = tmp_path / "a.zip"
    call_command("backup", str(file), stdout=StringIO())
    with pytest.raises(CommandError, match="已经有了"):
        call_command("backup", str(file), stdout=StringIO())
    assert not list(tmp_path.glob("*.part"))
