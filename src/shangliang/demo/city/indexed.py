"""The index of the city, so that search, similar cases, groups and signals show something at once.

The city's own is built here; those of the counties, and learning classes and units from the city's
past, are left to jobs, which run as soon as the server does; until then the lexicon speaks.
"""

from ...accounts.seats import seat_of
from ...actors.models import Tie
from ...jobs.run import enqueue
from ...procedures.seat import Seat
from ...search.advise import helped
from ...search.early import look
from ...search.index import KIND as REBUILD
from ...search.index import rebuild
from ...search.learn import KIND as LEARN
from ...submissions import like
from ...submissions.models import Submission
from ...submissions.queries import visible
from .bodies import Body

NEWEST, DECIDED = (
    16,
    16,
)  # cases in review compared with all others; decided ones with a suggestion each


def clerk_of(body: Body) -> Seat | None:
    """Somebody of the proposal committee's office."""
    tie = Tie.objects.filter(committee=body.committee, kind=Tie.Kind.CLERK).first()
    return seat_of(tie.who) if tie else None


def index(bodies: list[Body]) -> None:
    """The city's index, its signals and its suggestions; jobs for the rest."""
    city, clerk = bodies[0], clerk_of(bodies[0])
    rebuild(city.committee.pk)
    look(city.committee.pk)
    if clerk:
        suggest(clerk)
        enqueue(committee_id=city.committee.pk, person_id=clerk.person_id, kind=LEARN)
    for body in bodies[1:]:
        if seat := clerk_of(body):
            enqueue(committee_id=body.committee.pk, person_id=seat.person_id, kind=REBUILD)


def suggest(clerk: Seat) -> None:
    """What opening each case at the desk would have noted: likenesses and a class and unit."""
    cases = (
        visible(clerk).filter(kind=Submission.Kind.PROPOSAL).select_related("rulebook", "session")
    )
    cases = cases.prefetch_related("recommendations").order_by("-pk")
    for case in cases.filter(state__in=like.IN_REVIEW)[:NEWEST]:
        like.refresh(case)
    for case in cases.filter(state__in=("handling", "replied", "closed"))[:DECIDED]:
        helped(clerk, case, quotes=False)
