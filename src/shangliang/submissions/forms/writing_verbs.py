"""Forms of the writer's, approver's and proposer's verbs, for their buttons and the API."""

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..members import current
from ..models import CoSignature, Rating
from .ratings import ByUnit, Orders, ask_choices

MET = [("met", "见了面"), ("declined", "我说不必见"), ("not", "没有")]


@form_of("proposal", "invite")
class Invite(VerbForm):
    """Whom to ask; the page of invitations finds people by stroke and pinyin."""

    people = forms.TypedMultipleChoiceField(label="邀请哪些委员", coerce=int)

    def prepare(self) -> None:
        asked = self.case.signatures.values("person_id")
        rows = current(self.case.committee_id).exclude(pk__in=asked)
        self.fields["people"].choices = list(rows.values_list("pk", "name"))  # type: ignore[attr-defined]


@form_of("proposal", "uninvite")
class Uninvite(VerbForm):
    """One open invitation."""

    person = forms.TypedChoiceField(label="收回对谁的邀请", coerce=int)

    def prepare(self) -> None:
        rows = self.case.signatures.filter(state=CoSignature.State.INVITED)
        self.fields["person"].choices = list(rows.values_list("person_id", "person__name"))  # type: ignore[attr-defined]


@form_of("proposal", "refuse_approval")
class RefuseApproval(VerbForm):
    """What the drafter is to change."""

    note = forms.CharField(
        label="要改什么", max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


@form_of("proposal", "withdraw")
class Withdraw(VerbForm):
    """Why."""

    reason = forms.CharField(
        label="为什么撤案",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="撤案后不再办理；已编的案号保留，注明撤案。",
    )


@form_of("proposal", "rate")
class Rate(ByUnit):
    """Attitude and result apart (docs/field.md 1.9); which asks should go back."""

    attitude = forms.ChoiceField(
        label="办理态度",
        choices=Rating.Score.choices,
        widget=forms.RadioSelect,
        help_text="有没有找您商量，听没听您说。",
    )
    result = forms.ChoiceField(
        label="办理结果",
        choices=Rating.Score.choices,
        widget=forms.RadioSelect,
        help_text="事情办得怎么样。",
    )
    met = forms.ChoiceField(
        label="单位和您见面了吗", required=False, choices=MET, widget=forms.RadioSelect
    )
    redo = Orders(label="要求重办哪几条", help_text="满意的不用选。")
    text = forms.CharField(
        label="意见",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="不满意的，请写一句哪里不满意，提案委据此提出重办。",
    )

    def prepare(self) -> None:
        words = {"satisfied": "满意", "basically": "基本满意", "not": "不满意"}
        given = self.case.rules.rating.attitudes
        if len(given) == len(words):  # the rulebook's own three words
            words = dict(zip(words, given, strict=True))
        for name in ("attitude", "result"):
            self.fields[name].choices = list(words.items())  # type: ignore[attr-defined]
        super().prepare()
        self.fields["redo"].choices = ask_choices(self.case)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        if self.worst() and not str(data.get("text") or "").strip():
            self.add_error("text", "不满意的，请写一句哪里不满意，提案委据此提出重办。")
        return data


@form_of("proposal", "rate_service")
class RateService(VerbForm):
    """The office's service, from one to five."""

    score = forms.TypedChoiceField(
        label="给提案委的服务打分",
        coerce=int,
        choices=[(5, "5 很好"), (4, "4 好"), (3, "3 一般"), (2, "2 不好"), (1, "1 很不好")],
        widget=forms.RadioSelect,
        help_text="审查快不快、有没有说清、问了有没有人答。评的是提案委，不是承办单位。",
    )
    text = forms.CharField(
        label="说一句",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
