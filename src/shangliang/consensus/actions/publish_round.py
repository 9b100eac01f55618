"""公布结果: the engine's answer over the votes, with the words given to the groups."""

from collections.abc import Mapping

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..answers import analysed, published_shape
from ..flow import ROUND
from ..ledger import digest_of
from ..models import Outcome, Round
from ..paper import forget_voices


@verb(ROUND, "publish_round", Round)
def publish_round(case: Round, seat: Seat, *, names: Mapping[str, str] | None = None) -> Done:
    """``names``: {group id: a few words of the host}; the numbers nobody chooses."""
    votes, digest = digest_of(case)
    answer = published_shape(analysed(case))
    Outcome.objects.create(
        committee_id=case.committee_id,
        round=case,
        answer=answer,
        names={k: v.strip()[:12] for k, v in (names or {}).items() if v.strip()},
        votes=votes,
        digest=digest,
    )
    case.published_at = timezone.now()
    forget_voices(case)
    return Done(detail={"votes": votes, "digest": digest, "groups": len(answer["groups"])})
