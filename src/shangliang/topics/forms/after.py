"""Forms of what stands beside a consultation: quality, ideas, questions; and of the three marks."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ..actions.marking import WORDS
from ..presets import Mark, marks
from .consultation import rows_of
from .fields import bodies, choice, day, line, pick, words

SCALE = [("", "请选"), *((n, f"{n} 分") for n in range(5, 0, -1))]


def of_five(mark: Mark, required: bool = True) -> forms.TypedChoiceField:
    """1 to 5 for one mark."""
    return forms.TypedChoiceField(
        label=mark.label,
        help_text=f"{mark.ask} 1 差，5 好。",
        choices=SCALE,
        coerce=int,
        empty_value=None,
        required=required,
        error_messages={"required": f"“{mark.label}”请打分。"},
    )


@form_of("consultation", "rate_quality")
class RateQuality(VerbForm):
    """Four marks; only their sums are kept."""

    def prepare(self) -> None:
        for mark in marks():
            self.fields[mark.key] = of_five(mark)

    def arguments(self) -> dict[str, Any]:
        return {"points": {m.key: self.cleaned_data[m.key] for m in marks()}}


@form_of("consultation", "add_idea")
class AddIdea(VerbForm):
    """One sentence."""

    text = line("一句话的点子", most=200)


def ideas(form: VerbForm, **only: Any) -> None:
    rows_of(form, "idea", form.case.ideas.filter(**only), lambda i: f"{i.text}（{i.votes} 票）")


@form_of("consultation", "vote_idea")
class VoteIdea(VerbForm):
    """Which."""

    idea = pick("哪个点子", "每人三票；再点一下投过的可以收回。")

    def prepare(self) -> None:
        ideas(self)


@form_of("consultation", "choose_idea")
class ChooseIdea(VerbForm):
    """Who does it until when."""

    idea = pick("哪个点子")
    owner = pick("谁来做")
    due_on = day("什么时候前")

    def prepare(self) -> None:
        ideas(self, point__isnull=True)
        field: Any = self.fields["owner"]
        kinds = (Actor.Kind.UNIT, Actor.Kind.SPECIAL_COMMITTEE)
        field.choices = [("", "请选"), *bodies(self.case.committee_id, *kinds)]


@form_of("question", "answer_question")
class AnswerQuestion(VerbForm):
    """Facts and where they stand."""

    answer = words("解答", "只说事实：怎么规定的、现在怎样、什么时候怎样。", rows=5, most=1000)
    source = line(
        "依据哪里", "文件和条款、数据，或者在现场看到的。第二次解答要写到哪一条。", most=200
    )


@form_of("result", "mark_three")
class MarkThree(VerbForm):
    """To the point, critical, and why. Whether it was in time is counted by days."""

    to_point = choice("议到点子上", list(WORDS.items()), "说的是不是问题的要害？")
    critical = choice("监在关键处", list(WORDS.items()), "盯的是不是关键环节、关键数字？")
    note = line("为什么", most=200)

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "to_point": int(data["to_point"]),
            "critical": int(data["critical"]),
            "note": data["note"],
        }
