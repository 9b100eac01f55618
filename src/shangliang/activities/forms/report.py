"""Forms of a report's drafts and of a checklist."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from ...documents.queries import clauses
from ...procedures.seat import Seat
from ..models import Activity, Check, Delivery, Project, Version
from .fields import day, numbers, photo_field, units, words


def drafts(of: Project | Activity) -> QuerySet[Version]:
    """The drafts of its report so far."""
    name = "project" if isinstance(of, Project) else "activity"
    return Version.objects.filter(**{name: of})


class KeepVersion(forms.Form):
    """定一稿."""

    advice = words("总的看法和建议", "发现、记录会一起写进这一稿。", rows=8)
    changed = forms.CharField(
        label="这一稿改了什么", max_length=200, required=False, help_text="第一稿不用写。"
    )

    def __init__(self, *args: Any, of: Project | Activity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if last := drafts(of).last():
            self.initial.setdefault("advice", last.advice)
        else:
            del self.fields["changed"]


class Deliver(forms.Form):
    """报送."""

    version = forms.TypedChoiceField(label="哪一稿", coerce=int)
    to = forms.ChoiceField(label="报给哪一级", choices=Delivery.To.choices)
    name = forms.CharField(label="报给谁", max_length=120)
    on = day("报送日期")
    way = forms.CharField(
        label="怎么送的", max_length=40, required=False, help_text="公文、专报、当面、会上。"
    )

    def __init__(self, *args: Any, of: Project | Activity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["version"]
        field.choices = [(v.pk, str(v)) for v in drafts(of).order_by("-number")]


class NoteAnswer(forms.Form):
    """记批示、答复."""

    answer = words("批示、答复", "原话照录。")
    on = day("收到日期")


class ListChecks(forms.Form):
    """列检查清单."""

    clauses = numbers("从已拆解的文件里选条文")
    lines = words("另外的条文", "一行一条。", required=False, rows=6)
    source = forms.CharField(label="这些条文出自哪个文件", max_length=120, required=False)

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = clauses(seat).order_by("-intake_id", "part", "order")[:200]
        field: Any = self.fields["clauses"]
        field.choices = [(c.pk, f"{c.intake}　{c.address}　{c.text[:60]}") for c in rows]
        if not field.choices:
            del self.fields["clauses"]


class SeeCheck(forms.Form):
    """按清单查看."""

    seen = forms.ChoiceField(
        label="看的结果", choices=Check.Seen.choices[1:], widget=forms.RadioSelect
    )
    note = words("看到什么", "有问题必写；会成为一条发现。", required=False, rows=3)
    unit = forms.TypedChoiceField(label="有关单位", required=False, coerce=int, empty_value=None)
    photo = photo_field("现场照片")

    def __init__(self, *args: Any, of: Activity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["unit"]
        field.choices = units(of.committee_id)
