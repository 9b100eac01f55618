"""Doing a verb: lock, check, change, write one event, in one transaction (decision 3)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from ..journal import write as journal
from ..journal.after import touched
from ..journal.kinds import type_of
from . import clocks
from .again import again
from .seat import Seat
from .table import DECIDED, Table
from .verdicts import Refused, Verdict, verdict

M = TypeVar("M", bound=models.Model)


@dataclass
class Done:
    """What an action leaves behind beside its own changes.

    ``to``: next state where the table says the action decides. ``about``: the row the event is
    about, when not the case. ``detail``: ids and codes for the event. ``result``: for the caller.
    """

    to: str | None = None
    about: models.Model | None = None
    detail: dict[str, Any] = field(default_factory=dict)
    result: Any = None
    start: tuple[str, ...] | None = None  # overrides the table's clocks where a rule decides
    case: models.Model | None = None  # root object of the timeline, when not the row itself
    quiet: bool = False  # autosave going on with an act the log already has: no second event
    beside: bool = False  # rows beside the case were written, the case itself stands as it was


# (table name, verb) -> the public function; the API, the matrix test and the docs test read it.
REGISTRY: dict[tuple[str, str], Callable[..., Any]] = {}


def lock(model: type[M], pk: int, committee_id: int) -> M:
    """The row, locked; another committee's row is "not there".

    Its key stays free (``no_key``): whoever only points at the row, as every event points at its
    person, does not wait for the one who changes it.
    """
    try:
        return model._default_manager.select_for_update(of=("self",), no_key=True).get(
            pk=pk, committee_id=committee_id
        )
    except ObjectDoesNotExist:
        raise Refused(
            Verdict(False, "没有找到这一件，或者它不属于您所在的政协。", "wall")
        ) from None


def lock_all(model: type[models.Model], pks: set[int], committee_id: int) -> None:
    """Several rows in one order, so that two verbs that cross never wait for each other."""
    rows = model._default_manager.select_for_update(of=("self",), no_key=True).filter(
        pk__in=pks, committee_id=committee_id
    )
    list(rows.order_by("pk").values_list("pk", flat=True))


def lock_case(model: type[models.Model], pk: int, committee_id: int) -> None:
    """The case before its parts: a reply and its proposal are changed by verbs of both.

    A model that is part of a case says by which field, ``part_of``. All verbs then lock downwards,
    case, part, series, chain, and none waits for one that waits for it.
    """
    if part_of := getattr(model, "part_of", ""):
        field: Any = model._meta.get_field(part_of)
        case: Any = field.related_model
        rows = case._default_manager.select_for_update(of=("self",), no_key=True)
        whole = {field.related_query_name(): pk}
        list(rows.filter(committee_id=committee_id).filter(**whole).values_list("pk", flat=True))


def verb(
    table: Table,
    name: str,
    model: type[models.Model],
    also: Callable[[Seat, int, dict[str, Any]], set[int]] | None = None,
) -> Callable[..., Any]:
    """Make ``do(case, seat, **data) -> Done | None`` the one public function of a verb.

    ``also(seat, pk, data)`` names further rows of ``model`` the verb changes: all are locked together,
    in one order.

    The public function is called ``(seat, pk, **data)`` and returns ``Done.result`` or the case.
    Raises :class:`Refused` and changes nothing when the table says no.
    """
    move = table[name]

    def decorate(do: Callable[..., Done | None]) -> Callable[..., Any]:
        @wraps(do)
        def run(seat: Seat, pk: int, /, **data: Any) -> Any:
            return again(lambda: once(seat, pk, data))

        def once(seat: Seat, pk: int, data: dict[str, Any]) -> Any:
            if also:
                lock_all(model, {pk} | also(seat, pk, data), seat.committee_id)
            lock_case(model, pk, seat.committee_id)
            case: Any = lock(model, pk, seat.committee_id)
            said = verdict(table, move, seat, case)
            if not said:
                raise Refused(said, name)
            done = do(case, seat, **data) or Done()
            before = case.state
            if move.target == DECIDED:
                if done.to not in move.targets:
                    raise AssertionError(f"{table.name}.{name} may not lead to {done.to!r}")
                case.state = done.to
            elif move.target is not None:
                case.state = move.target
            if not done.beside or case.state != before:
                case.save()
            root = done.case or getattr(case, "root", None) or case
            clocks.stop(case, move.stops, by=seat)
            clocks.start(case, done.start if done.start is not None else move.starts, root=root)
            if not done.quiet:
                journal.write(
                    committee_id=case.committee_id,
                    person_id=seat.person_id,
                    verb=f"{table.name}.{name}",
                    case=root,
                    about=done.about or case,
                    detail={"from": before, "to": case.state} | done.detail,
                    tell=not done.beside,
                )
            elif not done.beside:
                touched(case.committee_id, type_of(case), case.pk)
            return case if done.result is None else done.result

        REGISTRY[(table.name, name)] = run
        run.move, run.table, run.model = move, table, model  # type: ignore[attr-defined]
        return run

    return decorate
