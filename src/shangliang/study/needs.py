"""培训需求: its words, checked."""

from collections.abc import Sequence
from datetime import date

from ..procedures.office_calendar import today
from ..procedures.verdicts import refuse
from .models import NeedsSurvey

MOST = 20


def words(row: NeedsSurvey, title: str, matters: Sequence[str], until: date) -> None:
    chosen = list(dict.fromkeys(m.strip()[:60] for m in matters if m.strip()))
    if not title.strip():
        raise refuse("请写名称。")
    if not 2 <= len(chosen) <= MOST:
        raise refuse(f"可选的内容写 2 到 {MOST} 条，一行一条。")
    if until < today():
        raise refuse("截止不能早于今天。")
    row.title, row.matters, row.until = title.strip()[:120], chosen, until
