"""Doors of 会议闭环, and one row behind each."""

from datetime import timedelta
from typing import Any

from shangliang.accounts.tests.door import Door
from shangliang.cycles.actions.add_briefing import add_briefing
from shangliang.cycles.actions.draft_call import draft_call
from shangliang.cycles.actions.open_campaign import open_campaign
from shangliang.cycles.actions.plan_meeting import plan_meeting
from shangliang.cycles.actions.plan_sitting import plan_sitting
from shangliang.cycles.actions.raise_matter import raise_matter
from shangliang.cycles.actions.raise_suggestion import raise_suggestion
from shangliang.cycles.actions.register_instruction import register_instruction
from shangliang.cycles.actions.send import send
from shangliang.cycles.actions.set_organ import set_organ
from shangliang.cycles.actions.start_relay import start_relay
from shangliang.cycles.models import Handin, StudySheet
from shangliang.demo.small import SmallCity
from shangliang.documents.actions.take_in import take_in
from shangliang.procedures.office_calendar import today

DESK = frozenset({"clerk", "second", "supervisor", "organiser"})
READERS = DESK | {"leader"}
ALL = READERS | {"staff_housing", "head_housing"}

DOORS = {
    "calls": Door(ALL),
    "call-new": Door(DESK),
    "call": Door(ALL),
    "call-edit": Door(DESK),
    "call-coverage": Door(READERS),
    "call-output": Door(READERS),
    "handin": Door(ALL),
    "suggestions": Door(ALL),
    "suggestion": Door(ALL),
    "instructions": Door(ALL),
    "instruction-new": Door(DESK),
    "instruction": Door(ALL),
    "briefings": Door(READERS),
    "briefing": Door(DESK),
    "campaigns": Door(ALL),
    "campaign": Door(ALL),
    "study-sheet": Door(ALL),
    "study-sheet-docx": Door(ALL),
    "sheet-from": Door(DESK),
    "sittings": Door(READERS),
    "sitting-new": Door(DESK),
    "sitting": Door(READERS),
    "sitting-pack": Door(READERS),
    "agenda": Door(READERS),
    "organ-new": Door(DESK),
    "organ": Door(DESK),
    "matter-new": Door(DESK),
    "matter": Door(READERS),
    "organ-meeting-new": Door(DESK),
    "organ-meeting": Door(READERS),
    "organ-meeting-paper": Door(READERS),
    "relays": Door(ALL),
    "relay-new": Door(DESK),
    "relay": Door(ALL),
}


def behind(city: SmallCity) -> dict[str, dict[str, Any]]:
    """A notice sent to the housing bureau, a suggestion of it, an instruction to it."""
    seat, unit = city.seat("supervisor"), city.units["housing"].pk
    call = draft_call(
        seat,
        kind="meeting",
        title="座谈会",
        due_on=today() + timedelta(days=3),
        meeting_on=today() + timedelta(days=7),
        contents=[{"name": "主要指标"}],
        units=[unit],
    )
    send(seat, call.pk)
    suggestion = raise_suggestion(
        city.seat("staff_housing"), unit=unit, title="请明确补助", call=call.pk
    )
    instruction = register_instruction(
        seat, leader="副市长", on=today(), matter="管养办法", text="请抓紧。", units=[unit]
    )
    briefing = add_briefing(seat, matter="经济工作", leader="副市长", instruction=instruction.pk)
    campaign = open_campaign(seat, title="研讨", preset="four", units=[unit])
    sitting = plan_sitting(seat, kind="hearing", title="党组汇报", on=today())
    organ = set_organ(seat, kind="chairs", name="主席会议", seats=9, quorum="more")
    matter = raise_matter(
        seat, organ=organ.pk, title="审议计划", text="请审议。", raised_by="办公室"
    )
    meeting = plan_meeting(seat, organ=organ.pk, on=today())
    relay = start_relay(seat, title="传达会议精神", due_on=today(), units=[unit])
    sheet = {"pk": StudySheet.objects.get(campaign=campaign).pk}
    pk = {"pk": call.pk}
    return {
        "call": pk,
        "call-edit": pk,
        "call-coverage": pk,
        "call-output": pk,
        "handin": {"pk": Handin.objects.get(call=call).pk},
        "suggestion": {"pk": suggestion.pk},
        "instruction": {"pk": instruction.pk},
        "briefing": {"pk": briefing.pk},
        "campaign": {"pk": campaign.pk},
        "study-sheet": sheet,
        "study-sheet-docx": sheet,
        "sitting": {"pk": sitting.pk},
        "sitting-pack": {"pk": sitting.pk},
        "organ": {"pk": organ.pk},
        "matter": {"pk": matter.pk},
        "organ-meeting": {"pk": meeting.pk},
        "organ-meeting-paper": {"pk": meeting.pk, "what": "agenda", "ext": "docx"},
        "relay": {"pk": relay.pk},
        "sheet-from": {"pk": take_in(seat, text="关于研讨的发言\n一、找差距\n差距在作风。").pk},
    }
