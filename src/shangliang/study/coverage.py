"""Coverage (覆盖): who has done what, by layer and by group, with the gaps named."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..voices.suppress import hide_totals
from .layers import layers
from .models import ItemLayer, StudyDuty, StudyItem
from .who import NAMES

SMALL = 5  # catalogue E6: below 5 nothing is said to those who need not know


@dataclass
class Row:
    """One layer or group. ``None``: too few to be shown."""

    label: str
    done: int | None = 0
    todo: int | None = 0
    excused: int | None = 0
    due: str = ""
    late: bool = False
    names: list[str] = field(default_factory=list)  # who has not, for those who must remind them

    @property
    def of(self) -> int | None:
        """How many must; the excused are not counted."""
        if self.done is None or self.todo is None:
            return None
        return self.done + self.todo

    @property
    def rate(self) -> int | None:
        return self.done * 100 // self.of if self.of and self.done is not None else None

    @property
    def hidden(self) -> bool:
        return self.done is None or self.todo is None


@dataclass
class Coverage:
    """By layer, by group, and all together."""

    layers: list[Row]
    groups: list[Row]
    whole: Row


def coverage_of(seat: Seat, item: StudyItem) -> Coverage:
    """Of one item, in two questions. Names and small cells only for those who keep the plan."""
    rows = list(item.layers.all())
    duties = StudyDuty.objects.filter(committee_id=item.committee_id, item=item)
    named = duties.order_by("person__stroke_key", "pk").values_list(
        "layer_id", "group_id", "state", "group__short", "group__name", "person__name"
    )
    counts: Counter[tuple[int, int | None, str]] = Counter()
    groups: dict[int | None, str] = {}
    names: dict[int, list[str]] = defaultdict(list)
    for layer, group, state, short, name, person in named.iterator(chunk_size=2000):
        counts[(layer, group, state)] += 1
        groups[group] = short or name or "未编组"
        if state == "todo":
            names[layer].append(person)
    whole = told("合计", counts)
    found = Coverage(
        [layer_row(row, counts) for row in rows],
        [summed(label, counts, 1, pk) for pk, label in sorted(groups.items(), key=lambda x: x[1])],
        whole,
    )
    if seat.has(*NAMES):
        for row, out in zip(rows, found.layers, strict=True):
            out.names = names[row.pk]
    else:
        hide(found)
    return found


def layer_row(row: ItemLayer, counts: Counter[tuple[int, int | None, str]]) -> Row:
    out = summed(row.label, counts, 0, row.pk)
    out.due, out.late = row.due_on.isoformat(), row.due_on < today() and bool(out.todo)
    return out


def summed(
    label: str, counts: Counter[tuple[int, int | None, str]], at: int, value: int | None
) -> Row:
    """What belongs to one layer (``at`` 0) or group (1)."""
    return told(label, Counter({key: n for key, n in counts.items() if key[at] == value}))


def told(label: str, counts: Counter[tuple[int, int | None, str]]) -> Row:
    """All of it by state."""
    by_state: Counter[str] = Counter()
    for (_, _, state), n in counts.items():
        by_state[state] += n
    return Row(label, by_state["done"], by_state["todo"], by_state["excused"])


def hide(found: Coverage) -> None:
    """Small layers and groups are not shown, nor what would give them away."""
    for rows in (found.layers, found.groups):
        totals = hide_totals([(r.done or 0) + (r.todo or 0) for r in rows], SMALL)
        for row, total in zip(rows, totals, strict=True):
            row.excused = None
            if total is None:
                row.done = row.todo = None


def lead_comes_late(rows: list[ItemLayer]) -> str:
    """带头学习: the party group's day stands before the others' (S-098)."""
    keys = layers()
    lead = [r for r in rows if r.layer in keys and keys[r.layer].lead]
    rest = [r for r in rows if r not in lead]
    if not lead or not rest:
        return ""
    first = min(rest, key=lambda r: r.due_on)
    if lead[0].due_on < first.due_on:
        return ""
    return (
        f"{lead[0].label}的时限（{lead[0].due_on:%-m-%-d}）不早于{first.label}"
        f"（{first.due_on:%-m-%-d}）。带头学习，时限应在前面。"
    )
