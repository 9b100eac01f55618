"""Doors of the reading of texts, and one text behind them."""

from typing import Any

from shangliang.accounts.tests.door import Door
from shangliang.demo.small import SmallCity
from shangliang.documents.actions.accept import accept
from shangliang.documents.actions.add_measure import add_measure
from shangliang.documents.actions.take_in import take_in
from shangliang.documents.models import Clause, ClauseMeasure

DESK = frozenset({"clerk", "second", "supervisor", "organiser"})
READERS = DESK | {"leader"}
UNIT = frozenset({"staff_housing", "head_housing"})
TEXT = """关于提升老旧小区管养水平的意见
一、健全机制
市住建局要在年底前制定老旧小区加装电梯管养办法，明确维保费用分担。
二、保障资金
市财政局要及时拨付补助资金。
"""

DOORS = {
    "intakes": Door(READERS),
    "intake-new": Door(DESK),
    "intake": Door(READERS),
    "intake-tasks": Door(DESK),
    "digest": Door(READERS),
    "digest-paper": Door(READERS),
    "matrix": Door(READERS),
    "matrix-xlsx": Door(READERS),
    "extract": Door(READERS),
    "extract-do": Door(READERS, "post"),
    "extract-form": Door(DESK),
    "clause": Door(READERS | UNIT),
    "clause-measure": Door(READERS | UNIT),
}


def behind(city: SmallCity) -> dict[str, dict[str, Any]]:
    """A text with a task to decide and a clause a unit carries out."""
    seat = city.seat("supervisor")
    intake = take_in(seat, text=TEXT)
    for row in intake.extracts.filter(kind="clause"):
        accept(seat, row.pk)
    clause = Clause.objects.filter(intake=intake).first()
    assert clause is not None
    add_measure(seat, clause.pk, owner=city.units["housing"].pk, text="拟定管养办法")
    task = intake.extracts.filter(kind="task", soft=False).first()
    assert task is not None
    measure = ClauseMeasure.objects.get(clause=clause)
    pk = {"pk": intake.pk}
    return {
        "intake": pk,
        "intake-tasks": pk,
        "digest": pk,
        "digest-paper": pk | {"ext": "docx"},
        "matrix": pk,
        "matrix-xlsx": pk,
        "extract": {"pk": task.pk},
        "extract-do": {"pk": task.pk, "verb": "park"},
        "extract-form": {"pk": task.pk, "verb": "mend"},
        "clause": {"pk": clause.pk},
        "clause-measure": {"pk": measure.pk},
    }
