"""The fifteen criteria, each a function that returns its figures. ``python bench/opinion`` prints them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import groups
import speed
import steady
from groups import Absent

Row = dict[str, Any]
CRITERIA: dict[str, Callable[[bool], Row]] = {
    name[1:3].lstrip("0") + " " + name[4:].replace("_", " "): function
    for name, function in sorted({**vars(groups), **vars(steady), **vars(speed)}.items())
    if name[0] == "c" and name[1:3].isdigit()
}

__all__ = ["CRITERIA", "Absent", "Row"]
