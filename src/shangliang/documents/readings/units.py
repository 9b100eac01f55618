"""Which unit of the register a name in a text means: full name, short name, alias, or the usual ones.

Suggestions only. A name nobody knows stays a name, and is said to be unknown (S-196).
"""

from dataclasses import dataclass

from ...actors.models import Actor
from ...engines.text import common_lexicon

KINDS = (Actor.Kind.UNIT, Actor.Kind.COUNTY, Actor.Kind.SPECIAL_COMMITTEE)


@dataclass
class Units:
    """The units of a committee in use, by every name they go by."""

    labels: dict[int, str]
    names: dict[str, int]

    def find(self, word: str) -> int | None:
        """The unit meant; None where no or more than one fits."""
        word = word.strip()
        if word in self.names:
            return self.names[word]
        match = common_lexicon().resolve(word)
        if match and match.name in self.names:
            return self.names[match.name]
        if match is None:
            return None
        core = match.name.lstrip("市县区省")
        fits = {pk for name, pk in self.names.items() if len(core) > 3 and name.endswith(core)}
        return next(iter(fits)) if len(fits) == 1 else None

    def several(self, words: list[str]) -> tuple[list[int], list[str]]:
        """(units found, names nobody knows)."""
        found: list[int] = []
        unknown: list[str] = []
        for word in words:
            pk = self.find(word)
            if pk is None:
                unknown.append(word)
            elif pk not in found:
                found.append(pk)
        return found, unknown


def units_of(committee_id: int) -> Units:
    """Every unit with its names; one query."""
    rows = Actor.objects.filter(committee_id=committee_id, kind__in=KINDS, active=True).values_list(
        "pk", "short", "name", "aliases__name"
    )
    labels: dict[int, str] = {}
    names: dict[str, int] = {}
    lexicon = common_lexicon()
    for pk, short, name, alias in rows:
        labels[pk] = short or name
        for said in filter(None, (short, name, alias)):
            names.setdefault(said, pk)
    for said, pk in list(names.items()):  # 市工信局 and 市工业和信息化局, whichever stands here
        match = lexicon.resolve(said)
        if match:
            names.setdefault(match.name, pk)
    return Units(labels, names)


def choices(units: Units) -> list[tuple[str, str]]:
    """For a field that asks for one."""
    return [("", "请选"), *((str(pk), label) for pk, label in units.labels.items())]
