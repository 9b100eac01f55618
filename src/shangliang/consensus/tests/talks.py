"""People who take part in a round, and what they are asked."""

from shangliang.consensus.actions import answer as acts
from shangliang.consensus.models import Participant, Round

TEXTS = "树下做儿童乐园。\n树下划成停车位。\n树下留着乘凉。"


def someone(talk: Round) -> Participant:
    who = acts.known(talk, acts.join(talk))
    assert who
    return who


def fill(talk: Round, people: int = 24) -> None:
    ids = list(talk.statements.order_by("number").values_list("pk", flat=True))
    for n in range(people):
        who = someone(talk)
        for pk, value in zip(ids, (1, 1 if n % 2 else -1, 1), strict=True):
            acts.answer(talk, who, pk, value)
