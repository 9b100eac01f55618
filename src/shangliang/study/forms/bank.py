"""Forms of the bank and its questions."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..bank_sheet import LETTERS, answer_of
from ..models import Bank, BankQuestion
from .fields import clause_choices, line, words


class MakeBank(forms.Form):
    """建题库."""

    title = line("名称", 80)
    about = line("说明", 300, required=False)
    practice = forms.BooleanField(label="大家可以练习", required=False, initial=True)


@form_of("bank", "edit_bank")
class EditBank(VerbForm):
    title = line("名称", 80)
    about = line("说明", 300, required=False)
    practice = forms.BooleanField(label="大家可以练习", required=False)

    def prepare(self) -> None:
        for name in self.fields:
            self.initial.setdefault(name, getattr(self.case, name))


class QuestionWords(VerbForm):
    """A question with its source."""

    kind = forms.ChoiceField(label="题型", choices=BankQuestion.Kind.choices)
    text = words("题目", "填空题用“____”标出空的地方。", rows=2)
    option_lines = words(
        "选项", "一行一个，不用写字母；判断题和填空题不填。", required=False, rows=4
    )
    answer_line = line(
        "答案",
        200,
        help_text="选择题写字母，如 B 或 ABD；判断题写对或错；填空题写词，几种写法用 | 隔开。",
    )
    clause = forms.TypedChoiceField(label="出处条目", coerce=int)
    sentence = words("原句", "照文件原文写答案所在的那一句；答错时给人看的就是这一句。", rows=2)

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        fields["clause"].choices = clause_choices(self.case.committee_id)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") and data.get("answer_line"):
            try:
                data["answer"] = answer_of(data["kind"], data["answer_line"])
            except ValueError as error:
                self.add_error("answer_line", f"{error}。")
        return data

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["options"] = data.pop("option_lines").splitlines()
        data.pop("answer_line")
        return data


@form_of("bank", "add_question")
class AddQuestion(QuestionWords):
    """A new one."""


@form_of("bankquestion", "edit_question")
class EditQuestion(QuestionWords):
    def prepare(self) -> None:
        super().prepare()
        q = self.case
        for name in ("kind", "text", "clause", "sentence"):
            self.initial.setdefault(name, q.clause_id if name == "clause" else getattr(q, name))
        self.initial.setdefault(
            "option_lines", "" if q.kind in ("judge", "fill") else "\n".join(q.options)
        )
        self.initial.setdefault("answer_line", answer_words(q))


def answer_words(q: BankQuestion) -> str:
    """The answer as a sheet or a form writes it."""
    if q.kind == BankQuestion.Kind.FILL:
        return "|".join(map(str, q.answer))
    if q.kind == BankQuestion.Kind.JUDGE:
        return "对" if q.answer == [0] else "错"
    return "".join(LETTERS[n] for n in q.answer)


@form_of("bankquestion", "confirm_source")
class ConfirmSource(VerbForm):
    sentence = words("新稿里的原句", "新稿改了字的，照新稿改过来；没有改的不用动。", rows=3)

    def prepare(self) -> None:
        self.initial.setdefault("sentence", self.case.sentence)


class Sheet(forms.Form):
    """导入."""

    file = forms.FileField(
        label="题目表", help_text="xlsx、xls 或 csv。每题一行，要写出处：文件、条目号、原句",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
    )  # fmt: skip


class Filter(forms.Form):
    """Which questions of a bank."""

    q = forms.CharField(label="找题", required=False, max_length=60)
    kind = forms.ChoiceField(
        label="题型", required=False, choices=[("", "全部"), *BankQuestion.Kind.choices]
    )
    show = forms.ChoiceField(
        label="哪些", required=False,
        choices=[("", "在用"), ("moved", "出处变了"), ("retired", "停用")],
    )  # fmt: skip


def bank_choices(committee_id: int) -> list[tuple[Any, str]]:
    rows = Bank.objects.filter(committee_id=committee_id, state="open")
    return [(row.pk, row.title) for row in rows]
