"""登记台账."""

from collections.abc import Mapping
from typing import Any

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..entries import may_write, value_of, within
from ..gaps import body_of
from ..ledgers.book import Ledger, ledgers
from ..lookup import region as find_region
from ..models import Entry, EntryStep, Region
from ..who import keeps


def ledger_of(code: str) -> Ledger:
    """A ledger by its code."""
    found = ledgers().get(code)
    if found is None:
        raise refuse("没有这本台账。", "wall")
    return found


@act("ledger.enter", "登记台账")
def enter_row(
    seat: Seat,
    *,
    ledger: str,
    title: str,
    data: Mapping[str, Any],
    region: int | str | None = None,
    other: int | str | None = None,
    owner: int | None = None,
    about_id: int | None = None,
) -> Done:
    """A row at the ledger's first step; with ``each_region`` one for every county (region unsaid)."""
    book = ledger_of(ledger)
    if not title.strip():
        raise refuse(f"请写{book.title}。")
    kept = {f.code: value_of(f, data.get(f.code)) for f in book.fields}
    places: list[Region | None] = [None]
    if book.region:
        if region:
            places = [find_region(seat.committee_id, region)]
        elif book.each_region and keeps(seat):
            places = list(Region.objects.filter(committee_id=seat.committee_id, level="county", until__isnull=True))  # fmt: skip
        else:
            raise refuse("请选哪个县（市、区）。")
    to = find_region(seat.committee_id, other) if book.other and other else None
    if book.other and to is None:
        raise refuse(f"请选{book.other}。")
    if to is not None and any(p is not None and p.pk == to.pk for p in places):
        raise refuse("不能转给本县自己。")
    holder = body_of(seat, owner) if book.owner and owner else None
    if book.owner and holder is None:
        raise refuse("请选责任单位。")
    rows = []
    for place in places:
        if not may_write(seat, place, owner if book.owner else None):
            raise refuse("只有专委会、督办机构、本县或责任单位可以登记。", "who")
        within(seat.committee_id, book, kept, place)
        row = Entry.objects.create(
            committee_id=seat.committee_id, ledger=book.code, title=title.strip()[:160], region=place,
            other=to, owner=holder, about_type=book.about if about_id else "", about_id=about_id,
            step=book.first.code, data=kept, by_id=seat.person_id, on=today(),
        )  # fmt: skip
        EntryStep.objects.create(
            committee_id=seat.committee_id, entry=row, step=row.step, by_id=seat.person_id, on=today()
        )  # fmt: skip
        rows.append(row)
    return Done(case=rows[0], result=rows[0], detail={"ledger": book.code, "rows": len(rows)})
