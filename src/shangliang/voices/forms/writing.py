"""The writing form: three screens of one note, for members, staff and citizens."""

from typing import Any

from django import forms

from ...actors.models import Actor, Tie
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ..models import Voice
from ..photos import MOST
from .desk import units_of

KINDS_HELP = {
    "report": "5 个工作日内告诉您是否采用",
    "research": "可以接着补访谈、补发现",
    "difficulty": "分派给单位，解决没有由企业说",
    "matter": "替群众登记，群众凭回执号查",
    "proposal": "转成提案草稿，接着写、邀联名",
}


class Many(forms.ClearableFileInput):
    allow_multiple_selected = True


class Photos(forms.FileField):
    """Several pictures; each is looked at by the action, not here."""

    widget = Many

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        rows = data if isinstance(data, list | tuple) else [data] if data else []
        if len(rows) > MOST:
            raise forms.ValidationError(f"一次最多 {MOST} 张。")
        return list(rows)


def areas(committee_id: int) -> list[str]:
    """Where: counties of the register, or the lower committees' places; else only the whole."""
    rows = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.COUNTY, active=True)
    names = list(rows.values_list("name", flat=True)[:30])
    if not names:
        lower = Tie.objects.filter(
            committee_id=committee_id, kind=Tie.Kind.GUIDES, who_id=committee_id
        ).on(today())
        shorts = lower.values_list("whom__short", flat=True)[:30]
        names = [s.removeprefix("政协").removesuffix("委员会") for s in shorts if s]
    return [*names, "全市", "不在这些里"]


class WriteVoice(forms.Form):
    """Choices before typing; only the text and the question of secrecy must be answered."""

    client_key = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    secrecy = forms.ChoiceField(
        label="内容涉密吗",
        choices=[("open", "不涉密"), ("secret", "涉密，或者拿不准")],
        widget=forms.RadioSelect,
        error_messages={"required": "请先答：内容涉密吗。"},
    )
    text = forms.CharField(
        label="看到了什么，想怎么办",
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 8, "enterkeyhint": "done"}),
        error_messages={"required": "还没有写看到了什么。"},
    )
    area = forms.ChoiceField(label="在哪里", required=False, widget=forms.RadioSelect)
    spot = forms.CharField(label="具体位置", max_length=120, required=False)
    affected = forms.ChoiceField(
        label="大约影响多少人",
        required=False,
        choices=[
            ("", "不清楚"),
            ("10", "十来人"),
            ("100", "上百人"),
            ("1000", "上千人"),
            ("10000", "更多"),
        ],
        widget=forms.RadioSelect,
    )
    wished_unit = forms.ChoiceField(label="可能归谁管", required=False)
    photos = Photos(label="照片", required=False)
    from_others = forms.ChoiceField(
        label="这是谁反映的",
        required=False,
        choices=[("", "我自己看到的"), ("1", "别人告诉我的")],
        widget=forms.RadioSelect,
    )
    source_name = forms.CharField(label="他的姓名", max_length=60, required=False)
    source_contact = forms.CharField(label="联系方式", max_length=120, required=False)
    firm = forms.ChoiceField(label="哪家企业", required=False)
    kind = forms.ChoiceField(label="作为什么交", widget=forms.RadioSelect)
    title = forms.CharField(label="标题", max_length=120, required=False)
    analysis = forms.CharField(
        label="原因是什么",
        max_length=20000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    suggestion = forms.CharField(
        label="具体建议", max_length=20000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    question = forms.CharField(label="想弄清什么", max_length=200, required=False)
    method = forms.CharField(label="怎么调研的", max_length=200, required=False)
    urgent = forms.BooleanField(label="急件", required=False)

    def __init__(
        self, *args: Any, seat: Seat, case: Voice | None = None, loose: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(k, v) for k, v in Voice.Kind.choices if k != Voice.Kind.MATTER]
        if seat.has(Role.MEMBER) and (case is None or case.state == "draft"):
            kinds.append(("proposal", "提案草稿"))
        self.choose("kind", kinds)
        self.choose("area", [(a, a) for a in areas(seat.committee_id)])
        self.choose("wished_unit", [("", "不清楚"), *units_of(seat.committee_id)[1:]])
        firms = Actor.objects.filter(
            committee_id=seat.committee_id, kind=Actor.Kind.FIRM, active=True
        ).order_by("stroke_key")
        self.choose("firm", [("", "不在名册里"), *((str(f.pk), f.name) for f in firms[:500])])
        if loose:  # what is being written may be unfinished
            for name in ("text", "kind"):
                self.fields[name].required = False

    def choose(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def fields_of_voice(self) -> dict[str, object]:
        """What the verb ``edit`` takes."""
        d = self.cleaned_data
        kind = d.get("kind") or ""
        return {
            "kind": "" if kind == "proposal" else kind,
            "from_others": bool(d.get("from_others")),
            **{
                n: d.get(n, "")
                for n in ("title", "text", "analysis", "suggestion", "area", "spot", "affected",
                          "question", "method", "wished_unit", "firm", "urgent")
            },
        }  # fmt: skip


def first_values(case: Voice) -> dict[str, Any]:
    """What the page of an existing note begins with."""
    source = getattr(case, "source", None)
    names = ("client_key", "revision", "text", "area", "spot", "affected", "kind", "title",
             "analysis", "suggestion", "question", "method", "urgent")  # fmt: skip
    return {n: getattr(case, n) for n in names} | {
        "secrecy": "open" if case.text else None,
        "from_others": "1" if case.from_others else "",
        "wished_unit": case.wished_unit_id or "",
        "firm": case.firm_id or "",
        "source_name": source.name if source else "",
        "source_contact": source.contact if source else "",
    }
