"""Forms of pages of their own: a notice, an instruction, a briefing, a campaign."""

import re
from typing import Any

from django import forms

from ...documents.readings.units import units_of
from ...procedures.seat import Seat
from ..actions.open_campaign import PRESETS
from ..calls import ContentRow
from ..models import Call
from .verbs import day

BAR = re.compile(r"[|｜]")
SPLIT = re.compile(r"[、，,；;\s]+")


class UnitsForm(forms.Form):
    """A form that asks for several units of the committee."""

    def __init__(self, data: Any = None, *, seat: Seat, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        options = [(str(pk), label) for pk, label in units_of(seat.committee_id).labels.items()]
        field: Any = self.fields["units"]
        field.choices = options


def units(label: str, required: bool = True) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=label, coerce=int, required=required, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": f"请选“{label}”。"},
    )  # fmt: skip


class CallForm(UnitsForm):
    """The notice. A content a line: 名称｜关键词、关键词｜要数."""

    kind = forms.ChoiceField(label="哪一种", choices=Call.Kind.choices)
    title = forms.CharField(label="名称", max_length=200)
    series = forms.CharField(
        label="系列", required=False, max_length=80,
        help_text="同一系列的会一次接一次：下一次开头就是上一次的任务办得怎样。例如：县（市、区）长座谈会。",
    )  # fmt: skip
    due_on = day("交汇报的期限", required=True)
    meeting_on = day("开会日期", "征集建议、专题研究可以不填。")
    place = forms.CharField(label="地点", required=False, max_length=120)
    contents = forms.CharField(
        label="必报内容", required=False, max_length=6000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="一行一项，照写就行。要帮检查认得准，可以加关键词，要数据的加“要数”：5G 项目｜5G、基站｜要数",
    )  # fmt: skip
    text = forms.CharField(
        label="通知正文", required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 6})
    )
    units = units("汇报单位")

    def clean_contents(self) -> list[ContentRow]:
        rows: list[ContentRow] = []
        for line in self.cleaned_data["contents"].splitlines():
            name, *rest = [part.strip() for part in BAR.split(line)]
            if not name:
                continue
            figures = any(part in ("要数", "要数据") for part in rest)
            said = next((part for part in rest if part not in ("要数", "要数据")), "")
            marks = [w for w in SPLIT.split(said) if w]
            rows.append({"name": name, "words": marks, "figures": figures})
        return rows


def contents_as_text(call: Call) -> str:
    """As the form takes them."""
    lines = []
    for row in call.contents.all():
        parts = [row.name]
        if row.words:
            parts.append("、".join(row.words))
        if row.figures:
            parts.append("要数")
        lines.append("｜".join(parts))
    return "\n".join(lines)


class InstructionForm(UnitsForm):
    """Who, when, on what, to whom."""

    leader = forms.CharField(label="批示人", max_length=80, help_text="写职务即可，例如：副市长。")
    on = day("批示日期", required=True)
    matter = forms.CharField(label="批在什么上", max_length=200)
    text = forms.CharField(
        label="批示内容", max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    units = units("交给哪些单位")
    due_on = day("要求报结果")


class BriefingForm(forms.Form):
    """A matter and who briefs on it."""

    matter = forms.CharField(label="事项", max_length=200)
    leader = forms.CharField(label="谁来通报", max_length=80)
    due_on = day("应在何时前")
    instruction = forms.TypedChoiceField(
        label="依据的批示", required=False, coerce=int, empty_value=None
    )

    def __init__(self, data: Any, offered: list[tuple[int, str]]) -> None:
        super().__init__(data)
        field: Any = self.fields["instruction"]
        field.choices = [("", "没有"), *offered]


class HeldForm(forms.Form):
    """What was said and what came of it."""

    held_on = day("通报日期", required=True)
    opinions = forms.CharField(
        label="委员意见", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    answer = forms.CharField(
        label="采纳情况", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class CampaignForm(UnitsForm):
    """A campaign and who takes part."""

    title = forms.CharField(label="名称", max_length=200)
    preset = forms.ChoiceField(
        label="步骤", choices=[(key, name) for key, (name, _) in PRESETS.items()]
    )
    due_on = day("交表期限")
    review_on = day("回头看")
    units = units("参加单位")


class SuggestionForm(forms.Form):
    """One suggestion, from the unit."""

    unit = forms.TypedChoiceField(label="哪个单位提的", coerce=int)
    title = forms.CharField(label="建议什么", max_length=120, help_text="一句话，一条一事。")
    text = forms.CharField(
        label="内容", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: Any, offered: list[tuple[int, str]]) -> None:
        super().__init__(data)
        field: Any = self.fields["unit"]
        field.choices = offered


class SheetForm(forms.Form):
    """Which campaign and unit a speech becomes a sheet of."""

    campaign = forms.TypedChoiceField(label="哪次研讨", coerce=int)
    unit = forms.TypedChoiceField(label="哪个单位", coerce=int)
    part = forms.TypedChoiceField(label="第几篇", coerce=int)

    def __init__(
        self,
        data: Any,
        campaigns: list[tuple[int, str]],
        offered: list[tuple[int, str]],
        parts: list[tuple[int, str]],
    ) -> None:
        super().__init__(data)
        fields: Any = self.fields
        fields["campaign"].choices = campaigns
        fields["unit"].choices = offered
        fields["part"].choices = parts


class EntryForm(forms.Form):
    """A line of a sheet."""

    step = forms.TypedChoiceField(label="哪一步", coerce=int)
    text = forms.CharField(label="内容", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    answers = forms.TypedChoiceField(
        label="针对哪条差距", required=False, coerce=int, empty_value=None
    )
    due_on = day("时限", "举措要写。")

    def __init__(
        self, data: Any, steps: list[tuple[int, str]], gaps: list[tuple[int, str]]
    ) -> None:
        super().__init__(data)
        fields: Any = self.fields
        fields["step"].choices = steps
        fields["answers"].choices = [("", "不针对某条"), *gaps]
