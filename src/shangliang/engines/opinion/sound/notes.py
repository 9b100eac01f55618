"""What a reader of an answer must know, in plain words."""

from __future__ import annotations

import numpy as np

from ..remarks import remarks
from ..votes import Ints
from .claims import Marks
from .fit import LEAST_VOTES, Fit
from .table import Table


def noted(
    notes: list[str], table: Table, rows: Ints, found: Fit, excluded: Marks, given: bool
) -> None:
    """What a reader must know, in plain words."""
    people, statements = len(table.people), len(table.statements)
    said = remarks(people, statements, table.votes.value)
    if not len(table.votes.value):
        notes += said
        return
    if excluded.any():
        notes.append(f"有 {int(excluded.sum())} 条观点未列入（未通过审核，或只说明本人情况）。")
    notes += said
    if given:
        notes.append("分组是给定的，未重新计算。")
        return
    left = people - len(rows)
    if left:
        notes.append(
            f"有 {left} 人投票太少（不足 {min(LEAST_VOTES, statements)} 条），未列入分组，但计入总数。"
        )
    if found.firm is not None and found.firm.min() < 0.6:
        weak = "、".join(str(g) for g in np.flatnonzero(found.firm < 0.6))
        notes.append(f"第 {weak} 组不稳：少五分之一的人时，这些组会有明显变化。")
    if found.groups < 2 and people > 1 and statements > 1:
        notes.append("投票不足以说明存在不同的组：按一个整体看待，不列分歧。")
