"""One next step in words for each duty of a unit: what to do now, and where."""

from dataclasses import dataclass

from django.urls import reverse

from ..flow.answers import co_units, unanswered
from ..models import Assignment, Reply


@dataclass(frozen=True)
class Step:
    """``url`` with ``post``: a button that does it; without: a link to the page for it."""

    words: str
    label: str = ""
    url: str = ""
    post: bool = False
    waiting: bool = False  # somebody else is to act


def list_of(orders: list[int]) -> str:
    """第 2、3 条."""
    return f"第 {'、'.join(map(str, orders))} 条"


def step_of(row: Assignment, reply: Reply | None, countersign: int | None = None) -> Step:
    """``reply``: the unit's own of this round, with answers at hand. ``countersign``: the id of a
    reply that waits for this unit's countersign."""
    if countersign and row.state != "contested":
        return Step("主办单位请会签答复", "看答复，会签", reverse("reply", args=[countersign]))
    if row.state == "issued":
        url = reverse("do", args=["assignment", "accept", row.pk])
        return Step("先签收；不属本单位的，在申退期内申退", "签收", url, post=True)
    if row.state == "contested":
        return Step("已申退，等交办机构答复；答复前照常准备", waiting=True)
    if row.state == "accepted":
        return writing(row, reply)
    if row.state == "done":
        return Step("已办复", waiting=True)
    return Step("不再承办", waiting=True)


def writing(row: Assignment, reply: Reply | None) -> Step:
    """From signing to the sent reply."""
    what = "答复" if row.answers_itself else "会办意见"
    if reply is None:
        url = reverse("assignment-reply", args=[row.pk])
        if row.round > 1:
            redo = [r.order for r in row.submission.recommendations.all() if r.state == "redo"]
            return Step(f"重办{list_of(redo)}，重新答复", "写答复", url, post=True)
        words = "先与提案人沟通，再写答复" if row.answers_itself else "给主办单位写会办意见"
        return Step(words, f"写{what}", url, post=True)
    url = reverse("reply", args=[reply.pk])
    if reply.state == "countersigning":
        if waiting := getattr(reply, "waiting", 0):  # counted by the desk's own question
            return Step(f"等 {waiting} 个会办单位会签", "看会签", url, waiting=True)
        return Step("会签都回来了，可以送审", "送审", url)
    if reply.state == "checking":
        return Step("已送审，等督办机构审核", "看答复", url, waiting=True)
    if reply.state == "sent":
        return Step("已办复", "看答复", url, waiting=True)
    if reply.rejected_because:
        return Step("审核退回，按意见重拟", "改答复", url)
    left = unanswered(reply)
    if left:
        return Step(f"还没答{list_of(left)}", f"写{what}", url)
    # Whether the log satisfies the rulebook is the page's to say; the desk says when there is none.
    if row.answers_itself and not getattr(row, "talked", True):
        return Step("逐条都写了，还没有沟通记录", "记沟通", f"{url}#contact")
    if reply.kind == Reply.Kind.REPLY and reply.rules.steps.get("countersign") and co_units(reply):
        return Step("逐条都写了，送会办单位会签", "送会签", url)
    return Step("逐条都写了，检查后送出", "检查送出", url)
