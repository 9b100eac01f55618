"""Forms of a talk and of its questions."""

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join

from ...actors.models import Actor
from ...groups.forms.common import Names, area, blank, pick_id, set_choices, short
from ...procedures.forms import VerbForm, form_of
from ..alike import alike


class TalkFields(forms.Form):
    """What a talk is."""

    title = short("讲什么", 80)
    basis = short("依据", 200, "宣讲的是哪个文件、哪次会议的精神。")
    points = area("要点", 2000, "几条就写几行。", required=False, rows=5)
    who = Names("宣讲人", "写姓名或委员编号，一位。")
    starts_at = forms.DateTimeField(
        label="时间", widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"],
        error_messages={"required": "请填“时间”。", "invalid": "请按“2026-06-30 09:00”这样写时间。"},
    )  # fmt: skip
    place = short("地点", 80)
    audience = short("讲给谁", 80, "如“柳岸社区居民”。")

    def clean_who(self) -> int:
        found = self.cleaned_data["who"]
        if len(found) != 1:
            raise forms.ValidationError("宣讲人写一位。")
        return int(found[0])

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["speaker"] = data.pop("who")
        return data


class PlanLecture(TalkFields):
    """排一场."""

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].committee_id = committee_id  # type: ignore[attr-defined]


@form_of("lecture", "edit_lecture")
class EditLecture(TalkFields, VerbForm):
    """As planned, to be put right."""

    def prepare(self) -> None:
        self.fields["who"].committee_id = self.case.committee_id  # type: ignore[attr-defined]
        for name in ("title", "basis", "points", "starts_at", "place", "audience"):
            self.initial.setdefault(name, getattr(self.case, name))
        self.initial.setdefault("who", self.case.speaker.name)


@form_of("lecture", "close_lecture")
class CloseLecture(VerbForm):
    """How many came."""

    heard = forms.IntegerField(label="到了多少人", min_value=0, max_value=100000, required=False)


class AboutDoubt(VerbForm):
    """The question stands over the first field: a talk has many."""

    def prepare(self) -> None:
        first = next(iter(self.fields.values()))
        first.label = f"问：{self.case.text}　{first.label}"


@form_of("doubt", "hand_doubt")
class HandDoubt(AboutDoubt):
    """Which unit knows."""

    unit = pick_id("请哪个单位答", required=False)

    def prepare(self) -> None:
        super().prepare()
        rows = Actor.objects.filter(
            committee_id=self.case.committee_id, kind=Actor.Kind.UNIT, active=True
        ).order_by("stroke_key", "pk")
        set_choices(self, "unit", blank([(r.pk, str(r)) for r in rows], "宣讲人或工作人员自己答"))
        self.initial.setdefault("unit", self.case.unit_id)


@form_of("doubt", "answer_doubt")
class AnswerDoubt(AboutDoubt):
    """Facts and where they stand; what was answered to something like it stands beside."""

    answer = area("解答", 1000, "只说事实：怎么规定的、现在怎样、什么时候怎样。", rows=5)
    source = short("依据哪里", 200, "文件和条款、数据，或者在现场看到的。")

    def prepare(self) -> None:
        super().prepare()
        self.initial.setdefault("answer", self.case.answer)
        self.initial.setdefault("source", self.case.source)
        if near := alike(self.case):
            rows = format_html_join(
                "",
                '<li><p class="strong">{}</p><p>{}</p><p class="note">依据：{}　{}　相近 {}%</p></li>',
                ((n.doubt.text, n.doubt.answer, n.doubt.source, n.doubt.answered_as, n.percent) for n in near),
            )  # fmt: skip
            self.beside = format_html(
                '<section class="card mt" aria-label="答过的相近问题"><div class="card-h"><h2>答过的相近问题</h2></div>'
                '<div class="card-b"><ul class="list">{}</ul></div></section>',
                rows,
            )


@form_of("doubt", "reuse_answer")
class ReuseAnswer(AboutDoubt):
    """Which earlier answer fits."""

    earlier = forms.TypedChoiceField(label="哪一条", coerce=int, widget=forms.RadioSelect)

    def prepare(self) -> None:
        super().prepare()
        rows = [
            (n.doubt.pk, f"{n.doubt.text}——{n.doubt.answer[:80]}（依据：{n.doubt.source}）")
            for n in alike(self.case)
        ]
        set_choices(self, "earlier", rows)


@form_of("doubt", "return_doubt")
class ReturnDoubt(AboutDoubt):
    """With what to change."""

    note = area("哪里要改", 200)


@form_of("doubt", "set_aside")
class SetAside(AboutDoubt):
    """With the reason."""

    why = area("为什么不答，该去问哪里", 200, "提问的人凭回执号看得到。")
