"""Fields this room's forms share."""

from datetime import timedelta
from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ..words import MATTERS, WAYS

Choices = list[tuple[Any, str]]
MOST_NAMES = 60


def day(label: str, help_text: str = "", required: bool = True) -> forms.DateField:
    """A day; what the form begins with shows in the browser's own date box, hence its format."""
    return forms.DateField(
        label=label, help_text=help_text, required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": f"请填“{label}”。", "invalid": "请按“2026-06-30”这样写日期。",
        },
    )  # fmt: skip


def short(label: str, most: int, help_text: str = "", required: bool = True) -> forms.CharField:
    """One line of text."""
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=most,
        error_messages={"required": f"请填“{label}”。"},
    )  # fmt: skip


def area(
    label: str, most: int, help_text: str = "", required: bool = True, rows: int = 3
) -> forms.CharField:
    """A few lines of text."""
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"请填“{label}”。"},
    )  # fmt: skip


def pick(label: str, choices: Choices = (), required: bool = True, help_text: str = "") -> Any:  # type: ignore[assignment]
    """One of a list of words."""
    return forms.ChoiceField(
        label=label, choices=list(choices), required=required, help_text=help_text
    )


def pick_id(label: str, required: bool = True, help_text: str = "") -> forms.TypedChoiceField:
    """One row by its id; choices are filled when the form is made."""
    return forms.TypedChoiceField(
        label=label, coerce=int, empty_value=None, required=required, help_text=help_text
    )


def blank(rows: Choices, word: str = "请选") -> Choices:
    """Rows under an empty first line."""
    return [("", word), *rows]


def set_choices(form: forms.BaseForm, name: str, rows: Choices) -> None:
    form.fields[name].choices = rows  # type: ignore[attr-defined]


def matters(first: str = "没有具体的事") -> Choices:
    return blank(list(MATTERS.items()), first)


def ways() -> Choices:
    return [(w, w) for w in WAYS]


def today_field(label: str = "哪天") -> forms.DateField:
    """A day that begins as today."""
    field = day(label)
    field.initial = today
    return field


def until_field(label: str = "到哪天", days: int = 365) -> forms.DateField:
    """An end date, a year from now unless said otherwise."""
    field = day(label, "到期不用；要继续用，请本人再续。")
    field.initial = lambda: today() + timedelta(days=days)
    return field


class Names(forms.CharField):
    """Names or numbers of the register, one a line; cleaned to ids. ``committee_id`` is set by the form."""

    committee_id = 0

    def __init__(self, label: str, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(
            label=label, help_text=help_text or "每行一位，写姓名或委员编号。", max_length=2000,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": f"请填“{label}”。"}, **kwargs,
        )  # fmt: skip

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        wanted = [
            w for w in ("".join(x.split()) for x in text.replace("、", "\n").split("\n")) if w
        ]
        if len(wanted) > MOST_NAMES:
            raise forms.ValidationError(f"一次最多 {MOST_NAMES} 位。")
        people = Actor.objects.filter(
            committee_id=self.committee_id, kind=Actor.Kind.PERSON, active=True
        )
        found: dict[str, list[int]] = {}
        for pk, name, code in (
            people.filter(name__in=wanted) | people.filter(code__in=wanted)
        ).values_list("pk", "name", "code"):
            for key in {name, code} - {""}:
                found.setdefault(key, []).append(pk)
        wrong = [
            f"{w}（名册里有 {len(found[w])} 位，请写编号）" if w in found else f"{w}（名册里没有）"
            for w in wanted
            if len(found.get(w, ())) != 1
        ]
        if wrong:
            raise forms.ValidationError("这几位认不出：" + "、".join(wrong))
        return list(dict.fromkeys(found[w][0] for w in wanted))
