"""修改: what the writing page saves, by autosave or by the button."""

from collections.abc import Sequence
from typing import TypedDict

from django.utils import timezone

from ...actors.models import Actor
from ...journal.queries import timeline
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused, Verdict, refuse
from ..flow import PROPOSAL
from ..models import Recommendation, Submission, UnitChoice
from ..texts import LONGEST_ASK, LONGEST_TEXT, LONGEST_TITLE, MOST_ASKS, plain

NAMES = {
    "title": "案由",
    "situation": "情况",
    "analysis": "分析",
    "consent_reason": "不同意公开的理由",
}
LONGEST = {
    "title": LONGEST_TITLE,
    "situation": LONGEST_TEXT,
    "analysis": LONGEST_TEXT,
    "consent_reason": 200,
}
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
    """Save texts, flags, asks and wished units. ``revision``: the one the writer started from.

    A text too long is refused, never cut. The revision grows only when something changed. Autosave
    comes every few seconds: one sitting of one writer is one event, not a hundred.
    """
    if revision is not None and revision != case.revision:
        raise Outdated(case.revision)
    changed = save_fields(case, fields)
    if asks is not None:
        changed = save_asks(case, asks) or changed
    if wished is not None:
        changed = save_wished(case, wished) or changed
    if changed:
        case.revision += 1
    return Done(detail={"revision": case.revision}, quiet=not changed or goes_on(case, seat))


def goes_on(case: Submission, seat: Seat) -> bool:
    """Whether the case's newest event is already this writer's edit."""
    last = timeline(case, case.committee_id).order_by("-seq").values_list("verb", "person_id")
    return last.first() == ("proposal.edit", seat.person_id)


def save_fields(case: Submission, fields: dict[str, object]) -> bool:
    """Texts and flags; whether any of them is new."""
    changed = False
    for name, longest in LONGEST.items():
        if name not in fields:
            continue
        text = plain(str(fields[name] or ""))
        if name in ("title", "consent_reason"):
            text = " ".join(text.split())
        if len(text) > longest:
            raise refuse(f"“{NAMES[name]}”最多 {longest} 字，现在 {len(text)} 字，请改短。")
        if text != getattr(case, name):
            setattr(case, name, text)
            changed = True
    for name in FLAGS:
        if name in fields and bool(fields[name]) != getattr(case, name):
            setattr(case, name, bool(fields[name]))
            changed = True
    return changed


def own(case: Submission, kind: str, pk: int | None) -> int | None:
    """An actor of the same committee, or none: ids from outside are never trusted."""
    if pk and Actor.objects.filter(pk=pk, committee_id=case.committee_id, kind=kind).exists():
        return pk
    return None


def own_units(case: Submission, wanted: set[int]) -> set[int]:
    """Which of these ids are handling units of the committee."""
    return set(
        Actor.objects.filter(
            pk__in=wanted, committee_id=case.committee_id, kind=Actor.Kind.UNIT
        ).values_list("pk", flat=True)
    )


def save_asks(case: Submission, asks: Sequence[AskData]) -> bool:
    """Renumber in the order given; whether anything changed.

    A new ask takes over the row of one that was taken out, so that autosave of a page that does not
    know the ids yet leaves no litter. Once the proposal was handed in, an ask is never deleted.
    """
    wanted = [(data, plain(str(data.get("text") or ""))) for data in asks]
    wanted = [(data, text) for data, text in wanted if text]
    if len(wanted) > MOST_ASKS:
        raise refuse(f"一件提案最多 {MOST_ASKS} 条建议，请合并相近的。")
    for order, (_, text) in enumerate(wanted, 1):
        if len(text) > LONGEST_ASK:
            raise refuse(f"第 {order} 条建议最多 {LONGEST_ASK} 字，现在 {len(text)} 字，请改短。")
    units = own_units(case, {unit for data, _ in wanted if (unit := data.get("addressee"))})
    mine = {row.pk: row for row in case.recommendations.filter(removed_at__isnull=True)}
    claimed = {data.get("id") for data, _ in wanted} & mine.keys()
    spare = [row for pk, row in mine.items() if pk not in claimed]
    changed = False
    for order, (data, text) in enumerate(wanted, 1):
        pk = data.get("id")
        known = mine.pop(pk) if pk in mine and pk in claimed else spare.pop(0) if spare else None
        row = known or Recommendation(committee_id=case.committee_id, submission=case)
        mine.pop(row.pk, None)
        addressee = data.get("addressee")
        now = (order, text, addressee if addressee in units else None)
        if known is None or now != (row.order, row.text, row.addressee_id):
            row.order, row.text, row.addressee_id = now
            row.save()
            changed = True
    if mine:
        gone = case.recommendations.filter(pk__in=mine)
        if case.serial is None:
            gone.delete()
        else:
            gone.update(removed_at=timezone.now())
        changed = True
    case.asks_count = len(wanted)
    return changed


def save_wished(case: Submission, wished: Sequence[tuple[int, str]]) -> bool:
    """Units the proposer suggests; kept apart from those reviewed and assigned (docs/field.md 1.2)."""
    rows = case.unit_choices.filter(layer=UnitChoice.Layer.WISHED)
    units = own_units(case, {unit for unit, _ in wished})
    chosen: dict[int, str] = {}
    for unit, role in wished:
        if unit in units:
            good = role if role in UnitChoice.Role.values else UnitChoice.Role.LEAD
            chosen.setdefault(unit, str(good))
    if chosen == dict(rows.values_list("unit_id", "role")):
        return False
    rows.delete()
    UnitChoice.objects.bulk_create(
        UnitChoice(
            committee_id=case.committee_id,
            submission=case,
            layer=UnitChoice.Layer.WISHED,
            unit_id=unit,
            role=role,
        )
        for unit, role in chosen.items()
    )
    return True
