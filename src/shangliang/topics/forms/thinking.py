"""Forms of accords, analyses and paths."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ..models import Accord, Edition, Factor
from .fields import bodies, choice, day, line, pick, words

ASKS = {
    "write_view": ("看到了什么新做法", "别处怎么做的？和我们有什么不同？"),
    "write_thought": ("两面怎么看", "好处、坏处各是什么？在我们这里行不行得通？"),
    "write_values": ("为了谁、值不值", "谁受益、谁受损？合不合宗旨？"),
    "write_theory": ("道理和政策怎么说", "哪条理论、哪个文件支持或限制它？"),
    "skip_facts": ("为什么先不去实地", "以后要补上；没有实地求证，不能成为工作项目。"),
    "drop_path": ("为什么放下", "放下也是结果，写清楚，别人不用再走一遍。"),
}


def station(verb: str) -> type[VerbForm]:
    label, ask = ASKS[verb]
    form = type(f"Form_{verb}", (VerbForm,), {"text": words(label, ask, rows=5, most=1000)})
    form.__doc__ = label
    return form_of("path", verb)(form)


for _verb in ASKS:
    station(_verb)


@form_of("path", "write_facts")
class Facts(VerbForm):
    """What was seen, where and when."""

    text = words("实地看到了什么", "谁说的、数了多少、照片在哪里。", rows=5, most=1000)
    place = line("在哪里看到的")
    seen_on = day("哪天看的")


@form_of("path", "write_later_facts")
class LaterFacts(Facts):
    """The same, made up for."""


@form_of("path", "make_project")
class MakeProject(VerbForm):
    """Who does it until when."""

    text = line("项目怎么写", "不填就用想法的原话。", required=False, most=200)
    owner = pick("交给谁办")
    due_on = day("什么时候前", required=False)

    def prepare(self) -> None:
        field: Any = self.fields["owner"]
        kinds = (Actor.Kind.UNIT, Actor.Kind.SPECIAL_COMMITTEE)
        field.choices = [("", "请选"), *bodies(self.case.committee_id, *kinds)]


class EditionForm(forms.Form):
    """What was agreed now."""

    text = words("同意了什么", "一两段话，照各方认可的说法写。", rows=5, most=2000)
    parties = line("哪些方面", "例如“市住建局、物业、业主代表、委员”。", most=300)
    degree = choice("到什么程度", Edition.Degree.choices)
    remaining = words(
        "还有什么不同",
        "不是各方一致的一定要写；少数意见照原话。",
        required=False,
        rows=3,
        most=1000,
    )
    consultation = pick("出自哪次协商", required=False)

    def __init__(self, *args: Any, held: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["consultation"]
        field.choices = [("", "不从协商来"), *((str(c.pk), c.title) for c in held)]


class AccordForm(EditionForm):
    """A matter and its first edition."""

    title = line("哪件事")
    field = choice("哪一方面的共识", Accord.Field.choices)
    field_order = ("title", "field", "text", "parties", "degree", "remaining", "consultation")


class FactorForm(forms.Form):
    """A line with its evidence."""

    kind = choice("哪一类", Factor.Kind.choices)
    text = line("一句话", most=100)
    evidence = line("依据", "数据、文件，或者在哪里看到的。", most=200)


class CrossingForm(forms.Form):
    """What is done where two lines cross."""

    text = line("怎么办", most=200)
    owner = pick("谁来做")
    due_on = day("什么时候前", required=False)

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["owner"]
        field.choices = [("", "请选"), *bodies(committee_id, Actor.Kind.UNIT)]


class TitleForm(forms.Form):
    """One line."""

    title = line("一句话写清楚")


__all__ = ["AccordForm", "CrossingForm", "EditionForm", "FactorForm", "TitleForm"]
