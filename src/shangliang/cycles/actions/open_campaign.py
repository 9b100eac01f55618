"""开展研讨."""

from datetime import date
from typing import Any

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Campaign
from ..study import new_sheet

# Presets by the local practice they come from; a committee may write its own steps.
PRESETS: dict[str, tuple[str, list[dict[str, Any]]]] = {
    # catalogue S-093
    "four": (
        "强使命、找差距、明举措、勇担当",
        [
            {"name": "强使命", "kind": "text"},
            {"name": "找差距", "kind": "gap"},
            {"name": "明举措", "kind": "measure"},
            {"name": "勇担当", "kind": "text"},
        ],
    ),
    # S-094
    "three": (
        "研讨三题",
        [
            {"name": "使命任务是什么", "kind": "text"},
            {"name": "短板弱项有哪些", "kind": "gap"},
            {"name": "助推发展怎么做", "kind": "measure"},
        ],
    ),
    # S-096: of a unit, never of a person
    "attitudes": (
        "三种心态查摆（只查单位，不查个人）",
        [
            {"name": "自满：满足现状的表现", "kind": "gap"},
            {"name": "等靠：等着上面、靠着别人的表现", "kind": "gap"},
            {"name": "安逸：怕难怕累的表现", "kind": "gap"},
            {"name": "改进的做法", "kind": "measure"},
        ],
    ),
}


@act("campaign.open", "开展研讨", *DESK)
def open_campaign(
    seat: Seat,
    *,
    title: str,
    preset: str,
    units: list[int] | None = None,
    due_on: date | None = None,
    review_on: date | None = None,
) -> Done:
    """A campaign with an empty sheet for each unit."""
    if preset not in PRESETS:
        raise refuse("请选研讨的步骤。")
    if not title.strip():
        raise refuse("请写研讨的名称。")
    if due_on and review_on and review_on < due_on:
        raise refuse("回头看要在交表以后。")
    row = Campaign.objects.create(
        committee_id=seat.committee_id,
        title=title.strip()[:200],
        steps=PRESETS[preset][1],
        due_on=due_on,
        review_on=review_on,
        by_id=seat.person_id,
    )
    for pk in dict.fromkeys(units or []):
        new_sheet(seat, row, pk)
    return Done(case=row, detail={"preset": preset, "units": len(units or [])})
