"""What is held of each statement, by test: shared, dividing, near, a minority's."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..chances import wilson
from ..counting import Counts
from . import statements as tests

RATHER = 0.6744897501960817  # normal quantile of .75
Marks = NDArray[np.bool_]


class Claims:
    """What is held of each statement, by test."""

    def __init__(self, everyone: Counts, blind: Counts, allowed: Marks, k: int) -> None:
        self.k = k
        self.agree = allowed.copy()
        self.agree[allowed] = tests.majority(everyone.agree[allowed], everyone.seen[allowed])
        self.disagree = allowed.copy()
        self.disagree[allowed] = tests.majority(everyone.disagree[allowed], everyone.seen[allowed])
        self.each_agree, self.each_disagree = self.agree.copy(), self.disagree.copy()
        self.divided = np.zeros(len(allowed), dtype=bool)
        self.division: tests.Division | None = None
        self.differences: tests.Differences | None = None
        against = np.zeros((2, len(allowed)), dtype=bool)
        if k > 1:
            tested = blind.of((slice(None), allowed))
            self.each_agree[allowed] = tests.majority_in_each(tested.agree, tested.seen)
            self.each_disagree[allowed] = tests.majority_in_each(tested.disagree, tested.seen)
            self.each_agree &= self.agree
            self.each_disagree &= self.disagree
            every = tests.division(tested)
            self.divided[allowed] = every.held
            self.division = _widened(every, allowed, len(blind.seen))
            found = tests.differences(tested)
            self.differences = tests.Differences(
                _full(found.agree, allowed), _full(found.disagree, allowed)
            )
            # a group that rather does not share it (three to one): no common ground
            for side, n in enumerate((blind.agree, blind.disagree)):
                against[side] = (wilson(n, blind.seen, RATHER)[1] < 0.5).any(0)
        self.common_agree = self.agree & ~against[0]
        self.common_disagree = self.disagree & ~against[1]
        kinds = np.full(len(allowed), "open", dtype="<U9")
        kinds[self.divided] = "different"
        kinds[(self.agree & against[0]) | (self.disagree & against[1])] = "minority"
        kinds[self.common_agree | self.common_disagree] = "near"
        kinds[self.common_agree & self.each_agree] = "core"
        kinds[self.common_disagree & self.each_disagree] = "core"
        self.kinds = kinds


def _full(marks: Marks, allowed: Marks) -> Marks:
    out = np.zeros((len(marks), len(allowed)), dtype=bool)
    out[:, allowed] = marks
    return out


def _widened(every: tests.Division, allowed: Marks, k: int) -> tests.Division:
    net, variance = np.zeros((k, len(allowed))), np.ones((k, len(allowed)))
    net[:, allowed], variance[:, allowed] = every.net, every.variance
    held = np.zeros(len(allowed), dtype=bool)
    held[allowed] = every.held
    return tests.Division(held, net, variance)
