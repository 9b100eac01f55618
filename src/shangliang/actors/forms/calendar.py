"""Forms for terms, sessions, the division of labour and guidance."""

from typing import Any

from django import forms

from ...procedures.seat import Seat
from ..actions.charge import LEADING
from ..actions.rules import RULES
from ..models import Actor, Session, Tie
from ..queries import guided_by
from .days import DayInput, MinuteInput

K, A = Tie.Kind, Actor.Kind


class TermForm(forms.Form):
    """换届: the new term, and who stays."""

    STAY = (
        ("all", "现任委员全部留任，以后逐个改"),
        ("named", "只有下面写的人留任"),
        ("none", "都不留任，新名册稍后导入"),
    )

    number = forms.IntegerField(label="第几届", min_value=1, max_value=99)
    start = forms.DateField(
        label="新一届从哪天起",
        widget=DayInput(),
        help_text="上一届到前一天为止，然后封存。",
    )
    stay = forms.ChoiceField(label="谁留任", choices=STAY, widget=forms.RadioSelect)
    names = forms.CharField(
        label="留任的人", required=False, widget=forms.Textarea(attrs={"rows": 8}),
        help_text="一行一个，写姓名或委员编号；可以从表格里整列粘贴。",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("stay") == "named" and not given.get("names", "").strip():
            self.add_error("names", "选了“只有下面写的人”，请写出姓名。")
        return given


class SessionForm(forms.ModelForm):  # type: ignore[type-arg]
    """One plenary session and its window."""

    class Meta:
        model = Session
        fields = ("term", "number", "year", "window_opens", "opens", "cutoff_at", "closes")
        labels = {"term": "届", "number": "第几次会议"}  # noqa: RUF012 - Django's own name
        help_texts = {  # noqa: RUF012
            "window_opens": "从这天起交的算大会提案。",
            "cutoff_at": "到这一刻为止；之后交的算平时提案。",
        }
        widgets = {  # noqa: RUF012
            "window_opens": DayInput(),
            "opens": DayInput(),
            "closes": DayInput(),
            "cutoff_at": MinuteInput(),
        }

    def __init__(self, *args: Any, terms: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].queryset = terms  # type: ignore[attr-defined]
        if self.instance.pk:
            del self.fields["term"], self.fields["number"]

    def _post_clean(self) -> None:
        """The verb holds the days against each other, in words; the database's check is its net."""


class ChargeForm(forms.Form):
    """From a day on this leader is in charge of that."""

    whom = forms.TypedChoiceField(label="分管什么", coerce=int)
    who = forms.TypedChoiceField(label="由谁分管", coerce=int)
    start = forms.DateField(
        label="从哪天起",
        widget=DayInput(),
        help_text="前一天为止仍由原来的领导分管；以前的事不变。",
    )
    basis = forms.CharField(
        label="依据", required=False, max_length=200, help_text="例如：第 12 次主席会议"
    )

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = RULES[K.IN_CHARGE].whom
        groups: dict[str, list[tuple[int, str]]] = {}
        rows = Actor.objects.filter(committee_id=seat.committee_id, kind__in=kinds, active=True)
        for body in rows:
            groups.setdefault(A(body.kind).label, []).append((body.pk, str(body)))
        order = [A(k).label for k in kinds if A(k).label in groups]
        self.fields["whom"].choices = [("", "请选择"), *((n, groups[n]) for n in order)]  # type: ignore[attr-defined]
        leaders = Tie.objects.filter(
            committee_id=seat.committee_id, kind=K.OFFICE, title__in=LEADING, end__isnull=True
        ).select_related("who")
        rank = {title: n for n, title in enumerate(LEADING)}
        listed = sorted(leaders, key=lambda t: (rank[t.title], t.rank, t.pk))
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            ("", "请选择"), *((t.who_id, f"{t.who.name}（{t.title}）") for t in listed),
        ]  # fmt: skip


class NoteForm(forms.Form):
    """A guidance note."""

    to = forms.TypedChoiceField(label="发给", coerce=int)
    title = forms.CharField(label="事项", max_length=80)
    text = forms.CharField(label="内容", max_length=2000, widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = guided_by(seat.committee_id)
        self.fields["to"].choices = [("", "请选择"), *((c.pk, str(c)) for c in rows)]  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """The lower committee's answer."""

    text = forms.CharField(label="回复", max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))
