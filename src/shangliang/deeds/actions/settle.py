"""结算积分."""

from django.utils import timezone

from ...engines.points.count import short
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..facts import gather
from ..ledger import in_force, replay, wanted
from ..models import Entry, PointTable
from ..points import KEEPERS

BATCH = 2000


@act("points.settle", "结算积分", *KEEPERS)
def settle(seat: Seat, *, year: int) -> Done:
    """Post what the replay says and the ledger lacks; turn back what no longer holds, with a reason.

    Done twice it posts nothing the second time.
    """
    found = in_force(seat.committee_id, year)
    if found is None:
        raise refuse(f"{year} 年还没有积分办法，请先启用一种。")
    row = lock(PointTable, found.pk, seat.committee_id)  # two at once would post twice
    table = row.table
    facts = gather(seat.committee_id, year)
    lines = wanted(row, table, replay(seat.committee_id, year, table, facts=facts))
    still = {(f.person, *f.key) for f in facts}
    live = list(Entry.objects.filter(committee_id=seat.committee_id, year=year, live=True))
    stand, back = set(), []
    for entry in live:
        key = (entry.person_id, entry.rule, entry.what, entry.source_type, entry.source_id)
        line = lines.get(key)
        if line and (line.points, line.why) == (entry.points, entry.why):
            stand.add(key)
        else:
            there = (entry.person_id, entry.what, entry.source_type, entry.source_id) in still
            back.append((entry, line, there))
    turned = [turn(row, entry, reason(entry, line, there)) for entry, line, there in back]
    old = [entry.pk for entry, _, _ in back]
    for n in range(0, len(old), BATCH):
        Entry.objects.filter(pk__in=old[n : n + BATCH]).update(live=False)
    fresh = [
        Entry(
            committee_id=seat.committee_id,
            year=year,
            table=row,
            person_id=line.person,
            rule=line.rule,
            group=line.group,
            what=line.what,
            source_type=line.source_type,
            source_id=line.source_id,
            on=line.on,
            points=line.points,
            why=line.why,
        )
        for key, line in lines.items()
        if key not in stand
    ]
    Entry.objects.bulk_create([*turned, *fresh], batch_size=BATCH)
    row.settled_at = timezone.now()
    row.save(update_fields=["settled_at"])
    return Done(
        case=row,
        detail={"posted": len(fresh), "turned": len(turned), "stand": len(stand)},
        result={"posted": len(fresh), "turned": len(turned), "stand": len(stand)},
    )


def reason(entry: Entry, line: object, there: bool) -> str:
    """Why a line is turned back, said on the line that turns it."""
    if line is not None:
        return "计法或事实有变，另记一行"
    if there:
        return "按现行办法不再计分"
    return "所依据的事已撤销、更正或不在任内"


def turn(row: PointTable, entry: Entry, why: str) -> Entry:
    """The opposite line."""
    return Entry(
        committee_id=entry.committee_id,
        year=entry.year,
        table=row,
        person_id=entry.person_id,
        rule=entry.rule,
        group=entry.group,
        what=entry.what,
        source_type=entry.source_type,
        source_id=entry.source_id,
        on=entry.on,
        points=-entry.points,
        why=f"转回 {short(entry.points)} 分：{why}。原记：{entry.why}"[:400],
        live=False,
        turns=entry,
    )
