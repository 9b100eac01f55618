"""结束: no more answers; the key that could lead from a person to an answer is destroyed."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ROUND
from ..ledger import digest_of
from ..models import Round
from ..paper import forget_voices


@verb(ROUND, "close_round", Round)
def close_round(case: Round, seat: Seat) -> Done:
    """The votes are anchored in the chain by their number and one digest (decision 5)."""
    votes, digest = digest_of(case)
    case.closed_at = timezone.now()
    if case.one_voice:
        forget_voices(case)
    return Done(detail={"votes": votes, "digest": digest, "people": case.people.count()})
