"""Building a seat from the ties in force today."""

from datetime import date

from ..actors.models import Actor, Tie
from ..procedures.office_calendar import today
from ..procedures.seat import Role, Seat

K = Tie.Kind
ROLE_OF_TIE = {
    K.MEMBER: Role.MEMBER,
    K.CLERK: Role.CLERK,
    K.SUPERVISOR: Role.SUPERVISOR,
    K.UNIT_STAFF: Role.UNIT_STAFF,
    K.UNIT_HEAD: Role.UNIT_HEAD,
    K.DRAFTS: Role.DRAFTER,
    K.HEADS: Role.APPROVER,
    K.ORGANISER: Role.ORGANISER,
    K.EDITOR: Role.EDITOR,
    K.CONVENOR: Role.CONVENOR,
    K.ADMIN: Role.ADMIN,
    K.SECURITY: Role.SECURITY,
    K.AUDITOR: Role.AUDITOR,
}
LEADING = {"主席", "副主席", "秘书长", "副秘书长"}


def seat_of(person: Actor, on: date | None = None, ip: str | None = None) -> Seat:
    """One query for the ties; roles, units and bodies follow from them."""
    committee = person.committee
    ties = (
        Tie.objects.filter(committee_id=person.committee_id, who=person)
        .on(on or today())
        .values_list("kind", "whom_id", "title")
    )
    roles: set[Role] = set()
    units: set[int] = set()
    bodies: set[int] = set()
    organises: set[int] = set()
    rooms: set[int] = set()
    heads: set[int] = set()
    charge: set[int] = set()
    titles: list[str] = []
    for kind, whom, title in ties:
        if role := ROLE_OF_TIE.get(K(kind)):
            roles.add(role)
        if kind == K.CLERK and title == "复审":
            roles.add(Role.SECOND_REVIEWER)
        if kind == K.OFFICE:
            titles.append(title)
            if title in LEADING:
                roles.add(Role.LEADER)
        if kind in (K.UNIT_STAFF, K.UNIT_HEAD):
            units.add(whom)
        if kind == K.DRAFTS:
            bodies.add(whom)
        if kind == K.ORGANISER:
            organises.add(whom)
        if kind == K.CONVENOR:
            rooms.add(whom)
        if kind == K.HEADS:
            heads.add(whom)
        if kind == K.IN_CHARGE:
            charge.add(whom)
    return Seat(
        person_id=person.pk,
        committee_id=person.committee_id or 0,
        name=person.name,
        committee_name=committee.short or committee.name if committee else "",
        roles=frozenset(roles),
        units=frozenset(units),
        bodies=frozenset(bodies),
        organises=frozenset(organises),
        rooms=frozenset(rooms),
        heads=frozenset(heads),
        in_charge=frozenset(charge),
        account_id=person.account_id,
        ip=ip,
        title="、".join(titles),
    )
