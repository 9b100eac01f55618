"""What is said of odd votes in any mode: none, one person, one statement, all alike."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray


def remarks(people: int, statements: int, value: NDArray[Any]) -> list[str]:
    """Sentences for readers; ``value`` are the votes that count. None of them: that alone is said."""
    if not people or not len(value):
        return ["没有可用的投票。"]
    said = []
    if people == 1:
        said.append("只有 1 人投票，谈不上共识，也分不出组。")
    if statements == 1:
        said.append("只有 1 条观点，分不出组。")
    if not value.any():
        said.append("所有投票都是略过，看不出意见。")
    elif bool((value == 1).all()):
        said.append("所有投票都是赞成，没有分歧可言。")
    elif bool((value == -1).all()):
        said.append("所有投票都是不赞成，没有分歧可言。")
    return said
