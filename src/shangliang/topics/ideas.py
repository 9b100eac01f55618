"""头脑风暴 (S-117): an idea, and three votes each."""

from ..procedures.verdicts import refuse
from .models import Consultation, Idea

VOTES, MOST = 3, 60


def idea_of(case: Consultation, pk: int) -> Idea:
    row: Idea | None = case.ideas.filter(pk=pk).first()
    if row is None:
        raise refuse("没有这个点子。", "wall")
    return row
