"""Choosing a handling unit, for the forms of several verbs."""

from typing import Any

from django import forms
from django.utils.html import json_script

from ...procedures.forms import VerbForm
from ..units import units_of


class UnitField(forms.TypedChoiceField):
    """One unit's id, or None: a list, found by name, alias or pinyin where there is script."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **kwargs)
        self.widget.attrs["data-unit-pick"] = "1"


def offer_units(form: VerbForm, *names: str, but: int | None = None) -> None:
    """The units in use as choices of these fields, and what each is found by beside its name."""
    units = [unit for unit in units_of(form.case.committee_id) if unit.pk != but]
    for name in names:
        field: Any = form.fields[name]
        field.choices = [("", "不指定"), *((str(unit.pk), unit.label) for unit in units)]
    form.beside = json_script({unit.pk: unit.keys for unit in units}, "unit-keys")


def words(label: str, help_text: str = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """A field for what is said with a verb."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"请写“{label}”。"},
    )
