"""The handling units a proposer may name: found by short name, alias, pinyin."""

from collections import Counter
from dataclasses import dataclass

from django.core.cache import cache

from ..actors.models import Actor, Alias

KEPT = 60  # seconds


@dataclass(frozen=True)
class Unit:
    """One line of the picker. ``keys``: everything it is found by beside its label."""

    pk: int
    label: str
    keys: str


def units_of(committee_id: int) -> list[Unit]:
    """Units in use, in stroke order; two that share a short name are told apart by the full one."""
    key = f"units:{committee_id}"
    found: list[Unit] | None = cache.get(key)
    if found is None:
        rows = list(
            Actor.objects.filter(
                committee_id=committee_id, kind=Actor.Kind.UNIT, active=True
            ).values_list("pk", "short", "name", "pinyin", "initials")
        )
        aliases: dict[int, list[str]] = {}
        for actor, name in Alias.objects.filter(
            committee_id=committee_id, actor__kind=Actor.Kind.UNIT
        ).values_list("actor_id", "name"):
            aliases.setdefault(actor, []).append(name)
        shared = Counter(short or name for _, short, name, _, _ in rows)
        found = [
            Unit(
                pk,
                name if shared[short or name] > 1 else short or name,
                " ".join([name, short, *aliases.get(pk, []), pinyin, initials, keys_of(short)]),
            )
            for pk, short, name, pinyin, initials in rows
        ]
        cache.set(key, found, KEPT)
    return found


def keys_of(short: str) -> str:
    """Pinyin of the short name, which is what people type."""
    from ..actors.naming import keys_of as of_name

    _, pinyin, initials = of_name(short)
    return f"{pinyin} {initials}" if short else ""
