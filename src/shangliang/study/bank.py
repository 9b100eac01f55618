"""题库和题目: a question stands on a sentence that is found in its text, or it is not taken."""

from collections.abc import Sequence
from typing import Any

from ..documents.models import Clause
from ..documents.queries import clauses
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .grading import bare
from .models import Bank, BankQuestion
from .sourcing import texts_of

JUDGE = ["对", "错"]


MOST_OPTIONS = 8


def check_bank(seat: Seat, title: str, but: int | None = None) -> None:
    if not title.strip():
        raise refuse("请写题库的名称。")
    rows = Bank.objects.filter(committee_id=seat.committee_id, title=title.strip()[:80])
    if rows.exclude(pk=but or 0).exists():
        raise refuse(f"已经有题库“{title.strip()}”。")


def check_question(
    kind: str, text: str, options: Sequence[str], answer: Sequence[int | str]
) -> tuple[list[str], list[Any]]:
    """Options and answer as they are kept. Raises Refused with what is missing."""
    if kind not in BankQuestion.Kind.values:
        raise refuse("请选题型：单选、多选、判断、填空。")
    if not text.strip():
        raise refuse("请写题目。")
    if len(text.strip()) > 500:
        raise refuse("题目最多 500 字。")
    if kind == BankQuestion.Kind.FILL:
        words = [str(w).strip() for w in answer if str(w).strip()]
        if not words:
            raise refuse("请写填空的答案。")
        return [], words
    chosen = JUDGE if kind == BankQuestion.Kind.JUDGE else [o.strip() for o in options if o.strip()]
    if len(chosen) < 2:
        raise refuse("至少写两个选项。")
    if len(chosen) > MOST_OPTIONS:
        raise refuse(f"最多 {MOST_OPTIONS} 个选项。")
    if len({bare(o) for o in chosen}) != len(chosen):
        raise refuse("有两个选项是一样的。")
    places = sorted({int(n) for n in answer})
    if not places:
        raise refuse("请写答案。")
    if places[-1] >= len(chosen):
        raise refuse(f"答案写的是第 {places[-1] + 1} 个选项，只有 {len(chosen)} 个选项。")
    if kind != BankQuestion.Kind.MULTIPLE and len(places) != 1:
        raise refuse("单选和判断只能有一个答案；有几个答案的请选多选。")
    if kind == BankQuestion.Kind.MULTIPLE and len(places) < 2:
        raise refuse("多选至少有两个答案；只有一个的请选单选。")
    return list(chosen), places


def check_sentence(clause: Clause, sentence: str) -> str:
    """The sentence, if it stands in the text of the clause. Raises Refused."""
    words = sentence.strip()
    if len(bare(words)) < 4:
        raise refuse("请写原句：答案在文件里的那一句，照原文。")
    text = texts_of([clause.intake_id], clause.committee_id)[clause.intake_id]
    if bare(words) not in text:
        raise refuse(f"《{clause.intake.title}》里找不到这一句，请照原文写。")
    return words[:1000]


def clause_of(seat: Seat, pk: int) -> Clause:
    found = clauses(seat).filter(pk=pk).first()
    if found is None:
        raise refuse("没有这个条目，请从表里选。出题前先在“文件拆解”里采纳条目。")
    return found


def write(
    row: BankQuestion,
    seat: Seat,
    kind: str,
    text: str,
    options: Sequence[str],
    answer: Sequence[int | str],
    clause: Clause,
    sentence: str,
) -> None:
    row.options, row.answer = check_question(kind, text, options, answer)
    same = BankQuestion.objects.filter(
        committee_id=seat.committee_id, bank_id=row.bank_id, text=text.strip()
    )
    if same.exclude(pk=row.pk).exists():
        raise refuse("这个题库里已经有这道题。")
    row.kind, row.text = kind, text.strip()
    row.clause, row.sentence = clause, check_sentence(clause, sentence)
    row.seen_version = clause.intake.version
    row.save()
