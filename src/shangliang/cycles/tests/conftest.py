"""Where the tests of this room begin."""

from datetime import timedelta

import pytest

from shangliang.cycles.actions.draft_call import draft_call
from shangliang.cycles.actions.send import send
from shangliang.procedures.office_calendar import today

from .reports import CONTENTS


@pytest.fixture
def call(city):
    row = draft_call(
        city.seat("supervisor"),
        kind="meeting",
        title="上半年座谈会",
        series="座谈会",
        due_on=today() + timedelta(days=3),
        meeting_on=today() + timedelta(days=7),
        contents=CONTENTS,
        units=[city.units["housing"].pk, city.units["finance"].pk],
    )
    return send(city.seat("supervisor"), row.pk)
