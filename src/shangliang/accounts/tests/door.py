"""A door, and the groups of people doors are opened to."""

from dataclasses import dataclass

from .people import ROLES

SIGNED = frozenset(ROLES)
THREE = frozenset({"admin", "security", "auditor"})
BUSINESS = SIGNED - THREE
MEMBER = frozenset({"member"})
CLERK = frozenset({"clerk"})
OFFICE = CLERK | {"second"}
DESKS = OFFICE | {"supervisor"}
LEADS = OFFICE | {"leader"}
WATCH = DESKS | {"leader"}
FIGURES = WATCH | MEMBER
YEAR = LEADS | MEMBER
UNIT = frozenset({"staff_housing", "head_housing"})
READERS = FIGURES | UNIT  # of this proposal: its proposer, its unit, the offices
WRITERS = OFFICE | MEMBER | {"drafter", "approver"}
PROPOSER = OFFICE | MEMBER
ADMIN, SECURITY, AUDITOR = (frozenset({w}) for w in ("admin", "security", "auditor"))
KEEPERS = ADMIN | SECURITY
SETTERS = OFFICE | ADMIN


@dataclass(frozen=True)
class Door:
    """``inside`` come in; others meet one of ``no``. ``public``: no account needed.

    ``missing``: the sample row does not exist, so those who may come in find 404.
    """

    inside: frozenset[str]
    method: str = "get"
    no: tuple[int, ...] = (403,)
    public: bool = False
    missing: bool = False
