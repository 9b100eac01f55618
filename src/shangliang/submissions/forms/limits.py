"""Forms of limits: extension, pause, urging."""

from datetime import date
from typing import Any

from django import forms

from ...procedures.clocks import find
from ...procedures.forms import VerbForm, form_of
from ..actions.ask_extension import furthest
from .unit_choice import words


def in_words(day: date) -> str:
    """2027 年 3 月 31 日."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def day(label: str, help_text: str = "", required: bool = True) -> forms.DateField:
    """A date as a native control."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "请按“2026-06-30”这样写日期。", "required": "请选日期。"},
    )


@form_of("assignment", "ask_extension")
class AskExtension(VerbForm):
    """Until when and why. The help names the present limit and the furthest day."""

    until = day("延到")
    reason = words("理由")

    def prepare(self) -> None:
        if clock := find(self.case, "reply"):
            last = furthest(self.case, clock)
            self.fields[
                "until"
            ].help_text = f"现在到 {in_words(clock.due_on)}，最晚可延到 {in_words(last)}。"
            self.fields["until"].widget.attrs |= {
                "min": f"{clock.due_on:%Y-%m-%d}",
                "max": f"{last:%Y-%m-%d}",
            }


@form_of("assignment", "grant_extension")
class GrantExtension(VerbForm):
    """The day asked stands filled in; another within the limit may be given."""

    until = day("延到")
    answer = words("附言", required=False)

    def prepare(self) -> None:
        row = self.case.extensions.filter(state="open").first()
        if row:
            self.initial["until"] = row.until
            self.fields["until"].help_text = f"单位申请到 {in_words(row.until)}，理由：{row.reason}"


@form_of("assignment", "refuse_extension")
class RefuseExtension(VerbForm):
    """Why the limit stays."""

    answer = words("为什么不同意")

    def prepare(self) -> None:
        if row := self.case.extensions.filter(state="open").first():
            self.fields[
                "answer"
            ].help_text = f"单位申请到 {in_words(row.until)}，理由：{row.reason}"


@form_of("assignment", "pause")
class Pause(VerbForm):
    """Why the clock stands still."""

    reason = forms.CharField(
        label="原因", max_length=200, help_text="例如：等省里的办法出台。恢复时，停的天数补回。"
    )


@form_of("proposal", "urge")
class Urge(VerbForm):
    """What to say; every unit that has not answered is told."""

    note = forms.CharField(
        label="催办的话",
        max_length=200,
        required=False,
        help_text="不写也可以，单位会收到案号、案由和“请抓紧办理”。",
    )

    def prepare(self) -> None:
        waiting = self.case.assignments.filter(state__in=["issued", "accepted", "contested"])
        self.fields["units"] = forms.TypedMultipleChoiceField(
            label="催哪些单位",
            coerce=int,
            choices=[(row.unit_id, str(row.unit)) for row in waiting.select_related("unit")],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text="都不选，就催所有还没办复的单位。",
        )

    def arguments(self) -> dict[str, Any]:
        return {"note": self.cleaned_data["note"], "units": self.cleaned_data["units"]}
