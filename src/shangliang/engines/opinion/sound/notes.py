"""What a reader of an answer must know, in plain words."""

from __future__ import annotations

import numpy as np

from ..votes import Ints
from .claims import Marks
from .fit import LEAST_VOTES, Fit
from .table import Table


def noted(
    notes: list[str], table: Table, rows: Ints, found: Fit, excluded: Marks, given: bool
) -> None:
    """What a reader must know, in plain words."""
    people, statements = len(table.people), len(table.statements)
    if people == 0 or table.count.sum() == 0:
        notes.append("没有可用的投票。")
        return
    if excluded.any():
        notes.append(f"有 {int(excluded.sum())} 条观点未列入（未通过审核，或只说明本人情况）。")
    if people == 1:
        notes.append("只有 1 人投票，谈不上共识，也分不出组。")
    if statements == 1:
        notes.append("只有 1 条观点，分不出组。")
    value = table.votes.value
    if not value.any():
        notes.append("所有投票都是略过，看不出意见。")
    elif bool((value == 1).all()):
        notes.append("所有投票都是赞成，没有分歧可言。")
    elif bool((value == -1).all()):
        notes.append("所有投票都是不赞成，没有分歧可言。")
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
