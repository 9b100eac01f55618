"""Reading rules that an office typed: a line a rule, the clause in brackets at its end."""

import re
from collections.abc import Sequence

from .facts import Fact, FactError, read_fact
from .rules import Condition, Rule

# Longer words first: 不超过 before 超过.
SIGNS = (
    ("不少于", "ge"), ("不低于", "ge"), ("不小于", "ge"), ("至少", "ge"), ("≥", "ge"), (">=", "ge"),
    ("不超过", "le"), ("不多于", "le"), ("不高于", "le"), ("不大于", "le"), ("至多", "le"), ("≤", "le"), ("<=", "le"),
    ("超过", "gt"), ("多于", "gt"), ("高于", "gt"), ("大于", "gt"), (">", "gt"), ("满", "ge"),
    ("不满", "lt"), ("少于", "lt"), ("低于", "lt"), ("小于", "lt"), ("不足", "lt"), ("<", "lt"),
    ("不是", "out"), ("不为", "out"), ("是", "in"), ("为", "in"),
)  # fmt: skip
CLAUSE = re.compile(
    r"^(?P<body>.*?)\s*[（(](?P<clause>[^（）()]+(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]\s*[。；;]?$"
)
EITHER = re.compile(r"\s*[，,、]?\s*或者?(?:是)?\s*")
LISTED = re.compile(r"[、，,]")
MOST_LINES = 30


class RuleError(ValueError):
    """A line that is no rule; ``str()`` names the line and says how to write it."""


def read_rules(text: str, facts: Sequence[Fact]) -> tuple[Rule, ...]:
    """Every line a rule. Raises RuleError with all faulty lines, so that they are mended at once."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise RuleError("至少写一条条件。")
    if len(lines) > MOST_LINES:
        raise RuleError(f"一条政策最多 {MOST_LINES} 条条件。")
    rules, wrong = [], []
    for number, line in enumerate(lines, 1):
        try:
            rules.append(read_rule(line, facts))
        except (RuleError, FactError) as error:
            wrong.append(f"第 {number} 行：{error}")
    if wrong:
        raise RuleError(" ".join(wrong))
    return tuple(rules)


def read_rule(line: str, facts: Sequence[Fact]) -> Rule:
    """One line. Raises RuleError or FactError without the line's number."""
    found = CLAUSE.match(line)
    if found is None or not found["body"]:
        raise RuleError("请在末尾的括号里写是文件的哪一条，例如（第三条）。")
    parts = [p for p in EITHER.split(found["body"]) if p]
    return Rule(tuple(read_condition(p, facts) for p in parts), found["clause"].strip())


def read_condition(text: str, facts: Sequence[Fact]) -> Condition:
    """A fact's name, a comparison, a value or several words."""
    # The longest name first: 研发占比 is not 研发 with rubbish behind it.
    fact = next(
        (f for f in sorted(facts, key=lambda f: -len(f.label)) if text.startswith(f.label)), None
    )
    if fact is None:
        names = "、".join(f.label for f in facts)
        raise RuleError(f"“{text[:20]}”要以一项事实开头：{names}。")
    rest = text[len(fact.label) :].strip()
    found = next(((word, sign) for word, sign in SIGNS if rest.startswith(word)), None)
    if found is None:
        raise RuleError(f"“{fact.label}”后面要写不少于、不超过、超过、少于、是、不是其中之一。")
    word, sign = found
    return compared(fact, sign, rest[len(word) :].strip())


def compared(fact: Fact, sign: str, said: str) -> Condition:
    """The condition, once fact and comparison suit each other."""
    if fact.is_number == (sign in ("in", "out")):
        way = "不少于、不超过、超过、少于一个数" if fact.is_number else "是、不是其中的词"
        raise RuleError(f"“{fact.label}”要写{way}。")
    parts = [said] if fact.is_number else [p.strip() for p in LISTED.split(said) if p.strip()]
    values = []
    for part in parts:
        value = read_fact(fact, part)
        if value is not None:
            values.append(value)
    if not values:
        raise RuleError(f"“{fact.label}”后面还没有写{'数' if fact.is_number else '词'}。")
    return Condition(fact, sign, tuple(values))
