"""Fields the forms of activities share."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from ...actors.models import Actor

MOMENT = "%Y-%m-%dT%H:%M"


def words(label: str, help_text: str = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """What is said with a verb."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"请写“{label}”。"},
    )


def moment(label: str, required: bool = True) -> forms.DateTimeField:
    """A day and a time of day, in the office's zone."""
    return forms.DateTimeField(
        label=label,
        required=required,
        input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        error_messages={
            "required": f"请填“{label}”。",
            "invalid": "请按“2026-06-30 14:30”这样写时间。",
        },
    )


def day(label: str, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": f"请填“{label}”。",
            "invalid": "请按“2026-06-30”这样写日期。",
        },
    )


def numbers(label: str, help_text: str = "") -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=label,
        help_text=help_text,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def photo_field(label: str = "照片", required: bool = False) -> forms.FileField:
    return forms.FileField(
        label=label,
        required=required,
        help_text="JPG、PNG 或 WebP，最大 20 MB；拍摄地点、设备等信息会去掉。",
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )


def local(at: datetime) -> datetime:
    return timezone.localtime(at)


def own_bodies(committee_id: int, kinds_: tuple[str, ...]) -> list[tuple[int, str]]:
    rows = Actor.objects.filter(committee_id=committee_id, kind__in=kinds_, active=True)
    return [
        (row.pk, f"{row}（{row.get_kind_display()}）")
        for row in rows.order_by("kind", "stroke_key", "id")
    ]


def units(committee_id: int) -> list[tuple[Any, str]]:
    rows = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.UNIT, active=True)
    return [("", "先不写"), *((row.pk, str(row)) for row in rows)]
