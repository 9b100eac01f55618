"""A sheet of questions read row by row: what is wrong is said by row, in the office's words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ..documents.models import Clause
from ..documents.queries import clauses
from ..engines.papers.intake import Table
from ..procedures.seat import Seat
from ..procedures.verdicts import Refused
from .bank import check_question
from .grading import bare
from .models import Bank, BankQuestion
from .sourcing import texts_of

HEADS = {
    "kind": ("题型", "类型"),
    "text": ("题目", "题干"),
    "answer": ("答案", "正确答案"),
    "document": ("文件", "出处文件", "文件名称"),
    "address": ("条目号", "条目", "条款"),
    "sentence": ("原句", "原文", "出处原句"),
}
LETTERS = "ABCDEFGH"
KINDS = {
    "单选": "single", "单选题": "single", "多选": "multiple", "多选题": "multiple", "判断": "judge",
    "判断题": "judge", "填空": "fill", "填空题": "fill",
}  # fmt: skip
YES, NO = {"对", "正确", "√", "是", "a"}, {"错", "错误", "×", "否", "b"}
MOST = 300
TEMPLATE = ("题型", "题目", *(f"选项{c}" for c in LETTERS[:5]), "答案", "文件", "条目号", "原句")


@dataclass
class Checked:
    """One row with what it means, or what is wrong with it."""

    number: int
    text: str
    kind: str = ""
    options: list[str] = field(default_factory=list)
    answer: list[Any] = field(default_factory=list)
    clause: Clause | None = None
    sentence: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def kind_label(self) -> str:
        return BankQuestion.Kind(self.kind).label if self.kind else "—"


class NoSheet(ValueError):
    """The sheet as a whole cannot be used."""


def rows_of(table: Table) -> list[dict[str, Any]]:
    """The rows under known heads, as plain text."""
    places: dict[str, int] = {}
    options: dict[int, int] = {}
    for place, head in enumerate(table.header):
        name = str(head or "").strip().upper()
        if found := re.fullmatch(r"(?:选项)?([A-H])", name):
            options[LETTERS.index(found[1])] = place
        for key, words in HEADS.items():
            if name in words:
                places.setdefault(key, place)
    missing = [HEADS[key][0] for key in HEADS if key not in places]
    if missing:
        raise NoSheet(f"没有找到这些列：{'、'.join(missing)}。可以下载样表照着填。")
    if len(table.rows) > MOST:
        raise NoSheet(f"一次最多 {MOST} 题。")
    out: list[dict[str, Any]] = []
    for number, cells in zip(table.row_numbers, table.rows, strict=True):
        row: dict[str, Any] = {key: said(cells[place]) for key, place in places.items()}
        row["options"] = [said(cells[options[n]]) for n in sorted(options)]
        row["number"] = number
        if any(row[key] for key in HEADS) or any(row["options"]):
            out.append(row)
    return out


def said(cell: Any) -> str:
    """A cell as text; a whole number without its point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell if cell is not None else "").strip()


def answer_of(kind: str, text: str) -> list[Any]:
    """Letters, right or wrong, or the words of a blank parted by ``|``. Raises ValueError."""
    if kind == "fill":
        return [word.strip() for word in re.split(r"[|｜]", text) if word.strip()]
    plain = text.strip().lower()
    if kind == "judge":
        if plain in YES:
            return [0]
        if plain in NO:
            return [1]
        raise ValueError(f"判断题的答案“{text}”看不懂，请写“对”或“错”")
    letters = re.sub(r"[\s,，、;；]", "", text.upper())
    if not letters or any(c not in LETTERS for c in letters):
        raise ValueError(f"答案“{text}”看不懂，请写选项的字母，如 B 或 ABD")
    return [LETTERS.index(c) for c in letters]


def check(seat: Seat, bank: Bank, rows: Sequence[dict[str, Any]]) -> list[Checked]:
    """Each row against the bank and the texts; a fixed number of questions, whatever the count."""
    titles = {str(row["document"]).strip("《》 ") for row in rows}
    by_title: dict[str, list[Clause]] = {}
    for clause in clauses(seat).filter(intake__title__in=titles):
        by_title.setdefault(clause.intake.title, []).append(clause)
    texts = texts_of({c.intake_id for rows_ in by_title.values() for c in rows_}, seat.committee_id)
    asked = {
        bare(text): 0
        for text in BankQuestion.objects.filter(
            committee_id=seat.committee_id, bank=bank
        ).values_list("text", flat=True)
    }
    out = []
    for row in rows:
        made = Checked(
            int(row["number"]), str(row["text"]).strip(), sentence=str(row["sentence"]).strip()
        )
        out.append(made)
        read_question(made, row)
        read_source(made, row, by_title, texts)
        key = bare(made.text)
        if key and key in asked:
            first = asked[key]
            made.errors.append(f"和第 {first} 行重复" if first else "题库里已经有这道题")
        asked.setdefault(key, made.number)
    return out


def read_question(made: Checked, row: dict[str, Any]) -> None:
    """Kind, options, answer."""
    kind = KINDS.get(str(row["kind"]).strip(), "")
    if not kind:
        made.errors.append(f"题型“{row['kind']}”不认识，请写单选、多选、判断或填空")
        return
    options = [str(o).strip() for o in row["options"]]
    while options and not options[-1]:
        options.pop()
    if kind in ("single", "multiple") and "" in options:
        made.errors.append(f"选项{LETTERS[options.index('')]}是空的，后面却还有选项")
        return
    made.kind = kind
    try:
        made.options, made.answer = check_question(
            kind, made.text, options, answer_of(kind, str(row["answer"]))
        )
    except ValueError as error:
        made.errors.append(str(error))
    except Refused as refused:
        made.errors.append(str(refused).rstrip("。"))


def read_source(
    made: Checked,
    row: dict[str, Any],
    by_title: dict[str, list[Clause]],
    texts: dict[int, str],
) -> None:
    """The clause by its text's name and address, and the sentence in that text."""
    title, address = str(row["document"]).strip("《》 "), str(row["address"]).strip()
    if title not in by_title:
        made.errors.append(f"没有拆出条目的文件《{title}》" if title else "没有写文件")
        return
    found = [c for c in by_title[title] if c.address == address]
    if not found:
        made.errors.append(f"《{title}》里没有条目“{address}”" if address else "没有写条目号")
        return
    made.clause = found[0]
    words = bare(made.sentence)
    if len(words) < 4:
        made.errors.append("没有写原句")
    elif words not in texts[found[0].intake_id]:
        made.errors.append(f"《{title}》里找不到这一句原句")
