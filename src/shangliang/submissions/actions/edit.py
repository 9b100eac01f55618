"""修改: what the writing page saves, by autosave or by the button."""

from collections.abc import Sequence
from typing import TypedDict

from django.utils import timezone

from ...actors.models import Actor
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused, Verdict
from ..flow import PROPOSAL
from ..models import Recommendation, Submission, UnitChoice

TEXTS = ("title", "situation", "analysis", "consent_reason")
LONGEST = {"title": 120, "consent_reason": 200}
FLAGS = ("consent_public", "may_second", "needs_survey")


class AskData(TypedDict, total=False):
    """One ask as the page sends it; ``id`` keeps its place over saves."""

    id: int | None
    text: str
    addressee: int | None


class Outdated(Refused):
    """Somebody (or another window) saved a newer text; nothing is overwritten."""

    def __init__(self, revision: int) -> None:
        super().__init__(Verdict(False, "这件在别处有更新的保存，已停止覆盖。", "conflict"))
        self.revision = revision


@verb(PROPOSAL, "edit", Submission)
def edit(
    case: Submission,
    seat: Seat,
    *,
    fields: dict[str, object],
    asks: Sequence[AskData] | None = None,
    wished: Sequence[tuple[int, str]] | None = None,
    revision: int | None = None,
) -> Done:
    """Save texts, flags, asks and wished units. ``revision``: the one the writer started from."""
    if revision is not None and revision != case.revision:
        raise Outdated(case.revision)
    for name in TEXTS:
        if name in fields:
            setattr(case, name, str(fields[name]).strip()[: LONGEST.get(name)])
    for name in FLAGS:
        if name in fields:
            setattr(case, name, bool(fields[name]))
    if asks is not None:
        save_asks(case, asks)
    if wished is not None:
        save_wished(case, wished)
    case.revision += 1
    return Done(detail={"revision": case.revision})


def own(case: Submission, kind: str, pk: int | None) -> int | None:
    """An actor of the same committee, or none: ids from outside are never trusted."""
    if pk and Actor.objects.filter(pk=pk, committee_id=case.committee_id, kind=kind).exists():
        return pk
    return None


def save_asks(case: Submission, asks: Sequence[AskData]) -> None:
    """Renumber in the order given; an ask left out is removed, never deleted once numbered."""
    keep: list[int] = []
    mine = {r.pk: r for r in case.recommendations.filter(removed_at__isnull=True)}
    order = 0
    for data in asks:
        text = str(data.get("text") or "").strip()
        if not text:
            continue
        order += 1
        row = mine.get(data.get("id") or 0) or Recommendation(
            committee_id=case.committee_id, submission=case
        )
        row.order, row.text = order, text
        row.addressee_id = own(case, Actor.Kind.UNIT, data.get("addressee"))
        row.save()
        keep.append(row.pk)
    gone = case.recommendations.filter(removed_at__isnull=True).exclude(pk__in=keep)
    gone.update(removed_at=timezone.now())
    case.asks_count = order


def save_wished(case: Submission, wished: Sequence[tuple[int, str]]) -> None:
    """Units the proposer suggests; kept apart from those reviewed and assigned (domain.md 1.2)."""
    rows = case.unit_choices.filter(layer=UnitChoice.Layer.WISHED)
    rows.delete()
    seen: set[int] = set()
    for unit, role in wished:
        if unit in seen or not own(case, Actor.Kind.UNIT, unit):
            continue
        seen.add(unit)
        UnitChoice.objects.create(
            committee_id=case.committee_id,
            submission=case,
            layer=UnitChoice.Layer.WISHED,
            unit_id=unit,
            role=role if role in UnitChoice.Role.values else UnitChoice.Role.LEAD,
        )
