"""Forms of reading a text: taking it in, deciding on what was read out of it."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..actions.hand_over import ACTS
from ..actions.mend import LISTS, MENDED
from ..actions.refuse_extract import WRONG
from ..actions.settle import ANSWERS
from ..models import Extract, Intake
from ..readings.units import choices, units_of

K = Extract.Kind
DAY = forms.DateInput(attrs={"type": "date"})
WRONG_DAY = {"invalid": "请按“2026-06-30”这样写日期。"}
LABELS = {
    "lead": "主责单位",
    "partners": "协办单位",
    "due": "期限",
    "region": "地区",
    "indicator": "指标",
    "value": "数值",
    "unit": "单位",
    "period": "时期",
    "sort": "性质",
    "target": "目标",
    "form": "形式",
    "aim": "目标",
    "address": "条目号",
    "level": "级",
}


class TakeIn(forms.Form):
    """A file or pasted text, and what it is."""

    title = forms.CharField(label="名称", required=False, max_length=200,
                            help_text="不填就用文中的题名或文件名。")  # fmt: skip
    kind = forms.ChoiceField(label="种类", choices=Intake.Kind.choices)
    upload = forms.FileField(label="文件", required=False)
    text = forms.CharField(
        label="或者粘贴文字", required=False, max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="整篇粘进来，不用先整理格式。",
    )  # fmt: skip
    given_on = forms.DateField(
        label="讲话或成文日期", required=False, widget=DAY, error_messages=WRONG_DAY,
        help_text="文中的“下个月底”“年内”以这一天推算。",
    )  # fmt: skip
    level = forms.ChoiceField(
        label="能给谁看",
        choices=[("internal", "内部"), ("public", "公开"), ("secret", "涉密")],
        initial="internal",
        widget=forms.RadioSelect,
        help_text="涉密的文件不能进本系统，选了也不会存。",
    )
    suggestions = forms.BooleanField(
        label="请系统先拟出条目、任务、指标、差距、议题和存疑", required=False, initial=True,
        help_text="不勾也行：在原文里选一句，自己标。",
    )  # fmt: skip
    about_type = forms.CharField(required=False, widget=forms.HiddenInput, max_length=30)
    about_id = forms.IntegerField(
        required=False, widget=forms.HiddenInput, min_value=1, max_value=2**31
    )


@form_of("intake", "settle_author")
class SettleAuthor(VerbForm):
    """Who gave it."""

    part = forms.IntegerField(label="第几篇", min_value=1, max_value=500)
    author = forms.CharField(
        label="作者", required=False, max_length=80, help_text="空着就是“作者不明”，以后可以再改。"
    )


@form_of("intake", "add_extract")
class AddExtract(VerbForm):
    """A sentence of the source, and what it is."""

    text = forms.CharField(
        label="原文这句话", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="照原文，一次一句。在原文里选中再按 M，会自己填好。",
    )  # fmt: skip
    kind = forms.ChoiceField(label="标成", choices=Extract.Kind.choices, initial=K.TASK)
    title = forms.CharField(
        label="写成", required=False, max_length=400, help_text="不填就用原话。"
    )
    paragraph = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=0)


@form_of("intake", "accept_certain")
class AcceptCertain(VerbForm):
    """Of one speech of the file, or of all."""

    part = forms.IntegerField(
        label="第几篇", required=False, min_value=1, max_value=999,
        help_text="不填就是整份文件。",
    )  # fmt: skip


@form_of("intake", "set_columns")
class SetColumns(VerbForm):
    """One name a line."""

    columns = forms.CharField(
        label="栏名", required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="一行一栏，例如：与理论学习结合、与履行职能结合、与自身建设结合、与宣传结合。",
    )  # fmt: skip

    def prepare(self) -> None:
        self.initial.setdefault("columns", "\n".join(self.case.columns))


@form_of("intake", "reread")
class Reread(VerbForm):
    """The corrected file or text."""

    upload = forms.FileField(label="新稿", required=False)
    text = forms.CharField(
        label="或者粘贴新稿全文", required=False, max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="已经定了的都保留；改过字的那几句会标出来，请再看一眼。",
    )  # fmt: skip


@form_of("extract", "settle")
class Settle(VerbForm):
    """What a person says to a doubt."""

    answer = forms.ChoiceField(
        label="怎么定", choices=list(ANSWERS.items()), widget=forms.RadioSelect
    )
    note = forms.CharField(label="说明", required=False, max_length=300)


@form_of("extract", "refuse")
class Refuse(VerbForm):
    """What is wrong with the proposal."""

    reason = forms.ChoiceField(
        label="哪里不对", choices=list(WRONG.items()), widget=forms.RadioSelect
    )
    note = forms.CharField(
        label="说明",
        required=False,
        max_length=300,
        help_text="连同原句一起计数、导出，用来改进拆解。",
    )


@form_of("extract", "mend")
class Mend(VerbForm):
    """The proposal's own fields, by kind. The sentence is the source's and stays."""

    title = forms.CharField(
        label="写成", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def prepare(self) -> None:
        kind, data = K(self.case.kind), self.case.data
        self.initial.setdefault("title", self.case.title)
        if kind == K.INDICATOR:
            del self.fields["title"]
        else:
            self.fields["title"].required = True
        for name, form in MENDED.get(kind, {}).items():
            value = data.get(name)
            shown = "、".join(value) if name in LISTS and isinstance(value, list) else value
            if name == "sort":
                options = [("actual", "实际"), ("target", "目标"), ("hypothetical", "假设")]
                self.fields[name] = forms.ChoiceField(label="性质", choices=options, initial=shown)
            elif name == "due":
                self.fields[name] = forms.DateField(
                    label="期限", required=False, widget=DAY, initial=shown or None,
                    error_messages=WRONG_DAY,
                )  # fmt: skip
            else:
                self.fields[name] = forms.CharField(
                    label=LABELS[name], required=False, max_length=200,
                    initial="" if shown is None else shown,
                    widget=forms.TextInput(attrs={"inputmode": "decimal"} if form is float else {}),
                )  # fmt: skip

    def arguments(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        title = given.pop("title", "") or self.case.title
        data = {name: str(value or "") for name, value in given.items()}
        return {"title": title, "data": data}


@form_of("extract", "hand_over")
class HandOver(VerbForm):
    """The act that makes a task, whose it is, by when."""

    title = forms.CharField(label="任务", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    owner = forms.TypedChoiceField(
        label="责任单位", coerce=int, empty_value=None,
        error_messages={"required": "请选责任单位。没有责任单位的话只是要求，不是任务。"},
    )  # fmt: skip
    partners = forms.TypedMultipleChoiceField(label="协办单位", coerce=int, required=False)
    due_on = forms.DateField(label="期限", required=False, widget=DAY, error_messages=WRONG_DAY)
    basis_kind = forms.ChoiceField(
        label="依据", choices=list(ACTS.items()), widget=forms.RadioSelect, initial="assigned",
        help_text="讲话里的话本身不是任务：要有交办、批示或认领。",
    )  # fmt: skip
    basis_by = forms.CharField(label="谁交办、批示或认领", max_length=80)
    basis_on = forms.DateField(
        label="哪天",
        required=False,
        widget=DAY,
        error_messages=WRONG_DAY,
        help_text="不填就是今天。",
    )

    def prepare(self) -> None:
        units = units_of(self.case.committee_id)
        offered: Any = self.fields
        offered["owner"].choices = choices(units)
        offered["partners"].choices = choices(units)[1:]
        data = self.case.data
        lead, _ = units.several(list(data.get("lead") or []))
        partners, _ = units.several(list(data.get("partners") or []))
        first = {"title": self.case.title, "owner": lead[0] if lead else None,
                 "partners": [*lead[1:], *partners], "due_on": data.get("due") or None}  # fmt: skip
        self.initial = first | dict(self.initial)
