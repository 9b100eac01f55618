"""Forms of projects: start one, a field note, a finding of the report."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.seat import Seat
from ..models import Finding, Partner, Project
from .fields import day, numbers, own_bodies, photo_field, units, words


class StartProject(forms.Form):
    """立课题."""

    title = forms.CharField(label="题目", max_length=120)
    question = words("要弄清什么", "一两个能回答的问题。")
    leader = forms.TypedChoiceField(label="牵头人", coerce=int)
    host = forms.TypedChoiceField(label="承办", required=False, coerce=int, empty_value=None)
    starts_on = day("起")
    ends_on = day("止", required=False)

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        from ...actors.queries import members

        fields: dict[str, Any] = self.fields
        fields["leader"].choices = [(p.pk, p.name) for p in members(seat)]
        kinds = (Actor.Kind.SPECIAL_COMMITTEE, Actor.Kind.PARTY)
        fields["host"].choices = [("", "办公室"), *own_bodies(seat.committee_id, kinds)]


class AddNote(forms.Form):
    """写调研记录."""

    on = day("日期")
    place = forms.CharField(label="地点", max_length=80, required=False)
    way = forms.CharField(
        label="方式", max_length=40, required=False, help_text="走访、座谈、问卷、查资料。"
    )
    text = words("看到、听到什么")
    activity = forms.TypedChoiceField(
        label="哪次活动", required=False, coerce=int, empty_value=None
    )
    photo = photo_field()

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["activity"]
        field.choices = [("", "不属于哪次"), *((a.pk, a.title) for a in project.activities.all())]


class AddProjectFinding(forms.Form):
    """写课题发现."""

    kind = forms.ChoiceField(label="是什么", choices=Finding.Kind.choices)
    text = words("发现")
    notes = numbers("依据哪些调研记录", "至少一条。")
    unit = forms.TypedChoiceField(label="有关单位", required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["notes"].choices = [(n.pk, f"{n}：{n.text[:60]}") for n in project.notes.all()]
        fields["unit"].choices = units(project.committee_id)


class AskIn(forms.Form):
    """邀请一起调研."""

    role = forms.ChoiceField(label="以什么身份", choices=Partner.As.choices)
    who = forms.TypedChoiceField(
        label="谁", coerce=int, help_text="党派团体、部门和名册里的人；专家先登记进名册。"
    )

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["who"]
        kinds = (Actor.Kind.PARTY, Actor.Kind.ORGANISATION, Actor.Kind.UNIT, Actor.Kind.PERSON)
        field.choices = own_bodies(project.committee_id, kinds)
