"""启用积分办法."""

from django.db.models import Max

from ...engines.points import TableRefused, read
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import PointTable
from ..points import KEEPERS
from ..presets import KEYS, load


@act("points.adopt", "启用积分办法", *KEEPERS)
def adopt_table(
    seat: Seat,
    *,
    year: int,
    preset: str = "",
    body: dict[str, object] | None = None,
    title: str = "",
    why: str = "",
    ranking: bool = False,
) -> Done:
    """A new version for ``year``, from a preset or from the office's own data. Older ones stay."""
    if not 1990 < year < 2200:
        raise refuse("请写年度，例如 2026。")
    if body is None:
        if preset not in KEYS:
            raise refuse("请选一种办法。")
        body = load(preset)
    try:
        table = read(body)
    except TableRefused as error:
        raise refuse(str(error)) from error
    known = PointTable.objects.filter(committee_id=seat.committee_id, year=year)
    last = known.aggregate(n=Max("version"))["n"] or 0
    if last and not why.strip():
        raise refuse("这一年已有办法，改办法请写为什么改。")
    row = PointTable.objects.create(
        committee_id=seat.committee_id,
        year=year,
        version=last + 1,
        preset=preset,
        title=(title.strip() or table.title)[:120],
        body=plain(body),
        ranking=ranking,
        why=why.strip()[:200],
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"year": year, "version": row.version, "preset": preset})


def plain(body: dict[str, object]) -> dict[str, object]:
    """TOML's dates as text, so that the data can be kept as JSON."""
    import json

    found: dict[str, object] = json.loads(json.dumps(body, default=str))
    return found
