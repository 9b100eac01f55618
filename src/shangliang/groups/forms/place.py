"""Forms of a place: where it is, what it needs this week, its half-days."""

from datetime import date
from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..slots import SLOTS
from ..words import MATTERS
from .common import blank, day, pick, short


def degrees(label: str, help_text: str, whole: int) -> forms.DecimalField:
    """An angle with five decimals, about a metre."""
    return forms.DecimalField(
        label=label, help_text=help_text, required=False, max_digits=whole + 5, decimal_places=5,
        error_messages={
            "invalid": f"{label}请写成小数，例如 113.66250。",
            "max_decimal_places": f"{label}最多写五位小数。",
        },
    )  # fmt: skip


@form_of("team", "locate_team")
class LocateTeam(VerbForm):
    """Both angles, or none."""

    east = degrees("经度", "在网上地图里点这个地方就能看到，例如 113.66250。", 3)
    north = degrees("纬度", "例如 34.75800。两格都空着，就从图上去掉。", 3)

    def prepare(self) -> None:
        for name in ("east", "north"):
            self.initial.setdefault(name, getattr(self.case, name))

    def arguments(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {n: "" if given[n] is None else str(given[n]) for n in ("east", "north")}


@form_of("team", "report_point")
class ReportPoint(VerbForm):
    """One kind of need at a time."""

    matter = pick("哪方面的需要", blank(list(MATTERS.items())))
    times = forms.IntegerField(label="这一周几件", min_value=1, max_value=500, initial=1)
    text = short("一句话", 120, "写事不写人；同一方面再报一次，就换成新的数。", required=False)


@form_of("team", "book_place")
class BookPlace(VerbForm):
    """Which half-day, for what."""

    day = day("哪天")
    slot = pick("时段", [(k, f"{s.label} {s.span}") for k, s in SLOTS.items()])
    title = short("做什么用", 80, "所有委员都看得到。")
    people = forms.IntegerField(label="大约几人", min_value=1, max_value=2000, required=False)

    def prepare(self) -> None:
        self.initial.setdefault("day", today())

    def clean_day(self) -> date:
        chosen: date = self.cleaned_data["day"]
        if chosen < today():
            raise forms.ValidationError("这天已经过了。")
        return chosen


@form_of("booking", "finish_booking")
class FinishBooking(VerbForm):
    """How many came."""

    people = forms.IntegerField(label="来了几人", min_value=1, max_value=2000)

    def prepare(self) -> None:
        self.initial.setdefault("people", self.case.people)


@form_of("booking", "cancel_booking")
class CancelBooking(VerbForm):
    """Why."""

    why = short("为什么退订", 120)
