"""积分: who keeps the method and settles the ledger by it."""

from ..procedures.seat import Role

KEEPERS = (Role.CLERK, Role.ORGANISER)
