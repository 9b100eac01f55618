"""The seat (席位): from which office a person acts right now.

Built once a request by accounts.seats from the ties in force today. It holds ids and roles only,
so that procedures and permission ask one small value and never the database row by row.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """What ties make of a person. The label is what pages and refusals call the role."""

    MEMBER = "member"
    LEADER = "leader"
    CLERK = "clerk"
    SECOND_REVIEWER = "second_reviewer"
    SUPERVISOR = "supervisor"
    UNIT_STAFF = "unit_staff"
    UNIT_HEAD = "unit_head"
    DRAFTER = "drafter"
    APPROVER = "approver"
    ORGANISER = "organiser"
    EDITOR = "editor"
    CONVENOR = "convenor"
    ADMIN = "admin"
    SECURITY = "security"
    AUDITOR = "auditor"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Role.MEMBER: "委员",
    Role.LEADER: "政协领导",
    Role.CLERK: "提案委工作人员",
    Role.SECOND_REVIEWER: "提案委复审员",
    Role.SUPERVISOR: "交办督办人员",
    Role.UNIT_STAFF: "承办单位经办人",
    Role.UNIT_HEAD: "承办单位负责人",
    Role.DRAFTER: "集体提案执笔人",
    Role.APPROVER: "集体提案审签人",
    Role.ORGANISER: "专委会工作人员",
    Role.EDITOR: "信息编辑",
    Role.CONVENOR: "议事召集人",
    Role.ADMIN: "系统管理员",
    Role.SECURITY: "安全管理员",
    Role.AUDITOR: "审计管理员",
}


@dataclass(frozen=True)
class Seat:
    """Who acts. ``committee_id`` is the wall: nothing outside it is seen or touched."""

    person_id: int = 0  # 0: nobody
    committee_id: int = 0
    name: str = ""
    committee_name: str = ""
    roles: frozenset[Role] = frozenset()
    units: frozenset[int] = frozenset()  # handling units one works in
    bodies: frozenset[int] = frozenset()  # bodies one drafts collective proposals for
    organises: frozenset[int] = frozenset()  # special committees one works for
    rooms: frozenset[int] = frozenset()  # council rooms one convenes
    heads: frozenset[int] = frozenset()  # bodies one approves collective proposals for
    in_charge: frozenset[int] = frozenset()  # what a leader is in charge of (分管)
    account_id: int | None = None
    ip: str | None = None
    title: str = ""
    extra: dict[str, str] = field(default_factory=dict, compare=False)
    # What a room worked out for this seat, so as to ask once a request.
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def has(self, *roles: Role) -> bool:
        """Whether the seat has one of these roles."""
        return not self.roles.isdisjoint(roles)

    @property
    def signed_in(self) -> bool:
        return self.person_id > 0


NOBODY = Seat()
