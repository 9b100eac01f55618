"""Which papers a proposal has, who may have each, and what it still lacks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from ...engines.papers.official import Paper, missing_glyphs
from ..chain.facts import Facts
from . import letters, proposal_print, requests, transfer

Build = Callable[[Facts, int | None], Paper | None]
Lacks = Callable[[Facts, Any, int | None], list[str]]


@dataclass(frozen=True)
class Kind:
    """One paper: its address, its name, how it is built, what may be missing, who may have it."""

    key: str
    label: str
    build: Build
    lacks: Lacks
    may: Callable[[Facts], bool]


def everybody(facts: Facts) -> bool:
    return True


def handlers(facts: Facts) -> bool:
    """The office and the units at work."""
    return facts.office or bool(facts.mine)


def filed(facts: Facts) -> bool:
    return bool(facts.case.filed_at) and handlers(facts)


def has(kind: str) -> Callable[[Facts], bool]:
    def found(facts: Facts) -> bool:
        return any(r.kind == kind for r in facts.replies)

    return found


def rated_on_paper(facts: Facts) -> bool:
    return bool(facts.case.replied_at) and (facts.office or facts.proposer)


def asked(verb: str) -> Callable[[Facts], bool]:
    def found(facts: Facts) -> bool:
        return handlers(facts) and any(e.verb == f"assignment.{verb}" for e in facts.events)

    return found


KINDS = {
    kind.key: kind
    for kind in (
        Kind(
            "proposal",
            "提案印件",
            proposal_print.build,
            lambda f, p, of: proposal_print.missing(f, p),
            everybody,
        ),
        Kind(
            "transfer",
            "转办单",
            transfer.build_transfer,
            lambda f, p, of: transfer.missing_transfer(f, p),
            filed,
        ),
        Kind(
            "reply",
            "答复函",
            letters.build_reply,
            lambda f, p, of: letters.missing_letter(f, p, letters.pick(f, of, "reply")),
            has("reply"),
        ),
        Kind(
            "opinion",
            "会办意见",
            letters.build_opinion,
            lambda f, p, of: letters.missing_letter(f, p, letters.pick(f, of, "opinion")),
            has("opinion"),
        ),
        Kind(
            "feedback",
            "征询意见表",
            transfer.build_feedback,
            lambda f, p, of: transfer.missing_feedback(f, p),
            rated_on_paper,
        ),
        Kind("return", "申退单", requests.build_return, lambda f, p, of: [], asked("ask_return")),
        Kind(
            "extension",
            "延期办理申请表",
            requests.build_extension,
            lambda f, p, of: [],
            asked("ask_extension"),
        ),
    )
}


def entry(case_id: int, kind: Kind, of: int | None = None, suffix: str = "") -> dict[str, str]:
    """Label and the three addresses of one paper."""
    query = f"?of={of}" if of else ""
    return {
        "label": kind.label + suffix,
        "page": reverse("proposal-print", args=[case_id, kind.key]) + query,
        "docx": reverse("proposal-paper", args=[case_id, kind.key, "docx"]) + query,
        "pdf": reverse("proposal-paper", args=[case_id, kind.key, "pdf"]) + query,
    }


def offered(facts: Facts) -> list[dict[str, str]]:
    """The papers this seat may have now; letters once for each reply."""
    found = []
    for kind in KINDS.values():
        if not kind.may(facts):
            continue
        if kind.key in ("reply", "opinion"):
            for reply in (r for r in facts.replies if r.kind == kind.key):
                several = sum(r.kind == kind.key for r in facts.replies) > 1
                draft = "" if reply.state == "sent" else "（草稿）"
                suffix = f"：{reply.assignment.unit} 第 {reply.round} 轮" if several else ""
                found.append(entry(facts.case.pk, kind, reply.pk, suffix + draft))
        else:
            found.append(entry(facts.case.pk, kind))
    return found


def lacking(kind: Kind, facts: Facts, paper: Paper, of: int | None) -> list[str]:
    """What is missing, said on top of the sheet; characters no face can draw come last."""
    found = kind.lacks(facts, paper, of)
    strange = missing_glyphs("".join(texts(paper.context())))
    if strange:
        found.append(f"这些字本机没有字形，印出来会是空框：{' '.join(strange)}")
    return found


def texts(value: Any) -> list[str]:
    """Every text of a paper's content."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [t for item in value.values() for t in texts(item)]
    if isinstance(value, list):
        return [t for item in value for t in texts(item)]
    return []
