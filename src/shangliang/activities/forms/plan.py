"""The form that plans an activity."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.seat import Seat
from ..kinds import kinds
from ..models import Activity
from .fields import moment, own_bodies, words


class PlanActivity(forms.Form):
    """计划活动."""

    kind = forms.ChoiceField(label="种类")
    title = forms.CharField(
        label="名称", max_length=120, error_messages={"required": "请填“名称”。"}
    )
    starts_at = moment("开始")
    ends_at = moment("结束")
    place = forms.CharField(label="地点", max_length=120, required=False)
    host = forms.TypedChoiceField(label="承办", required=False, coerce=int, empty_value=None)
    project = forms.TypedChoiceField(label="属于课题", required=False, coerce=int, empty_value=None)
    open_to = forms.ChoiceField(label="谁可以参加", choices=Activity.OpenTo.choices)
    capacity = forms.IntegerField(
        label="名额", required=False, min_value=1, max_value=5000, help_text="不限就空着。"
    )
    text = words("内容和要求", "路线、议题、要带的材料。", required=False)

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        from ..queries import projects

        fields: dict[str, Any] = self.fields
        fields["kind"].choices = [
            (k.key, f"{k.label}（提前 {k.notice_days} 天通知）") for k in kinds().values()
        ]
        fields["host"].choices = [
            ("", "办公室"),
            *own_bodies(seat.committee_id, (Actor.Kind.SPECIAL_COMMITTEE, Actor.Kind.SECTOR)),
        ]
        fields["project"].choices = [("", "没有"), *((p.pk, str(p)) for p in projects(seat)[:50])]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begin, end = data.get("starts_at"), data.get("ends_at")
        if begin and end and end <= begin:
            self.add_error("ends_at", "结束时间要晚于开始时间。")
        return data
