"""逐条答复: each ask with its answer, grade, promise, where it stands and what came of it."""

from typing import Any

from ..models import Answer, Recommendation
from .facts import Facts
from .lamps import Light, light_of, light_of_day
from .waiting import ENDED

# Red is for what is overdue or unanswered (docs/architecture.md); no effect asks for care.
VERDICT_TONE = {"solved": "ok", "partly": "near", "not": "near", "unknown": ""}


def ask_rows(facts: Facts) -> list[dict[str, Any]]:
    """Rows for ``parts/asks.html``, in the proposer's own order."""
    return [row_of(facts, ask) for ask in facts.asks]


def answers_to(facts: Facts, ask: Recommendation) -> list[Answer]:
    """Delivered answers of the latest round that answered it; one for each answering unit."""
    sent = [
        a
        for a in facts.answers
        if a.recommendation_id == ask.pk
        and a.reply.state == "sent"
        and a.reply.kind == "reply"
        and a.text
    ]
    last = max((a.reply.round for a in sent), default=0)
    return [a for a in sent if a.reply.round == last]


def each_says(given: list[Answer]) -> str:
    """What several units answered, each named, in one sentence of the table."""
    said = [f"{a.reply.assignment.unit}：{a.text.strip().rstrip('。；')}" for a in given]
    return "；".join(said) + "。" if said else ""


def row_of(facts: Facts, ask: Recommendation) -> dict[str, Any]:
    given = answers_to(facts, ask)
    answer = given[0] if given else None
    delivered = any(r.state == "sent" and r.kind == "reply" for r in facts.replies)
    promised = {g.code for g in facts.case.rules.grades if g.means == "promised"}
    grade = answer.grade or answer.reply.grade if answer else ""
    changed = answer and answer.reply.grade_by_unit not in ("", answer.reply.grade)
    light = now(facts, ask, answer)
    effect = effect_of(facts, ask)
    return {
        "pk": ask.pk,
        "n": ask.order,
        "title": ask.text,
        "unit": str(ask.addressee) if ask.addressee else "",
        "answer": given[0].text if len(given) == 1 else each_says(given),
        "unanswered": "答复没有涉及此条" if delivered and not given else "",
        "grade": grade,
        "grade_note": f"整件由 {answer.reply.grade_by_unit} 改定 {answer.reply.grade}"
        if answer and changed
        else "",
        "due": answer.promise_due if answer else None,
        "due_missing": bool(answer and grade in promised and not answer.promise_due),
        "light": light.light,
        "word": light.word,
        "task_id": getattr(ask, "task_id", None),
        **effect,
    }


def now(facts: Facts, ask: Recommendation, answer: Answer | None) -> Light:
    """Where one ask stands today."""
    case = facts.case
    task = getattr(ask, "task_state", None)
    if ask.state == "redo":
        return Light("yellow", "重办")
    if task == "verified":
        return Light("done", "承诺已核实")
    if task == "reported":
        return Light("yellow", "报结待核实")
    if task == "doing":
        return light_of_day(ask.task_due, case.committee_id)  # type: ignore[attr-defined]
    if answer:
        grade = case.rules.grade(answer.grade or answer.reply.grade)
        words = {"solved": "单位答已办", "promised": "列入计划", "explained": "已说明"}
        return Light("done", words.get(grade.means if grade else "", "已答复"))
    if case.state == "handling":
        clock = next((c for c in facts.clocks if c.running and c.kind == "reply"), None)
        return light_of(clock, case.rules) if clock else Light("yellow", "待答复")
    if case.state in ("replied", "closed"):
        return Light("red", "未答")
    elsewhere = {"merged": "随主案办理", "divided": "随分出的件办理"}
    if case.state in ENDED:
        return Light("pause", elsewhere.get(case.state, "不作提案办理"))
    return Light("pause", elsewhere.get(case.state, "还没到办理"))


def effect_of(facts: Facts, ask: Recommendation) -> dict[str, str]:
    """The latest judged effect, or a self-reported one marked so; nothing is not green."""
    rows = facts.effects.get(ask.pk, [])
    judged = [e for e in rows if e.judge_id]
    if judged:
        last = judged[-1]
        note = f"{last.measure}：{last.baseline} → {last.value or '—'}"
        return {
            "effect": last.get_verdict_display(),
            "effect_tone": VERDICT_TONE[last.verdict],
            "effect_note": note,
        }
    if not rows:
        return {"effect": "", "effect_tone": "", "effect_note": ""}
    last = rows[-1]
    word, tone = ("单位自报", "self") if last.self_reported else ("待核实", "near")
    note = f"{last.measure}：{last.baseline} → {last.value or '—'}"
    return {"effect": word, "effect_tone": tone, "effect_note": note}


def summary(facts: Facts, rows: list[dict[str, Any]]) -> str:
    """4 条建议：见效 1，单位自报 1，重办 1，未答 1."""
    words = [
        (sum(r["effect"] == "见效" for r in rows), "见效"),
        (sum(r["effect"] == "部分见效" for r in rows), "部分见效"),
        (sum(r["effect"] == "未见效" for r in rows), "未见效"),
        (sum(r["effect"] == "单位自报" for r in rows), "单位自报"),
        (sum(a.state == "redo" for a in facts.asks), "重办"),
        (sum(bool(r["unanswered"]) for r in rows), "未答"),
    ]
    said = "，".join(f"{word} {count}" for count, word in words if count)
    return f"{len(rows)} 条建议" + (f"：{said}" if said else "")
