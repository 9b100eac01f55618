"""转社情民意: not filed, but used; the matter goes on as a case of its own (docs/field.md 1.4)."""

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import Submission
from ..offspring import copy_asks, copy_of
from ..remarks import remark
from .send_back import writers


def turn(case: Submission, seat: Seat, kind: Submission.Kind, note: str) -> Done:
    """Make the new case, tell the proposer what became of it and why."""
    child = copy_of(case, seat, kind=kind, came_from=case)
    copy_asks(list(case.recommendations.filter(removed_at__isnull=True)), child)
    case.decided_at = timezone.now()
    clocks.drop(case, ["cosign"])
    verb_name = f"turn_to_{kind.value}"
    row = remark(case, seat, verb_name, note, "") if note.strip() else None
    words = f"《{case.title}》不作提案立案，转为{kind.label}（流水{child.serial:04d}）继续办理"
    post(
        committee_id=case.committee_id,
        to=writers(case),
        kind=f"proposal.{verb_name}",
        text=f"{words}。{note.strip()}" if note.strip() else words,
        case=case,
        url=f"/proposals/{case.pk}/",
    )
    return Done(about=row, detail={"made": child.pk, "serial": child.serial})


@verb(PROPOSAL, "turn_to_report", Submission)
def turn_to_report(case: Submission, seat: Seat, *, note: str = "") -> Done:
    """The matter goes on as a public-opinion report (社情民意信息)."""
    return turn(case, seat, Submission.Kind.REPORT, note)
