"""会签: a co-signer really signs, and it is kept which text was signed (docs/field.md 1.1)."""

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import CoSignature, Submission
from .invite import renamed


def answer(case: Submission, seat: Seat, state: str, revision: int | None = None) -> CoSignature:
    """Write the invited person's answer; when the last has answered, the clock for signing is met."""
    row = case.signatures.get(person_id=seat.person_id, role=CoSignature.Role.CO)
    row.state, row.answered_at = state, timezone.now()
    row.revision = case.revision if revision is None else revision
    row.save(update_fields=["state", "answered_at", "revision"])
    renamed(case)
    if not case.signatures.filter(state=CoSignature.State.INVITED).exists():
        clocks.stop(case, ["cosign"])
    return row


def tell_author(case: Submission, seat: Seat, verb_name: str, words: str) -> None:
    """The one who invited hears of it; in a case entered for somebody, both do."""
    post(
        committee_id=case.committee_id,
        to=[p for p in (case.author_id, case.entered_by_id) if p],
        kind=f"proposal.{verb_name}",
        text=f"{seat.name}{words}：《{case}》",
        case=case,
        url=f"/proposals/{case.pk}/invite/",
    )


@verb(PROPOSAL, "sign", Submission)
def sign(case: Submission, seat: Seat, *, revision: int | None = None) -> Done:
    """Sign. ``revision`` is the text that was read: one changed meanwhile has to be read first."""
    if revision is not None and revision != case.revision:
        raise refuse("您打开之后文字又改过，请看过新的一版再会签。", "conflict")
    row = answer(case, seat, CoSignature.State.SIGNED)
    tell_author(case, seat, "sign", "已会签")
    return Done(about=row, detail={"revision": case.revision})
