"""Forms of what follows from a confirmed signal: a topic, or a task."""

from typing import Any

from django import forms

from ...procedures.seat import Seat
from ...tasks.forms.further import bodies, day, unit


class TopicOfSignal(forms.Form):
    """The topic in one sentence; the counts go along."""

    title = forms.CharField(
        label="议题", min_length=4, max_length=80,
        error_messages={"required": "请用一句话写明议题。", "min_length": "议题至少 4 个字。"},
    )  # fmt: skip


class TaskOfSignal(forms.Form):
    """What is to be done, whose, until when."""

    title = forms.CharField(
        label="办什么事", max_length=300, error_messages={"required": "请写明要办什么事。"}
    )
    owner = unit("牵头单位")
    due_on = day("时限", required=False)

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", "请选"), *bodies(seat.committee_id)]  # type: ignore[attr-defined]
        self.fields["owner"].error_messages["required"] = "请选牵头单位。"
