"""Which statement comes next: openly at random, or those that tell most first; never steering by opinion."""

import random

from .answers import analysed
from .models import Participant, Round, Statement


def unseen(round_: Round, who: Participant | None) -> list[Statement]:
    """Shown statements this person has not answered yet."""
    rows = round_.statements.filter(state="shown")
    if who is not None:
        rows = rows.exclude(pk__in=who.votes.values("statement_id"))
    return list(rows.order_by("number"))


def next_one(round_: Round, who: Participant | None) -> tuple[Statement | None, int]:
    """(the next statement, how many are left)."""
    left = unseen(round_, who)
    if not left:
        return None, 0
    # Beside chance, the same for everybody: neither mode looks at what this person answered.
    draw = random.SystemRandom()
    if round_.order == Round.Order.PRIORITY:
        weights = {str(k): v for k, v in analysed(round_).priorities.items()}
        found = [max(weights.get(str(s.number), 1.0), 1e-6) for s in left]
        return draw.choices(left, weights=found)[0], len(left)
    return draw.choice(left), len(left)
