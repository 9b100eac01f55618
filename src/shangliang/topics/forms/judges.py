"""Forms of acts without a table: judges of a year, deployments, plans, rooms, spaces."""

from typing import Any

from django import forms

from ...actors.models import Actor, Tie
from ...procedures.office_calendar import today
from ..models import Deployment, Judge, RoomCard, Space
from ..presets import routes
from .fields import NONE, choice, day, line, many, number, people, pick, words


class JudgesForm(forms.Form):
    """The year and at least three people."""

    year = number("年度", 2000, 2100)
    people = many("评议人", "至少三位。从委员、政协领导和工作人员里选。", required=True)

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = Judge.objects.filter(committee_id=committee_id, year=today().year)
        kinds = (Tie.Kind.OFFICE, Tie.Kind.HEADS, Tie.Kind.ORGANISER, Tie.Kind.CLERK)
        ties = Tie.objects.filter(committee_id=committee_id).on(today())
        near = set(ties.filter(kind__in=kinds).values_list("who_id", flat=True))
        if len(near) < 3:
            near |= set(ties.filter(kind=Tie.Kind.MEMBER).values_list("who_id", flat=True)[:300])
        chosen = set(held.values_list("person_id", flat=True))
        field: Any = self.fields["people"]
        field.choices = people(committee_id, near | chosen)
        self.initial.setdefault("year", today().year)
        self.initial.setdefault("people", [str(pk) for pk in chosen])


class DeploymentForm(forms.Form):
    """Its name and where it stands."""

    name = line("部署", "例如“城市更新行动”。")
    source = line("出处", "文件、会议和条款。", most=200)
    parent = pick("属于哪一项", required=False)

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Deployment.objects.filter(committee_id=committee_id, parent__isnull=True)
        field: Any = self.fields["parent"]
        field.choices = [NONE, *((str(r.pk), r.name) for r in rows)]


class PlanForm(forms.Form):
    """The year and the route."""

    year = number("年度", 2000, 2100)
    route = choice("审定程序", [])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["route"]
        field.choices = [(k, f"{r.label}（{r.source}）") for k, r in routes().items()]
        self.initial.setdefault("year", today().year + (1 if today().month > 9 else 0))
        self.initial.setdefault("route", "party_decides")


class RoomForm(forms.Form):
    """A room's card; activity and effect are counted."""

    name = line("议事室全名", "例如“幸福里社区有事好商量协商议事室”。", most=120)
    level = choice("在哪一层", RoomCard.Level.choices)
    address = line("地址", required=False, most=120)
    first_convenor = line("第一召集人（职务）", "例如“社区党委书记”。", required=False, most=60)
    place = line("有场所", "写在哪里、多大；没有就空着。", required=False, most=120)
    sign = line("有标识", "挂了什么牌子。", required=False, most=120)
    rules = line("有制度", "哪些制度上墙。", required=False, most=120)
    process = line("有流程", "议事按哪几步。", required=False, most=120)
    opened_on = day("启用日期", required=False)


class SpaceForm(forms.Form):
    """Joint work: with whom, about what."""

    kind = choice("种类", Space.Kind.choices)
    title = line("题目")
    text = words("说明", required=False)
    partners = many("一起做的政协", "对方会收到邀请，在自己的身份里打开。")
    outside = words("其他城市", "不在这个系统里的，一行一个，由本方代录。", required=False, rows=3)
    place = line("地点", required=False)
    held_on = day("会期", required=False)
    papers_by = day("论文截止", required=False)
    continues = pick("接续哪一项", required=False)

    def __init__(self, *args: Any, committee_id: int, spaces: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["partners"]
        rows = Actor.objects.filter(kind=Actor.Kind.COMMITTEE, active=True).exclude(pk=committee_id)
        field.choices = [(str(a.pk), str(a)) for a in rows]
        kept: Any = self.fields["continues"]
        kept.choices = [NONE, *((str(s.pk), s.title) for s in spaces)]
