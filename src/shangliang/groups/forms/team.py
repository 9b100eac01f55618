"""Forms of a team's verbs."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ..actions.add_effort import RESTS_ON
from ..models import PlanLine
from ..people import people_of
from ..words import EFFORTS, FORMS, KIND_OF, TITLES
from .common import (
    Choices,
    Names,
    area,
    blank,
    day,
    matters,
    pick,
    pick_id,
    set_choices,
    short,
    today_field,
    ways,
)


def clock(label: str, at: str) -> forms.CharField:
    """A time of day as text."""
    return forms.CharField(
        label=label, initial=at, max_length=5, widget=forms.TextInput(attrs={"type": "time"})
    )


def said(label: str) -> forms.IntegerField:
    """How many of those served said so."""
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=30000,
        help_text="几人；举手或收条子数的，不记是谁。",
    )  # fmt: skip


WEEKDAYS = [(n, f"星期{'一二三四五'[n]}") for n in range(5)]
KINDS = list(EFFORTS.items())


def guides(committee_id: int) -> Choices:
    """Special committees to stand with."""
    rows = Actor.objects.filter(
        committee_id=committee_id, kind=Actor.Kind.SPECIAL_COMMITTEE, active=True
    )
    return blank([(row.pk, str(row)) for row in rows], "没有")


class Register(forms.Form):
    """登记一个履职集体."""

    form = pick("类型", list(FORMS.items()))
    name = short("名称", 120, "名册里已有的界别、小组，写同样的名称就列入；没有的新建。")
    basis = short("怎么分的", 60, "例如按地域、按行业、按界别。", required=False)
    place = short("地点", 120, "工作室、联系点写门牌。", required=False)
    serves = area("服务的群体、联系的单位和村社", 300, required=False)
    guide = pick_id("对口专委会", required=False)
    head = Names("负责人", "可以先空着；写一位的姓名或委员编号。", required=False)
    opened_on = today_field("设立日期")
    note = short("说明", 300, required=False)

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "guide", guides(committee_id))
        self.fields["head"].committee_id = committee_id  # type: ignore[attr-defined]

    def clean_head(self) -> int | None:
        found = self.cleaned_data["head"]
        if len(found) > 1:
            raise forms.ValidationError("负责人先写一位，别的成员登记以后再加。")
        return found[0] if found else None


@form_of("team", "edit_team")
class EditTeam(VerbForm):
    """What is not a tie."""

    form = pick("类型")
    basis = short("怎么分的", 60, required=False)
    place = short("地点", 120, required=False)
    serves = area("服务的群体、联系的单位和村社", 300, required=False)
    guide = pick_id("对口专委会", required=False)
    note = short("说明", 300, required=False)

    def prepare(self) -> None:
        same = KIND_OF[self.case.form]
        set_choices(self, "form", [(k, FORMS[k]) for k in FORMS if KIND_OF[k] == same])
        set_choices(self, "guide", guides(self.case.committee_id))
        for name in ("form", "basis", "place", "serves", "note"):
            self.initial.setdefault(name, getattr(self.case, name))
        self.initial.setdefault("guide", self.case.guide_id)


@form_of("team", "join")
class Join(VerbForm):
    """Who, as what, from when."""

    names = Names("谁加入")
    title = pick("职务", blank([(t, t) for t in TITLES], "成员"), required=False)
    start = today_field("从哪天")
    end = day("到哪天", "没有定就空着。", required=False)
    basis = short("依据", 200, required=False)

    def prepare(self) -> None:
        self.fields["names"].committee_id = self.case.committee_id  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["people"] = data.pop("names")
        return data


class OneOfTeam(VerbForm):
    """A form that chooses one of the team's people."""

    def inside(self) -> Choices:
        rows = people_of([self.case])[self.case.pk]
        return [(p.pk, f"{p.name}（{p.title}）" if p.title else p.name) for p in rows]


@form_of("team", "leave")
class Leave(OneOfTeam):
    """Who, and the last day."""

    person = pick_id("谁退出")
    on = today_field("最后一天")
    basis = short("原因或依据", 200, required=False)

    def prepare(self) -> None:
        set_choices(self, "person", blank(self.inside()))


@form_of("team", "add_line")
class AddLine(VerbForm):
    """One line of the year's plan."""

    kind = pick("做什么", KINDS)
    title = short("事项", 120)
    due_on = day("哪天前")
    level = pick("谁部署的", list(PlanLine.Level.choices))
    basis = short("依据", 120, "上级部署的，写文件或会议。", required=False)


@form_of("team", "drop_line")
class DropLine(VerbForm):
    """Which line, and why."""

    line = pick_id("哪一项")
    why = short("为什么不做了", 120)

    def prepare(self) -> None:
        set_choices(self, "line", blank(open_lines(self.case)))


def open_lines(team: Any) -> Choices:
    """Plan lines nothing was done for yet."""
    rows = PlanLine.objects.filter(committee_id=team.committee_id, team=team, dropped_why="")
    return [(r.pk, f"{r.title}（{r.due_on:%Y-%m-%d} 前）") for r in rows if not r.efforts.exists()]


@form_of("team", "add_effort")
class AddEffort(VerbForm):
    """What was done, and what it rests on."""

    kind = pick("做了什么", KINDS)
    on = today_field()
    title = short("事项", 120)
    line = pick_id("是计划里的哪一项", required=False)
    people = forms.IntegerField(label="参加人数", required=False, min_value=1, max_value=30000)
    text = area("简况", 500, "看到什么、办成什么；不写谁怎么想。", required=False)
    useful = said("现场说管用的")
    fair = said("说一般的")
    useless = said("说没用的")
    source_type = pick(
        "凭哪一件", blank(list(RESTS_ON.items()), "没有"), required=False,
        help_text="本集体承办的活动、提的提案、报的来声会自动算，不用再记。",
    )  # fmt: skip
    source_id = forms.IntegerField(
        label="号码", required=False, min_value=1, max_value=10**15,
        help_text="那一件页面地址里的号码。",
    )  # fmt: skip

    def prepare(self) -> None:
        rows = PlanLine.objects.filter(
            committee_id=self.case.committee_id, team=self.case, dropped_why=""
        )
        set_choices(self, "line", blank([(r.pk, r.title) for r in rows], "不在计划里"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in ("useful", "fair", "useless"):
            data[name] = data.get(name) or 0
        return data


@form_of("team", "void_effort")
class VoidEffort(VerbForm):
    """Which entry, and why."""

    effort = pick_id("哪一条")
    why = short("为什么作废", 120)

    def prepare(self) -> None:
        rows = self.case.efforts.filter(void_why="")[:60]
        set_choices(self, "effort", blank([(r.pk, f"{r.on:%m-%d} {r.title}") for r in rows]))


@form_of("team", "set_rota")
class SetRota(OneOfTeam):
    """Which days, whose turn."""

    first = day("从哪天")
    last = day("到哪天", "节假日自动跳过，调休上班的照排。")
    weekdays = forms.TypedMultipleChoiceField(
        label="星期几", coerce=int, choices=WEEKDAYS, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选星期几。"},
    )  # fmt: skip
    begins = clock("起", "09:00")
    ends = clock("止", "11:30")
    people = forms.TypedMultipleChoiceField(
        label="轮流的人", coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选值班的人。"},
    )  # fmt: skip

    def prepare(self) -> None:
        set_choices(self, "people", self.inside())


@form_of("team", "contact_member")
class ContactMember(OneOfTeam):
    """With whom, when, how, what was needed."""

    person = pick_id("联系谁")
    on = today_field()
    way = pick("方式", ways())
    matter = pick("哪方面的事", matters(), required=False)
    note = short("什么事", 120, "只写需要什么；不写信仰、思想、立场。", required=False)
    referred = short("转给谁办", 60, required=False)

    def prepare(self) -> None:
        rows = [row for row in self.inside() if row[0] != self.seat.person_id]
        set_choices(self, "person", blank(rows))


@form_of("team", "close_team")
class CloseTeam(VerbForm):
    """Why."""

    why = short("为什么撤销", 200, "记录和历史都留着。")
