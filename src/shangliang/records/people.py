"""How many members took part: proposed in their own or a joint name, out of those in office."""

from django.db.models import Count, Q, QuerySet

from ..actors.models import Actor, Session, Tie
from ..submissions.models import CoSignature
from ..submissions.queries import UNSENT


def held(session: Session) -> Q:
    """In office at any time from the opening of the session's window to its closing."""
    ties = Tie.objects.filter(
        Q(end__isnull=True) | Q(end__gte=session.window_opens),
        committee_id=session.committee_id,
        kind=Tie.Kind.MEMBER,
        start__lte=session.closes,
    )
    # Sets of ids, asked once: asked of each person they would walk all ties for every one.
    return Q(pk__in=ties.values("who_id"))


def in_office(session: Session) -> QuerySet[Actor]:
    """Members of the session's year."""
    people = Actor.objects.filter(committee_id=session.committee_id, kind=Actor.Kind.PERSON)
    return people.filter(held(session))


def signed(session: Session) -> Q:
    """A signature under a proposal of the session; seconding is not one."""
    rows = CoSignature.objects.filter(
        committee_id=session.committee_id,
        submission__session=session,
        submission__kind="proposal",
        state=CoSignature.State.SIGNED,
        role__in=[CoSignature.Role.FIRST, CoSignature.Role.CO],
    ).exclude(submission__state__in=(*UNSENT, "divided"))
    return Q(pk__in=rows.values("person_id"))


def who_proposed(session: Session) -> QuerySet[Actor]:
    """Members in office who proposed."""
    return in_office(session).filter(signed(session))


def count(sessions: list[Session]) -> dict[int, dict[str, int]]:
    """{session: {members, proposed}}; one question for all of them."""
    wanted: dict[str, Count] = {}
    for session in sessions:
        office = held(session)
        wanted[f"members_{session.pk}"] = Count("pk", filter=office)
        wanted[f"proposed_{session.pk}"] = Count("pk", filter=office & signed(session))
    committee = sessions[0].committee_id
    found = Actor.objects.filter(committee_id=committee, kind=Actor.Kind.PERSON).aggregate(**wanted)
    return {
        s.pk: {"members": found[f"members_{s.pk}"], "proposed": found[f"proposed_{s.pk}"]}
        for s in sessions
    }
