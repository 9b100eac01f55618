"""State × verb × role of a reported deed and a contest."""

import pytest

from shangliang.deeds.flow import CONTEST, DEED
from shangliang.deeds.models import Contest, Deed
from shangliang.procedures.forms import FORMS
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import verdict

pytestmark = pytest.mark.django_db
SEATS = (
    "member", "member2", "leader", "clerk", "second", "supervisor", "staff_housing", "drafter",
    "organiser", "editor", "convenor", "admin", "security", "auditor",
)  # fmt: skip
OFFICE, OWN = {"clerk", "second", "organiser"}, {"member"}
EXPECTED = {
    "deed": {"confirm_deed": OFFICE, "return_deed": OFFICE, "withdraw_deed": OWN},
    "contest": {"correct_contest": OFFICE, "explain_contest": OFFICE, "withdraw_contest": OWN},
}


@pytest.mark.parametrize("table", [DEED, CONTEST], ids=lambda t: t.name)
def test_who_may_do_what_in_which_state(city, table):
    mine = {"committee": city.committee, "person": city.people["member"]}
    if table is DEED:
        case = Deed.objects.create(**mine, what="charity", title="t", on=today())
    else:
        case = Contest.objects.create(**mine, year=today().year, shown="s", text="t")
    expected = EXPECTED[table.name]
    assert expected.keys() == {m.verb for m in table}
    assert {(table.name, m.verb) for m in table} <= REGISTRY.keys()
    assert {(table.name, m.verb) for m in table if m.form} <= FORMS.keys()
    for move in table:
        for state in table.states:
            case.state = state
            for key in SEATS:
                said = verdict(table, move, city.seat(key), case)
                if key not in expected[move.verb]:
                    assert said.kind == "who", (move.verb, key)
                else:
                    assert said.ok == (state == table.initial), (move.verb, key, state)
