"""Fields several forms of this room share."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django import forms

from ...actors.models import Actor

MOMENT = "%Y-%m-%dT%H:%M"
NONE = ("", "不指定")


def words(
    label: str, help_text: str = "", required: bool = True, rows: int = 4, most: int = 2000
) -> forms.CharField:
    """What is said with a verb."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": f"请写“{label}”。",
            "max_length": f"“{label}”请写在 {most} 字以内。",
        },
    )


def line(label: str, help_text: str = "", required: bool = True, most: int = 80) -> forms.CharField:
    """One line of text."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=most,
        error_messages={
            "required": f"请写“{label}”。",
            "max_length": f"“{label}”请写在 {most} 字以内。",
        },
    )


def day(label: str, help_text: str = "", required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": f"请填“{label}”。",
            "invalid": "请按“2026-06-30”这样写日期。",
        },
    )


def moment(label: str, help_text: str = "", required: bool = True) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        help_text=help_text,
        required=required,
        input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        error_messages={
            "required": f"请填“{label}”。",
            "invalid": "请按“2026-06-30 14:30”这样写时间。",
        },
    )


def number(
    label: str, low: int, high: int, help_text: str = "", required: bool = True
) -> forms.IntegerField:
    said = f"“{label}”写 {low} 到 {high} 的整数。"
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=required,
        min_value=low,
        max_value=high,
        error_messages={
            "required": f"请填“{label}”。",
            "invalid": said,
            "min_value": said,
            "max_value": said,
        },
    )


def pick(
    label: str, help_text: str = "", required: bool = True, **more: Any
) -> forms.TypedChoiceField:
    """One row's id; choices are given in ``prepare``."""
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        coerce=int,
        empty_value=None,
        error_messages={
            "required": f"请选“{label}”。",
            "invalid_choice": f"“{label}”请从列出的里选。",
        },
        **more,
    )


def choice(
    label: str, choices: Any, help_text: str = "", required: bool = True, radio: bool = True
) -> forms.ChoiceField:
    """A word from a short list."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        choices=choices,
        widget=forms.RadioSelect if radio else forms.Select,
        error_messages={
            "required": f"请选“{label}”。",
            "invalid_choice": f"“{label}”请从列出的里选。",
        },
    )


class Several(forms.TypedMultipleChoiceField):
    """Several rows; the empty line of a drop-down (the phone's session page) chooses none."""

    def to_python(self, value: Any) -> list[str]:
        return [v for v in super().to_python(value) if v]


def many(label: str, help_text: str = "", required: bool = False) -> Several:
    """Several rows' ids, ticked."""
    return Several(
        label=label,
        help_text=help_text,
        required=required,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": f"请选“{label}”。",
            "invalid_choice": f"“{label}”请从列出的里选。",
        },
    )


def bodies(committee_id: int, *kinds: str) -> list[tuple[str, str]]:
    """Bodies of the committee's register as choices: kind by kind as asked for, sorted as offices sort.

    Two of one name (民建 the party, 民建 the sector) are told apart by their kind.
    """
    rows = list(
        Actor.objects.filter(committee_id=committee_id, kind__in=kinds, active=True).order_by(
            "stroke_key", "pk"
        )
    )
    rows.sort(key=lambda a: kinds.index(a.kind))
    names = Counter(str(a) for a in rows)
    return [
        (str(a.pk), f"{a}（{a.get_kind_display()}）" if names[str(a)] > 1 else str(a)) for a in rows
    ]


def people(committee_id: int, ids: Iterable[int]) -> list[tuple[str, str]]:
    """People as choices."""
    rows = Actor.objects.filter(committee_id=committee_id, pk__in=list(ids), active=True)
    return [(str(a.pk), a.name) for a in rows.order_by("stroke_key")]
