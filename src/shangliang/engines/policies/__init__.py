"""Policies for firms (惠企政策): rules as sentences, and which of them a firm's facts meet, and why.

Three answers, never a guess: 符合, 不符合, and 还差事实 when what was not told decides. A policy's rules
are lines an office types, each naming its clause:

    从业人数不超过300人（第三条第一项）
    上年营业收入不少于2000万元 或 上年研发占比不少于3%（第四条）
"""

from .facts import Fact, FactError, read_fact, read_facts, words_of
from .finder import Finding, Reason, Verdict, find, judge
from .rules import Condition, Rule
from .sentences import RuleError, read_rules

__all__ = [
    "Condition", "Fact", "FactError", "Finding", "Reason", "Rule", "RuleError", "Verdict", "find",
    "judge", "read_fact", "read_facts", "read_rules", "words_of",
]  # fmt: skip
