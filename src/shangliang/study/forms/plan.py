"""Forms of the plan, its items and what each person must."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..layers import BODY, bodies, layers
from ..models import StudyItem
from .fields import clause_choices, day, line, moment, number, people_choices, text_choices, words


class MakePlan(forms.Form):
    """拟计划."""

    year = forms.IntegerField(label="年度", min_value=2000, max_value=2200)
    title = line("名称")
    text = words("目标和要求", required=False)
    basis = line("依据", 200, required=False, help_text="按哪个文件、哪次会议定的。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = today().year


@form_of("studyplan", "edit_plan")
class EditPlan(VerbForm):
    title = line("名称")
    text = words("目标和要求", required=False)
    basis = line("依据", 200, required=False)

    def prepare(self) -> None:
        for name in self.fields:
            self.initial.setdefault(name, getattr(self.case, name))


class ItemWords(VerbForm):
    """What an item says."""

    kind = forms.ChoiceField(label="方式", choices=StudyItem.Kind.choices)
    title = line("学什么")
    text = words("要求", "读到什么程度、带什么问题来、文章写多长。", required=False)
    hours = number("学时", 0, 80, 0, "不计学时就写 0。")
    induction = forms.BooleanField(label="新任委员必学", required=False)

    def clean_hours(self) -> int:
        return self.cleaned_data["hours"] or 0


@form_of("studyplan", "add_item")
class AddItem(ItemWords):
    """A new thing of the plan."""


@form_of("studyitem", "edit_item")
class EditItem(ItemWords):
    def prepare(self) -> None:
        for name in self.fields:
            self.initial.setdefault(name, getattr(self.case, name))


@form_of("studyitem", "set_layers")
class SetLayers(VerbForm):
    """A day beside each layer that must; an empty one must not."""

    def prepare(self) -> None:
        known = {row.layer: row.due_on for row in self.case.layers.all()}
        for key, layer in layers().items():
            self.fields[f"due_{key}"] = day(layer.label, required=False)
            if layer.lead:
                self.fields[f"due_{key}"].help_text = "带头学：时限放在别的层前面。"
            self.initial.setdefault(f"due_{key}", known.get(key))
        self.fields["body"] = forms.ChoiceField(label="另加一个界别、小组或支部", required=False)
        self.fields["body"].choices = [  # type: ignore[attr-defined]
            ("", "不加"),
            *(
                (f"{BODY}{row.pk}", f"{row}（{row.get_kind_display()}）")
                for row in bodies(self.case.committee_id)
            ),
        ]
        self.fields["body_due"] = day("它的完成时限", required=False)
        for key, due in known.items():
            if key.startswith(BODY):
                self.initial.setdefault("body", key)
                self.initial.setdefault("body_due", due)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("body") and not data.get("body_due"):
            self.add_error("body_due", "请写这一个的完成时限。")
        return data

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        due = {key: data[f"due_{key}"] for key in layers() if data.get(f"due_{key}")}
        if data.get("body"):
            due[data["body"]] = data["body_due"]
        return {"due": due}


@form_of("studyitem", "add_reading")
class AddReading(VerbForm):
    """A text here, one clause of it, or a name."""

    intake = forms.TypedChoiceField(
        label="文件", required=False, coerce=int, empty_value=None,
        help_text="“文件拆解”里的文件，学的人在这里就能读到原文。",
    )  # fmt: skip
    clause = forms.TypedChoiceField(
        label="只读其中一条", required=False, coerce=int, empty_value=None
    )
    title = line(
        "书名或文章名", 200, required=False, help_text="不在系统里的写名字；选了文件可以不填。"
    )

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        fields["intake"].choices = text_choices(self.case.committee_id)
        fields["clause"].choices = [
            ("", "读全文"), *clause_choices(self.case.committee_id)[1:]
        ]  # fmt: skip


@form_of("studyitem", "drop_reading")
class DropReading(VerbForm):
    reading = forms.TypedChoiceField(label="去掉哪一篇", coerce=int)

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        fields["reading"].choices = [(row.pk, row.title) for row in self.case.readings.all()]


@form_of("studyitem", "hold_session")
class HoldSession(VerbForm):
    starts_at = moment("开始")
    ends_at = moment("结束")
    place = line("地点", 120, required=False)
    speakers = line("主讲、发言", 300, required=False)


@form_of("studyitem", "record_session")
class RecordSession(VerbForm):
    speakers = line("主讲、发言", 300, required=False)
    record = words("记录", "谁讲了什么，讨论了什么。", required=False, rows=8)
    points = words("要点", "一行一条；可以送去“文件拆解”变成条目和任务。", required=False, rows=5)

    def prepare(self) -> None:
        for name in self.fields:
            self.initial.setdefault(name, getattr(self.case, name))


@form_of("studyitem", "tick_people")
class TickPeople(VerbForm):
    people = forms.TypedMultipleChoiceField(
        label="学了的人", coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        todo = self.case.duties.filter(state="todo").values_list("person_id", flat=True)
        fields["people"].choices = people_choices(self.case.committee_id, todo)


@form_of("studyitem", "drop_item")
class DropItem(VerbForm):
    why = line("为什么取消", 200)


@form_of("studyduty", "confirm_read")
class ConfirmRead(VerbForm):
    note = words("学到什么（不写也行）", "只有您自己看得到，除非您分享。", required=False)
    share = forms.BooleanField(label="分享给一起学的人", required=False)


@form_of("studyduty", "write_note")
class WriteNote(VerbForm):
    note = words("学到什么", "只有您自己看得到，除非您分享。")

    def prepare(self) -> None:
        if hasattr(self.case, "note"):
            self.initial.setdefault("note", self.case.note.text)


@form_of("studyduty", "excuse")
class Excuse(VerbForm):
    why = line("为什么免修", 200)


class NameLayer(forms.Form):
    """Everybody of one named layer."""

    people = forms.TypedMultipleChoiceField(
        label="人员", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["people"].choices = people_choices(committee_id)
