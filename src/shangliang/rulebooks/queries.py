"""Which rulebook holds on a day."""

from datetime import date

from django.db.models import QuerySet

from ..procedures.seat import Role, Seat
from .body import ProposalRules
from .models import Rulebook


class NoRulebook(LookupError):
    """The committee has no published rulebook in force."""


def in_force(committee_id: int, day: date, kind: str = "proposal") -> Rulebook:
    """The published version with the latest date not after ``day``; the newest wins a tie."""
    found = (
        Rulebook.objects.filter(
            committee_id=committee_id,
            kind=kind,
            state=Rulebook.State.PUBLISHED,
            valid_from__lte=day,
        )
        .order_by("-valid_from", "-version")
        .first()
    )
    if found is None:
        raise NoRulebook("本政协还没有施行中的提案规程。请管理员在“规程”里选一个范本发布。")
    return found


_parsed: dict[tuple[int, str], ProposalRules] = {}


def rules_of(rulebook: Rulebook) -> ProposalRules:
    """The rules, parsed once a process: a published body never changes, a draft has a stamp."""
    key = (rulebook.pk, rulebook.updated_at.isoformat())
    if key not in _parsed:
        if len(_parsed) > 256:
            _parsed.clear()
        _parsed[key] = rulebook.rules
    return _parsed[key]


def visible(seat: Seat) -> QuerySet[Rulebook]:
    """Published ones are everybody's; drafts are seen by those who write or publish them."""
    rows = Rulebook.objects.filter(committee_id=seat.committee_id).exclude(
        state=Rulebook.State.DISCARDED
    )
    if seat.has(Role.ADMIN, Role.CLERK, Role.LEADER):
        return rows
    return rows.filter(state=Rulebook.State.PUBLISHED) if seat.signed_in else rows.none()


def holds_until(rows: list[Rulebook]) -> dict[int, date | None]:
    """For each published version the first day it holds no longer; None while nothing follows.

    A version whose successor begins on the same day or earlier never holds: its end is its start.
    """
    published = [row for row in rows if row.state == Rulebook.State.PUBLISHED and row.valid_from]
    out: dict[int, date | None] = {}
    for row in published:
        assert row.valid_from is not None
        later = [
            other.valid_from
            for other in published
            if other.valid_from
            and (other.valid_from, other.version) > (row.valid_from, row.version)
        ]
        out[row.pk] = min(later) if later else None
    return out
