"""The form of a new task: what, whose, until when, and the act it rests on."""

from typing import Any

from django import forms

from ...procedures.reach import REACH
from ...procedures.seat import Role, Seat
from ..models import Task
from .further import bodies, day, unit


class AssignTask(forms.Form):
    """Its cleaned data are the arguments of ``assign_task``."""

    title = forms.CharField(
        label="办什么事", max_length=300, help_text="一句话，写清对象和要做到什么。",
        error_messages={"required": "请写明要办什么事。"},
    )  # fmt: skip
    owner = unit("牵头单位")
    partners = forms.TypedMultipleChoiceField(
        label="协办单位", required=False, coerce=int, empty_value=None,
        help_text="可以不选。电脑上按住 Ctrl 键点，能选几个。",
    )  # fmt: skip
    due_on = day("时限", required=False)
    standard = forms.CharField(
        label="办成的标准", max_length=300, required=False, help_text="核实时照它看。"
    )
    basis_kind = forms.ChoiceField(label="依据的行为", choices=Task.Basis.choices)
    basis_by = forms.CharField(
        label="由谁交办、批示", max_length=80, required=False, help_text="空着就是您自己。"
    )
    basis_on = day("哪天", required=False)
    basis = forms.CharField(
        label="依据", max_length=200, required=False, help_text="文件、会议、讲话的第几条。"
    )
    person_name = forms.CharField(label="责任人", max_length=60, required=False)
    subject_id = forms.TypedChoiceField(
        label="关于哪个对象", required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = bodies(seat.committee_id)
        unit_only = bool(seat.units) and not seat.has(Role.SUPERVISOR, Role.CLERK)
        own = [row for _, rows in every for row in rows if row[0] in seat.units]
        mine: list[Any] = own if unit_only else every
        self.fields["owner"].choices = [("", "请选"), *mine]  # type: ignore[attr-defined]
        self.fields["owner"].error_messages["required"] = "请选牵头单位。"
        self.fields["partners"].choices = every  # type: ignore[attr-defined]
        self.fields["partners"].widget.attrs["size"] = 6
        rows = REACH["subject"](seat)[:500] if "subject" in REACH else []
        self.fields["subject_id"].choices = [  # type: ignore[attr-defined]
            ("", "不归到哪个对象"),
            *((row.pk, str(row)) for row in rows),
        ]
        if unit_only:
            self.fields["basis_kind"].initial = Task.Basis.CLAIMED
