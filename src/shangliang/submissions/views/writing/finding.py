"""Which case a writing page is about, and what the seat may do there."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from ....procedures.seat import Role, Seat
from ....procedures.verdicts import Verdict, verdict
from ....web.access import seat_of
from ...flow import PROPOSAL
from ...models import Submission
from ...queries import visible

WRITERS = (Role.MEMBER, Role.DRAFTER, Role.APPROVER, Role.CLERK)


def rows(seat: Seat) -> QuerySet[Submission]:
    """The seat's rows with what every writing page names."""
    return visible(seat).select_related(
        "rulebook", "session", "session__term", "author", "drafter", "entered_by"
    )


def found(request: HttpRequest, pk: int) -> Submission:
    """The case, or 404 behind the wall."""
    case = rows(seat_of(request)).filter(pk=pk, kind=Submission.Kind.PROPOSAL).first()
    if case is None:
        raise Http404
    return case


def may(seat: Seat, case: Submission, verb: str) -> Verdict:
    """Whether the seat may do the verb now."""
    return verdict(PROPOSAL, PROPOSAL[verb], seat, case)


def for_author(request: HttpRequest, pk: int) -> Submission:
    """The case for one of those who may write in it; everybody else is told who may."""
    case = found(request, pk)
    if reason := PROPOSAL["edit"].who(seat_of(request), case):
        raise PermissionDenied(reason)
    return case
