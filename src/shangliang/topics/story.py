"""The timeline of a row of this room, told from the log; people by office where not one's own side."""

from collections.abc import Mapping
from typing import Any

from ..actors.models import Actor
from ..journal.models import Event
from ..journal.telling import Names, actors_in, more, tell
from ..procedures.seat import Role, Seat
from ..web.tagkit.dates import md
from .models import Advice
from .presets import criteria

OFFICE = (Role.ORGANISER, Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR, Role.LEADER)
MOST = 80


@more("consultation.add_parties", "consultation.mark_came")
def counted(event: Event, names: Names) -> str:
    detail = event.detail
    if "came" in detail:
        return f"{detail['came']} 位到会（名单 {detail.get('of', '')} 位）。"
    sides = {"asks": "协商方", "answers": "答复方", "expert": "专家", "public": "群众、企业"}
    return f"{sides.get(detail.get('side', ''), '')} {detail.get('count', '')} 位。"


@more("consultation.add_point")
def pointed(event: Event, names: Names) -> str:
    said = {"agreed": "共识", "open": "没谈拢", "minority": "少数意见"}
    return f"{said.get(event.detail.get('kind', ''), '')}一条。"


@more("consultation.send_notice", "consultation.send_materials")
def sent(event: Event, names: Names) -> str:
    return "晚于规则的提前天数，原因已记。" if event.detail.get("late") else "在规则的天数以内。"


@more("consultation.answer_consultation", "consultation.hand_over")
def by_unit(event: Event, names: Names) -> str:
    unit = event.detail.get("unit")
    return f"{names[unit]}。" if isinstance(unit, int) and unit in names else ""


@more("result.answer_advice", "result.assign_advice")
def advised(event: Event, names: Names) -> str:
    detail = event.detail
    word = dict(Advice.Outcome.choices).get(detail.get("outcome", ""), "")
    unit = names.get(detail.get("unit") or 0, "")
    rest = "，".join(x for x in (unit, str(word)) if x)
    return f"第 {detail.get('order')} 条{'，' if rest else ''}{rest}。"


@more("result.close_vote")
def voted(event: Event, names: Names) -> str:
    d = event.detail
    return f"赞成 {d.get('yes')}，反对 {d.get('no')}，弃权 {d.get('abstain')}，应到 {d.get('electors')}。"


@more("result.open_vote")
def vote_opened(event: Event, names: Names) -> str:
    how = "无记名" if event.detail.get("kind") == "secret" else "记名"
    return f"{how}，名单 {event.detail.get('count')} 人。"


@more("topic.judge_topic")
def judged(event: Event, names: Names) -> str:
    return (
        "申报利害关系，不打分。"
        if event.detail.get("conflict")
        else f"{len(criteria())} 项标准都打了分。"
    )


def story(
    seat: Seat, kind: str, pk: int, known: Mapping[int, str] | None = None
) -> list[dict[str, Any]]:
    """Rows for ``parts/timeline.html``; the newest eighty acts; two questions.

    ``known``: names the page has already; when they are enough, one question.
    """
    events = list(
        Event.objects.filter(committee_id=seat.committee_id, case_type=kind, case_id=pk)
        .select_related("person")
        .order_by("-seq")[:MOST]
    )[::-1]
    names = dict(known or {})
    if missing := set(actors_in(events)) - names.keys():
        rows = Actor.objects.filter(committee_id=seat.committee_id, pk__in=missing)
        names |= {a.pk: str(a) for a in rows}
    inside = seat.has(*OFFICE)

    def who(event: Event, move: Any) -> str:
        if event.person_id == seat.person_id and seat.person_id:
            return "您"
        if not inside or event.verb in ("result.cast_vote", "topic.judge_topic"):
            return ""
        return event.person.name if event.person else ""

    lines: list[dict[str, Any]] = []
    for item in tell(events, names, who):
        text = "　".join(x for x in (item.text, item.who) if x)
        # The same small act again on the same day is one line: 记发言　4 次.
        same = next(
            (x for x in lines if x["title"] == item.title and x["when"] == md(item.at)), None
        )
        if same is not None:
            same["count"] += 1
            same["text"] = f"{same['count']} 次"
            continue
        lines.append(
            {
                "when": md(item.at),
                "title": item.title,
                "text": text,
                "kind": "" if item.refusal else "k-ok",
                "count": 1,
            }
        )
    return lines
