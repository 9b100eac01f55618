"""Writing a plan into the register: in bulk, a fixed number of queries, inside the verb's transaction."""

from datetime import date, timedelta

from django.db.models import Q

from ...procedures.office_calendar import today
from ..models import Actor, Alias, ImportSheet, Register, Term, Tie
from ..naming import keys_of
from ..queries import current_term
from .known import BODY_COLUMNS, Known, load
from .plan import Plan, Row
from .read import ACTOR_KIND

K, A = Tie.Kind, Actor.Kind
WRITTEN = [
    "name", "code", "short", "sex", "ethnicity", "birth_year", "workplace", "post", "phone", "email",
    "address", "duties", "number_prefix", "letter_mark", "stroke_key", "pinyin", "initials", "active",
]  # fmt: skip
BATCH = 500


def keyed(actor: Actor) -> Actor:
    """Bulk writes pass by ``save``: set the sort and search keys here."""
    actor.stroke_key, actor.pinyin, actor.initials = keys_of(actor.name)
    return actor


def new_bodies(sheet: ImportSheet, plan: Plan) -> int:
    """Create the unknown parties, groups and systems the office agreed to."""
    wanted = {
        (BODY_COLUMNS[column][0], name)
        for row in plan.good
        for column, name in row.bodies.items()
        if name in plan.unknown.get(BODY_COLUMNS[column][0], {})
    }
    chosen = [pair for pair in sorted(wanted) if pair[0] in sheet.create]
    Actor.objects.bulk_create(
        keyed(Actor(committee_id=sheet.committee_id, kind=kind, name=name)) for kind, name in chosen
    )
    return len(chosen)


def store_actors(sheet: ImportSheet, plan: Plan) -> None:
    """New rows in, changed rows over; every good row then has its actor in ``found``."""
    kind = ACTOR_KIND[Register(sheet.kind)]
    fresh, over = [], []
    for row in plan.good:
        if row.found is None:
            row.found = keyed(Actor(committee_id=sheet.committee_id, kind=kind, **row.data))
            fresh.append(row.found)
        elif row.changes:
            for key, value in row.data.items():
                if value not in ("", None):
                    setattr(row.found, key, value)
            row.found.active = True
            over.append(keyed(row.found))
    Actor.objects.bulk_create(fresh, batch_size=BATCH)
    Actor.objects.bulk_update(over, WRITTEN, batch_size=BATCH)


class Ties:
    """Collects ties to make and to end, then writes them at once."""

    def __init__(self, sheet: ImportSheet, known: Known, term: Term | None) -> None:
        self.sheet, self.known, self.term = sheet, known, term
        self.fresh: list[Tie] = []
        self.over: list[Tie] = []

    def begin(self, row: Row, held: list[Tie]) -> date:
        """As the row says; else from the term's start, or from today where one is replaced."""
        if row.start:
            return row.start
        return today() if held else self.known.start

    def set(self, row: Row, kind: str, whom_id: int, title: str = "", keep: bool = False) -> None:
        """One tie; the present one of its kind ends the day before unless several may stand."""
        assert row.found is not None
        held = self.known.held(row.found, kind)
        if any(t.whom_id == whom_id and t.title == title for t in held):
            return
        start = self.begin(row, held)
        for tie in [] if keep else held:
            tie.end = max(tie.start, start - timedelta(days=1))
            self.over.append(tie)
        basis = f"导入：{self.sheet.file_name}"[:200]
        of_term = self.term if kind not in (K.PARTY, K.COUNTY, K.SYSTEM) else None
        self.fresh.append(
            Tie(
                committee_id=self.sheet.committee_id,
                kind=kind,
                who=row.found,
                whom_id=whom_id,
                title=title,
                term=of_term,
                start=start,
                end=row.end,
                basis=basis,
            )
        )

    def write(self) -> None:
        Tie.objects.bulk_update(self.over, ["end"], batch_size=BATCH)
        Tie.objects.bulk_create(self.fresh, batch_size=BATCH, ignore_conflicts=True)


def store_ties(sheet: ImportSheet, plan: Plan, known: Known) -> None:
    """Memberships of members, systems of units."""
    ties = Ties(sheet, known, current_term(sheet.committee_id))
    for row in plan.good:
        if sheet.kind == Register.MEMBERS:
            held = known.held(row.found, K.MEMBER)
            if not held:
                ties.set(row, K.MEMBER, sheet.committee_id)
            elif row.end and held[0].end != row.end:
                held[0].end = max(row.end, held[0].start)
                ties.over.append(held[0])
            if row.office:
                ties.set(row, K.OFFICE, sheet.committee_id, row.office, keep=True)
        for column, name in row.bodies.items():
            kind, tie_kind, _ = BODY_COLUMNS[column]
            body = known.names[kind].find(name)
            if body:
                ties.set(row, tie_kind, body.pk)
    ties.write()


def store_aliases(sheet: ImportSheet, plan: Plan) -> None:
    """Other names, and the name a unit had before this import renamed it."""
    Alias.objects.bulk_create(
        [
            Alias(committee_id=sheet.committee_id, actor=row.found, name=name[:120])
            for row in plan.good
            for name in row.aliases
            if row.found and name not in (row.found.name, row.found.short)
        ],
        ignore_conflicts=True,
        batch_size=BATCH,
    )


def renamed(plan: Plan, committee_id: int) -> None:
    """Keep former names of units before they are written over."""
    former = [
        Alias(committee_id=committee_id, actor=row.found, name=row.found.name)
        for row in plan.good
        if row.found and row.found.pk and row.found.name != row.name
    ]
    Alias.objects.bulk_create(former, ignore_conflicts=True)


def store(sheet: ImportSheet, plan: Plan) -> dict[str, int]:
    """The whole plan; counts for the report. Rows with errors are left out and listed."""
    counts = {s: plan.count(s) for s in ("new", "changed", "same", "error")}
    counts["bodies"] = new_bodies(sheet, plan)
    if sheet.kind == Register.UNITS:
        renamed(plan, sheet.committee_id)
    store_actors(sheet, plan)
    # Loaded after the bodies were made, so that their names are found.
    columns = {c for row in plan.good for c in row.bodies}
    known = load(sheet.committee_id, ACTOR_KIND[Register(sheet.kind)], columns)
    store_ties(sheet, plan, known)
    store_aliases(sheet, plan)
    return counts


def unmentioned(sheet: ImportSheet, plan: Plan) -> int:
    """Members in force whom the sheet does not name: told, never touched."""
    named = [row.found.pk for row in plan.rows if row.found and row.found.pk]
    return (
        Tie.objects.filter(committee_id=sheet.committee_id, kind=K.MEMBER)
        .on(today())
        .filter(~Q(who_id__in=named))
        .count()
        if sheet.kind == Register.MEMBERS and len(named) < 900
        else 0
    )
