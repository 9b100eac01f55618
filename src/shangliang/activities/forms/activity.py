"""Forms of an activity's verbs."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ..actions.invite import BODIES
from ..models import Attendance, Card, Finding
from .fields import day, local, moment, numbers, own_bodies, photo_field, units, words


@form_of("activity", "invite")
class Invite(VerbForm):
    """Whom to ask."""

    everybody = forms.ChoiceField(
        label="整体邀请",
        required=False,
        choices=[("", "不整体邀请"), ("members", "全体委员"), ("standing", "常委会组成人员")],
    )
    bodies = numbers("按界别、专委会、小组、党派", "属于两个机构的委员只邀请一次。")
    people = numbers("另外的人")
    role = forms.ChoiceField(label="身份", choices=Attendance.As.choices, initial="member")
    names = words("按姓名补充", "每行一位，姓名或委员编号。", required=False, rows=3)

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        fields["bodies"].choices = own_bodies(
            self.case.committee_id, tuple(str(kind) for kind in BODIES)
        )
        # Further people are named; the list of ids serves programs.
        del self.fields["people"]

    def clean_names(self) -> list[int]:
        wanted = [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]
        if len(wanted) > 500:
            raise forms.ValidationError("一次最多写 500 位。")
        from django.db.models import Q

        rows = Actor.objects.filter(
            Q(name__in=wanted) | Q(code__in=wanted),
            committee_id=self.case.committee_id,
            kind=Actor.Kind.PERSON,
            active=True,
        )
        by_word: dict[str, set[int]] = {}
        for row in rows:
            for key in {row.name, row.code} - {""}:
                by_word.setdefault(key, set()).add(row.pk)
        if lost := [w for w in wanted if w not in by_word]:
            raise forms.ValidationError(f"没有找到：{'、'.join(lost[:5])}。")
        if twice := [w for w in wanted if len(by_word[w]) > 1]:
            raise forms.ValidationError(f"同名的不止一位，请写委员编号：{'、'.join(twice[:5])}。")
        return [min(by_word[w]) for w in wanted]

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["people"] = data.pop("names")
        return data


@form_of("activity", "move_activity")
class MoveActivity(VerbForm):
    """The new time and place; everybody is asked again."""

    starts_at = moment("新的开始")
    ends_at = moment("新的结束")
    place = forms.CharField(label="地点", max_length=120, required=False)

    def prepare(self) -> None:
        self.initial.setdefault("starts_at", local(self.case.starts_at))
        self.initial.setdefault("ends_at", local(self.case.ends_at))
        self.initial.setdefault("place", self.case.place)


@form_of("activity", "seat_people")
class SeatPeople(VerbForm):
    """A list, as offices keep it."""

    lines = forms.CharField(
        label="分组和座位",
        max_length=60000,
        help_text="每行一位：姓名，分组，座位。可以从表格里粘贴。",
        widget=forms.Textarea(attrs={"rows": 14}),
    )

    def prepare(self) -> None:
        rows = self.case.attendances.select_related("person").order_by(
            "group_name", "seat_label", "person__stroke_key"
        )
        self.initial.setdefault(
            "lines",
            "\n".join(f"{r.person.name}，{r.group_name}，{r.seat_label}" for r in rows),
        )


@form_of("activity", "add_chore")
class AddChore(VerbForm):
    """What must be ready."""

    text = forms.CharField(label="要准备什么", max_length=200)
    person_name = forms.CharField(label="谁办", max_length=60, required=False)
    due_on = day("哪天前")


@form_of("activity", "finish_chore")
class FinishChore(VerbForm):
    """Which."""

    chore = forms.TypedChoiceField(label="哪一项", coerce=int)

    def prepare(self) -> None:
        field: Any = self.fields["chore"]
        field.choices = [(c.pk, c.text) for c in self.case.chores.filter(done_at__isnull=True)]


@form_of("activity", "sign_in")
class SignIn(VerbForm):
    """The digits on the wall."""

    code = forms.CharField(
        label="签到码",
        max_length=12,
        help_text="会场屏幕上的六位数字。",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )
    leaving = forms.BooleanField(label="我要离开（签退）", required=False)


@form_of("activity", "tick")
class TickPeople(VerbForm):
    """The list, ticked."""

    people = numbers("名单")
    what = forms.ChoiceField(
        label="记什么", choices=[("in", "到"), ("out", "离"), ("undo", "撤回勾选")], initial="in"
    )
    sitting = forms.TypedChoiceField(label="单元", required=False, coerce=int, empty_value=None)
    at = moment("时间（补记时填）", required=False)

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        rows = self.case.attendances.select_related("person")
        fields["people"].choices = [(r.person_id, r.person.name) for r in rows]
        fields["sitting"].choices = [
            ("", "现在的单元"),
            *((s.pk, str(s)) for s in self.case.sittings.all()),
        ]


@form_of("activity", "merge_ticks")
class MergeTicks(VerbForm):
    """What a phone kept, when it cannot send by itself: pasted from its list page."""

    bundle = forms.JSONField(
        label="手机上复制的内容",
        help_text="离线签到页上按“复制未送的”，粘贴到这里。",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"invalid": "不完整，请从头到尾重新复制一次。"},
    )

    def clean_bundle(self) -> dict[str, Any]:
        from ..bundle import BadBundle, read

        try:
            return read(self.cleaned_data["bundle"])
        except BadBundle as error:
            raise forms.ValidationError(str(error)) from error

    def arguments(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data["bundle"]
        return data


@form_of("activity", "add_card")
class AddCard(VerbForm):
    """One thing seen."""

    kind = forms.ChoiceField(label="是什么", choices=Finding.Kind.choices, initial="problem")
    text = words("看到什么", "一张卡写一件事。")
    place = forms.CharField(label="在哪里", max_length=80, required=False)
    photo = photo_field()


@form_of("activity", "add_finding")
class AddFinding(VerbForm):
    """Cards that say the same become one finding."""

    cards = numbers("归并哪些观察卡")
    kind = forms.ChoiceField(label="是什么", choices=Finding.Kind.choices, initial="problem")
    text = words("发现")
    place = forms.CharField(label="地点", max_length=80, required=False)
    clause = forms.CharField(
        label="对照的条文", max_length=200, required=False, help_text="文件名和条款。"
    )
    unit = forms.TypedChoiceField(label="有关单位", required=False, coerce=int, empty_value=None)
    photo = photo_field("现场照片")

    def prepare(self) -> None:
        fields: dict[str, Any] = self.fields
        rows = Card.objects.filter(activity=self.case, finding__isnull=True)
        fields["cards"].choices = [
            (c.pk, f"{c.get_kind_display()}：{c.text[:60]}（{c.person.name}）")
            for c in rows.select_related("person")
        ]
        fields["unit"].choices = units(self.case.committee_id)


@form_of("activity", "cancel_activity")
class CancelActivity(VerbForm):
    """Why."""

    reason = words("为什么取消", "名单上的人都会看到。", rows=2)


@form_of("activity", "withdraw_activity")
class WithdrawActivity(VerbForm):
    """Why."""

    reason = words("为什么撤销", "据此记的出席和积分都会转回，名单上的人都会看到原因。", rows=2)
