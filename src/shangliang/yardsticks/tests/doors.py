"""Doors of this room: keepers of figures, units that answer, those who read."""

from decimal import Decimal
from typing import Any

from shangliang.accounts.tests.door import OFFICE, SIGNED, UNIT, Door
from shangliang.demo.small import SmallCity
from shangliang.procedures.office_calendar import today
from shangliang.yardsticks.actions.define import define
from shangliang.yardsticks.actions.enter_region import enter_region
from shangliang.yardsticks.actions.enter_row import enter_row
from shangliang.yardsticks.actions.note_gap import note_gap
from shangliang.yardsticks.actions.open_pulse import open_pulse
from shangliang.yardsticks.actions.readings import record_reading
from shangliang.yardsticks.actions.start_sheet import start_sheet
from shangliang.yardsticks.actions.write_card import write_card
from shangliang.yardsticks.models import Batch

KEEPERS = frozenset({"organiser", "supervisor"})
LEADS = KEEPERS | {"leader"}
READERS = LEADS | OFFICE | UNIT | {"member", "editor"}
INSIDE = LEADS | UNIT
SOME = (403, 404)

DOORS = {
    "compare": Door(READERS), "compare-circular": Door(READERS), "compare-map": Door(READERS), "map-new": Door(KEEPERS), "figures-in": Door(KEEPERS),
    "figures-batch": Door(KEEPERS), "figures-take": Door(KEEPERS, "post"), "figures-leave": Door(KEEPERS, "post"),
    "figure": Door(READERS, no=SOME), "gaps": Door(READERS),
    "gap": Door(LEADS | OFFICE | UNIT, no=SOME), "measure-effects": Door(READERS), "targets": Door(READERS),
    "what-effect": Door(READERS), "activity-effect": Door(READERS, no=SOME, missing=True),
    "whatif": Door(READERS), "decompose": Door(READERS), "benchmarks": Door(READERS),
    "yardsticks": Door(READERS), "framework": Door(LEADS | OFFICE | UNIT, no=SOME),
    "index-parts": Door(LEADS | OFFICE | UNIT, no=SOME), "yardstick-act": Door(KEEPERS | OFFICE | {"leader"} | UNIT),
    "region": Door(READERS), "region-work": Door(READERS), "sheets": Door(INSIDE), "sheet": Door(INSIDE, no=SOME),
    "unit-page": Door(INSIDE, no=SOME), "three-lists": Door(INSIDE), "notebooks": Door(INSIDE), "practices": Door(READERS),
    "practice": Door(READERS), "needs": Door(LEADS), "pulses": Door(LEADS),
    "ledgers": Door(READERS), "ledger": Door(READERS), "ledger-new": Door(KEEPERS | UNIT),
    "ledger-entry": Door(LEADS | OFFICE | UNIT, no=SOME), "ledger-entry-edit": Door(KEEPERS | UNIT, no=SOME),
    "pulse-fill": Door(SIGNED, public=True), "pulse-code": Door(SIGNED, public=True),
}  # fmt: skip


def behind(city: SmallCity) -> dict[str, dict[str, Any]]:
    """A figure, a gap, a sheet and a card of the housing unit, whose county is 一江区."""
    seat = city.seat("organiser")
    unit = city.units["housing"].pk
    region = enter_region(seat, name="一江区", level="county", speaks=unit)
    define(
        seat, kind="indicator", code="g", name="增速", source="制度", unit="%", shape="rate",
        headline=True, published=True,
    )  # fmt: skip
    six = define(
        seat, kind="questions", code="six", name="六问", source="文件",
        body={"items": [{"code": "1", "text": "够不够"}]},
    )  # fmt: skip
    index = define(
        seat, kind="index", code="all", name="综合", source="文件",
        body={"parts": [{"code": "g", "weight": "1"}]},
    )  # fmt: skip
    reading = record_reading(
        seat, indicator="g", region="一江区", period="2026Q1", value=Decimal(5), source="局"
    )
    gap = note_gap(seat, subject="差", text="", owner=unit)
    sheet = start_sheet(seat, yardstick=six.pk, owner=unit, round="第一轮")
    card = write_card(
        seat, owner=unit, title="做法", problem="a", practice="b", effect="c", evidence="d"
    )
    pulse = open_pulse(
        seat, title="方便吗", questions=[{"text": "方便吗", "options": ["是", "否"], "good": [0]}],
        on=today(), until=today(), purpose="改进窗口",
    )  # fmt: skip
    row = enter_row(
        seat, ledger="growing", title="甲厂", region="一江区", data={"nearness": "差产值"}
    )
    batch = {
        "pk": Batch.objects.create(
            committee=city.committee, file_name="表", by=city.people["organiser"]
        ).pk
    }
    return {
        "figures-batch": batch, "figures-take": batch, "figures-leave": batch, "figure": {"pk": reading.pk},
        "gap": {"pk": gap.pk}, "framework": {"pk": six.pk}, "index-parts": {"pk": index.pk},
        "yardstick-act": {"name": "gap"}, "region": {"pk": region.pk}, "region-work": {"pk": region.pk}, "sheet": {"pk": sheet.pk}, "unit-page": {"pk": unit},
        "practice": {"pk": card.pk}, "ledger": {"code": "growing"}, "activity-effect": {"pk": 999999},
        "ledger-new": {"code": "growing"}, "ledger-entry": {"code": "growing", "pk": row.pk},
        "ledger-entry-edit": {"code": "growing", "pk": row.pk}, "pulse-fill": {"code": pulse.code}, "pulse-code": {"code": pulse.code},
    }  # fmt: skip
