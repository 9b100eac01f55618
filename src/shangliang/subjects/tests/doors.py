"""Who comes in at each address of this room."""

from typing import Any

from shangliang.accounts.tests.door import BUSINESS, DESKS, UNIT, WATCH, Door
from shangliang.demo.small import SmallCity

from ..actions.add_fund_line import add_fund_line
from ..actions.add_subject import add_subject

MONEY = WATCH | UNIT | {"organiser"}
OFFICE = DESKS | {"organiser"}
DOORS = {
    "subjects": Door(BUSINESS),
    "subject": Door(BUSINESS),
    "subject-projects": Door(BUSINESS),
    "subject-new": Door(OFFICE),
    "money": Door(MONEY),
    "fund": Door(MONEY),
    "fund-line": Door(MONEY),
    "money-import": Door(OFFICE),
}


def behind(city: SmallCity) -> dict[str, dict[str, Any]]:
    """One thing and one line of money."""
    seat = city.seat("supervisor")
    fund = add_subject(seat, kind="fund", name="老旧小区改造资金")
    line = add_fund_line(seat, fund=fund.pk, level="city", unit=city.units["housing"].pk)
    pk = {"pk": fund.pk}
    return {"subject": pk, "fund": pk, "money-import": pk, "fund-line": {"pk": line.pk}}
