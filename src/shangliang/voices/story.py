"""The way of a voice as its readers may see it: the author's plain steps, the office's whole timeline."""

from typing import Any

from ..actors.models import Actor
from ..journal.queries import timeline
from ..journal.telling import actors_in, tell
from ..procedures.seat import Role, Seat
from .models import Lead, Voice

# What authors and citizens are told, in their words; the rest is the office's own work.
PLAIN = {
    "submit": "已交", "receive": "已收到", "take_back": "您收回了", "screen": "编辑看了，拟采用",
    "send_back": "请您补充", "merge_into": "与同类来件并在一起编，您仍是作者",
    "ask_consent": "编好了，请作者看", "agree": "作者同意编后稿", "sign_off": "已签发",
    "printed": "编入一期印发", "sent_out": "已报送", "record_adoption": "被采用或批示",
    "answer_back": "结果已反馈", "answer_matter": "已答复", "close": "办结",
    "not_use": "这次没有采用", "take_up_again": "重新拟采用", "turn_to_proposal": "转为提案",
    "turn_to_topic": "提名为协商议题", "turn_to_task": "转有关单位办理", "hand_over": "交单位办理",
    "return_case": "单位退回，正在改派", "answer": "单位已答复", "firm_solved": "企业说：解决了",
    "firm_not_solved": "企业说：没解决，再办一轮", "refuse_case": "没有受理", "analyse": "单位写了原因",
    "mark_excellent": "评为优秀",
}  # fmt: skip
ENDS = {"firm_solved", "close", "answer_back", "answer_matter", "record_adoption"}


def plain_story(voice: Voice) -> list[dict[str, Any]]:
    """Steps without names, newest last; those of the note it was merged into come after the merger."""
    rows = list(timeline(voice, voice.committee_id))
    lead = voice.merged_into
    if voice.state == "merged" and lead is not None:
        at = max((e.seq for e in rows if e.verb == "voice.merge_into"), default=0)
        rows += [e for e in timeline(lead, voice.committee_id) if e.seq > at]
    said = []
    for event in rows:
        name = event.verb.partition(".")[2]
        if name in PLAIN:
            kind = "k-ok" if name in ENDS else ""
            said.append({"when": event.at, "title": PLAIN[name], "kind": kind, "verb": name})
    return said


def office_story(voice: Voice | Lead, seat: Seat) -> list[dict[str, Any]]:
    """Every step with who did it; authors stay authors, sources never stand here."""
    events = list(timeline(voice, voice.committee_id))
    names = dict(
        Actor.objects.filter(pk__in=actors_in(events), committee_id=voice.committee_id).values_list(
            "pk", "name"
        )
    )
    told = tell(events, names, lambda event, _move: str(event.person or "来件人"))
    return [
        {"when": t.at, "title": t.title, "text": t.who, "kind": "k-late" if t.refusal else ""}
        for t in told
        if t.event.verb not in ("voice.edit", "difficulty.edit", "voice.start")
    ]


def is_office(seat: Seat) -> bool:
    return seat.has(Role.EDITOR, Role.LEADER, Role.ORGANISER, Role.SUPERVISOR)
