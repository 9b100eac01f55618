"""Forms of contests, answer sheets and needs."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ..models import Quiz, StudyItem
from .bank import bank_choices
from .fields import day, line, moment, number, words


class QuizFields(forms.Form):
    """What a contest is."""

    title = line("名称")
    text = words("说明", required=False, rows=3)
    item = forms.TypedChoiceField(
        label="属于计划里的哪一项", required=False, coerce=int, empty_value=None
    )
    starts_at = moment("开始")
    ends_at = moment("结束")
    minutes = number("每人答题几分钟", 1, 240, 20, "从本人点“开始答题”算起，以服务器的钟为准。")
    team_by = forms.ChoiceField(label="组队", required=False, choices=Quiz.Team.choices)
    team_best = number("每队取前几名平均", 1, 20, 3, "不足的按零分补，人多人少一样公平。")
    squads = words(
        "参赛的学校、单位",
        "按学校、单位组队才填：名册里的名称，一行一个；答题的人选代表哪个。",
        required=False,
        rows=4,
    )
    partial = forms.BooleanField(label="多选题漏选、没有错选的给一半分", required=False)
    show_people = forms.BooleanField(
        label="个人榜公布前几名的姓名", required=False,
        help_text="不勾只公布各队；每个人总能看到自己的名次。",
    )  # fmt: skip

    def choices(self, committee_id: int) -> None:
        fields: dict[str, Any] = self.fields
        rows = StudyItem.objects.filter(
            committee_id=committee_id, kind="quiz", state__in=["draft", "open"]
        )
        fields["item"].choices = [("", "不属于计划"), *((r.pk, r.title) for r in rows)]


class MakeQuiz(QuizFields):
    """办竞赛."""

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices(committee_id)


@form_of("quiz", "edit_quiz")
class EditQuiz(VerbForm, QuizFields):
    def prepare(self) -> None:
        self.choices(self.case.committee_id)
        from django.utils import timezone

        for name in self.fields:
            value = self.case.item_id if name == "item" else getattr(self.case, name)
            if name == "squads":
                value = "\n".join(str(b) for b in Actor.objects.filter(pk__in=value))
            if name.endswith("_at"):
                value = timezone.localtime(value)
            self.initial.setdefault(name, value)


@form_of("quiz", "draw_questions")
class DrawQuestions(VerbForm):
    bank = forms.TypedChoiceField(label="题库", coerce=int)
    single = number("单选", 0, 100, 0)
    multiple = number("多选", 0, 100, 0)
    judge = number("判断", 0, 100, 0)
    fill = number("填空", 0, 100, 0)

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        fields["bank"].choices = bank_choices(self.case.committee_id)

    def arguments(self) -> dict[str, Any]:
        return {name: value or 0 for name, value in self.cleaned_data.items()}


@form_of("quiz", "drop_question")
class DropQuestion(VerbForm):
    question = forms.TypedChoiceField(label="去掉哪一题", coerce=int)

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        fields["question"].choices = [
            (q.pk, f"{q.number}. {q.text[:60]}") for q in self.case.questions.all()
        ]


@form_of("quiz", "extend_quiz")
class ExtendQuiz(VerbForm):
    until = moment("延到")


@form_of("quiz", "void_quiz")
class VoidQuiz(VerbForm):
    why = line("为什么作废", 200)


def sheet_of(value: Any) -> dict[str, Any]:
    """Answers by number of the question: ``{"12": [0, 2]}``. Raises ValidationError."""
    if value in (None, ""):
        return {}
    if not isinstance(value, dict) or len(value) > 200:
        raise forms.ValidationError("答案的格式不对。")
    return {str(k): v for k, v in value.items() if isinstance(v, str | int | list)}


@form_of("quizentry", "save_answers")
class SaveAnswers(VerbForm):
    sheet = forms.JSONField(label="答案", required=False)

    def clean_sheet(self) -> dict[str, Any]:
        return sheet_of(self.cleaned_data["sheet"])

    def arguments(self) -> dict[str, Any]:
        return {"answers": self.cleaned_data["sheet"]}


@form_of("quizentry", "hand_in")
class HandIn(SaveAnswers):
    """The same, for the last time."""


class NeedsFields(forms.Form):
    """What is asked."""

    title = line("名称")
    matter_lines = words("可选的内容", "一行一条，2 到 20 条。", rows=6)
    until = day("截止")

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["matters"] = str(data.pop("matter_lines")).splitlines()
        return data


class MakeNeeds(NeedsFields):
    """征集需求."""


@form_of("needssurvey", "edit_needs")
class EditNeeds(NeedsFields, VerbForm):
    def prepare(self) -> None:
        self.initial.setdefault("title", self.case.title)
        self.initial.setdefault("matter_lines", "\n".join(self.case.matters))
        self.initial.setdefault("until", self.case.until)


@form_of("needssurvey", "tell_needs")
class TellNeeds(VerbForm):
    chosen = forms.TypedMultipleChoiceField(
        label="想学哪些", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    text = line("还想学什么", 300, required=False, help_text="结果里只出现这句话，不出现名字。")

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        fields["chosen"].choices = list(enumerate(self.case.matters))
        if mine := self.case.answers.filter(person_id=self.seat.person_id).first():
            self.initial.setdefault("chosen", mine.chosen)
            self.initial.setdefault("text", mine.text)
