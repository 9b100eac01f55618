"""Forms of shared homework."""

from django import forms

from ...activities.forms.fields import words
from ...procedures.forms import VerbForm, form_of


class ShareWork(forms.Form):
    """请同事看."""

    text = words("说给同事的话", "做了什么，想请同事看哪里。本会委员都看得到。", rows=5)


@form_of("shared_work", "comment_work")
class CommentWork(VerbForm):
    """Words to the work."""

    text = forms.CharField(
        label="意见", max_length=500, help_text="具名；说事不评人，本人可以答复，也可以遮住。",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


@form_of("work_comment", "answer_comment")
class AnswerComment(VerbForm):
    """An answer."""

    answer = forms.CharField(label="答复", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def prepare(self) -> None:
        self.initial.setdefault("answer", self.case.answer)
