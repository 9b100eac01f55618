"""Forms of papers."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ...procedures.seat import Seat
from ..models import StudyDuty, StudyItem, StudyPaper
from .fields import line, words


def body(required: bool = False) -> forms.CharField:
    return forms.CharField(
        label="正文", required=required, max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 12}), help_text="写在这里，或者交 Word 文件，两样选一样。",
    )  # fmt: skip


def upload() -> forms.FileField:
    return forms.FileField(
        label="Word 文件", required=False, help_text="docx、doc、wps；文字自动读出来，原件也留着",
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.doc,.wps"}),
    )  # fmt: skip


CONSENT = "我同意选中后在内部刊出（署名，随时可以撤）"


class WritePaper(forms.Form):
    """交一篇."""

    item = forms.TypedChoiceField(
        label="为哪一项写的", required=False, coerce=int, empty_value=None
    )
    title = line("题目", required=False, help_text="交 Word 文件可以不填，用文件名。")
    text = body()
    upload = upload()
    consent = forms.BooleanField(label=CONSENT, required=False)

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        mine = StudyPaper.objects.filter(
            committee_id=seat.committee_id, author_id=seat.person_id, item__isnull=False
        ).values("item_id")
        must = set(
            StudyDuty.objects.filter(
                committee_id=seat.committee_id, person_id=seat.person_id, item__kind="paper"
            ).values_list("item_id", flat=True)
        )
        rows = StudyItem.objects.filter(
            committee_id=seat.committee_id, kind="paper", state="open"
        ).exclude(pk__in=mine)
        fields["item"].choices = [
            ("", "自己写的，不属于哪一项"),
            *((row.pk, f"{row.title}{'（您要交）' if row.pk in must else ''}") for row in rows),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("upload") and data.get("text", "").strip():
            self.add_error("text", "写了正文又交了文件，请去掉一样。")
        return data


@form_of("studypaper", "edit_paper")
class EditPaper(VerbForm):
    title = line("题目")
    text = body()
    upload = upload()
    consent = forms.BooleanField(label=CONSENT, required=False)

    def prepare(self) -> None:
        for name in ("title", "text", "consent"):
            self.initial.setdefault(name, getattr(self.case, name))


@form_of("studypaper", "comment_paper")
class CommentPaper(VerbForm):
    text = words("意见", "好在哪里，哪一处可以更好。")


@form_of("studypaper", "return_paper")
class ReturnPaper(VerbForm):
    note = words("哪里要改")


@form_of("studypaper", "allow_paper")
class AllowPaper(VerbForm):
    consent = forms.BooleanField(label=CONSENT, required=False)

    def prepare(self) -> None:
        self.initial.setdefault("consent", self.case.consent)
