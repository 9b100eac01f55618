"""Things on record, and their verbs."""

from shangliang.procedures.perform import REGISTRY


def do(verb, seat, thing, **data):
    return REGISTRY[("subject", verb)](seat, thing.pk, **data)


def words(answer):
    return answer.content.decode()
