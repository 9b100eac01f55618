"""评提案委的服务: the third of the three qualities, rated by those who were served (S-004)."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import ServiceRating, Submission


@verb(PROPOSAL, "rate_service", Submission)
def rate_service(case: Submission, seat: Seat, *, score: int, text: str = "") -> Done:
    """One to five, once a person and proposal. A low score says why, or nothing can be mended."""
    if not 1 <= score <= 5:
        raise refuse("请在 1 到 5 之间选一个分数。")
    if score <= 2 and not text.strip():
        raise refuse("评 2 分及以下的，请写一句哪里不好，提案委才知道改什么。")
    if case.service_ratings.filter(person_id=seat.person_id).exists():
        raise refuse("这件提案您已经评过服务了。")
    row = ServiceRating.objects.create(
        committee_id=case.committee_id,
        submission=case,
        person_id=seat.person_id,
        score=score,
        text=text.strip()[:2000],
    )
    return Done(about=row)
