"""Forms of one person's attendance."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..causes import book
from .fields import numbers, words


@form_of("attendance", "ask_leave")
class AskLeave(VerbForm):
    """Why, and for which half days."""

    reason = words("事由", "只有批假的人看得到，通知和名单里都不出现。", rows=3)
    sittings = numbers("哪些单元", "都不选就是全程。")

    def prepare(self) -> None:
        parts = list(self.case.activity.sittings.all())
        if len(parts) < 2:
            del self.fields["sittings"]
            return
        field: Any = self.fields["sittings"]
        field.choices = [(s.number, str(s)) for s in parts]


@form_of("attendance", "grant_leave")
class GrantLeave(VerbForm):
    """A word with it."""

    answer = forms.CharField(label="批复", max_length=200, required=False)


@form_of("attendance", "refuse_leave")
class RefuseLeave(VerbForm):
    """Why not."""

    answer = forms.CharField(label="为什么不准", max_length=200)


@form_of("attendance", "correct_attendance")
class CorrectAttendance(VerbForm):
    """What it should say, and on what basis."""

    outcome = forms.ChoiceField(
        label="应为", choices=[("present", "出席"), ("leave", "请假"), ("absent", "缺席")]
    )
    reason = words("依据", "例如签到表原件、发言记录、准假单。", rows=2)


@form_of("attendance", "say_cause")
class SayCause(VerbForm):
    """One tap; the page offers a button for each."""

    cause = forms.ChoiceField(label="那天没能来，是因为", widget=forms.RadioSelect)

    def prepare(self) -> None:
        self.fields["cause"].choices = list(book().causes)  # type: ignore[attr-defined]
