"""Withdrawn names (撤回名单): a list beside the database, so that an older backup brings none back.

A person takes back a consent, and the name is deleted. Restored from a backup of the week before, the
database would hold it again and its log would not even know. So every event that deletes what a
person told us also leaves a line in a file outside the database: ids and codes alone, no name.
Restoring deletes again whatever the list says was deleted after the backup was made.

    2026-11-22T13:40:00+08:00 3 1520 lead.withdraw_consent 17 <digest of the event>
    2026-11-23T09:00:00+08:00 restored

Above a mark ``restored`` stands what that restore has done already: a backup made after it knows.
Source: Personal Information Protection Law article 47 (deletion on withdrawal); catalogue E5.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .models import Event

# verb of the log -> how to delete again: (committee, key of the row). Done twice, it changes nothing.
AGAIN: dict[str, Callable[[int, int], None]] = {}
MARK = "restored"
VERB = "journal.erased_again"


@dataclass(frozen=True)
class Line:
    """One deletion, as the log knew it."""

    at: datetime
    committee: int
    seq: int
    verb: str
    about: int
    digest: str

    def __str__(self) -> str:
        parts = (self.at.isoformat(), self.committee, self.seq, self.verb, self.about, self.digest)
        return " ".join(map(str, parts))


def deletes(verb: str) -> Callable[[Callable[[int, int], None]], Callable[[int, int], None]]:
    """Name the function that does the deletion of ``verb`` once more, on a restored row."""

    def register(do: Callable[[int, int], None]) -> Callable[[int, int], None]:
        AGAIN[verb] = do
        return do

    return register


def folder() -> Path:
    """Where the list is kept; an office copies it to another machine, as it does with the anchors."""
    return Path(getattr(settings, "ERASURE_DIR", settings.DATA_DIR / "erasures"))


def line_of(event: Event) -> Line:
    return Line(
        timezone.localtime(event.at), event.committee_id, event.seq, event.verb,
        event.about_id, event.digest,
    )  # fmt: skip


def follow(event: Event) -> None:
    """Called where events are written: a deletion goes on the list as soon as it holds."""
    if event.verb in AGAIN:
        transaction.on_commit(lambda: append([str(line_of(event))]))


def append(lines: list[str]) -> None:
    """Add to this year's file; what is there stays."""
    place = folder()
    place.mkdir(parents=True, exist_ok=True)
    with (place / f"{timezone.localdate():%Y}.txt").open("a", encoding="ascii") as file:
        file.writelines(f"{line}\n" for line in lines)


def begin() -> None:
    """An empty list is a list: whoever restores then knows that nobody withdrew."""
    append([])


def complete() -> int:
    """Put on the list what the log has and the list has not (a crash between the two); how many."""
    begin()
    there = {line.digest for line in read(folder())[0]}
    events = Event.objects.filter(verb__in=sorted(AGAIN)).order_by("committee_id", "seq")
    missing = [str(line_of(event)) for event in events if event.digest not in there]
    append(missing)
    return len(missing)


def read(place: Path) -> tuple[list[Line], list[tuple[datetime, int]]]:
    """The deletions in their order, and the marks: (when, how many lines stand above it)."""
    lines: list[Line] = []
    marks: list[tuple[datetime, int]] = []
    for text in rows(place):
        parts = text.split()
        if len(parts) == 2 and parts[1] == MARK:
            marks.append((datetime.fromisoformat(parts[0]), len(lines)))
        elif len(parts) == 6:
            at, committee, seq, verb, about, digest = parts
            lines.append(
                Line(datetime.fromisoformat(at), int(committee), int(seq), verb, int(about), digest)
            )
    return lines, marks


def rows(place: Path) -> Iterator[str]:
    for file in sorted(place.glob("*.txt")) if place.is_dir() else []:
        yield from file.read_text(encoding="ascii").splitlines()


def apply(place: Path, made_at: datetime) -> int:
    """Delete again what was deleted after a backup was made; one event a committee says how many.

    ``made_at``: when the backup was made. Called inside the restore's transaction. What the restored
    log knows already is not done twice.
    """
    from .write import write

    lines, marks = read(place)
    done_before = max((count for at, count in marks if at < made_at), default=0)
    wanted = lines[done_before:]
    known = set(
        Event.objects.filter(digest__in=[line.digest for line in wanted]).values_list(
            "digest", flat=True
        )
    )
    again = [line for line in wanted if line.digest not in known and line.verb in AGAIN]
    counts: dict[int, int] = {}
    for line in again:
        AGAIN[line.verb](line.committee, line.about)
        counts[line.committee] = counts.get(line.committee, 0) + 1
    from .models import Chain

    for chain in Chain.objects.filter(committee_id__in=counts).select_related("committee"):
        write(
            committee_id=chain.committee_id, person_id=None, verb=VERB, case=chain.committee,
            detail={"count": counts[chain.committee_id]},
        )  # fmt: skip
    return len(again)


def keep(place: Path) -> None:
    """After a restore: the list goes on here, with the mark under what was done."""
    if place.resolve() != folder().resolve():
        own = set(rows(folder()))
        append([text for text in rows(place) if text not in own])
    append([f"{timezone.localtime().isoformat()} {MARK}"])
