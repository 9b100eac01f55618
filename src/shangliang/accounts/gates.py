"""What stands between a right password and the seat: second factor, first password, its set-up.

Until every gate is passed the request's seat is nobody: default deny holds by itself.
"""

from django.http import HttpRequest
from django.urls import reverse

from ..procedures.seat import Role, Seat
from .models import User
from .passwords import too_old

# Two factors are forced here (GB/T 22239-2019 8.1.4.1 d; ASVS 6.3.3), except on demo accounts.
FORCED = (
    Role.CLERK,
    Role.SECOND_REVIEWER,
    Role.SUPERVISOR,
    Role.LEADER,
    Role.ORGANISER,
    Role.EDITOR,
    Role.ADMIN,
    Role.SECURITY,
    Role.AUDITOR,
)
OPEN = ("sign-out", "password", "second", "second-setup", "session")
OPEN_PREFIXES = ("/static/", "/mode/", "/api/")


def gate(request: HttpRequest, user: User, seat: Seat) -> str:
    """The name of the page that comes first; empty when the way is free."""
    verified: bool = request.user.is_verified()  # type: ignore[union-attr]
    if user.second_factor and not verified:
        return "second"
    if user.must_change_password or too_old(user):
        return "password"
    if not user.second_factor and not user.demo and seat.has(*FORCED):
        return "second-setup"
    return ""


def passes(path: str) -> bool:
    """Pages that stay open while a gate is closed."""
    return path.startswith(OPEN_PREFIXES) or path in {reverse(name) for name in OPEN}
