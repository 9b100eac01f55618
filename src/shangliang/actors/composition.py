"""Composition of a special committee (专门委员会组成): rules as checks, listed where they fail."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ..procedures.office_calendar import today
from .models import Actor, Tie

K = Tie.Kind
# A rule of thumb where the committee has set none: two in five members from outside the party.
LEAST_NON_PARTY_SHARE = 0.4


@dataclass(frozen=True)
class Member:
    """A person in the committee: title when it heads it, party names when known."""

    name: str
    title: str = ""
    parties: tuple[str, ...] = ()

    @property
    def non_party(self) -> bool | None:
        """Whether from outside the CPC (民主党派、无党派); None while the register says nothing."""
        if not self.parties:
            return None
        return not any("共产党" in name or name in ("中共", "党员") for name in self.parties)


@dataclass(frozen=True)
class Check:
    """One rule, whether it holds, and the words."""

    rule: str
    ok: bool
    words: str


def has_director(people: list[Member]) -> Check:
    """一个专委会有且只有一位主任。"""
    found = [p.name for p in people if p.title == "主任"]
    return Check("主任一位", len(found) == 1, "、".join(found) or "还没有登记主任")


def non_party_vice(people: list[Member]) -> Check:
    """至少一位副主任是民主党派或无党派人士。"""
    vice = [p for p in people if p.title.endswith("副主任")]
    found = [p.name for p in vice if p.non_party]
    unknown = sum(p.non_party is None for p in vice)
    words = "、".join(found) or (
        f"{len(vice)} 位副主任中没有" + (f"，{unknown} 位未登记党派" if unknown else "")
    )
    return Check("党外副主任至少一位", bool(found), words if vice else "还没有登记副主任")


def non_party_share(people: list[Member]) -> Check:
    """党外成员不少于四成；未登记党派的不算党外。"""
    if not people:
        return Check("党外成员不少于四成", False, "还没有成员")
    found = sum(bool(p.non_party) for p in people)
    unknown = sum(p.non_party is None for p in people)
    words = f"{found}／{len(people)}" + (f"，另有 {unknown} 人未登记党派" if unknown else "")
    return Check("党外成员不少于四成", found / len(people) >= LEAST_NON_PARTY_SHARE, words)


RULES: tuple[Callable[[list[Member]], Check], ...] = (
    has_director,
    non_party_vice,
    non_party_share,
)


def people_of(bodies: list[Actor], day: date) -> dict[int, list[Member]]:
    """Members of several committees with their titles and parties, in two queries."""
    ids = [b.pk for b in bodies]
    inside: dict[int, dict[int, str]] = {pk: {} for pk in ids}
    names: dict[int, str] = {}
    for tie in (
        Tie.objects.filter(whom_id__in=ids, kind__in=[K.SPECIAL_COMMITTEE, K.HEADS])
        .on(day)
        .select_related("who")
    ):
        names[tie.who_id] = tie.who.name
        title = inside[tie.whom_id].get(tie.who_id, "")
        inside[tie.whom_id][tie.who_id] = tie.title or title
    parties: dict[int, list[str]] = {}
    for who, party in (
        Tie.objects.filter(who_id__in=names, kind=K.PARTY)
        .on(day)
        .values_list("who_id", "whom__name")
    ):
        parties.setdefault(who, []).append(party)
    return {
        body: [Member(names[w], t, tuple(parties.get(w, ()))) for w, t in rows.items()]
        for body, rows in inside.items()
    }


def checks(bodies: list[Actor], day: date | None = None) -> dict[int, list[Check]]:
    """Every rule for every committee."""
    found = people_of(bodies, day or today())
    return {pk: [rule(people) for rule in RULES] for pk, people in found.items()}
