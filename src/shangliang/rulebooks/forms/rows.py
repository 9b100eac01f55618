"""Parts made of rows: grades, reasons, classes, rubric. Rows are added, ordered and taken away."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory

from .. import words
from .fields import code_for

Body = dict[str, Any]
CODE = re.compile(r"[a-z0-9_]{1,30}")


class RowForm(forms.Form):
    """One row. ``code`` may stay empty: it is made from the name."""

    code_name = "code"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        code = (data.get(self.code_name) or "").strip()
        if code and self.code_name == "code" and "means" in self.fields:
            if not re.fullmatch(r"[A-Z]", code):
                self.add_error("code", "类别用一个大写字母，如 A。")
        elif code and not CODE.fullmatch(code):
            self.add_error(self.code_name, "代码只用小写字母、数字和下划线。")
        return data


class GradeRow(RowForm):
    code = forms.CharField(label="字母", max_length=1)
    name = forms.CharField(label="名称", max_length=60)
    means = forms.ChoiceField(label="含义", choices=list(words.MEANS.items()))


class ReasonRow(RowForm):
    name = forms.CharField(label="情形", max_length=100)
    instead = forms.CharField(label="可以转往", max_length=60, required=False)
    code = forms.CharField(label="代码", max_length=30, required=False, widget=forms.HiddenInput)


class ClassRow(RowForm):
    name = forms.CharField(label="类别", max_length=60)
    five = forms.ChoiceField(label="计入五位一体", choices=list(words.FIVES.items()))
    code = forms.CharField(label="代码", max_length=30, required=False, widget=forms.HiddenInput)


class RubricRow(RowForm):
    code_name = "key"
    label = forms.CharField(label="要点", max_length=60)
    why = forms.CharField(label="为什么", max_length=100, required=False)
    weight = forms.IntegerField(label="权重", min_value=1, max_value=10, initial=1)
    key = forms.CharField(label="代码", max_length=30, required=False, widget=forms.HiddenInput)


@dataclass(frozen=True)
class Rows:
    """How one list of the body is edited."""

    field: str  # key in the body
    form: type[RowForm]
    named_by: str = "name"
    least: int = 1
    one: str = "条"


ROWS: dict[str, Rows] = {
    "grades": Rows("grades", GradeRow, least=2, one="档"),
    "reasons": Rows("reasons", ReasonRow),
    "returns": Rows("return_reasons", ReasonRow, least=0),
    "classes": Rows("classes", ClassRow, one="类"),
    "rubric": Rows("rubric", RubricRow, named_by="label"),
}


def formset(rows: Rows, body: Body, data: Any = None) -> BaseFormSet:  # type: ignore[type-arg]
    """The rows of the body, with one blank for who has no script."""
    made = formset_factory(rows.form, extra=1, can_order=True, can_delete=True, max_num=40)
    initial = list(body.get(rows.field, ()))
    return made(data, initial=initial, prefix="rows")


def kept(rows: Rows, forms_: BaseFormSet) -> list[tuple[int, dict[str, Any]]]:  # type: ignore[type-arg]
    """(place in the formset, values) of the rows that stay, in the order asked for."""
    found = []
    for place, form in enumerate(forms_.forms):
        data = form.cleaned_data
        if not data or data.get("DELETE") or not data.get(rows.named_by):
            continue
        found.append((data.get("ORDER") or 999, place, data))
    code = rows.form.code_name
    taken = {data[code] for _, _, data in found if data[code]}
    out = []
    for _, place, data in sorted(found, key=lambda row: row[:2]):
        values = {k: v for k, v in data.items() if k not in ("ORDER", "DELETE")}
        if not values[code]:
            values[code] = code_for(values[rows.named_by], taken)
            taken.add(values[code])
        out.append((place, values))
    return out
