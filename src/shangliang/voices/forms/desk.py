"""Forms of the editor's verbs."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..flow import AT_DESK
from ..models import Adoption, Voice


def words(label: str, help_text: str = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """What is said with a verb."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def day(label: str, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(attrs={"type": "date"})
    )


def units_of(committee_id: int) -> list[tuple[Any, str]]:
    rows = Actor.objects.filter(
        committee_id=committee_id, kind=Actor.Kind.UNIT, active=True
    ).order_by("stroke_key")
    return [("", "请选单位"), *((row.pk, str(row)) for row in rows)]


class Note(VerbForm):
    """A few words."""

    note = words("说明")


@form_of("voice", "send_back")
@form_of("difficulty", "send_back")
class SendBack(Note):
    """退回补充."""

    note = words("要补充什么", "作者会看到这段话；回执号不变。")


@form_of("voice", "go_on")
class GoOn(Note):
    """逾期未回，继续."""

    note = words("怎么催过、为什么不再等")


@form_of("voice", "object")
class Objection(Note):
    """不同意，请改."""

    note = words("哪里不对")


@form_of("voice", "send_back_text")
class SendBackText(Note):
    """退回再编."""

    note = words("要改哪里")


@form_of("difficulty", "return_case")
class ReturnCase(Note):
    """退回改派."""

    note = words("为什么不归本单位、应归谁")


class Reasons(VerbForm):
    """A reason of the rules and, where needed, a sentence."""

    reason_code = forms.ChoiceField(label="情形", widget=forms.RadioSelect)
    words = words("还要说的话", "作者会看到情形、可改走的渠道和这段话。", required=False)

    def prepare(self) -> None:
        field = self.fields["reason_code"]
        reasons = self.case.rules.reasons
        field.choices = [(r.code, r.name) for r in reasons]  # type: ignore[attr-defined]
        field.option_help = {r.code: r.instead for r in reasons}  # type: ignore[attr-defined]


@form_of("voice", "not_use")
class NotUse(Reasons):
    """不采用."""


@form_of("difficulty", "refuse_case")
class RefuseCase(Reasons):
    """不予办理."""


@form_of("voice", "merge_into")
class MergeInto(VerbForm):
    """并入: which note stands for all."""

    lead = forms.TypedChoiceField(label="并入哪一件", coerce=int, widget=forms.RadioSelect)

    def prepare(self) -> None:
        rows = (
            Voice.objects.filter(committee_id=self.seat.committee_id, state__in=AT_DESK)
            .exclude(pk=self.case.pk)
            .exclude(kind=Voice.Kind.DIFFICULTY)
            .order_by("-id")[:30]
        )
        field = self.fields["lead"]
        field.choices = [(r.pk, f"{r.number_label} {r.shown_title}") for r in rows]  # type: ignore[attr-defined]
        if not field.choices:  # type: ignore[attr-defined]
            field.help_text = "编辑台上没有别的来件。"


@form_of("voice", "edit_text")
class EditText(VerbForm):
    """编辑."""

    title = forms.CharField(label="标题", max_length=120)
    text = forms.CharField(
        label="正文", max_length=20000, widget=forms.Textarea(attrs={"rows": 16})
    )
    class_code = forms.ChoiceField(label="类别", required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def prepare(self) -> None:
        case = self.case
        parts = (case.text, case.analysis, case.suggestion)
        self.initial = {
            "title": case.edited_title or case.title,
            "text": case.edited_text or "\n".join(p for p in parts if p),
            "class_code": case.class_code,
            "revision": case.revision,
        }
        field = self.fields["class_code"]
        field.choices = [("", "未归类"), *classes(case)]  # type: ignore[attr-defined]


def classes(case: Voice) -> list[tuple[str, str]]:
    """The committee's classes of the rulebook in force; none where it has none."""
    from ...rulebooks.queries import NoRulebook, in_force

    try:
        rules = in_force(case.committee_id, today()).rules
    except NoRulebook:
        return []
    return [(c.code, c.name) for c in rules.classes]


@form_of("voice", "record_adoption")
class RecordAdoption(VerbForm):
    """记采用、批示."""

    level = forms.ChoiceField(label="哪一级", widget=forms.RadioSelect)
    form = forms.ChoiceField(
        label="单篇还是综合", choices=Adoption.Form.choices, widget=forms.RadioSelect
    )
    outcome = forms.ChoiceField(
        label="结果", choices=Adoption.Outcome.choices, widget=forms.RadioSelect
    )
    by_whom = forms.CharField(
        label="采用单位，或批示人的职务", max_length=120, help_text="写职务，不写姓名。"
    )
    on = day("日期")
    words = words(
        "批示内容（摘要）", "写可以告诉作者的；内部件原文不录入。", required=False, rows=3
    )

    def prepare(self) -> None:
        self.fields["level"].choices = list(self.case.rules.levels.items())  # type: ignore[attr-defined]
        self.initial = {"on": today(), "form": "single", "level": "city"}


@form_of("voice", "answer_back")
class AnswerBack(VerbForm):
    """反馈作者."""

    text = words("结果", "发给每一位作者；没有账号的凭回执号看到。")


@form_of("voice", "answer_matter")
class AnswerMatter(AnswerBack):
    """答复群众."""

    text = words("答复", "来件人凭回执号看到。")


@form_of("voice", "turn_to_topic")
class TurnToTopic(VerbForm):
    """转议题."""

    title = forms.CharField(label="议题", max_length=80)

    def prepare(self) -> None:
        self.initial = {"title": (self.case.edited_title or self.case.title)[:80]}


@form_of("voice", "turn_to_task")
class TurnToTask(VerbForm):
    """转交办."""

    owner = forms.TypedChoiceField(label="责任单位", coerce=int, empty_value=None)
    title = forms.CharField(
        label="要办什么事", max_length=300, help_text="单位看到这句，看不到反映人。"
    )
    due_on = day("时限", required=False)

    def prepare(self) -> None:
        self.fields["owner"].choices = units_of(self.seat.committee_id)  # type: ignore[attr-defined]
        self.initial = {
            "owner": self.case.wished_unit_id,
            "title": "" if self.case.masked else self.case.edited_title or self.case.title,
        }
