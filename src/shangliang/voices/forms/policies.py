"""Forms of policies: the office's, and the few questions a firm answers without account."""

from typing import Any

from django import forms

from ...engines.policies import Fact
from ...groups.forms.common import day
from ...procedures.forms import VerbForm, form_of, name_the_missing
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..policy_book import book
from .desk import units_of, words

FIELDS = (
    "title", "document", "gives", "rules", "period", "starts_on", "ends_on", "where", "papers",
)  # fmt: skip


def how_to_write() -> str:
    """The office sees the facts it may use, with their unit or their words."""
    told = [f"{f.label}（{f.unit or '、'.join(f.choices)}）" for f in book().facts]
    return (
        "一行一条，末尾括号里写文件的哪一条，例如：从业人数不超过300人（第三条）；"
        "两条满足一条就行的写“或”。能用的事实：" + "；".join(told) + "。"
    )


class PolicyFields(forms.Form):
    """What the office says of a policy."""

    title = forms.CharField(label="政策", max_length=80)
    document = forms.CharField(label="文件和文号", max_length=120)
    gives = forms.CharField(
        label="给什么", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    rules = words("条件", rows=5)
    starts_on = day("起")
    ends_on = day("止", required=False)
    period = forms.CharField(label="期限写在哪一条", max_length=40)
    where = forms.CharField(label="到哪里办", max_length=200)
    unit = forms.TypedChoiceField(label="主管单位", coerce=int, empty_value=None, required=False)
    papers = words("要带的材料", "一行一样。", required=False, rows=4)

    def choose(self, committee_id: int) -> None:
        """Units of the register, and how a rule is written."""
        self.fields["unit"].choices = units_of(committee_id)  # type: ignore[attr-defined]
        self.fields["rules"].help_text = how_to_write()


class NewPolicy(PolicyFields):
    """登记一条政策."""

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose(seat.committee_id)
        name_the_missing(self)


@form_of("policy", "amend_policy")
class AmendPolicy(VerbForm, PolicyFields):
    """修改."""

    def prepare(self) -> None:
        self.choose(self.case.committee_id)
        self.initial = {name: getattr(self.case, name) for name in FIELDS}
        self.initial["unit"] = self.case.unit_id


@form_of("policy", "end_policy")
class EndPolicy(VerbForm):
    """停用."""

    why = forms.CharField(label="为什么停用", max_length=200)


@form_of("policy", "record_refusal")
class RecordRefusal(VerbForm):
    """记一次没办成: the firm is not named."""

    on = day("哪天")
    reason = forms.ChoiceField(label="原因", widget=forms.RadioSelect)
    words = forms.CharField(
        label="怎么说的", max_length=300, required=False, help_text="不写企业名称和人名。",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def prepare(self) -> None:
        self.fields["reason"].choices = list(book().refusals)  # type: ignore[attr-defined]
        self.initial = {"on": today()} | dict(self.initial)


class FirmFacts(forms.Form):
    """六项事实: none is required, since what was not told is an answer of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for fact in book().facts:
            self.fields[fact.code] = field_of(fact)


def field_of(fact: Fact) -> forms.Field:
    """A number is typed as text, so that ２０ and 2,000 are read too; the engine says what is wrong."""
    label = f"{fact.label}（{fact.unit}）" if fact.unit else fact.label
    if fact.is_number:
        box = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        return forms.CharField(
            label=label, required=False, max_length=20, widget=box, help_text=fact.help
        )
    choices = [("", "不填"), *((c, c) for c in fact.choices)]
    return forms.ChoiceField(label=label, required=False, choices=choices, help_text=fact.help)


class AskPolicy(forms.Form):
    """问一句."""

    client_key = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    text = words("想问什么", "例如：第三条的从业人数按社保人数还是按工资表？", rows=4)
    name = forms.CharField(label="怎么称呼", max_length=60, required=False)
    contact = forms.CharField(
        label="联系方式", max_length=120, required=False,
        help_text="单独存放，只有经办的人能打开，可不填。",
    )  # fmt: skip
    open = forms.BooleanField(
        label="写的内容不涉密", error_messages={"required": "涉密的内容不能写在这里。"}
    )


class TellRefusal(forms.Form):
    """没办成."""

    reason = forms.ChoiceField(label="为什么没办成", widget=forms.RadioSelect)
    words = forms.CharField(
        label="窗口怎么说的", max_length=300, required=False, help_text="不用写企业名称。",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(book().refusals)  # type: ignore[attr-defined]
        name_the_missing(self)
