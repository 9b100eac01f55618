"""A participant's own place: answers, the group they answered most like, what all share."""

from typing import Any

from ..engines.opinion.published import map_of
from .answers import FEW, running
from .became import followed, words
from .models import Participant, Round

ENOUGH = 7  # answers before any result is shown: nobody is led by the others
TONES = ("act", "near", "ok", "hint", "ink")
SHAPES = ("●", "▲", "■", "◆", "✚")
ENDS = {
    "core": "大家都同意（或都不同意）",
    "near": "接近一致",
    "different": "还有分歧",
    "minority": "有一拨人不这么看",
    "open": "还说不准",
}
ANSWERS = {1: "同意", 0: "说不准", -1: "不同意"}


def answers_of(who: Participant) -> dict[int, int]:
    """{statement's number: the last answer}."""
    return dict(
        who.votes.filter(statement__state="shown")
        .order_by("id")
        .values_list("statement__number", "value")
    )


def endings(round_: Round) -> dict[int, dict[str, Any]]:
    """{statement's number: how it ended, what became of it}, once the result is published."""
    if not hasattr(round_, "outcome"):
        return {}
    became: dict[int, list[str]] = {}
    for row in followed(round_):
        became.setdefault(row.statement.number if row.statement else 0, []).append(words(row))
    return {
        row["statement"]: {
            "ended": ENDS.get(row["kind"], ""),
            "became": became.get(row["statement"], []),
        }
        for row in round_.outcome.answer["rows"]
    }


def place_on_sheet(x: float, y: float) -> tuple[float, float]:
    """On the drawing sheet of 700 by 380."""
    return 70 + 560 * x, 40 + 300 * (1 - y)


def marks_of(points: list[tuple[float, float, str]], order: list[str]) -> list[dict[str, Any]]:
    """The points as they are drawn: place, shape and tone of the group."""
    out = []
    for x, y, group in points:
        n = order.index(group) if group in order else None
        left, top = place_on_sheet(x, y)
        out.append(
            {
                "x": left,
                "y": top,
                "shape": "◇" if n is None else SHAPES[n % 5],
                "tone": "ink" if n is None else TONES[n % 5],
            }
        )
    return out


def place_of(round_: Round, who: Participant) -> dict[str, Any]:
    """What the page of one's own shows."""
    given = answers_of(who)
    texts: dict[Any, str] = dict(
        round_.statements.filter(state="shown").values_list("number", "text")
    )
    ids = dict(round_.statements.filter(state="shown").values_list("number", "pk"))
    ends = endings(round_)
    rows = [
        {"number": n, "text": texts[n], "answer": ANSWERS[v], "pk": ids[n], "value": v}
        | ends.get(n, {})
        for n, v in sorted(given.items())
        if n in texts
    ]
    need = min(ENOUGH, len(texts))
    found: dict[str, Any] = {"rows": rows, "need": need, "left": max(0, need - len(rows))}
    if len(rows) < need or round_.people.count() < 2 * FEW:
        return found | {"few": len(rows) >= need}
    opinion = running(round_)
    group = opinion.group_of().get(who.number)
    names = round_.outcome.names if hasattr(round_, "outcome") else {}
    called = {g.id: names.get(str(g.id)) or f"第 {n} 组" for n, g in enumerate(opinion.groups, 1)}
    points, own = map_of(opinion, who.number)
    mine = next((g for g in opinion.groups if g.id == group), None)
    return found | {
        "known": True,
        "one_group": not opinion.groups,
        "group": called[mine.id] if mine and mine.size >= FEW else "",
        "size": mine.size if mine else 0,
        "people": opinion.participants,
        "late": own is None,
        "marks": marks_of(points, [str(g.id) for g in opinion.groups]),
        "own": own and place_on_sheet(*own),
        "groups": [
            {
                "shape": SHAPES[n % 5],
                "tone": TONES[n % 5],
                "name": called[g.id],
                "size": g.size,
                "mine": g.id == group,
            }
            for n, g in enumerate(opinion.groups)
            if g.size >= FEW
        ],
        "typical": [
            (t, texts.get(t.statement, "")) for t in opinion.representative.get(group, ())[:3]
        ]
        if group is not None
        else [],
        "core": [texts.get(a.statement, "") for a in opinion.consensus_agree[:5]],
        "apart": [texts.get(d.statement, "") for d in opinion.divisive[:3]],
    }
