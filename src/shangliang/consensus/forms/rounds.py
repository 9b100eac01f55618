"""Forms of a round's verbs."""

from typing import Any

from django import forms

from ...actors.forms.days import DayInput
from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ...topics.models import Result
from ..became import agreed
from ..models import FollowUp, Round
from ..reasons import REASONS
from ..screening import LONGEST

CHOICES = (("", "没填"), ("1", "同意"), ("-1", "不同意"), ("0", "说不准"))


def area(label: str, rows: int, most: int, help_text: str = "", required: bool = True) -> Any:
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class NewRound(forms.Form):
    """A question to put to people."""

    title = forms.CharField(
        label="题目", max_length=80, help_text="写成一句问话，例如：电梯装好以后，谁来管？"
    )
    intro = area("说明", 4, 1500, "为什么商量、商量好了怎么用。大家先看到这一段。", required=False)
    entry = forms.ChoiceField(label="谁能参加", choices=Round.Entry.choices)


@form_of("round", "edit_round")
class EditRound(VerbForm):
    title = forms.CharField(label="题目", max_length=80)
    intro = area("说明", 4, 1500, required=False)
    policy = area("说法怎么审", 4, 1500, "开场后不能改，谁都看得到。")
    entry = forms.ChoiceField(label="谁能参加", choices=Round.Entry.choices)
    order = forms.ChoiceField(
        label="先后", choices=Round.Order.choices, help_text="用哪一种，页面上写明。"
    )
    opens_on = forms.DateField(label="起", required=False, widget=DayInput())
    closes_on = forms.DateField(label="止", required=False, widget=DayInput())
    says_until = forms.DateField(
        label="说法收到哪天",
        required=False,
        widget=DayInput(),
        help_text="之后只表态、不再写说法；不填就一直收。",
    )

    def prepare(self) -> None:
        for name in self.fields:
            self.initial.setdefault(name, getattr(self.case, name))


@form_of("round", "add_statement")
class AddStatement(VerbForm):
    text = area("说法", 6, 4000, f"一行一条，每条只说一件事，最多 {LONGEST} 字。")


@form_of("round", "open_round")
class OpenRound(VerbForm):
    closes_on = forms.DateField(
        label="到哪天为止", required=False, widget=DayInput(), help_text="不填就由您来结束。"
    )

    def prepare(self) -> None:
        self.initial.setdefault("closes_on", self.case.closes_on)


@form_of("round", "reopen_round")
class ReopenRound(VerbForm):
    closes_on = forms.DateField(label="再开到哪天", widget=DayInput())
    reason = area("为什么再开", 2, 120, "会写在说明里，大家看得到。")


WHOSE = {
    Round.Entry.OPEN: ("sheet", "纸上的编号", "每张纸写一个号，照着填。同一个号只算一份。"),
    Round.Entry.TICKETS: ("ticket", "纸上的参加码", "照纸条填。凭这个码在网上表过态的，只算一份。"),
    Round.Entry.MEMBERS: (
        "person",
        "这张纸是谁填的",
        "写姓名或委员编号。本人在网上表过态的，只算一份。",
    ),
}


@form_of("round", "enter_paper")
class EnterPaper(VerbForm):
    """Whose sheet it is, then one field a statement, by its number."""

    def prepare(self) -> None:
        name, label, help_text = WHOSE[self.case.entry]
        self.fields[name] = forms.CharField(label=label, max_length=40, help_text=help_text)
        for row in self.case.statements.filter(state="shown").order_by("number"):
            answer: Any = forms.ChoiceField(
                label=f"{row.number}. {row.text}",
                choices=CHOICES,
                required=False,
                widget=forms.RadioSelect(),
            )
            answer.look = "pick"  # a sheet fits a screen or two
            self.fields[f"s{row.number}"] = answer
        self.fields["correct"] = forms.BooleanField(label="更正录过的一张", required=False)

    def clean_person(self) -> int:
        named = "".join(str(self.cleaned_data["person"]).split())
        people = Actor.objects.filter(
            committee_id=self.case.committee_id, kind=Actor.Kind.PERSON, active=True
        )
        found = list((people.filter(name=named) | people.filter(code=named)).order_by("pk")[:2])
        if len(found) != 1:
            raise forms.ValidationError(
                "名册里有同名的，请写委员编号。" if found else "名册里没有这个人，请照名册写。"
            )
        return found[0].pk

    def arguments(self) -> dict[str, Any]:
        typed = dict(self.cleaned_data)
        given = {
            int(k[1:]): int(typed.pop(k)) for k in list(typed) if k[1:].isdigit() and typed[k] != ""
        }
        names = ("sheet", "ticket", "person", "correct")
        whose: dict[str, Any] = {k: typed[k] for k in names if k in typed}
        return {"answers": given, **whose}


@form_of("round", "publish_round")
class PublishRound(VerbForm):
    """Words for the groups, so that nobody has to speak of 甲组 and 乙组."""

    def prepare(self) -> None:
        from ..answers import analysed

        texts = dict(self.case.statements.values_list("number", "text"))
        opinion = analysed(self.case)
        for n, group in enumerate(opinion.groups, 1):
            typical = opinion.representative.get(group.id, ())
            words = "；".join(
                f"{'同意' if t.direction == 'agree' else '不同意'}“{texts.get(t.statement, '')}”"
                for t in typical[:2]
            )
            self.fields[f"g{group.id}"] = forms.CharField(
                label=f"第 {n} 组（{group.size} 人）叫什么",
                max_length=12,
                required=False,
                help_text=f"这组多半{words}。" if words else "",
            )

    def arguments(self) -> dict[str, Any]:
        return {"names": {k[1:]: v for k, v in self.cleaned_data.items() if v}}


@form_of("round", "follow_up")
class Follow(VerbForm):
    kind = forms.ChoiceField(label="是什么", choices=FollowUp.Kind.choices)
    number = forms.TypedChoiceField(
        label="关于哪一条", coerce=int, empty_value=None, required=False
    )
    text = area("后来怎样", 3, 300, "参加过的人都在结果页上看到。")
    on = forms.DateField(label="日期", required=False, widget=DayInput())

    def prepare(self) -> None:
        self.fields["number"].choices = choices_of(self.case, "整场")  # type: ignore[attr-defined]


@form_of("round", "recommend")
class Recommend(VerbForm):
    """Only what was found agreed is offered."""

    number = forms.TypedChoiceField(label="哪一条", coerce=int)
    result = forms.TypedChoiceField(
        label="列入哪一份", coerce=int, empty_value=None, required=False
    )
    unit = forms.TypedChoiceField(label="请谁答复", coerce=int, empty_value=None, required=False)
    text = area("建议怎么写", 3, 400, "不填就用说法的原话；多少人同意会自动写上。", required=False)

    def prepare(self) -> None:
        own = {"committee_id": self.case.committee_id}
        self.fields["number"].choices = choices_of(self.case, only=list(agreed(self.case)))  # type: ignore[attr-defined]
        drafts = Result.objects.filter(**own, state="draft").values_list("pk", "title")[:50]
        self.fields["result"].choices = [("", "新起草一份协商专报"), *drafts]  # type: ignore[attr-defined]
        units = Actor.objects.filter(**own, kind=Actor.Kind.UNIT, active=True)
        self.fields["unit"].choices = [("", "以后再定"), *((u.pk, str(u)) for u in units)]  # type: ignore[attr-defined]


@form_of("round", "hand_over")
class HandOver(VerbForm):
    number = forms.TypedChoiceField(label="哪一条", coerce=int)
    owner = forms.TypedChoiceField(label="交给谁办", coerce=int)
    due_on = forms.DateField(label="办到哪天", widget=DayInput())
    title = area("任务怎么写", 2, 300, "不填就用说法的原话。", required=False)

    def prepare(self) -> None:
        self.fields["number"].choices = choices_of(self.case, only=list(agreed(self.case)))  # type: ignore[attr-defined]
        units = Actor.objects.filter(
            committee_id=self.case.committee_id,
            kind__in=[Actor.Kind.UNIT, Actor.Kind.ROOM],
            active=True,
        )
        self.fields["owner"].choices = [("", "——"), *((u.pk, str(u)) for u in units)]  # type: ignore[attr-defined]


def choices_of(case: Round, none: str = "", only: list[int] | None = None) -> list[tuple[Any, str]]:
    rows = case.statements.filter(state="shown").order_by("number").values_list("number", "text")
    if only is not None:
        rows = rows.filter(number__in=only)
    return [("", none or "——"), *((n, f"{n}. {t[:40]}") for n, t in rows)]


@form_of("statement", "refuse_statement")
class RefuseStatement(VerbForm):
    reason = forms.ChoiceField(label="理由（公开）", choices=list(REASONS.items()))
    note = forms.CharField(label="补充", max_length=200, required=False)
