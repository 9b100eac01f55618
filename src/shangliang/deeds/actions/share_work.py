"""请同事看."""

from django.db import IntegrityError, transaction

from ...engines.points import Fact
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ...submissions.models import Submission
from ..models import SharedWork
from ..year import build


def own_piece(seat: Seat, year: int, source_type: str, source_id: int) -> tuple[str, Fact] | None:
    """(which of the three, the fact) of one's own sheet of that year, or none."""
    for work in build(seat, seat.person_id, year).homework:
        for fact, _ in work.done:
            if (fact.source_type, fact.source_id) == (source_type, source_id):
                return (work.key, fact) if may_be_shown(seat, fact) else None
    return None


def may_be_shown(seat: Seat, fact: Fact) -> bool:
    """Not the inner channel (docs/field.md 2.1), and no proposal that is kept confidential."""
    if fact.source_type == "voice":
        return False
    secret = Submission.objects.filter(
        committee_id=seat.committee_id, pk=fact.source_id, confidential=True
    )
    return fact.source_type != "submission" or not secret.exists()


@act("shared_work.share", "请同事看", Role.MEMBER)
def share_work(seat: Seat, *, year: int, source_type: str, source_id: int, text: str) -> Done:
    """Only what stands on one's own sheet; it is open to the members of the own committee."""
    found = own_piece(seat, year, source_type, source_id)
    if found is None:
        raise refuse("这一件不在您的三作里，或者是内部渠道的来声、不公开的提案，不拿出来。")
    if not text.strip():
        raise refuse("请写几句：做了什么，想请同事看哪里。")
    kind, fact = found
    try:
        with transaction.atomic():
            row = SharedWork.objects.create(
                committee_id=seat.committee_id, person_id=seat.person_id, year=year, kind=kind,
                source_type=source_type, source_id=source_id, title=fact.title[:160],
                text=text.strip()[:2000],
            )  # fmt: skip
    except IntegrityError:
        raise refuse("这一件已经请同事看过了。") from None
    return Done(case=row, detail={"kind": kind})
