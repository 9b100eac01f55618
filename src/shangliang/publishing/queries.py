"""What everybody may read: published, consented, checked. Nothing else leaves the wall."""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from ..actors.models import Actor, Tie
from ..journal.models import Event
from ..procedures.office_calendar import today
from ..submissions.chain.facts import with_tasks
from ..submissions.models import Answer, Assignment, Publication, Recommendation, Submission
from ..tasks.models import Effect

# A case is followed from its filing on; before that nothing is public.
OPEN_STATES = ("filed", "handling", "replied", "closed")


def published(committee_id: int) -> QuerySet[Submission]:
    """Proposals of one committee that are open now."""
    return open_everywhere().filter(committee_id=committee_id)


def open_everywhere() -> QuerySet[Submission]:
    """Proposals of all committees of this installation that are open now: asked again at every
    reading, so that a consent taken back or a mark "not public" closes the page at once."""
    return Submission.objects.filter(
        publication__withdrawn_at__isnull=True,
        publication__isnull=False,
        consent_public=True,
        confidential=False,
        state__in=OPEN_STATES,
    ).select_related("publication", "session__term", "rulebook")


def find(code: str) -> Submission | None:
    """The open proposal of a look-up code. The code is unique, so it names its committee."""
    known = Submission.objects.filter(public_code=code.strip().upper()).only("committee_id").first()
    if known is None:
        return None
    return published(known.committee_id).select_related("committee").filter(pk=known.pk).first()


def taken_down(code: str) -> bool:
    """Whether a page stood here and was taken back: said in words, without the reason."""
    return Publication.objects.filter(
        submission__public_code=code.strip().upper(), withdrawn_at__isnull=False
    ).exists()


def committees() -> list[Actor]:
    """Committees of this installation: those that guide others first."""
    rows = list(Actor.objects.filter(kind=Actor.Kind.COMMITTEE, active=True))
    guided = set(
        Tie.objects.filter(kind=Tie.Kind.GUIDES, committee_id__in=[r.pk for r in rows])
        .on(today())
        .values_list("whom_id", flat=True)
    )
    return sorted(rows, key=lambda r: (r.pk in guided, r.pk))


@dataclass
class OpenCase:
    """One open proposal with what may be shown of it."""

    case: Submission
    asks: list[Recommendation]
    answers: dict[int, list[Answer]] = field(default_factory=dict)
    effects: dict[int, Effect] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    units: list[Assignment] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Full text, or only the summary the office wrote."""
        return bool(self.case.publication.text == "full")


TOLD = (
    "proposal.submit",
    "proposal.approve",
    "proposal.file",
    "proposal.assign",
    "proposal.rehandle",
    "proposal.close",
    "proposal.list_as_key",
    "proposal.award",
    "proposal.publish",
    "effect.judge",
)


def open_case(case: Submission) -> OpenCase:
    """Gather the public page's facts in a fixed number of questions."""
    own = {"committee_id": case.committee_id, "submission_id": case.pk}
    units = (
        Assignment.objects.filter(**own)
        .exclude(state__in=["returned", "dropped"])
        .select_related("unit")
        .order_by("id")
    )
    found = OpenCase(case, list(with_tasks(case).filter(submission_id=case.pk)), units=list(units))
    rows = (
        Answer.objects.filter(
            committee_id=case.committee_id,
            reply__submission_id=case.pk,
            reply__state="sent",
            reply__kind="reply",
        )
        .exclude(text="")
        .select_related("reply__assignment__unit")
        .order_by("reply__round", "id")
    )
    for answer in rows:
        kept = found.answers.setdefault(answer.recommendation_id, [])
        if kept and kept[0].reply.round < answer.reply.round:
            kept.clear()
        kept.append(answer)
    effects = Effect.objects.filter(
        committee_id=case.committee_id,
        case_type="submission",
        case_id=case.pk,
        judge__isnull=False,
    ).order_by("judged_at", "id")
    found.effects = {e.about_id: e for e in effects}
    found.events = list(
        Event.objects.filter(
            committee_id=case.committee_id,
            case_type="submission",
            case_id=case.pk,
            verb__in=TOLD,
        ).order_by("seq")
    )
    return found
