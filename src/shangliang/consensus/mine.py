"""A participant's own place: answers, the group they answered most like, what all share."""

from typing import Any

from .answers import FEW, analysed
from .models import Participant, Round

ENOUGH = 7  # answers before any result is shown: nobody is led by the others
ANSWERS = {1: "同意", 0: "说不准", -1: "不同意"}


def answers_of(who: Participant) -> dict[int, int]:
    """{statement's number: the last answer}."""
    return dict(
        who.votes.filter(statement__state="shown")
        .order_by("id")
        .values_list("statement__number", "value")
    )


def place_of(round_: Round, who: Participant) -> dict[str, Any]:
    """What the page of one's own shows."""
    given = answers_of(who)
    texts: dict[Any, str] = dict(
        round_.statements.filter(state="shown").values_list("number", "text")
    )
    ids = dict(round_.statements.filter(state="shown").values_list("number", "pk"))
    rows = [
        {"number": n, "text": texts[n], "answer": ANSWERS[v], "pk": ids[n], "value": v}
        for n, v in sorted(given.items())
        if n in texts
    ]
    need = min(ENOUGH, len(texts))
    found: dict[str, Any] = {"rows": rows, "need": need, "left": max(0, need - len(rows))}
    if len(rows) < need or round_.people.count() < 2 * FEW:
        return found | {"few": len(rows) >= need}
    opinion = analysed(round_)
    group = opinion.group_of().get(who.number)
    names = getattr(round_, "outcome", None) and round_.outcome.names or {}
    mine = next((g for g in opinion.groups if g.id == group), None)
    return found | {
        "known": True,
        "one_group": not opinion.groups,
        "group": names.get(str(group), f"第 {group} 组") if mine and mine.size >= FEW else "",
        "size": mine.size if mine else 0,
        "people": opinion.participants,
        "typical": [
            (t, texts.get(t.statement, "")) for t in opinion.representative.get(group, ())[:3]
        ]
        if group is not None
        else [],
        "core": [texts.get(a.statement, "") for a in opinion.consensus_agree[:5]],
        "apart": [texts.get(d.statement, "") for d in opinion.divisive[:3]],
    }
