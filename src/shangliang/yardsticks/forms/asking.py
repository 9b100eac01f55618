"""Forms of needs and pulse surveys."""

import re
from typing import Any

from django import forms

from ..models import Need, Pulse
from ..queries import measures
from .act import ActForm, hidden, regions
from .verbs import day, line, pick, words


class NeedForm(ActForm):
    """记需求."""

    text = line("需求", most=200)
    count = forms.IntegerField(label="提出人次", min_value=1, max_value=10_000_000)
    on = day("了解日期")
    source = line("怎么了解的", most=200)


class LinkForm(ActForm):
    """举措对应需求."""

    pk = pick("哪个需求")
    measure = pick("哪条举措")

    def prepare(self) -> None:
        needs = Need.objects.filter(committee_id=self.seat.committee_id)
        self.choices("pk", [(n.pk, f"{n.text}（{n.count}人次）") for n in needs[:200]])
        rows = measures(self.seat).exclude(state="dropped")
        self.choices("measure", [(m.pk, f"{m.text[:40]}（{m.owner}）") for m in rows[:200]])

    def arguments(self) -> dict[str, Any]:
        return {"measure": self.cleaned_data["measure"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class PulseForm(ActForm):
    """登记小调查."""

    title = line("题目", most=120)
    on = day("日期")
    population = forms.IntegerField(label="总人数", required=False, min_value=1, max_value=10**9)
    follows = pick("接着哪一次", required=False, help_text="同样的题再问一次，才能比。")
    until = day(
        "截止日",
        required=False,
        help_text="填了就给一个链接和二维码，大家用手机自己答；不填就由您手记人数。",
    )
    purpose = line(
        "为什么问、结果给谁看",
        required=False,
        most=200,
        help_text="有链接的必填，写在作答页最前面。",
    )
    questions = words("题目和选项", rows=6, help_text="一行一题：题目：选项一／选项二／选项三。带*的选项算“好”，例如：办事方便吗：*方便／一般／不方便。")  # fmt: skip

    open_question = line(
        "再问一题，自己写",
        required=False,
        most=120,
        help_text="可以不填。答的话按相近归在一起，5条以上一组才显示；有人名、电话的不收。",
    )

    def prepare(self) -> None:
        rows = Pulse.objects.filter(committee_id=self.seat.committee_id)
        self.choices("follows", [(p.pk, f"{p.title}（{p.on}）") for p in rows], "第一次")

    def clean_questions(self) -> list[dict[str, Any]]:
        out = []
        for said in str(self.cleaned_data["questions"]).splitlines():
            if not said.strip():
                continue
            text, _, rest = said.replace(":", "：").partition("：")
            options = [o.strip() for o in re.split(r"[／/、]", rest) if o.strip()]
            if len(options) < 2:
                raise forms.ValidationError(f"“{text[:20]}”至少要有两个选项，选项之间用／隔开。")
            out.append(
                {
                    "text": text.strip(),
                    "options": [o.lstrip("*") for o in options],
                    "good": [n for n, o in enumerate(options) if o.startswith("*")],
                }
            )
        return out


class CountForm(ActForm):
    """记小调查结果."""

    pk = pick("哪次调查")
    region = pick("哪个地区")
    counts = words(
        "各选项人数",
        rows=4,
        help_text="一行一题，人数用空格或／隔开，顺序和选项一样。只记人数，不记人。",
    )

    def prepare(self) -> None:
        rows = Pulse.objects.filter(committee_id=self.seat.committee_id, code="")
        self.choices("pk", [(p.pk, f"{p.title}（{p.on}）") for p in rows])
        self.choices("region", regions(self.seat, "county"))

    def clean_counts(self) -> list[list[int]]:
        out = []
        for said in str(self.cleaned_data["counts"]).splitlines():
            cells = [c for c in re.split(r"[\s／/,，、]+", said.strip()) if c]
            if not all(c.isascii() and c.isdecimal() and len(c) < 9 for c in cells):
                raise forms.ValidationError(f"“{said[:20]}”里有不是人数的字。")
            if cells:
                out.append([int(c) for c in cells])
        return out

    def arguments(self) -> dict[str, Any]:
        return {"region": self.cleaned_data["region"], "counts": self.cleaned_data["counts"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class DidForm(ActForm):
    """您说了，我们做了."""

    pk = hidden()
    did = words("我们做了什么")

    def arguments(self) -> dict[str, Any]:
        return {"did": self.cleaned_data["did"]}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]


class CloseForm(ActForm):
    """提前结束小调查."""

    pk = hidden()

    def arguments(self) -> dict[str, Any]:
        return {}

    @property
    def place(self) -> list[Any]:
        return [self.cleaned_data["pk"]]
