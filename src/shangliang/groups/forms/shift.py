"""Forms of a shift's verbs."""

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..people import people_of
from ..words import MATTERS
from .common import area, blank, pick, pick_id, set_choices, short


@form_of("shift", "ask_swap")
class AskSwap(VerbForm):
    """Whom."""

    to = forms.TypedChoiceField(label="请谁代", coerce=int, widget=forms.RadioSelect)

    def prepare(self) -> None:
        team = self.case.team
        rows = [p for p in people_of([team])[team.pk] if p.pk != self.case.person_id]
        set_choices(self, "to", [(p.pk, p.name) for p in rows])


@form_of("shift", "hear")
class Hear(VerbForm):
    """Which matter; no name."""

    matter = pick("哪方面", blank(list(MATTERS.items())))
    text = area("说了什么事", 300, "写事不写人：姓名、电话、证件号不写在这里。")
    answer = short("当场怎么答的", 300, required=False)


@form_of("shift", "pass_on_heard")
class PassOnHeard(VerbForm):
    """Which, and into what."""

    heard = pick_id("哪一件")
    to = forms.ChoiceField(
        label="转成", choices=[("voice", "我的来声（起草一份，写完再交）"), ("topic", "提一个议题")],
        widget=forms.RadioSelect,
    )  # fmt: skip

    def prepare(self) -> None:
        rows = self.case.heard.filter(source_type="")
        set_choices(self, "heard", blank([(r.pk, r.text[:40]) for r in rows]))


@form_of("shift", "miss_shift")
class MissShift(VerbForm):
    """Why, if known."""

    why = short("原因", 120, "只有负责人和工作人员看得到。", required=False)


@form_of("shift", "drop_shift")
class DropShift(VerbForm):
    """Why."""

    why = short("为什么取消", 120)
