"""Kinds of activity (活动种类): dated data of the office, with the source above each line.

``data/kinds.toml`` is what a committee starts from. An activity copies its kind's rules when it is
planned, so that a later change of the table never rewrites what people were told.
"""

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "kinds.toml"


@dataclass(frozen=True)
class Kind:
    """One kind with its rules."""

    key: str
    label: str
    notice_days: int  # told at least so many days before the day, else absence does not count
    must: bool  # 应出席; otherwise one signs up
    quorum: Fraction | None  # share of those who must attend, without which it may not be held
    least_share: Fraction  # who was there for less counts as absent
    leave_by: tuple[str, ...]  # roles that grant leave and alone read the reason
    leaves: int  # requests one person may hand in for one event
    group: str  # 会议 or 活动: the two lines of the yearly form
    source: str

    @property
    def meeting(self) -> bool:
        return self.group == "meeting"


def part(text: str) -> Fraction | None:
    return Fraction(text) if text else None


@cache
def kinds() -> dict[str, Kind]:
    """Every kind, in the order of the file."""
    with FILE.open("rb") as file:
        rows = tomllib.load(file)["kind"]
    return {
        row["key"]: Kind(
            key=row["key"],
            label=row["label"],
            notice_days=row["notice_days"],
            must=row.get("must", False),
            quorum=part(row.get("quorum", "")),
            least_share=Fraction(row.get("least_share", "2/3")),
            leave_by=tuple(row.get("leave_by", ("organiser", "clerk"))),
            leaves=row.get("leaves", 2),
            group=row.get("group", "activity"),
            source=row.get("source", ""),
        )
        for row in rows
    }


def label_of(key: str) -> str:
    return kinds()[key].label if key in kinds() else key
