"""Points of duty by a table (积分): facts in, lines out; the same facts always give the same lines."""

from .count import Line, Result, count
from .facts import Fact
from .table import Group, Rule, Table, TableRefused, read
from .table import rule as read_rule

__all__ = [
    "Fact",
    "Group",
    "Line",
    "Result",
    "Rule",
    "Table",
    "TableRefused",
    "count",
    "read",
    "read_rule",
]
