"""Who may open which address of this room."""

from typing import Any

from shangliang.accounts.tests.door import MEMBER, OFFICE, Door
from shangliang.procedures.office_calendar import today

READ = OFFICE | {"organiser", "leader"}
KEEP = OFFICE | {"organiser"}
ALL = READ | MEMBER

DOORS = {
    "deeds": Door(MEMBER),
    "deeds-people": Door(READ),
    "deeds-desk": Door(READ),
    "deed-report": Door(MEMBER),
    "homework": Door(ALL),
    "homework-work": Door(ALL),
    "homework-share": Door(MEMBER, no=(403, 404), missing=True),
    "record": Door(ALL),
    "record-exempt": Door(KEEP),
    "record-confirm": Door(MEMBER, method="post"),
    "record-contest": Door(MEMBER),
    "statement": Door(MEMBER),
    "statement-paper": Door(ALL),
    "points": Door(ALL),
    "points-own": Door(KEEP),
    "record-unexempt": Door(KEEP, method="post"),
    "points-settle": Door(KEEP, method="post"),
    "points-what-if": Door(READ),
    "points-table": Door(ALL),
}


def behind(city: Any) -> dict[str, dict[str, Any]]:
    """The member's record of this year, and a method of points."""
    from shangliang.deeds.actions.adopt_table import adopt_table

    row = adopt_table(city.seat("organiser"), year=today().year, preset="minhang")
    from shangliang.deeds.actions.exempt_person import exempt_person

    day = today()
    free = exempt_person(
        city.seat("organiser"), person=city.people["member2"].pk, year=day.year, reason="away",
        since=day, until=day,
    )  # fmt: skip
    year = {"year": today().year}
    who = {"pk": city.people["member"].pk} | year
    from shangliang.deeds.models import SharedWork

    work = SharedWork.objects.create(
        committee=city.committee, person=city.people["member"], year=day.year, kind="work",
        source_type="deed", source_id=1, title="调研报告", text="请看第二部分",
    )  # fmt: skip
    return {
        "homework-work": {"pk": work.pk}, "homework-share": year,
        "record": who, "record-exempt": who, "record-confirm": year, "record-contest": year, "statement": year,
        "statement-paper": who | {"ext": "docx"}, "points-table": {"pk": row.pk},
        "record-unexempt": {"pk": free.pk},
    }  # fmt: skip
