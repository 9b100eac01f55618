"""Verbs on one thing read out of a text: accept, mend, refuse, put by, settle a doubt, hand over."""

import math
import re
from datetime import date

from django.utils import timezone

from ...actors.models import Actor
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..flow import EXTRACT
from ..models import Extract
from ..readings.accepting import accepted
from ..readings.propose import figure_words

K = Extract.Kind
SPLIT = re.compile(r"[、，,；;\s]+")
LISTS = ("lead", "partners")
# Why a proposal was wrong; counted and exported, so that the reading can be mended (E9).
WRONG = {
    "not_one": "这不是一项",
    "unit": "单位不对",
    "date": "期限不对",
    "value": "数或单位不对",
    "bounds": "句子截得不对",
    "twice": "重复了",
    "other": "别的",
}
# What a person says to a doubt. The text itself is never changed.
ANSWERS = {
    "keep": "保持原文",
    "check": "标“待核”",
    "slip": "是笔误，照建议理解",
    "own": "另有说明",
}
# What of a proposal a person may put right, by kind; the sentence itself is the source's.
MENDED: dict[K, dict[str, type]] = {
    K.TASK: {"lead": str, "partners": str, "due": str},
    K.INDICATOR: {"region": str, "indicator": str, "value": float, "unit": str, "period": str,
                  "sort": str},
    K.GAP: {"target": str},
    K.TOPIC: {"form": str, "aim": str},
    K.CLAUSE: {"address": str, "level": int},
}  # fmt: skip
ACTS = {"assigned": "交办", "instruction": "批示", "claimed": "认领"}


def decided(case: Extract, seat: Seat) -> None:
    case.decided_by_id, case.decided_at = seat.person_id, timezone.now()


@verb(EXTRACT, "accept", Extract)
def accept(case: Extract, seat: Seat) -> Done:
    """Read rightly. What this writes, its kind says (readings/accepting.py)."""
    state = accepted(case, seat)
    decided(case, seat)
    return Done(to=state, detail={"kind": case.kind, "made": case.made_type, "id": case.made_id})


@verb(EXTRACT, "settle", Extract)
def settle(case: Extract, seat: Seat, *, answer: str, note: str = "") -> Done:
    """A doubt answered by a person; the answer stands beside the sentence."""
    if answer not in ANSWERS:
        raise refuse("请选怎么定。")
    if answer == "own" and not note.strip():
        raise refuse("请写说明。")
    case.answer, case.note = answer, note.strip()[:300]
    decided(case, seat)
    return Done(detail={"kind": case.kind, "answer": answer})


@verb(EXTRACT, "mend", Extract)
def mend(case: Extract, seat: Seat, *, title: str, data: dict[str, object] | None = None) -> Done:
    """Other words or values than were proposed; the sentence itself is the source's and stays."""
    words = title.strip()
    case.data = case.data | mended(K(case.kind), data or {})
    if case.kind == K.INDICATOR and data:
        words = figure_words(case.data)
    if not words:
        raise refuse("拟定的内容不能空着。")
    case.title = words[:400]
    case.data["mended"] = True
    return Done(detail={"kind": case.kind})


def mended(kind: K, data: dict[str, object]) -> dict[str, object]:
    """The fields put right, each of its kind. Raises Refused."""
    out: dict[str, object] = {}
    for name, value in data.items():
        form = MENDED.get(kind, {}).get(name)
        if form is None:
            raise refuse(f"这一项没有“{name}”可改。")
        try:
            given = str(value).strip()[:200]
            if form is str:
                out[name] = [w for w in SPLIT.split(given) if w] if name in LISTS else given
            elif given:
                out[name] = form(given.replace("−", "-").replace(",", ""))
        except ValueError:
            raise refuse(f"“{value}”不是一个数。") from None
    if (number := out.get("value")) is not None and not math.isfinite(float(str(number))):
        raise refuse("数值要是一个普通的数。")
    return out


@verb(EXTRACT, "refuse", Extract)
def refuse_extract(case: Extract, seat: Seat, *, reason: str = "other", note: str = "") -> Done:
    """不对: counted by reason; exported with the sentence."""
    if reason not in WRONG:
        raise refuse("请选哪里不对。")
    case.answer, case.note = reason, note.strip()[:300]
    decided(case, seat)
    return Done(detail={"kind": case.kind, "reason": reason, "origin": case.origin})


@verb(EXTRACT, "park", Extract)
def park(case: Extract, seat: Seat) -> Done:
    """Put by; it does not hold the text open."""
    return Done(detail={"kind": case.kind})


@verb(EXTRACT, "bring_back", Extract)
def bring_back(case: Extract, seat: Seat) -> Done:
    """Undecided again."""
    case.answer, case.note = "", ""
    case.decided_by_id, case.decided_at = None, None
    return Done(detail={"kind": case.kind})


@verb(EXTRACT, "hand_over", Extract)
def hand_over(
    case: Extract,
    seat: Seat,
    *,
    owner: int | None,
    partners: list[int] | None = None,
    due_on: date | None = None,
    title: str = "",
    basis_kind: str = "assigned",
    basis_by: str = "",
    basis_on: date | None = None,
) -> Done:
    """立为任务: by 交办, 批示 or 认领, said by whom and when. The sentence is the task's source."""
    if owner is None:
        raise refuse("请选责任单位。没有责任单位的话只是要求，不是任务。")
    if basis_kind not in ACTS:
        raise refuse("请选依据：交办、批示或认领。")
    if not basis_by.strip():
        raise refuse("请写谁交办、谁批示或谁认领的。没有这个行为，讲话里的话不成任务。")
    if not Actor.objects.filter(pk=owner, committee_id=case.committee_id, active=True).exists():
        raise refuse("没有这个责任单位。")
    intake = case.intake
    words = (title or case.title).strip() or case.text
    task = assign_task(
        seat,
        title=words[:300],
        owner=owner,
        partners=tuple(partners or ()),
        due_on=due_on,
        basis=f"《{intake.title}》第{case.first}行"[:200],
        source_type="extract",
        source_id=case.pk,
        case_type=intake.about_type or "intake",
        case_id=intake.about_id if intake.about_type else intake.pk,
        basis_kind=basis_kind,
        basis_by=basis_by.strip(),
        basis_on=basis_on,
    )
    case.made_type, case.made_id = "task", task.pk
    case.title = words[:400]
    decided(case, seat)
    return Done(detail={"kind": case.kind, "task": task.pk, "unit": owner, "basis": basis_kind})
