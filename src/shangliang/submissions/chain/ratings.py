"""评价 with its shield: each reader sees what that reader may, and who may see what is written."""

from collections import Counter
from dataclasses import dataclass, field

from ...procedures.seat import Role
from ..models import Rating
from .facts import Facts
from .waiting import rated

OFFICE = "每位提案人单独评。提案委和督办机构看得到件数和意见；承办单位只看到哪几条要重办，看不到谁怎么评。"
PROPOSER = "您的评价只有您和提案委、督办机构看得到；承办单位只看到哪几条要重办，看不到谁怎么评。"
UNIT = "提案人单独评价。本单位只看到评了几人、哪几条要重办，看不到谁怎么评。"
OTHERS = "评价由提案人单独作出，不对其他人显示。"


@dataclass
class RatingCard:
    """What the card shows to this seat."""

    head: str
    shield: str
    counts: list[tuple[str, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)
    own: list[Rating] = field(default_factory=list)
    empty: str = ""


def rating_card(facts: Facts) -> RatingCard | None:
    """None before there is anything to rate."""
    case = facts.case
    if not case.replied_at or case.state == "merged":
        return None  # what was merged is rated with the lead
    number = max((r.round for r in facts.ratings), default=case.round)
    rows = [r for r in facts.ratings if r.round == number]
    done, asked = rated(facts)
    if number != case.round:
        done = len({r.person_id for r in rows})
    head = f"第 {number} 轮，{asked} 人已评 {done} 人"
    redo = sorted({n for r in rows for n in r.redo})
    own = [r for r in facts.ratings if r.person_id == facts.seat.person_id]
    empty = "" if rows else "还没有人评。答复送达后，提案人在这里逐条看、逐条评。"
    if facts.seat.has(Role.CLERK, Role.SUPERVISOR, Role.SECOND_REVIEWER):
        scores = Counter(r.result for r in rows)
        counts = [(label, scores.get(value, 0)) for value, label in Rating.Score.choices]
        said = {r.person_id: r for r in rows if r.text}  # one text, however many units are rated
        texts = [r.text + ("（纸面，代录）" if r.on_paper else "") for r in said.values()]
        return RatingCard(head, OFFICE, counts, texts, redo, empty=empty)
    if own or facts.proposer:
        return RatingCard(head, PROPOSER, own=own, redo=redo, empty=empty)
    if facts.mine:
        return RatingCard(head, UNIT, redo=redo, empty=empty)
    return RatingCard(head, OTHERS)
