"""Words that several papers share: numbers, addressees, unit lines."""

import re

from ..chain.facts import Facts
from ..models import Assignment, CoSignature, Submission

NUMERALS = "一二三四五六七八九十"


def number(case: Submission) -> str:
    """第0131号, or nothing before filing: a paper never shows a number that was not given."""
    return f"第{case.number:04d}号" if case.number else ""


def place(case: Submission) -> str:
    """澄州市, out of 中国人民政治协商会议澄州市委员会; the short name where it is written otherwise."""
    name = case.committee.name
    found = re.fullmatch(r"(?:中国人民政治协商会议|政协)(.+?)委员会", name)
    return found.group(1) if found else case.committee.short or name


def meeting(case: Submission) -> str:
    """澄州市政协十五届二次会议, as letters name it."""
    return f"{place(case)}政协{case.session}会议"


def full_meeting(case: Submission) -> str:
    """政协澄州市第十五届委员会第二次会议, as heads of sheets name it."""
    return f"{place(case)}{case.session.full_name}"


def signers(facts: Facts) -> list[CoSignature]:
    """Proposers in order: first, then those who signed jointly."""
    rows = [s for s in facts.signatures if s.role in ("first", "co") and s.state == "signed"]
    return sorted(rows, key=lambda s: (s.role != "first", s.order, s.pk))


def addressee(facts: Facts) -> str:
    """林一舟委员 / 林一舟等3位委员 / the body's name; those of what was merged in stand beside."""
    case = facts.case
    names = [s.person.name for s in signers(facts)] or [case.author.name]
    if case.collective:
        own = case.author.name
    else:
        own = f"{names[0]}委员" if len(names) == 1 else f"{names[0]}等{len(names)}位委员"
    return "、".join(dict.fromkeys([own, *(called(other) for other in merged_in(facts))]))


def merged_in(facts: Facts) -> list[Submission]:
    """What was merged into the case: its proposers are answered by the same letter."""
    group = facts.case.group
    if group is None or group.lead_id != facts.case.pk:
        return []
    return [other for other in facts.related if other.group_id == group.pk]


def called(other: Submission) -> str:
    """How a letter calls the proposers of a merged case, by the name lists show."""
    if other.collective:
        return other.author.name
    first, _, rest = other.proposer_names.partition("等")
    return f"{first}等{rest.removesuffix('人')}位委员" if rest else f"{first}委员"


def unit_line(rows: list[Assignment]) -> str:
    """主办：市住建局；会办：市财政局、市民政局."""
    by_role: dict[str, list[str]] = {}
    for row in rows:
        by_role.setdefault(row.get_role_display(), []).append(str(row.unit))
    return "；".join(f"{role}：{'、'.join(names)}" for role, names in by_role.items())


def class_number(case: Submission) -> str:
    """社会建设类12号."""
    kind = case.rules.class_of(case.class_code)
    return f"{kind.name}类{case.class_number}号" if kind and case.class_number else ""


def short_ask(text: str) -> str:
    """The first clause of an ask, for a heading of a letter."""
    clause = re.split(r"[，。；：\n]", text.strip(), maxsplit=1)[0]
    clause = clause.removeprefix("建议").removeprefix("请")
    return clause if len(clause) <= 26 else clause[:25] + "…"


def numeral(n: int) -> str:
    """1 -> 一, 12 -> 十二: headings of a letter."""
    if n <= 10:
        return NUMERALS[n - 1]
    tens, ones = divmod(n, 10)
    head = "十" if tens == 1 else f"{NUMERALS[tens - 1]}十"
    return head + (NUMERALS[ones - 1] if ones else "")
