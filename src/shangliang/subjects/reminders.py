"""Whom a question about money concerns: the county; when late, the one who asked."""

from ..procedures.models import Clock
from ..procedures.reminders import DESCRIBE, Reminder
from .actions.ask_reason import people_of
from .models import FundLine, FundReason


def questions(clocks: list[Clock]) -> dict[int, Reminder]:
    """Reminders of the clocks of reasons asked for."""
    lines = FundLine.objects.select_related("fund", "unit").in_bulk([c.about_id for c in clocks])
    asked = dict(
        FundReason.objects.filter(line__in=lines, given_on__isnull=True).values_list(
            "line_id", "asked_by_id"
        )
    )
    return {
        clock.pk: Reminder(
            near=2,
            to=tuple(people_of(line)),
            late_to=tuple([asked[line.pk]] if line.pk in asked else []),
            text=str(line),
            url=line.get_absolute_url(),
        )
        for clock in clocks
        if (line := lines.get(clock.about_id)) and line.state == "asked"
    }


DESCRIBE["fundline"] = questions
