"""What begins a consultation, and what an address already says of it."""

from typing import Any

from django import forms as djforms
from django.http import HttpRequest

from ...actors.models import Actor
from ...procedures.seat import Role
from ...web.access import seat_of
from ..models import PlanItem, Topic
from ..plan_lines import LEADS
from ..presets import forms
from ..queries import consultations
from .fields import bodies, choice, day, line, moment, pick, words


class StartForm(djforms.Form):
    """What begins a consultation; all else is arranged on its page."""

    form = choice("形式", (), radio=True)
    title = line("议题")
    lead = pick("承办机构", "议事室的协商不用选。", required=False)
    room = pick("议事室", "只有“有事好商量”要选。", required=False)
    item = pick("年度计划的哪一项", required=False)
    topic = pick("选定的哪个议题", required=False)
    starts_at = moment("时间", required=False)
    place = line("地点", required=False)
    chair = line("主持人", required=False, most=40)
    text = words("说明", required=False, rows=3)
    basis = line("依据", "例如批示、文件；通报协商要写。", required=False, most=200)
    decision = line("要赶上的决策", required=False)
    decision_on = day("决策日期", required=False)

    def __init__(self, *args: Any, seat: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = {"committee_id": seat.committee_id}
        fields: dict[str, Any] = self.fields
        convenor = not seat.has(Role.ORGANISER, Role.CLERK)
        kinds = [f for f in forms().values() if not convenor or f.key == "council"]
        fields["form"].choices = [(f.key, f"{f.label}：{f.note}") for f in kinds]
        fields["lead"].choices = [("", "请选"), *bodies(seat.committee_id, *LEADS)]
        rooms = Actor.objects.filter(**own, kind=Actor.Kind.ROOM, active=True)
        rooms = rooms.filter(pk__in=seat.rooms) if convenor else rooms
        fields["room"].choices = [("", "不在议事室"), *((str(r.pk), str(r)) for r in rooms)]
        items = PlanItem.objects.filter(
            **own,
            dropped_on__isnull=True,
            plan__state__in=["decided", "considered"],
            form__in=list(forms()),
        )
        fields["item"].choices = [
            ("", "计划外"),
            *((str(r.pk), f"{r.number} {r.title}") for r in items),
        ]
        topics = Topic.objects.filter(**own, state__in=["chosen", "planned"])
        fields["topic"].choices = [("", "不从议题库来"), *((str(r.pk), r.title) for r in topics)]
        if convenor:
            for name in ("lead", "item", "basis", "decision", "decision_on"):
                del fields[name]
            self.initial.setdefault("form", "council")
            if len(seat.rooms) == 1:
                self.initial.setdefault("room", str(next(iter(seat.rooms))))


def start_values(request: HttpRequest) -> dict[str, Any]:
    """From the address: the topic, the line of the plan, the meeting before, another room's row."""
    seat = seat_of(request)
    own = {"committee_id": seat.committee_id}

    def number(name: str) -> int:
        given = request.GET.get(name, "")
        return int(given) if given.isdecimal() and len(given) < 12 else 0

    found: dict[str, Any] = {}
    if pk := number("topic"):
        topic = Topic.objects.filter(**own, pk=pk).first()
        if topic:
            found = {
                "topic": topic.pk,
                "title": topic.title,
                "room": topic.room_id,
                "text": topic.text,
                "form": "council" if topic.room_id else None,
                "decision": topic.decision,
                "decision_on": topic.decision_on,
            }
    if pk := number("item"):
        item = PlanItem.objects.filter(**own, pk=pk).first()
        if item:
            found = {
                "item": item.pk,
                "title": item.title,
                "form": item.form,
                "lead": item.lead_id,
                "topic": item.topic_id,
            }
    if pk := number("after"):
        before = consultations(seat).filter(pk=pk).first()
        if before:
            found = {
                "after": before.pk,
                "title": before.title,
                "form": before.form,
                "lead": before.lead_id,
                "room": before.room_id,
            }
    about = request.GET.get("about_type", "")
    if about and about.isidentifier() and number("about_id"):
        found |= {"about_type": about[:30], "about_id": number("about_id")}
        found.setdefault("form", "proposal" if about == "submission" else None)
    return {k: v for k, v in found.items() if v}
