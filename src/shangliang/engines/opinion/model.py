"""What the engine answers: groups, agreed points, differences, each with how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .sound.placing import Placing

Id = int | str


@dataclass(frozen=True)
class Share:
    """A share of 0 to 1 and the interval that holds it nine times of ten."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Tally:
    """How a set of people answered one statement."""

    agree: int
    disagree: int
    passed: int

    @property
    def seen(self) -> int:
        return self.agree + self.disagree + self.passed


@dataclass(frozen=True)
class Group:
    """People who answered alike.

    ``stability`` is the share (0 to 1) of the group that stays together when a fifth of the people is
    left out, or None where membership was given by the caller.
    """

    id: Id
    members: tuple[Id, ...]
    stability: float | None
    people: int | None = None  # only where members are too many to be listed (folded votes)

    @property
    def size(self) -> int:
        return len(self.members) if self.people is None else self.people


@dataclass(frozen=True)
class Agreed:
    """A statement most agree (or disagree) with.

    ``score`` is the share that does, ``low`` to ``high`` its 90 % interval. ``established`` says that a
    majority was shown in each group by itself, not only among all. ``detail`` holds further published
    numbers of the mode (parity: p_success, p_test ...).
    """

    statement: Id
    score: float
    low: float
    high: float
    seen: int
    established: bool
    detail: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Divisive:
    """A statement that parts the groups.

    ``score`` (0 to 1) is half the distance in net agreement (agree minus disagree) between the group
    ``highest`` that agrees most and the group ``lowest`` that agrees least.
    """

    statement: Id
    score: float
    low: float
    high: float
    highest: Id | None
    lowest: Id | None


@dataclass(frozen=True)
class Typical:
    """A statement that sets a group apart from the others.

    ``share`` is how many of the group chose ``direction`` ("agree" or "disagree"), ``others`` how many
    of the other groups did; ``low`` to ``high`` is the 90 % interval of the difference.
    """

    statement: Id
    direction: str
    share: float
    others: float
    low: float
    high: float
    seen: int
    detail: Mapping[str, float | bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Standing:
    """One statement: who answered what, and how it stands.

    ``kind``: "core" a majority one way in each group, shown by test; "near" a majority of all, the same
    way in each group as far as seen; "different" groups differ, shown by test; "minority" most are one
    way, and a group is the other way; "open" too little is known.
    """

    statement: Id
    everyone: Tally
    groups: Mapping[Id, Tally]
    agree: Share
    disagree: Share
    by_group: Mapping[Id, Share]
    kind: str


@dataclass(frozen=True)
class Opinion:
    """The whole answer. ``as_json`` is the published shape."""

    mode: str
    participants: int
    statements: int
    groups: tuple[Group, ...]
    positions: Mapping[Id, tuple[float, float]]
    consensus_agree: tuple[Agreed, ...]
    consensus_disagree: tuple[Agreed, ...]
    divisive: tuple[Divisive, ...]
    representative: Mapping[Id, tuple[Typical, ...]]
    group_aware_consensus: Mapping[Id, float]
    priorities: Mapping[Id, float]
    table: Mapping[Id, Standing]
    notes: tuple[str, ...]
    # what an answer to each statement tells of a person's place; only for next_statements
    telling: Mapping[Id, tuple[float, ...]] = field(default_factory=dict, repr=False)
    dimensions: int = 0
    # how a large round places whoever votes from now on; only for Live
    placing: Placing | None = field(default=None, repr=False, compare=False)

    def group_of(self) -> dict[Id, Id]:
        """{participant: group id} of everybody who was placed."""
        return {person: group.id for group in self.groups for person in group.members}

    def as_json(self) -> dict[str, Any]:
        """Keys and order as published; ids keep their type, keys of objects become strings."""
        from .output import as_json

        return as_json(self)
