"""公开与撤下的表单。"""

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..models import Publication, Reply


@form_of("proposal", "publish")
class Publish(VerbForm):
    """Full text or summary, with the replies or without, after the secrecy check."""

    text = forms.ChoiceField(
        label="公开到什么程度",
        choices=[("full", "全文公开"), ("summary", "摘要公开")],
        widget=forms.RadioSelect,
        initial="full",
    )
    summary = forms.CharField(
        label="摘要",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="摘要公开时填：说了什么事、提了什么建议。",
    )
    show_reply = forms.BooleanField(label="同时公开答复", required=False, initial=True)
    checked = forms.BooleanField(
        label="已作保密审查，没有不宜公开的内容和个人信息",
        error_messages={"required": "公开前须作保密审查，请看过全文后勾选。"},
    )

    def prepare(self) -> None:
        sent = Reply.objects.filter(
            committee_id=self.case.committee_id, submission=self.case, state="sent", kind="reply"
        ).select_related("assignment__unit")
        said = [
            f"{r.assignment.unit}：{r.get_publicity_display()}"
            + (f"（{r.publicity_reason}）" if r.publicity_reason else "")
            for r in sent
        ]
        words = "；".join(said) if said else "还没有送达的答复"
        self.fields["show_reply"].help_text = f"单位标注：{words}。标不予公开的不会出现。"
        row = Publication.objects.filter(submission=self.case).first()
        if row:
            self.initial.update(
                {
                    "text": row.text,
                    "summary": row.summary,
                    "show_reply": row.show_reply,
                }
            )


@form_of("proposal", "unpublish")
class Unpublish(VerbForm):
    """Why the page is taken down; kept for the record, not shown to the public."""

    because = forms.CharField(label="为什么撤下", max_length=200)
