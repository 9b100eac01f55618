"""What was decided last at this desk and may still be taken back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.sessions.backends.base import SessionBase as Session
from django.utils import timezone

from ...procedures.seat import Seat
from ...procedures.verdicts import verdict
from ..flow import PROPOSAL
from ..models import Submission
from ..queries import visible

# Decision -> the verb that takes it back.
TAKES_BACK = {
    "proposal.file": "undo",
    "proposal.send_back": "undo",
    "proposal.turn_to_report": "undo",
    "proposal.turn_to_letter": "undo",
    "proposal.refuse_filing": "undo",
    "proposal.merge": "unmerge",
}
LAST = "desk_last"


@dataclass(frozen=True)
class Undoable:
    """The case, the decision's label and the verb that takes it back, until when."""

    case: Submission
    label: str
    verb: str
    until: datetime

    @property
    def minutes_left(self) -> int:
        return max(1, round((self.until - timezone.now()).total_seconds() / 60))


def remember(session: Session, case: Submission, verb: str) -> None:
    """Keep in the browser's session what was just decided; what was taken back is forgotten."""
    if f"proposal.{verb}" in TAKES_BACK:
        session[LAST] = [case.pk, verb]
    elif verb in TAKES_BACK.values():
        session.pop(LAST, None)


def last_decision(seat: Seat, session: Session) -> Undoable | None:
    """The newest decision made here while it can be taken back; one query, none without one."""
    pk, decided = session.get(LAST) or (0, "")
    if f"proposal.{decided}" not in TAKES_BACK:
        return None
    case = (
        visible(seat)
        .select_related("rulebook", "group__lead")
        .filter(pk=pk, decided_at__isnull=False)
        .first()
    )
    if case is None or case.decided_at is None:
        return None
    until = case.decided_at + timedelta(minutes=case.rules.undo_minutes)
    name = TAKES_BACK[f"proposal.{decided}"]
    if timezone.now() > until or not verdict(PROPOSAL, PROPOSAL[name], seat, case):
        return None
    return Undoable(case, PROPOSAL[decided].label, name, until)
