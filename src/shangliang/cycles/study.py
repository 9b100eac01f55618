"""学习查摆: a new sheet, and whose it is: gaps lead to measures, measures to results (S-093, S-094, S-096)."""

from ..actors.models import Actor
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .flow.who import DESK
from .models import Campaign, StudySheet


def new_sheet(seat: Seat, campaign: Campaign, unit: int) -> StudySheet:
    found = Actor.objects.filter(pk=unit, committee_id=seat.committee_id, active=True).exclude(
        kind=Actor.Kind.PERSON
    )
    if not found.exists():
        raise refuse("研讨表只给单位，不给个人。请从名单里选单位。")
    return StudySheet.objects.get_or_create(
        committee_id=seat.committee_id,
        campaign=campaign,
        unit_id=unit,
        defaults={"by_id": seat.person_id},
    )[0]


def sheet_of(seat: Seat, pk: int) -> StudySheet:
    """A sheet the seat may fill: its unit's people, or the office."""
    row = (
        StudySheet.objects.select_for_update(of=("self",))
        .select_related("campaign")
        .filter(pk=pk, committee_id=seat.committee_id)
        .first()
    )
    if row is None:
        raise refuse("没有找到这张表。", "wall")
    if row.unit_id not in seat.units and not seat.has(*DESK):
        raise refuse("只有本单位的人员可以填这张表。", "who")
    if row.campaign.closed:
        raise refuse("这次研讨已经结束。", "state")
    return row
