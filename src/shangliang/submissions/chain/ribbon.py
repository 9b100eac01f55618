"""察议建办效传: the six steps of one proposal, each with what is known of it."""

from typing import Any

from ...web.tagkit.dates import md
from ..flow import PROPOSAL
from .facts import Facts
from .waiting import Waiting, judged


def ribbon(facts: Facts, waiting: Waiting) -> list[dict[str, Any]]:
    """Rows for ``parts/steps.html``. What the record does not know is said, not painted green."""
    case = facts.case
    steps = [sensed(facts), deliberated(facts), advised(facts), handled(facts, waiting)]
    steps += [effected(facts), shared(facts)]
    current = {
        "closed": 4,
        "handling": 3,
        "replied": 3,
        "merged": 3,
        "filed": 2,
    }.get(case.state, 2)
    steps[current]["current"] = True
    return steps


def step(label: str, note: str, state: str = "") -> dict[str, Any]:
    return {"label": label, "note": note, "state": state}


def sensed(facts: Facts) -> dict[str, Any]:
    case = facts.case
    if case.came_from_id:
        return step("察", "由来件转来", "done")
    if case.split_from_id:
        return step("察", "由另一件分出", "done")
    return step("察", f"{md(case.created_at)} 起草", "done")


def deliberated(facts: Facts) -> dict[str, Any]:
    signed = sum(s.role == "co" and s.state == "signed" for s in facts.signatures)
    seconded = sum(s.role == "second" and s.state == "signed" for s in facts.signatures)
    if facts.case.collective:
        return step("议", "单位集体商定", "done")
    if signed or seconded:
        words = [f"联名 {signed + 1} 人"] if signed else []
        words += [f"附议 {seconded} 人"] if seconded else []
        return step("议", "，".join(words), "done")
    return step("议", "个人提出，没有商量记录")


def advised(facts: Facts) -> dict[str, Any]:
    case = facts.case
    if case.assigned_at:
        return step("建", f"{md(case.filed_at)} 立案，{md(case.assigned_at)} 交办", "done xx")
    if case.filed_at:
        return step("建", f"{md(case.filed_at)} 立案，待交办", "now")
    return step("建", PROPOSAL.label_of(case.state), "now")


def handled(facts: Facts, waiting: Waiting) -> dict[str, Any]:
    case = facts.case
    if case.state == "closed":
        return step("办", f"{md(case.closed_at)} 办结", "done")
    if case.state == "handling":
        left = f"，{waiting.light.word}" if waiting.light else ""
        return step("办", f"第 {case.round} 轮{left}", "now part")
    if case.state == "replied":
        return step("办", f"{md(case.replied_at)} 答复，待评价", "now part")
    if case.state == "merged":
        return step("办", "随主案办理", "part")
    return step("办", "尚未", "")


def effected(facts: Facts) -> dict[str, Any]:
    total = len(facts.asks)
    known = sum(judged(facts, ask.pk) for ask in facts.asks)
    if not facts.case.replied_at:
        return step("效", "尚未")
    if known and known == total:
        solved = sum(any(e.verdict == "solved" for e in rows) for rows in facts.effects.values())
        return step("效", f"{total} 条都已核实，见效 {solved} 条", "done" if solved else "part")
    if known:
        return step("效", f"{total} 条中 {known} 条已核实", "part")
    if facts.effects:
        return step("效", "只有单位自报，尚未核实")
    return step("效", "尚不知道")


def shared(facts: Facts) -> dict[str, Any]:
    row = getattr(facts.case, "publication", None)
    if row and row.withdrawn_at is None:
        return step("传", f"{md(row.published_at)} 公开", "done")
    if not facts.case.consent_public:
        return step("传", "提案人不同意公开")
    return step("传", "尚未")
