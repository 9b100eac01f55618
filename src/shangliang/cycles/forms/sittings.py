"""Forms of sittings and relays: their start, and their verbs."""

from typing import Any

from django import forms

from ...documents.readings.units import choices, units_of
from ...procedures.forms import VerbForm, form_of
from ..models import Sitting, SittingPoint
from .pages import UnitsForm, units
from .verbs import day, unit, words


class SittingForm(forms.Form):
    """What, when, where, what is read beforehand."""

    kind = forms.ChoiceField(label="哪一种", choices=Sitting.Kind.choices)
    title = forms.CharField(label="题目", max_length=200)
    on = day("日期", required=True)
    place = forms.CharField(label="地点", required=False, max_length=120)
    host = forms.CharField(label="主持", required=False, max_length=80, help_text="写职务即可。")
    readings = forms.CharField(
        label="学习材料或汇报材料", required=False, max_length=6000, help_text="一行一份。",
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip


class RelayForm(UnitsForm):
    """What is conveyed, by whom, by when."""

    title = forms.CharField(label="传达什么", max_length=200)
    due_on = day("传达期限", required=True)
    intake = forms.TypedChoiceField(
        label="依据的文件", required=False, coerce=int, empty_value=None
    )
    text = words("要求", "传达到哪一层、怎么联系实际。", required=False)
    units = units("要传达的单位")

    def __init__(self, data: Any = None, *, texts: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        field: Any = self.fields["intake"]
        field.choices = [("", "没有收进来的文件"), *texts]


@form_of("sitting", "add_point")
class AddPoint(VerbForm):
    """An ask, a point of a speaker, a decision."""

    kind = forms.ChoiceField(
        label="是什么", choices=SittingPoint.Kind.choices, widget=forms.RadioSelect
    )
    speaker = forms.CharField(label="谁说的", required=False, max_length=80)
    text = forms.CharField(label="内容", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class OnePoint(VerbForm):
    """A form that chooses among the sitting's points."""

    point = forms.TypedChoiceField(label="哪一条", coerce=int)

    def offer(self, **narrowed: Any) -> None:
        rows = self.case.points.filter(task_id=None, **narrowed)
        field: Any = self.fields["point"]
        field.choices = [(row.pk, f"{row.get_kind_display()}：{row}") for row in rows]


@form_of("sitting", "drop_point")
class DropPoint(OnePoint):
    """Which one was noted wrongly."""

    def prepare(self) -> None:
        self.offer()


@form_of("sitting", "hold_sitting")
class HoldSitting(VerbForm):
    """The day it took place."""

    on = day("哪天开的", "不填就是原定那天。")


@form_of("sitting", "point_task")
class PointTask(OnePoint):
    """Whose it becomes, by when."""

    owner = unit("责任单位")
    due_on = day("期限")
    title = forms.CharField(
        label="任务写成", required=False, max_length=300, help_text="不填就用议定事项的原话。"
    )

    def prepare(self) -> None:
        self.offer(kind=SittingPoint.Kind.DECISION)
        field: Any = self.fields["owner"]
        field.choices = choices(units_of(self.case.committee_id))


@form_of("relay", "report_relay")
class ReportRelay(VerbForm):
    """Whom it reached; the rest by name."""

    unit = unit("哪个单位")
    on = day("哪天传达", required=True)
    how = forms.CharField(label="怎么传达的", max_length=200, help_text="例如：党组会、支部会。")
    wanted = forms.IntegerField(label="应到人数", min_value=1, max_value=1_000_000)
    reached = forms.IntegerField(label="传达到人数", min_value=0, max_value=1_000_000)
    missing = forms.CharField(
        label="没有传达到的", required=False, max_length=400, help_text="是谁、为什么、几时补。"
    )
    linked = forms.CharField(label="联系本单位做什么", required=False, max_length=400)

    def prepare(self) -> None:
        field: Any = self.fields["unit"]
        rows = self.case.units.select_related("unit")
        own = rows.filter(unit_id__in=self.seat.units)
        field.choices = [(row.unit_id, str(row.unit)) for row in (own or rows)]


@form_of("relay", "close_relay")
class CloseRelay(VerbForm):
    """Why, where somebody is left."""

    why = words("理由", "都传达到了可以不填。", required=False, rows=2)
