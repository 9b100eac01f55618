"""回避: why somebody should step aside in a matter (E14), each with the reason, nobody ruled out silently.

What the person declared and where the person works is compared under every name a unit goes by
(full, short, further names of the register); what the register knows of the person's posts (works
there, heads it, is in charge of it, looks after the firm) and of who proposed the matter is read
from ties in force today.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q

from ..actors.models import Actor, Alias, Tie
from ..engines.search.fold import fold
from ..procedures.office_calendar import today
from .models import Listed

K = Tie.Kind
# What a tie to a unit the matter concerns says of a person.
POSTS = {
    K.UNIT_STAFF: "在{}承办",
    K.UNIT_HEAD: "是{}的负责人",
    K.IN_CHARGE: "分管{}",
    K.HEADS: "是{}的负责人",
    K.CONTACTS: "联系{}",
}
BODIES = (Actor.Kind.PERSON, Actor.Kind.CITIZEN)


@dataclass(frozen=True)
class Ground:
    """What a matter gives to look for: names of each unit, people with a post there, who proposed it."""

    names: dict[str, list[str]] = field(default_factory=dict)
    posts: dict[int, str] = field(default_factory=dict)
    proposers: frozenset[int] = frozenset()
    proposed_for: dict[int, str] = field(default_factory=dict)


def parts(text: str) -> list[str]:
    """Fields as a person wrote them, one by one."""
    for mark in "，,；;/\n":
        text = text.replace(mark, "、")
    return [p.strip() for p in text.split("、") if p.strip()]


def same_unit(one: str, other: str) -> bool:
    """The same name, or one within the other (市住建局 in 澄州市住建局办公室)."""
    one, other = fold(one).replace(" ", ""), fold(other).replace(" ", "")
    return len(one) >= 3 and len(other) >= 3 and (one in other or other in one)


def ground_of(committee_id: int, units: Collection[str], proposers: Collection[int]) -> Ground:
    """Read once for a matter, three questions at most."""
    if not units and not proposers:
        return Ground()
    names = {unit: [unit] for unit in units}
    of_actor: dict[int, str] = {}
    if units:
        own = Alias.objects.filter(committee_id=committee_id, name__in=units).values("actor_id")
        bodies = (
            Actor.objects.filter(
                Q(name__in=units) | Q(short__in=units) | Q(pk__in=own), committee_id=committee_id
            )
            .exclude(kind__in=BODIES)
            .prefetch_related("aliases")
        )
        for body in bodies:
            known = [body.name, body.short, *[a.name for a in body.aliases.all()]]
            unit = next(u for u in units if u in known)
            of_actor[body.pk] = unit
            names[unit] += [n for n in known if n and n not in names[unit]]
    ties = (
        Tie.objects.filter(
            Q(whom_id__in=list(of_actor), kind__in=list(POSTS))
            | Q(whom_id__in=list(proposers), kind=K.HEADS),
            committee_id=committee_id,
        )
        .on(today())
        .select_related("whom")
        .order_by("pk")
    )
    posts: dict[int, str] = {}
    proposed_for: dict[int, str] = defaultdict(str)
    for tie in ties:
        if tie.whom_id in of_actor:
            said = POSTS[K(tie.kind)].format(of_actor[tie.whom_id])
            posts.setdefault(tie.who_id, said)
        if tie.whom_id in proposers and tie.kind == K.HEADS:
            proposed_for.setdefault(tie.who_id, str(tie.whom))
    return Ground(names, posts, frozenset(proposers), dict(proposed_for))


def conflict_of(row: Listed, ground: Ground) -> str:
    """Why this person should step aside; empty when nothing is known."""
    if row.person_id:
        if row.person_id in ground.proposers:
            return "这件事是本人提出或联名的"
        if body := ground.proposed_for.get(row.person_id):
            return f"这件事是{body}提出的，本人是负责人"
        if said := ground.posts.get(row.person_id):
            return f"名册里本人{said}"
    for unit, names in ground.names.items():
        if row.unit and any(same_unit(row.unit, name) for name in names):
            return f"本人在{unit}工作"
        for kin in parts(row.kin):
            if any(same_unit(kin, name) for name in names):
                return f"本人申明与{kin}有关联"
    return ""
