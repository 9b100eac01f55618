"""The handling units a proposer may name: found by short name, alias, pinyin."""

from collections import Counter
from dataclasses import dataclass

from django.core.cache import cache

from ..actors import naming
from ..actors.models import Actor

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
        rows: dict[int, tuple[str, str, str, str]] = {}
        aliases: dict[int, list[str]] = {}
        for pk, short, name, pinyin, initials, alias in Actor.objects.filter(
            committee_id=committee_id, kind=Actor.Kind.UNIT, active=True
        ).values_list("pk", "short", "name", "pinyin", "initials", "aliases__name"):
            rows[pk] = (short, name, pinyin, initials)
            aliases.setdefault(pk, []).extend([alias] if alias else [])
        shared = Counter(short or name for short, name, _, _ in rows.values())
        found = []
        for pk, (short, name, pinyin, initials) in rows.items():
            keys = dict.fromkeys([name, *aliases[pk], *keys_of(short), initials, pinyin])
            label = name if shared[short or name] > 1 else short or name
            found.append(Unit(pk, label, " ".join(keys)))
        cache.set(key, found, KEPT)
    return found


def keys_of(short: str) -> list[str]:
    """Pinyin of the short name, whole and by initials, with 市 in front and without: mzj, smzj."""
    bare = short[1:] if short[:1] in "市县区州省" else ""
    return [key for name in (short, bare) if name for key in naming.keys_of(name)[1:]]
