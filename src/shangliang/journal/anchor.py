"""Anchoring: bursts of light rows go into the chain by one digest; chain heads go into a dated file.

The digest makes a later change of a row show. The file, kept elsewhere (docs/operator), shows a chain
rewritten as a whole, which no chain can show by itself.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .digest import digest
from .models import Access, Chain, Event
from .write import write

VERB = "journal.anchor"
MOST = 5000  # rows an event; a morning of sign-ins in one committee is some hundreds


def fields_of_access(row: Access) -> dict[str, Any]:
    """What the batch digest covers: every column but where it was anchored."""
    return {
        "id": row.pk,
        "committee": row.committee_id,
        "at": row.at,
        "person": row.person_id,
        "account": row.account_id,
        "kind": row.kind,
        "about": [row.about_type, row.about_id],
        "ip": row.ip,
        "detail": row.detail,
    }


def batch_digest(rows: Iterable[Access], algorithm: str) -> str:
    """Rows in the order of their ids, each chained to the one before."""
    so_far = ""
    for row in rows:
        so_far = digest(so_far, fields_of_access(row), algorithm)
    return so_far


def chain_of_nobody() -> int | None:
    """Rows without a committee (a sign-in under an unknown name) go into the first chain there is."""
    return Chain.objects.order_by("committee_id").values_list("committee_id", flat=True).first()


def anchor(committee_id: int) -> Event | None:
    """Write the digest of the rows not yet anchored; None when there are none."""
    with transaction.atomic():
        # Locked before the rows are read: two anchorings at once would both take the same rows.
        chain = (
            Chain.objects.select_for_update(of=("self",))
            .filter(committee_id=committee_id)
            .select_related("committee")
            .first()
        )
        if chain is None:
            return None
        waiting = Access.objects.filter(anchored_in__isnull=True, committee_id=committee_id)
        if chain_of_nobody() == committee_id:
            nobody = Access.objects.filter(anchored_in__isnull=True, committee_id__isnull=True)
            waiting = waiting | nobody
        rows = list(waiting.order_by("pk")[:MOST])
        if not rows:
            return None
        event = write(
            committee_id=committee_id,
            person_id=None,
            verb=VERB,
            case=chain.committee,
            detail={
                "first": rows[0].pk,
                "last": rows[-1].pk,
                "count": len(rows),
                "digest": batch_digest(rows, settings.JOURNAL_DIGEST),
            },
        )
        keys = [row.pk for row in rows]
        for start in range(0, len(keys), 500):
            Access.objects.filter(pk__in=keys[start : start + 500]).update(anchored_in=event)
    return event


def anchor_all() -> str:
    """Every committee's waiting rows, then the heads into today's file. Returns a line for the log."""
    batches = 0
    for committee_id in Chain.objects.values_list("committee_id", flat=True).order_by(
        "committee_id"
    ):
        while anchor(committee_id):
            batches += 1
    return f"{batches} batches, heads in {write_heads()}"


def anchor_dir() -> Path:
    """Where the dated files are; an office copies them to another machine (docs/operator)."""
    return Path(getattr(settings, "ANCHOR_DIR", settings.DATA_DIR / "anchors"))


def write_heads() -> str:
    """Append the head of every chain to today's anchor file; returns the file's name."""
    folder = anchor_dir()
    folder.mkdir(parents=True, exist_ok=True)
    now = timezone.localtime()
    file = folder / f"{now:%Y-%m-%d}.txt"
    heads = Chain.objects.order_by("committee_id").values_list("committee_id", "seq", "digest")
    lines = [f"{now:%FT%T%z} {pk} {seq} {head}\n" for pk, seq, head in heads if seq]
    with file.open("a", encoding="ascii") as handle:
        handle.writelines(lines)
    return file.name


def heads_kept(committee_id: int) -> list[tuple[str, int, str]]:
    """(file, place, digest) of every head kept for one committee."""
    folder = anchor_dir()
    found = []
    for file in sorted(folder.glob("*.txt")) if folder.is_dir() else []:
        for line in file.read_text(encoding="ascii").splitlines():
            parts = line.split()
            if len(parts) == 4 and parts[1] == str(committee_id):
                found.append((file.name, int(parts[2]), parts[3]))
    return found
