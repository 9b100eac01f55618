"""Council rooms counted: sessions, agreed points, how many were done; 六个有 shown for each."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from .models import STANDARD, Consultation, Point, RoomCard


@dataclass(frozen=True)
class RoomCounts:
    """What a room did, counted from its sessions."""

    sessions: int = 0
    agreed: int = 0
    done: int = 0
    asked: int = 0
    content: int = 0


def counts_of(committee_id: int) -> dict[int, RoomCounts]:
    """Room -> counts; two questions for all rooms."""
    held = (
        Consultation.objects.filter(committee_id=committee_id, room__isnull=False)
        .exclude(state__in=["planned", "noticed", "prepared", "cancelled"])
        .order_by()
        .values("room")
        .annotate(n=Count("pk"))
    )
    points = (
        Point.objects.filter(
            committee_id=committee_id, kind="agreed", consultation__room__isnull=False
        )
        .order_by()
        .values("consultation__room")
        .annotate(
            n=Count("pk"),
            done=Count("pk", filter=Q(done_on__isnull=False) | Q(task__state="verified")),
        )
    )
    agreed: dict[int, tuple[int, int]] = {
        r["consultation__room"]: (r["n"], r["done"]) for r in points
    }
    return {
        r["room"]: RoomCounts(
            sessions=r["n"],
            agreed=agreed.get(r["room"], (0, 0))[0],
            done=agreed.get(r["room"], (0, 0))[1],
        )
        for r in held
    }


def standard_of(card: RoomCard | None, counts: RoomCounts | None) -> list[dict[str, Any]]:
    """六个有, each with what it rests on; what is missing is said."""
    rows = []
    for key, label in STANDARD:
        if key == "activity":
            text = f"开了 {counts.sessions} 场" if counts and counts.sessions else ""
        elif key == "effect":
            text = (
                f"商定 {counts.agreed} 条，做成 {counts.done} 条" if counts and counts.done else ""
            )
        else:
            text = getattr(card, key, "") if card else ""
        rows.append({"label": label, "text": text, "has": bool(text)})
    return rows
