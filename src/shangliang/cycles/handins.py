"""报送: the five parts of a report, how it counts, and how its unit is told."""

from collections import Counter

from .actions.send import tell
from .models import Call, Handin, VagueMeasure

# 汇报质量五问 (S-150): each from 1 to 5, by a person.
FIVE = {
    "clear": "思路清不清",
    "accurate": "问题找得准不准",
    "focus": "重点突不突出",
    "concrete": "举措实不实",
    "targeted": "建议针对性强不强",
}


def count(case: Handin) -> None:
    """The counts lists show; a person's word stands above the check's."""
    tally = Counter(row.state for row in case.covered.all())
    case.answered, case.thin = tally["answered"], tally["thin"]
    case.missing = tally["missing"]
    case.vague = case.vague_measures.exclude(verdict=VagueMeasure.Verdict.FINE).count()


def tell_unit(case: Handin, text: str) -> None:
    call: Call = case.call
    tell(call, [case.unit_id], text)
