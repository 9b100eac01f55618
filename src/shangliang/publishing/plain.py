"""Plain words for everybody: no term of the trade stays unexplained on a public page."""

from typing import Any

from ..journal.models import Event
from ..submissions.models import Answer, Recommendation, Reply, Submission
from ..web.tagkit.dates import cn_date, md
from .queries import OpenCase

STATES = {
    "filed": "政协已立案，正在确定由哪个单位办",
    "handling": "承办单位正在办",
    "replied": "承办单位已答复，提案人正在评",
    "closed": "已办结",
}
TONES = {"filed": "act", "handling": "act", "replied": "near", "closed": "ok"}
VERDICTS = {
    "solved": ("核实见效", "ok"),
    "partly": ("部分见效", "near"),
    "not": ("未见效", "near"),
}


def sentence(event: Event, found: OpenCase) -> tuple[str, str] | None:
    """(what happened, a line more), or nothing for an act that says nothing to the public."""
    detail = event.detail
    lead = "、".join(str(a.unit) for a in found.units if a.answers_itself)
    co = "、".join(str(a.unit) for a in found.units if not a.answers_itself)
    orders = "、".join(map(str, detail.get("asks") or []))
    said = {
        "proposal.submit": ("提案人交上来", ""),
        "proposal.approve": ("提案单位盖章交上来", ""),
        "proposal.file": ("政协审查后立案", f"编为第 {detail.get('number', 0):04d} 号。"),
        "proposal.assign": (
            f"交给{lead}办" if lead else "交给承办单位办",
            f"{co}一起办。" if co else "",
        ),
        "proposal.rehandle": (f"请单位重新办第 {orders} 条", ""),
        "proposal.close": ("办结", "答应的事继续跟到核实。"),
        "proposal.list_as_key": ("列为重点提案", "由政协领导带头督办。"),
        "proposal.award": ("评为优秀提案", ""),
        "proposal.publish": ("在这里公开", ""),
    }
    if event.verb == "effect.judge":
        word, _ = VERDICTS.get(detail.get("verdict", ""), ("", ""))
        order = f"第 {detail['order']} 条" if detail.get("order") else "成效"
        return (f"{order}{word}", "由承办单位以外的人核实。") if word else None
    return said.get(event.verb)


def story(found: OpenCase) -> list[dict[str, Any]]:
    """Rows for ``parts/timeline.html``; the reply stands where it was delivered."""
    rows: list[tuple[Any, dict[str, Any]]] = []
    for event in found.events:
        told = sentence(event, found)
        if told:
            cross = event.verb == "proposal.assign"
            kind = "k-late" if event.verb == "proposal.rehandle" else "k-ok"
            rows.append(
                (
                    event.at,
                    {
                        "when": md(event.at),
                        "title": told[0],
                        "text": told[1],
                        "kind": kind,
                        "cross": cross,
                    },
                )
            )
    for reply in {a.reply_id: a.reply for kept in found.answers.values() for a in kept}.values():
        rows.append(
            (
                reply.sent_at,
                {
                    "when": md(reply.sent_at),
                    "title": f"{reply.assignment.unit}答复",
                    "text": "逐条答复在上面。",
                    "kind": "k-ok",
                },
            )
        )
    ordered = [row for _, row in sorted(rows, key=lambda pair: pair[0])]
    last = found.case.state
    if last != "closed":
        ordered.append({"when": "现在", "title": STATES[last], "kind": "k-now"})
    return ordered


def answer_words(found: OpenCase, answer: Answer) -> str:
    """The answer as far as its unit opened it."""
    reply, publication = answer.reply, found.case.publication
    if reply.publicity == Reply.Publicity.NONE or not reply.secrecy_checked:
        return "答复不予公开。"
    if not (publication.show_reply and found.full and reply.publicity == Reply.Publicity.FULL):
        return "已答复，全文不公开。"
    return answer.text


def ask_rows(found: OpenCase) -> list[dict[str, Any]]:
    """Each ask in the proposer's words, the answer, the promise, what became of it."""
    rows = []
    for ask in found.asks:
        kept = found.answers.get(ask.pk, [])
        effect = found.effects.get(ask.pk)
        rows.append(
            {
                "n": ask.order,
                "text": ask.text if found.full else f"第 {ask.order} 条建议",
                "unit": str(ask.addressee) if ask.addressee else "",
                "answers": [
                    {
                        "unit": str(a.reply.assignment.unit),
                        "text": answer_words(found, a),
                        "promise": promise(a),
                    }
                    for a in kept
                ],
                "now": now(found.case, ask, kept),
                "effect": outcome(effect) if effect else None,
            }
        )
    return rows


def promise(answer: Answer) -> str:
    """What was promised until when; a date is no secret."""
    if not answer.promise_due:
        return ""
    return f"答应 {cn_date(answer.promise_due)}前办好"


def now(case: Submission, ask: Recommendation, kept: list[Answer]) -> str:
    task = getattr(ask, "task_state", None)
    if task == "verified":
        return "答应的事已核实办到"
    if task in ("doing", "reported"):
        return f"正在办，到 {cn_date(ask.task_due)}"  # type: ignore[attr-defined]
    if ask.state == "redo":
        return "正在重新办"
    if kept:
        grade = case.rules.grade(kept[0].grade or kept[0].reply.grade)
        words = {
            "solved": "单位说已办",
            "promised": "列入计划",
            "explained": "现在办不到，说明了理由",
        }
        return words.get(grade.means if grade else "", "已答复")
    return "还没有答复" if case.state != "closed" else "没有答复"


def outcome(effect: Any) -> dict[str, str]:
    """原来 → 现在, and that somebody else looked."""
    word, tone = VERDICTS.get(effect.verdict, ("尚不知道", ""))
    change = f"{effect.measure}：原来 {effect.baseline}，现在 {effect.value or '—'}"
    return {"word": word, "tone": tone, "change": change, "day": md(effect.judged_at)}
