"""Forms of a result's verbs."""

from typing import Any

from django import forms

from ...actors.models import Actor, Tie
from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..actions.cast_vote import CHOICES
from ..models import Adoption, Advice, ExpertRemark
from ..presets import vote_rules
from .consultation import rows_of
from .fields import NONE, bodies, choice, day, line, many, number, people, pick, words


@form_of("result", "edit_result")
class EditResult(VerbForm):
    """Text and where it goes."""

    title = line("标题", most=120)
    body = words("正文", rows=14, most=20000)
    addressees = words("报送", "一行一家，例如“市委办公室”。", required=False, rows=3)
    level = line("报送层级", "例如“报市委、市政府”。", required=False, most=20)
    decision = line("要赶上的决策", required=False)
    decision_on = day("决策日期", required=False)

    def prepare(self) -> None:
        for name in ("title", "body", "level", "decision", "decision_on"):
            self.initial.setdefault(name, getattr(self.case, name))
        names = self.case.deliveries.values_list("addressee", flat=True)
        self.initial.setdefault("addressees", "\n".join(names))


def offer_units(form: VerbForm, name: str, *more: str) -> None:
    field: Any = form.fields[name]
    field.choices = [NONE, *bodies(form.case.committee_id, Actor.Kind.UNIT, *more)]


@form_of("result", "add_advice")
class AddAdvice(VerbForm):
    """One recommendation."""

    text = words("建议", "一条只说一件事：请谁做什么。", rows=3, most=600)
    unit = pick("向哪个单位提", required=False)
    kind = choice(
        "哪一类（可不选）",
        [("", "不选"), *Advice.Kind.choices],
        "想一想：我们的长处是什么？势头往哪里走？风险在哪里？有什么新办法？",
        required=False,
        radio=False,
    )

    def prepare(self) -> None:
        offer_units(self, "unit")


def own_advices(form: VerbForm, **only: Any) -> None:
    rows_of(form, "advice", form.case.advices.filter(**only), lambda a: f"{a.order} {a.text[:30]}")


@form_of("result", "change_advice")
class ChangeAdvice(AddAdvice):
    """Which, and how it reads now."""

    advice = pick("哪一条")

    def prepare(self) -> None:
        super().prepare()
        own_advices(self)


@form_of("result", "drop_advice")
class DropAdvice(VerbForm):
    """Which."""

    advice = pick("哪一条")

    def prepare(self) -> None:
        own_advices(self)


@form_of("result", "ask_expert")
class AskExpert(VerbForm):
    """Who, for what field, until when."""

    expert = line("专家", most=40)
    field = line("领域", required=False, most=60)
    until = day("截止")


@form_of("result", "answer_remark")
class AnswerRemark(VerbForm):
    """Taken or not, and why."""

    remark = pick("哪条意见")
    taken = forms.TypedChoiceField(
        label="采用吗",
        choices=[("1", "采用"), ("0", "不采用")],
        coerce=lambda v: v == "1",
        widget=forms.RadioSelect,
        error_messages={"required": "请选采用或不采用。"},
    )
    answer = words("怎么改的，或为什么没采用", rows=2, most=400)

    def prepare(self) -> None:
        rows = ExpertRemark.objects.filter(
            committee_id=self.case.committee_id, review__result=self.case
        )
        rows_of(self, "remark", rows)


def electorate(committee_id: int) -> tuple[list[tuple[str, str]], list[str]]:
    """Members as choices, and who of them are standing members (常委、主席、副主席、秘书长)."""
    ties = Tie.objects.filter(committee_id=committee_id).on(today())
    members = ties.filter(kind=Tie.Kind.MEMBER).values_list("who_id", flat=True)
    office = ties.filter(kind=Tie.Kind.OFFICE).values_list("who_id", flat=True)
    chosen = set(office)
    return people(committee_id, {*members, *chosen}), [str(pk) for pk in sorted(chosen)]


@form_of("result", "open_vote")
class OpenVote(VerbForm):
    """How, who, and when it has passed."""

    kind = choice("方式", Adoption.Kind.choices, "无记名：只留总票数和谁投过，不留谁投了什么。")
    rule = choice("通过条件", ())
    body = line("由谁表决", "例如“第 12 次常委会会议”。", required=False, most=60)
    people = many("表决的人", "担任常委等职务的已经勾好。", required=True)

    def prepare(self) -> None:
        rule: Any = self.fields["rule"]
        rule.choices = [(k, f"{r.label}（{r.source}）") for k, r in vote_rules().items()]
        self.initial.setdefault("rule", "half_all")
        field: Any = self.fields["people"]
        field.choices, office = electorate(self.case.committee_id)
        self.initial.setdefault("people", office)


@form_of("result", "cast_vote")
class CastVote(VerbForm):
    """One's own vote, once."""

    choice = choice("您的表决", list(CHOICES.items()), "投出就不能改。")


@form_of("result", "enter_paper")
class EnterPaper(VerbForm):
    """A bundle: who handed one in, and the totals."""

    people = many("交票的人", required=True)
    yes = number("赞成", 0, 1000)
    no = number("反对", 0, 1000)
    abstain = number("弃权", 0, 1000)

    def prepare(self) -> None:
        vote = self.case.adoptions.filter(state="open").first()
        rows = vote.electors.filter(voted=False).select_related("person") if vote else ()
        field: Any = self.fields["people"]
        field.choices = [(str(e.person_id), e.person.name) for e in rows]
        for name in ("yes", "no", "abstain"):
            self.initial.setdefault(name, 0)


@form_of("result", "record_instruction")
class RecordInstruction(VerbForm):
    """What was written on it, by whom."""

    delivery = pick("哪一家")
    text = words("批示内容", rows=3, most=1000)
    by = line("批示人的职务", "写职务，例如“市长”。", most=60)
    on = day("批示日")
    unit = pick("批给哪个单位", required=False)

    def prepare(self) -> None:
        rows_of(self, "delivery", self.case.deliveries.all())
        offer_units(self, "unit")


@form_of("result", "answer_advice")
class AnswerAdvice(VerbForm):
    """Taken, partly, or explained."""

    advice = pick("哪一条")
    outcome = choice("结果", Advice.Outcome.choices)
    text = words("答复", "采纳的怎么办、何时办；不采纳的说明原因。", rows=3)

    def prepare(self) -> None:
        from ..flow.people import author

        if author(self.seat, self.case) is None:
            own_advices(self)
        else:
            own_advices(self, unit_id__in=self.seat.units)


@form_of("result", "assign_advice")
class AssignAdvice(VerbForm):
    """To which unit, until when, on what basis."""

    advice = pick("哪一条")
    owner = pick("交给哪个单位")
    due_on = day("时限", required=False)
    basis = line("依据", "不写就用成果编号；有批示的自动记批示。", required=False, most=200)

    def prepare(self) -> None:
        own_advices(self, task__isnull=True)
        field: Any = self.fields["owner"]
        field.choices = [
            ("", "请选"),
            *bodies(self.case.committee_id, Actor.Kind.UNIT, Actor.Kind.COUNTY),
        ]


@form_of("result", "close_result")
class CloseResult(VerbForm):
    """What came of it."""

    summary = words("跟踪问效小结", "办成了什么、还差什么。", most=1000)
