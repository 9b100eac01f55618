"""学习内容: its words and hours, checked."""

from ..procedures.verdicts import refuse
from .models import StudyItem

MOST_HOURS = 80


def words(row: StudyItem, kind: str, title: str, text: str, hours: int, induction: bool) -> None:
    """The fields of an item. Raises Refused."""
    if kind not in StudyItem.Kind.values:
        raise refuse("请选学习方式。")
    if not title.strip():
        raise refuse("请写学什么。")
    if not 0 <= hours <= MOST_HOURS:
        raise refuse(f"学时在 0 到 {MOST_HOURS} 之间。")
    row.kind, row.title = kind, title.strip()[:120]
    row.text, row.hours = text.strip()[:2000], hours
    row.induction = induction
