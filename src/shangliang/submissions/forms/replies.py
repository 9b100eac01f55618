"""Forms around a reply: contact, countersign, check, grade."""

from django import forms

from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..models import Contact
from ..people import proposers
from .limits import day
from .unit_choice import words


@form_of("assignment", "log_contact")
class LogContact(VerbForm):
    """One contact with the proposer, or the reason why there was none."""

    phase = forms.ChoiceField(label="阶段", choices=Contact.Phase.choices, widget=forms.RadioSelect)
    means = forms.ChoiceField(label="方式", required=False)
    on = day("日期", required=False)
    with_person = forms.TypedChoiceField(label="同谁", coerce=int, empty_value=None, required=False)
    note = forms.CharField(
        label="说了什么",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    agreed = forms.CharField(
        label="谈拢的", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    open_points = forms.CharField(
        label="没谈拢的", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    none_because = forms.CharField(
        label="没有沟通的理由",
        required=False,
        max_length=200,
        help_text="没有沟通才写，例如“提案人说不必”。写了这一格，上面可以不填。",
    )

    def prepare(self) -> None:
        from ...actors.models import Actor

        people = Actor.objects.filter(pk__in=proposers(self.case.submission))
        self.fields["with_person"].choices = [("", "请选择")] + [  # type: ignore[attr-defined]
            (pk, name) for pk, name in people.values_list("pk", "name")
        ]
        self.fields["means"].choices = [("", "请选择")] + [  # type: ignore[attr-defined]
            (m, m) for m in self.case.rules.contact_means
        ]
        self.initial.setdefault("phase", "before")
        self.initial.setdefault("on", today())


@form_of("reply", "countersign")
class CountersignForm(VerbForm):
    """Yes, or a difference in words."""

    agree = forms.TypedChoiceField(
        label="会签意见",
        choices=[("1", "同意"), ("0", "有不同意见")],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        error_messages={"required": "请选同意，或有不同意见。"},
    )
    remark = forms.CharField(
        label="意见",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="不同意的必须写：哪一条、建议怎么改。主办单位和审核的人都会看到。",
    )


@form_of("reply", "reject_check")
class RejectCheck(VerbForm):
    """What must be written anew."""

    reason = words("退改意见", "写明哪一条、哪里要重拟。")


@form_of("reply", "change_grade")
class ChangeGrade(VerbForm):
    """Another grade of the rulebook's scale, with the reason both sides read."""

    grade = forms.ChoiceField(label="改定为", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="为什么改定", max_length=200, help_text="单位和提案人都会看到，单位自定的类别也保留。"
    )

    def prepare(self) -> None:
        self.fields["grade"].choices = [  # type: ignore[attr-defined]
            (g.code, f"{g.code}　{g.name}") for g in self.case.rules.grades
        ]
        self.initial.setdefault("grade", self.case.grade)
