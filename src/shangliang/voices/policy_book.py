"""What a firm is asked, how a policy's rules read, and which policies fit (preset: policies.toml)."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ..engines.policies import Fact, Finding, Rule, RuleError, find, judge, read_facts, read_rules
from ..engines.policies.facts import Value, words_of
from ..procedures.office_calendar import today
from ..procedures.verdicts import refuse
from .models import Policy

PRESET = Path(__file__).parent / "presets" / "policies.toml"
# Kept facts without a word from the firm are forgotten after so many days.
KEPT_DAYS = 365


@dataclass(frozen=True)
class PolicyBook:
    """The facts asked of a firm and the reasons a refusal may have."""

    facts: tuple[Fact, ...]
    refusals: tuple[tuple[str, str], ...]

    def reason(self, code: str) -> str:
        """The words of a reason; '' for an unknown one."""
        return dict(self.refusals).get(code, "")


@cache
def book() -> PolicyBook:
    """The preset; an unknown key is an error."""
    data = tomllib.loads(PRESET.read_text("utf-8"))
    facts = []
    for row in data["fact"]:
        bounds = {k: Decimal(str(row[k])) for k in ("least", "most") if k in row}
        said: dict[str, Any] = row | bounds | {"choices": tuple(row.get("choices", ()))}
        facts.append(Fact(**said))
    return PolicyBook(tuple(facts), tuple((r["code"], r["name"]) for r in data["refusal"]))


@lru_cache(maxsize=2000)
def rules_of_text(text: str) -> tuple[Rule, ...]:
    """A policy's rules; what was entered was read once already."""
    return read_rules(text, book().facts)


def checked_rules(text: str) -> str:
    """The lines as kept: each in its plain form. Raises Refused with every faulty line."""
    try:
        return "\n".join(rule.sentence for rule in read_rules(text, book().facts))
    except RuleError as error:
        raise refuse(str(error)) from None


def told(said: Mapping[str, str]) -> tuple[dict[str, Value], list[str]]:
    """What a firm told, and what of it cannot be read."""
    return read_facts(book().facts, said)


def written(facts: Mapping[str, Value]) -> dict[str, str]:
    """Facts as they are kept and carried in a page: text, read again by :func:`told`."""
    return {code: str(value) for code, value in facts.items()}


def in_words(facts: Mapping[str, Value]) -> list[tuple[str, str]]:
    """Label and value of what was told."""
    return [(f.label, words_of(f, facts[f.code])) for f in book().facts if f.code in facts]


def judged(policy: Policy, facts: Mapping[str, Value]) -> Finding[Policy]:
    """One policy held against the facts, today."""
    verdict, reasons = judge(
        rules_of_text(policy.rules), facts, day=today(), starts_on=policy.starts_on,
        ends_on=policy.ends_on, period=policy.period,
    )  # fmt: skip
    return Finding(policy, verdict, reasons)


def found(policies: Iterable[Policy], facts: Mapping[str, Value]) -> list[Finding[Policy]]:
    """All of them, what fits first."""
    return find(judged(policy, facts) for policy in policies)
