"""Whom the clocks of voices and difficulties concern."""

from ..procedures.models import Clock
from ..procedures.reminders import DESCRIBE, Reminder
from .models import Voice
from .people import editors, firm_office, unit_people


def of_voices(clocks: list[Clock]) -> dict[int, Reminder]:
    """看件: the editors. 作者确认: who has not said. 企业难题: the unit; when late the office."""
    cases = Voice.objects.in_bulk([clock.about_id for clock in clocks])
    found = {}
    for clock in clocks:
        case = cases.get(clock.about_id)
        if case is None:
            continue
        rule = case.rules.clocks.get(clock.kind)
        late: tuple[int, ...] = ()
        url = case.get_absolute_url()
        if clock.kind == "consent":
            waiting = case.consents.filter(round=case.round, said="")
            to = tuple(waiting.values_list("person_id", flat=True))
        elif clock.kind in ("answer", "again"):
            to = tuple(unit_people(case.unit_id, case.committee_id))
            late = tuple(firm_office(case.committee_id))
        elif case.kind == Voice.Kind.DIFFICULTY:
            to = tuple(firm_office(case.committee_id))
        else:
            to, url = tuple(editors(case.committee_id)), f"/voices/desk/?case={case.pk}"
        found[clock.pk] = Reminder(rule.near if rule else 1, to, late, case.shown_title, url)
    return found


DESCRIBE["voice"] = of_voices
