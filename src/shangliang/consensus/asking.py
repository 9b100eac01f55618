"""Which statement comes next: openly at random, or those that tell most first; never steering by opinion."""

import random

from ..engines.opinion import next_statements
from .answers import asking
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
    # Drawn by chance in both orders. The second looks at which statements a person answered, never at
    # how: two people who saw the same ones are asked by the same weights.
    draw = random.SystemRandom()
    if round_.order == Round.Order.PRIORITY:
        done = set() if who is None else set(who.votes.values_list("statement__number", flat=True))
        chosen = next_statements(
            asking(round_), done, seed=draw.getrandbits(32), open_to=[s.number for s in left]
        )
        return next((s for s in left if s.number in chosen), draw.choice(left)), len(left)
    return draw.choice(left), len(left)
