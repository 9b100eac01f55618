"""Cases made of a case: parts of a divided proposal, a report or letter it was turned into."""

from django.utils import timezone

from ..journal import write as journal
from ..procedures.numbering import allot
from ..procedures.seat import Seat
from .models import CoSignature, Recommendation, Submission

COPIED = ("nature", "author", "drafter", "approver", "entered_by", "title", "situation", "analysis")


def copy_of(case: Submission, seat: Seat, **own: object) -> Submission:
    """A new case with the author, texts and signatures of ``case`` and a serial of its own kind."""
    child = Submission(
        committee_id=case.committee_id,
        session_id=case.session_id,
        rulebook_id=case.rulebook_id,
        state="submitted",
        window=case.window,
        consent_public=case.consent_public,
        consent_reason=case.consent_reason,
        confidential=case.confidential,
        proposer_names=case.proposer_names,
        submitted_at=case.submitted_at or timezone.now(),
        **{name: getattr(case, name) for name in COPIED},
    )
    for name, value in own.items():
        setattr(child, name, value)
    child.serial = allot(case.committee_id, f"{child.kind}:serial:{case.session_id}")
    child.save()
    CoSignature.objects.bulk_create(
        CoSignature(
            committee_id=case.committee_id,
            submission=child,
            person_id=row.person_id,
            role=row.role,
            state=row.state,
            order=row.order,
            answered_at=row.answered_at,
            on_paper=row.on_paper,
        )
        for row in case.signatures.all()
    )
    journal.write(
        committee_id=case.committee_id,
        person_id=seat.person_id,
        verb=f"{child.kind}.start",
        case=child,
        detail={"from_case": case.pk},
    )
    return child


def copy_asks(rows: list[Recommendation], child: Submission) -> None:
    """The asks in the order given, numbered from one."""
    Recommendation.objects.bulk_create(
        Recommendation(
            committee_id=child.committee_id,
            submission=child,
            order=n,
            text=row.text,
            addressee_id=row.addressee_id,
        )
        for n, row in enumerate(rows, 1)
    )
    child.asks_count = len(rows)
    child.save(update_fields=["asks_count"])
