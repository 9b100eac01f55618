"""What accepting a extract writes: a clause here, a reading, gap or topic in its own room.

A task is not written by accepting: only 交办, 批示 or 认领 makes one (hand_over). Where the room cannot
take a row as it stands (a figure without a known place), the extract stays accepted, says why, and may
be accepted once more when it is mended.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from ...procedures.seat import Seat
from ...procedures.verdicts import Refused
from ..models import Clause, Extract
from .figures import figure


def accepted(row: Extract, seat: Seat) -> str:
    """Write what this kind writes and return the state it leads to: accepted, or made."""
    write = WRITERS.get(Extract.Kind(row.kind))
    made = write(row, seat) if write else None
    if made is None:
        return "accepted"
    row.made_type, row.made_id = made._meta.model_name or "", made.pk
    return "made"


def clause(row: Extract, seat: Seat) -> Any:
    """The clause with its stable address."""
    level = row.data.get("level", 1)
    address = row.data.get("address") or f"{row.part}.第{row.first}行"
    return Clause.objects.update_or_create(
        committee_id=row.committee_id,
        extract=row,
        defaults={
            "intake_id": row.intake_id,
            "part": row.part,
            "order": row.paragraph * 10_000 + min(row.start, 9_999),
            "level": level,
            "address": address[:120],
            "text": (row.title or row.text)[:400],
        },
    )[0]


def topic(row: Extract, seat: Seat) -> Any:
    """The topic goes into the pool of topics with its form, aim and sentence."""
    nominate = act_of("topics.actions.nominate", "nominate")
    if nominate is None:
        return None
    words = [row.text]
    if form := row.data.get("form"):
        words.insert(0, f"形式：{form}。")
    if aim := row.data.get("aim"):
        words.insert(0, f"目标：{aim}。")
    return nominate(
        seat,
        title=(row.title or row.text)[:200],
        source="party",
        text="\n".join(words) + f"\n出处：《{row.intake.title}》第{row.first}行。",
        about_type="extract",
        about_id=row.pk,
    )


def gap(row: Extract, seat: Seat) -> Any:
    """The shortfall becomes a gap that stays in sight, with its sentence as the source."""
    note = act_of("yardsticks.actions.note_gap", "note_gap")
    if note is None:
        return None
    try:
        return note(
            seat,
            subject=(row.title or row.text)[:120],
            text=row.text + (f"（目标：{row.data['target']}）" if row.data.get("target") else ""),
            source_type="extract",
            source_id=row.pk,
        )
    except Refused as refused:
        row.note = f"没有记进差距：{refused}"[:300]
        return None


def act_of(module: str, name: str) -> Callable[..., Any] | None:
    """Another room's act; None where that room has none."""
    try:
        return getattr(import_module(f"shangliang.{module}"), name, None)
    except ModuleNotFoundError:
        return None


WRITERS: dict[Extract.Kind, Callable[[Extract, Seat], Any]] = {
    Extract.Kind.CLAUSE: clause,
    Extract.Kind.INDICATOR: figure,
    Extract.Kind.GAP: gap,
    Extract.Kind.TOPIC: topic,
}

__all__ = ["Refused", "accepted", "act_of"]
