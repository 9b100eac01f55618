"""Rows of 标尺·读数·差距: what one compares with, what was read, what is missing, what is done about it."""

from .figures import Batch, Claim, Layout, Reading, Region, RegionName, Remark, Yardstick
from .gaps import Benchmark, Gap, ListRow, Measure
from .ledgers import Entry, EntryStep
from .maps import RegionMap
from .practice import Adoption, Need, NeedLink, PracticeCard
from .pulses import Pulse, PulseCount, PulseTicket, PulseWord
from .sheets import Answer, NotebookItem, Retest, Sheet
from .targets import Target

__all__ = [
    "Adoption",
    "Answer",
    "Batch",
    "Benchmark",
    "Claim",
    "Entry",
    "EntryStep",
    "Gap",
    "Layout",
    "ListRow",
    "Measure",
    "Need",
    "NeedLink",
    "NotebookItem",
    "PracticeCard",
    "Pulse",
    "PulseCount",
    "PulseTicket",
    "PulseWord",
    "Reading",
    "Region",
    "RegionMap",
    "RegionName",
    "Remark",
    "Retest",
    "Sheet",
    "Target",
    "Yardstick",
]
