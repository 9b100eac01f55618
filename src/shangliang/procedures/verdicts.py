"""May this seat do this to this case, and if not, what is missing (decision 4)."""

from dataclasses import dataclass
from typing import Any

from .seat import Seat
from .table import Move, Table


@dataclass(frozen=True)
class Verdict:
    """Yes, or no with the sentence that is shown to the user."""

    ok: bool
    reason: str = ""
    kind: str = ""  # state | who | when | step | wall

    def __bool__(self) -> bool:
        return self.ok


YES = Verdict(True)


class Refused(Exception):
    """A verb was refused; ``str()`` is the sentence for the user, ``kind`` says which rule."""

    def __init__(self, verdict: Verdict, verb: str = "") -> None:
        super().__init__(verdict.reason)
        self.verdict, self.verb = verdict, verb
        self.kind = verdict.kind


def refuse(reason: str, kind: str = "when") -> Refused:
    """A refusal raised by an action itself, on its data."""
    return Refused(Verdict(False, reason, kind))


def verdict(table: Table, move: Move, seat: Seat, case: Any) -> Verdict:
    """The wall first, then the step, the person, the state, the conditions: each says why."""
    if seat.committee_id != case.committee_id:
        return Verdict(False, "这件不属于您所在的政协。", "wall")
    if getattr(case, "flow", table.name) != table.name:
        return Verdict(False, f"这件不是{table.label}，不走{table.label}流程。", "wall")
    if move.step and not case.rules.steps.get(move.step, False):
        return Verdict(False, f"本件所依规程没有启用“{move.label}”。", "step")
    if missing := move.who(seat, case):
        return Verdict(False, missing, "who")
    if case.state not in move.source:
        here, names = table.label_of(case.state), "、".join(map(table.label_of, move.source))
        return Verdict(False, f"现在是“{here}”，只有“{names}”时才能{move.label}。", "state")
    for condition in move.when:
        if missing := condition(seat, case):
            return Verdict(False, missing, "when")
    return YES


@dataclass(frozen=True)
class Offer:
    """A verb as a page shows it: a live button, or a dimmed one with its reason."""

    move: Move
    verdict: Verdict


def offers(table: Table, seat: Seat, case: Any) -> list[Offer]:
    """Verbs that concern this seat in this state: done now, or only waiting for a condition."""
    found = []
    for move in table:
        if case.state not in move.source:
            continue  # never offered in this state: the people need not be asked about
        said = verdict(table, move, seat, case)
        if said.ok or said.kind == "when":
            found.append(Offer(move, said))
    return found
