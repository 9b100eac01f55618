"""The progress of a divided task: the weighted sum of its parts, cancelled ones left out."""

from decimal import ROUND_HALF_UP, Decimal

from .models import Task


def percent_of(parts: list[tuple[Decimal | None, int, str]]) -> int:
    """``parts``: (weight, percent, state). Weights of what was not cancelled are taken as a whole."""
    live = [(w or Decimal(0), p) for w, p, state in parts if state != "dropped"]
    total = sum((w for w, _ in live), Decimal(0))
    if not total:
        return 0
    share = sum((w * p for w, p in live), Decimal(0)) / total
    return int(share.quantize(Decimal(1), ROUND_HALF_UP))


def carry_up(part: Task, state: str | None = None) -> None:
    """After a part has moved: its whole, which ``perform`` has locked first, is computed again.

    ``state``: the one the part is about to have, where the verb moves it.
    """
    if part.parent_id is None:
        return
    rows = Task.objects.filter(committee_id=part.committee_id, parent_id=part.parent_id)
    others = list(rows.exclude(pk=part.pk).values_list("weight", "percent", "state"))
    share = percent_of([*others, (part.weight, part.percent, state or part.state)])
    Task.objects.filter(committee_id=part.committee_id, pk=part.parent_id).update(
        percent=share, told_on=part.told_on
    )
