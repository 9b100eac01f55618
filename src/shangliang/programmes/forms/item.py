"""The form of a sheet's row, made of what the sheet asks."""

from typing import Any

from django import forms

from ...groups.forms.common import blank, pick_id, set_choices, short, today_field
from ...procedures.seat import Seat
from ...yardsticks.forms.entry import made, shown
from ..book import Sheet
from ..models import Item, Programme
from ..people import OFFICE, speaks_for


class ItemForm(forms.Form):
    """Fields of the preset; with a row they carry what it says."""

    def __init__(
        self, *args: Any, seat: Seat, case: Programme, sheet: Sheet, row: Item | None = None,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        if row is None:
            self.head(seat, case)
        for field in sheet.fields:
            self.fields[f"f_{field.code}"] = made(field)
            if row is not None:
                value = shown(field, row.data.get(field.code))
                self.initial.setdefault(f"f_{field.code}", value)
        if row is not None:
            self.fields["note"] = short("为什么改", 200, required=False)
        elif sheet.proof:
            self.fields["proof"] = short("凭据", 300, "票据、照片、文件在哪里。没有凭据的不算数。")

    def head(self, seat: Seat, case: Programme) -> None:
        """What it is called, when, whose, for which task."""
        self.fields["title"] = short("名称", 160)
        self.fields["on"] = today_field()
        if self.sheet.partner:
            mine = [
                p
                for p in case.partners.filter(left_on__isnull=True).select_related("who")
                if seat.has(*OFFICE) or speaks_for(seat, p)
            ]
            self.fields["partner"] = pick_id("哪个参加方的")
            set_choices(self, "partner", blank([(p.pk, str(p)) for p in mine]))
        if self.sheet.counts:
            self.fields["counter"] = pick_id("算到哪个计数项")
            goals = case.counters.all()
            set_choices(self, "counter", blank([(g.pk, f"{g.action}：{g.title}") for g in goals]))
        if self.sheet.lines:
            self.fields["line"] = pick_id("为哪项任务", required=False)
            rows = case.lines.filter(dropped_why="")
            set_choices(self, "line", blank([(r.pk, str(r)) for r in rows], "不对应任务"))

    def said(self) -> dict[str, Any]:
        """Field code → what was typed."""
        return {f.code: self.cleaned_data.get(f"f_{f.code}") for f in self.sheet.fields}

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        given: dict[str, Any] = {"data": self.said()}
        for name in ("title", "on", "partner", "counter", "line", "proof", "note"):
            if name in self.fields:
                given[name] = data.get(name)
        return given
