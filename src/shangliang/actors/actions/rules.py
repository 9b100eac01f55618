"""Which tie may join whom, and who may make it. Read by ``bind``, ``unbind`` and the pages.

Ties that give work rights are granted by the security administrator alone; ties that say who
somebody is are the office's (GB/T 22239-2019 8.1.4.2 d, 8.1.5: 三员分立).
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Actor, Tie

K, A = Tie.Kind, Actor.Kind
BODIES = (A.SECTOR, A.SPECIAL_COMMITTEE, A.GROUP, A.PARTY, A.ORGANISATION, A.STUDIO, A.BRANCH)
THREE = (K.ADMIN, K.SECURITY, K.AUDITOR)


@dataclass(frozen=True)
class TieRule:
    """``who`` and ``whom`` are kinds of actors; ``single``: one at a time (a member's sector)."""

    who: tuple[str, ...]
    whom: tuple[str, ...]
    by: Role
    single: bool = False


PERSON = (A.PERSON,)
RULES: dict[str, TieRule] = {
    K.MEMBER: TieRule(PERSON, (A.COMMITTEE,), Role.CLERK, single=True),
    K.OFFICE: TieRule(PERSON, (A.COMMITTEE,), Role.CLERK),
    K.SECTOR: TieRule(PERSON, (A.SECTOR,), Role.CLERK, single=True),
    K.SPECIAL_COMMITTEE: TieRule(PERSON, (A.SPECIAL_COMMITTEE,), Role.CLERK),
    K.GROUP: TieRule(PERSON, (A.GROUP,), Role.CLERK),
    K.PARTY: TieRule(PERSON, (A.PARTY,), Role.CLERK),
    K.HEADS: TieRule(PERSON, BODIES, Role.CLERK),
    K.IN_CHARGE: TieRule(
        PERSON, (A.SPECIAL_COMMITTEE, A.UNIT, A.COUNTY, A.SYSTEM, A.GROUP, A.FIRM), Role.CLERK
    ),
    K.SYSTEM: TieRule((A.UNIT,), (A.SYSTEM,), Role.CLERK, single=True),
    K.COUNTY: TieRule((A.PERSON, A.UNIT), (A.COUNTY,), Role.CLERK, single=True),
    K.HOME: TieRule(PERSON, (A.BRANCH, A.STUDIO, A.ROOM), Role.CLERK),
    K.CONTACTS: TieRule(PERSON, (A.PERSON, A.GROUP, A.FIRM, A.COUNTY), Role.CLERK),
    K.COUNTERPART: TieRule((A.SPECIAL_COMMITTEE,), (A.UNIT,), Role.CLERK),
    K.GUIDES: TieRule((A.COMMITTEE,), (A.COMMITTEE,), Role.ADMIN),
    K.DRAFTS: TieRule(PERSON, BODIES, Role.SECURITY),
    K.CLERK: TieRule(PERSON, (A.COMMITTEE,), Role.SECURITY),
    K.SUPERVISOR: TieRule(PERSON, (A.COMMITTEE,), Role.SECURITY),
    K.UNIT_STAFF: TieRule(PERSON, (A.UNIT,), Role.SECURITY),
    K.UNIT_HEAD: TieRule(PERSON, (A.UNIT,), Role.SECURITY),
    K.ORGANISER: TieRule(PERSON, (A.COMMITTEE, A.SPECIAL_COMMITTEE), Role.SECURITY),
    K.EDITOR: TieRule(PERSON, (A.COMMITTEE,), Role.SECURITY),
    K.CONVENOR: TieRule(PERSON, (A.ROOM,), Role.SECURITY),
    K.ADMIN: TieRule(PERSON, (A.COMMITTEE,), Role.SECURITY),
    K.SECURITY: TieRule(PERSON, (A.COMMITTEE,), Role.SECURITY),
    K.AUDITOR: TieRule(PERSON, (A.COMMITTEE,), Role.SECURITY),
}
GRANTS = tuple(kind for kind, rule in RULES.items() if rule.by == Role.SECURITY)
# Ties that let a person see or do business; an administrator holds none of them.
BUSINESS_TIES = tuple(
    kind
    for kind, rule in RULES.items()
    if rule.who == PERSON and kind not in (*THREE, K.PARTY, K.COUNTY)
)


def may_tie(seat: Seat, kind: str) -> None:
    """Refuse unless the seat's role makes this kind of tie."""
    role = RULES[kind].by
    if not seat.has(role):
        raise refuse(f"“{K(kind).label}”由{role.label}登记，您现在的身份不能改。", "who")


def fits(kind: str, who: Actor, whom: Actor) -> None:
    """Refuse a tie between the wrong kinds of actors."""
    rule = RULES[kind]
    if who.kind not in rule.who or whom.kind not in rule.whom:
        names = "、".join(A(k).label for k in rule.whom)
        raise refuse(f"“{K(kind).label}”要落在{names}上，“{whom}”是{A(whom.kind).label}。")


def same_person(who: Actor) -> Q:
    """All rows that are one living person: this row, and others with the same account."""
    found = Q(who=who)
    if who.account_id:
        found |= Q(who__account_id=who.account_id)
    return found


def three_apart(who: Actor, kind: str, start: date, end: date | None) -> None:
    """三员分立: one person never holds two administrators' ties, nor one of them beside business."""
    overlap = Q(end__isnull=True) | Q(end__gte=start)
    if end:
        overlap &= Q(start__lte=end)
    held = Tie.objects.filter(same_person(who), overlap)
    if kind in THREE:
        clash = held.filter(kind__in=[k for k in (*THREE, *BUSINESS_TIES) if k != kind]).first()
    elif kind in BUSINESS_TIES:
        clash = held.filter(kind__in=THREE).first()
    else:
        return
    if clash:
        raise refuse(
            f"{who} 已经是{clash.get_kind_display()}。系统、安全、审计三类管理员须由不同的人担任，"
            "也不兼办业务；请换一个人，或先结束那一项。"
        )


def both_held(committee_id: int, day: date | None = None) -> list[tuple[Actor, list[str]]]:
    """People who hold two of the three today, whatever way it came about; empty when sound."""
    held: dict[object, tuple[Actor, set[str]]] = {}
    for tie in (
        Tie.objects.filter(committee_id=committee_id, kind__in=[*THREE, *BUSINESS_TIES])
        .on(day or today())
        .select_related("who")
    ):
        key = ("a", tie.who.account_id) if tie.who.account_id else ("p", tie.who_id)
        held.setdefault(key, (tie.who, set()))[1].add(tie.kind)
    return [
        (who, [K(k).label for k in RULES if k in kinds])
        for who, kinds in held.values()
        if (three := kinds & set(THREE)) and (len(three) > 1 or kinds - three)
    ]


def not_frozen(tie: Tie) -> None:
    """A past term is history: its ties do not change (换届 freezes the past)."""
    if tie.term and tie.term.is_past(today()):
        raise refuse(f"{tie.term}已经封存，这一条任职是历史，不能再改。")
