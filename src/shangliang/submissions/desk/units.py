"""Handling units by any of their names: short, full, alias, pinyin or its initials."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ...actors.models import Actor
from ...actors.naming import keys_of

BETWEEN = re.compile(r"[、，,；;\s]+")


@lru_cache(maxsize=4096)
def latin(name: str) -> tuple[str, str]:
    """Initials and whole pinyin of a name."""
    _, pinyin, initials = keys_of(name)
    return initials, pinyin


@dataclass(frozen=True)
class UnitName:
    """One unit as a picker offers it: ``words`` are what may be typed to find it."""

    pk: int
    label: str
    names: tuple[str, ...]

    @property
    def latin(self) -> list[str]:
        """Initials and pinyin of every name: szjj and shizhujianju are both 市住建局."""
        return list(dict.fromkeys(k for n in (self.label, *self.names) for k in latin(n)))

    @property
    def words(self) -> str:
        return " ".join([*self.names, *self.latin])


class UnknownUnits(ValueError):
    """Names that are no unit's, or several units'."""


def units_of(committee_id: int) -> list[UnitName]:
    """All units in use, in stroke order; one query."""
    rows = Actor.objects.filter(
        committee_id=committee_id, kind=Actor.Kind.UNIT, active=True
    ).values_list("pk", "short", "name", "aliases__name")
    found: dict[int, UnitName] = {}
    for pk, short, name, alias in rows:
        had = found.get(pk)
        names = (*had.names, alias) if had else tuple(filter(None, (name, alias)))
        found[pk] = UnitName(pk, short or name, names)
    return list(found.values())


def named(units: list[UnitName], word: str) -> list[UnitName]:
    """Units of that very name or alias; else those whose pinyin or name begins so."""
    exact = [u for u in units if word == u.label or word in u.names]
    if exact:
        return exact
    low = word.lower()
    if low.isascii():
        whole = [u for u in units if low in u.latin]
        return whole or [u for u in units if any(key.startswith(low) for key in u.latin)]
    return [u for u in units if word in u.label or any(word in name for name in u.names)]


def read(text: str, units: list[UnitName]) -> list[int]:
    """``市住建局、财政局`` as ids, each once. Raises UnknownUnits with the words that fit none."""
    found: list[int] = []
    wrong: list[str] = []
    for word in filter(None, BETWEEN.split(text.strip())):
        fits = named(units, word)
        if len(fits) == 1:
            found.append(fits[0].pk)
        elif fits:
            wrong.append(f"“{word}”有 {len(fits)} 个：{'、'.join(u.label for u in fits[:4])}")
        else:
            wrong.append(f"没有“{word}”这个单位")
    if wrong:
        raise UnknownUnits("；".join(wrong) + "。请改用全称或从名单里选。")
    return list(dict.fromkeys(found))


def chosen(lead: str, co: str, way: str, units: list[UnitName]) -> list[tuple[int, str]]:
    """What the two boxes of a form mean. ``way`` "each": all of them answer separately (分办)."""
    leads, others = read(lead, units), read(co, units)
    if way == "each":
        return [(pk, "each") for pk in dict.fromkeys([*leads, *others])]
    if len(leads) > 1:
        raise UnknownUnits("主办单位只能有一个；要几个单位分别答复，请选“分办”。")
    return [(pk, "lead") for pk in leads] + [(pk, "co") for pk in others if pk not in leads]
