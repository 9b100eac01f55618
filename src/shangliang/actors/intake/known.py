"""What the register holds already, loaded once for a whole sheet: a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import date

from ...procedures.office_calendar import today
from ..models import Actor, Alias, Tie
from ..queries import current_term
from .plan import Names

K, A = Tie.Kind, Actor.Kind
# Column of the sheet -> (kind of body, kind of tie, may be created along the way).
BODY_COLUMNS: dict[str, tuple[str, str, bool]] = {
    "sector": (A.SECTOR, K.SECTOR, False),
    "party": (A.PARTY, K.PARTY, True),
    "special_committee": (A.SPECIAL_COMMITTEE, K.SPECIAL_COMMITTEE, False),
    "group": (A.GROUP, K.GROUP, True),
    "county": (A.COUNTY, K.COUNTY, False),
    "system": (A.SYSTEM, K.SYSTEM, True),
}


@dataclass
class Known:
    """Actors by code and by name, bodies by name, ties in force."""

    by_code: dict[str, Actor] = field(default_factory=dict)
    by_name: dict[str, list[Actor]] = field(default_factory=dict)
    names: dict[str, Names] = field(default_factory=dict)
    ties: dict[int, dict[str, list[Tie]]] = field(default_factory=dict)
    aliases: dict[int, list[str]] = field(default_factory=dict)
    start: date = field(default_factory=today)

    def held(self, actor: Actor | None, kind: str) -> list[Tie]:
        """Ties of one kind of an actor that are in force."""
        return self.ties.get(actor.pk, {}).get(kind, []) if actor else []


def bodies_of(committee_id: int, kinds: set[str]) -> tuple[dict[str, Names], dict[int, list[str]]]:
    """Names of the bodies of some kinds, with their aliases."""
    bodies = list(Actor.objects.filter(committee_id=committee_id, kind__in=kinds))
    aliases: dict[int, list[str]] = {}
    for actor, name in Alias.objects.filter(
        committee_id=committee_id, actor__kind__in=kinds
    ).values_list("actor_id", "name"):
        aliases.setdefault(actor, []).append(name)
    out = {k: Names([b for b in bodies if b.kind == k], aliases) for k in kinds}
    return out, aliases


def load(committee_id: int, kind: str, columns: set[str]) -> Known:
    """The register as it stands: ``kind`` of actors, bodies of the sheet's ``columns``."""
    from .cells import squeeze

    known = Known()
    kinds = {BODY_COLUMNS[c][0] for c in columns if c in BODY_COLUMNS}
    known.names, known.aliases = bodies_of(committee_id, kinds | ({kind} - {A.PERSON}))
    for actor in Actor.objects.filter(committee_id=committee_id, kind=kind):
        if actor.code:
            known.by_code[actor.code] = actor
        known.by_name.setdefault(squeeze(actor.name), []).append(actor)
    for tie in (
        Tie.objects.filter(committee_id=committee_id, who__kind=kind)
        .exclude(kind__in=[K.IN_CHARGE, K.GUIDES])
        .on(today())
        .select_related("whom", "term")
    ):
        known.ties.setdefault(tie.who_id, {}).setdefault(tie.kind, []).append(tie)
    term = current_term(committee_id)
    if term:
        known.start = term.start
    return known
