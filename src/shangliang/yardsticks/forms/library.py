"""Forms of the library: indicators, question lists, indices, regions."""

import re
from typing import Any

from django import forms

from ..models import Region, Yardstick
from .act import ActForm, regions
from .verbs import bodies, day, line, pick, words


class IndicatorForm(ActForm):
    """登记指标."""

    code = line(
        "代码",
        most=40,
        help_text="字母和数字，一个指标一个；同一代码再登记就是新版本，原来的数留在原版本。",
    )
    name = line("名称", most=80)
    unit = line("单位", most=20, help_text="%、亿元、万人……百分比和百分点是两种单位。")
    direction = forms.ChoiceField(label="高低", choices=Yardstick.Direction.choices)
    shape = forms.ChoiceField(
        label="性质", choices=Yardstick.Shape.choices, help_text="增速和比重没有权数不能平均。"
    )
    span = forms.ChoiceField(label="统计期", choices=Yardstick.Span.choices)
    decimals = forms.IntegerField(label="小数位", min_value=0, max_value=4, initial=1)
    group = line("类别", required=False, most=40)
    source = line("口径来源", most=200, help_text="哪份制度、哪个部门。")
    note = words("口径", required=False, rows=2)
    weighted_by = pick(
        "增速的权数", required=False, help_text="这个增速背后的总量指标；用上年同期的数作权数。"
    )
    aliases = line("别的叫法", required=False, help_text="报表里的写法，用、隔开；导入时自动认得。")
    headline = forms.BooleanField(label="主要指标，列在比较页", required=False)
    published = forms.BooleanField(label="委员可以看", required=False)

    def prepare(self) -> None:
        rows = Yardstick.objects.filter(
            committee_id=self.seat.committee_id,
            kind="indicator",
            shape="level",
            valid_to__isnull=True,
        )
        self.choices("weighted_by", [(y.pk, y.name) for y in rows], "没有")

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        said = [a.strip() for a in re.split(r"[、,，;；]", data.pop("aliases")) if a.strip()]
        weight = data.pop("weighted_by")
        return data | {"kind": "indicator", "body": {"aliases": said}, "weighted_by_id": weight}


class QuestionsForm(ActForm):
    """登记问题清单或框架: the office fills it in, the system invents nothing."""

    kind = forms.ChoiceField(label="这是", choices=[("questions", "问题清单（单位逐条答）"), ("framework", "框架（举措对应到条目）")])  # fmt: skip
    code = line("代码", most=40)
    name = line("名称", most=80)
    source = line("出处", most=200, help_text="哪份文件、哪次会议。")
    items = words(
        "条目",
        rows=8,
        help_text="一行一条；问题清单可在｜后写对照什么，例如：我们的标准够不够高｜对照市委全会要求。",
    )

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        items: list[dict[str, str]] = []
        for said in str(data.pop("items")).splitlines():
            text, _, standard = said.replace("|", "｜").partition("｜")
            if text.strip():
                items.append(
                    {
                        "code": str(len(items) + 1),
                        "text": text.strip(),
                        "standard": standard.strip(),
                    }
                )
        return data | {"body": {"items": items}}


class IndexForm(ActForm):
    """登记综合指数, with open weights."""

    code = line("代码", most=40)
    name = line("名称", most=80)
    source = line("公式依据", most=200)
    parts = words("指标和权重", rows=6, help_text="一行一个：指标代码 权重。权重合计必须是1。")

    def clean_parts(self) -> list[dict[str, str]]:
        out = []
        for said in str(self.cleaned_data["parts"]).splitlines():
            if not said.strip():
                continue
            code, _, weight = said.strip().replace("，", " ").replace("\t", " ").rpartition(" ")
            if not re.fullmatch(r"\d+(\.\d+)?%?", weight):
                raise forms.ValidationError(f"“{said[:20]}”后面要写权重。")
            share = float(weight[:-1]) / 100 if weight.endswith("%") else float(weight)
            out.append({"code": code.strip(), "weight": f"{share:g}"})
        return out

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        return data | {"kind": "index", "body": {"parts": data.pop("parts")}}


class RegionForm(ActForm):
    """登记地区."""

    name = line("名称", most=60)
    level = forms.ChoiceField(label="层级", choices=Region.Level.choices)
    rank = forms.IntegerField(label="次序", min_value=1, max_value=999, initial=100)
    speaks = pick("由哪个单位说明它的数", required=False)

    def prepare(self) -> None:
        self.choices("speaks", bodies(self.seat.committee_id), "还没有定")


class RegionNameForm(ActForm):
    """别名或改名."""

    pk = pick("哪个地区")
    name = line("另一个名称", most=60)
    rename = forms.BooleanField(label="现在就叫这个名称（改名），旧名仍能认得", required=False)

    def prepare(self) -> None:
        self.choices("pk", regions(self.seat))

    def arguments(self) -> dict[str, Any]:
        return {"name": self.cleaned_data["name"], "rename": self.cleaned_data["rename"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class RegionEndForm(ActForm):
    """撤并."""

    pk = pick("哪个地区")
    until = day("撤并日")
    became = pick("并入哪里", required=False)
    note = line("文件和去向", most=200)

    def prepare(self) -> None:
        self.choices("pk", regions(self.seat))
        self.choices("became", regions(self.seat), "分开了，不并入一处")

    def arguments(self) -> dict[str, Any]:
        return {k: self.cleaned_data[k] for k in ("until", "became", "note")}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]
