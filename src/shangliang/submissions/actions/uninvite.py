"""收回邀请: the wrong person was asked, or no answer came; what is signed is not taken back."""

from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import CoSignature, Submission
from .invite import renamed


@verb(PROPOSAL, "uninvite", Submission)
def uninvite(case: Submission, seat: Seat, *, person: int) -> Done:
    """Take one open invitation back; the draft is no longer shown to that person."""
    row = case.signatures.filter(
        person_id=person, role=CoSignature.Role.CO, state=CoSignature.State.INVITED
    ).first()
    if row is None:
        raise refuse("这位委员已经答复，或没有邀请过。")
    row.delete()
    renamed(case)
    if not case.signatures.filter(state=CoSignature.State.INVITED).exists():
        clocks.drop(case, ["cosign"])
    return Done(detail={"person": person})
