"""Who: named predicates of this room's tables. ``None``: this seat may."""

from typing import Any

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ..models import Consultation, Elector, Judge, Path, Plan, Question, Result, Side, Topic

OFFICE = (Role.ORGANISER, Role.CLERK)


def office(seat: Seat, case: Any) -> str | None:
    """专委会工作人员或提案委工作人员。"""
    return None if seat.has(*OFFICE) else "只有专委会工作人员或提案委工作人员可以。"


def picker(seat: Seat, case: Topic) -> str | None:
    """Who chooses among topics: the office; for a matter of a room, its convenor too."""
    if case.room_id and case.room_id in seat.rooms:
        return None
    return None if seat.has(*OFFICE) else "只有专委会工作人员，或这间议事室的召集人可以。"


def supporter(seat: Seat, case: Topic) -> str | None:
    """委员、政协领导。"""
    return None if seat.has(Role.MEMBER, Role.LEADER) else "只有委员可以附议。"


def named_judge(seat: Seat, case: Topic) -> str | None:
    """本年度的评议人 (S-026)."""
    known = Judge.objects.filter(
        committee_id=case.committee_id, year__gte=today().year, person_id=seat.person_id
    )
    return None if known.exists() else "只有办公室指定的评议人可以打分。"


def planner(seat: Seat, case: Plan) -> str | None:
    """专委会工作人员。"""
    return None if seat.has(Role.ORGANISER) else "只有专委会工作人员可以拟协商计划。"


def runner(seat: Seat, case: Consultation) -> str | None:
    """Who runs a consultation: the office, or the convenor of its room."""
    if case.room_id and case.room_id in seat.rooms:
        return None
    if seat.has(*OFFICE):
        return None
    return "只有经办的工作人员，或这间议事室的召集人可以。"


def sector_of(case: Consultation) -> Actor | None:
    """The sector that consults: the one that leads it, or the first of its own side."""
    if case.lead.kind == Actor.Kind.SECTOR:
        return case.lead
    for party in case.parties.all():
        if party.side == "asks" and party.actor and party.actor.kind == Actor.Kind.SECTOR:
            return party.actor
    return None


def sector_writer(seat: Seat, case: Consultation) -> str | None:
    """Who writes the sector's proposals (actions/start.py): its own drafter, or the proposals office."""
    if seat.has(Role.CLERK):
        return None
    sector = sector_of(case)
    if sector is not None and sector.pk in seat.bodies | seat.heads:
        return None
    return "只有这个界别的执笔人，或提案委工作人员可以。"


def took_part(seat: Seat, case: Consultation) -> str | None:
    """Who was there: registered people on the list, people of a unit that was, and who ran it."""
    if runner(seat, case) is None:
        return None
    ours = {seat.person_id, *seat.units} - {None}
    if any(p.actor_id in ours and p.came is not False for p in case.parties.all()):
        return None
    return "只有参加了这次协商的人可以。"


def thinker(seat: Seat, case: Path) -> str | None:
    """Whose idea it is, or the office."""
    if case.made_by_id == seat.person_id or seat.has(*OFFICE):
        return None
    return "只有提出这个想法的人，或经办的工作人员可以。"


def explainer(seat: Seat, case: Question) -> str | None:
    """Who answers a question: who ran the consultation, and the side that answered there."""
    matter = case.consultation
    if runner(seat, matter) is None or other_side(seat, matter) is None:
        return None
    return "由经办的工作人员、召集人或答复方单位解答。"


def signer(seat: Seat, case: Consultation) -> str | None:
    """Minutes are signed by another than who drafted them; a room's convenor signs its own."""
    if case.room_id and case.room_id in seat.rooms:
        return None
    if not seat.has(Role.LEADER, *OFFICE):
        return "纪要由政协领导或专委会工作人员签发。"
    if case.drafted_by_id == seat.person_id:
        return "纪要由起草人以外的人签发。"
    return None


def other_side(seat: Seat, case: Consultation) -> str | None:
    """The other side answers itself; the office enters an answer that came on paper."""
    if runner(seat, case) is None:
        return None
    if any(p.side == "answers" and p.actor_id in seat.units for p in case.parties.all()):
        return None
    return "只有答复方单位可以答复；书面送来的由经办人员登记。"


def author(seat: Seat, case: Result) -> str | None:
    """Who writes a result: the office, or the convenor of the room it came from."""
    room = case.consultation.room_id if case.consultation else None
    if room and room in seat.rooms:
        return None
    return None if seat.has(*OFFICE) else "只有经办的工作人员可以。"


# 准不准由看的人说，不由写的人说.
def reader(seat: Seat, case: Result) -> str | None:
    """政协领导、督办人员；写的人不给自己标。"""
    if case.made_by_id == seat.person_id:
        return "自己起草的，由别人来标。"
    return None if seat.has(Role.LEADER, Role.SUPERVISOR) else "由政协领导或督办人员来标。"


def issuer(seat: Seat, case: Result) -> str | None:
    """政协领导签发；议事室的成果清单由召集人签发。"""
    room = case.consultation.room_id if case.consultation else None
    if room and room in seat.rooms and case.kind == "list":
        return None
    return None if seat.has(Role.LEADER) else "成果由政协领导签发。"


def elector(seat: Seat, case: Result) -> str | None:
    """Who is on the roll of the vote that is open."""
    mine = Elector.objects.filter(
        committee_id=case.committee_id,
        adoption__result=case,
        adoption__state="open",
        person_id=seat.person_id,
    )
    return None if mine.exists() else "您不在这次表决的名单里。"


def adviser(seat: Seat, case: Result) -> str | None:
    """The unit a recommendation is put to, or the office for what came on paper."""
    if author(seat, case) is None:
        return None
    if seat.units and case.advices.filter(unit_id__in=seat.units).exists():
        return None
    return "只有被建议的单位可以答复；书面送来的由经办人员登记。"


def assigner(seat: Seat, case: Any) -> str | None:
    """A recommendation becomes a duty by somebody's visible act (E12)."""
    if seat.has(Role.SUPERVISOR, Role.LEADER, *OFFICE):
        return None
    room = getattr(case, "room_id", None) or getattr(
        getattr(case, "consultation", None), "room_id", None
    )
    return None if room and room in seat.rooms else "只有督办人员、经办人员或召集人可以交办。"


def own_side(seat: Seat, case: Side) -> str | None:
    """Each side acts on its own part alone (E12)."""
    if not seat.has(Role.ORGANISER, Role.CLERK, Role.LEADER):
        return "只有本方的专委会工作人员可以。"
    return "本方只能看，不参加起草。" if case.right == "reads" else None


def host_side(seat: Seat, case: Side) -> str | None:
    """The host draws up the synthesis; it changes nothing the others wrote."""
    if missing := own_side(seat, case):
        return missing
    return None if case.right == "host" else "由主办方汇总。"
