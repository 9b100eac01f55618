"""What a place is, and whose it may be."""

from dataclasses import dataclass

from ...procedures.seat import Role

R = Role
OFFICE = (R.CLERK, R.SECOND_REVIEWER)
WATCH = (R.CLERK, R.SUPERVISOR, R.LEADER)
UNIT = (R.UNIT_STAFF, R.UNIT_HEAD)
WRITERS = (R.MEMBER, R.DRAFTER, R.APPROVER)
KEEPERS = (R.ADMIN, R.CLERK)
# Figures: who keeps them, who answers for them, who reads them (yardsticks/who.py).
COUNTS = (R.ORGANISER, R.SUPERVISOR, R.LEADER)
KEEPS = (*COUNTS, *UNIT)
COMPARES = (*KEEPS, R.CLERK, R.MEMBER, R.EDITOR)
VOICES = (*WRITERS, R.EDITOR, R.ORGANISER, R.CONVENOR)
FIRMS = (R.EDITOR, R.ORGANISER, R.SUPERVISOR, R.LEADER, *UNIT)
# The three administrators do no business (三员分立): registers and cases are closed to them.
BUSINESS = tuple(r for r in Role if r not in (R.ADMIN, R.SECURITY, R.AUDITOR))
# Consulting is the committee's own work; units come where they take part.
CONSULTS = tuple(r for r in BUSINESS if r not in (R.UNIT_STAFF, R.UNIT_HEAD))
# Groups, sectors and people: the office and leaders, and members for their own.
TEAM_DESK = (*OFFICE, R.ORGANISER, R.LEADER)
TEAMS = (*TEAM_DESK, R.MEMBER)
# Study reaches the committee's own people, never the handling units (study/who.py).
LEARNS = (*WRITERS, *OFFICE, R.LEADER, R.ORGANISER, R.EDITOR, R.CONVENOR)
TEACHES = (R.ORGANISER, R.CLERK)
# Who writes for the public or reviews it (publications/flow/who.py).
PRESS = (*OFFICE, R.EDITOR, R.ORGANISER, R.LEADER)


@dataclass(frozen=True)
class Place:
    """One page one can go to: its step, name, address name, further views that belong to it."""

    step: str
    label: str
    url: str
    roles: tuple[Role, ...] = ()
    views: tuple[str, ...] = ()
