"""Tables of rounds: for the committee's people, and nobody's answer in any."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shangliang.consensus.actions.close_round import close_round
from shangliang.consensus.actions.publish_round import publish_round
from shangliang.topics.tests.test_exports import sheet

from .talks import fill

pytestmark = pytest.mark.django_db


def test_rounds_and_statements_are_told_by_counts(client, city, talk):
    fill(talk, 12)
    client.force_login(city.account("organiser"))
    assert sheet(client, "rounds")[-1][1] == talk.title
    close_round(city.seat("convenor"), talk.pk)
    publish_round(city.seat("convenor"), talk.pk)
    rows = [r for r in sheet(client, "statements") if r[0] == talk.title]
    assert [r[2] for r in rows] == [s.text for s in talk.statements.order_by("number")]
    assert rows[0][4:7] == (12, 0, 0)
    with CaptureQueriesContext(connection) as asked:
        sheet(client, "rounds")
    assert len(asked) <= 12


def test_the_administrators_get_no_table(client, city, talk):
    client.force_login(city.account("admin"))
    for kind in ("rounds", "statements", "accords"):
        assert client.get(f"/exports/{kind}.xlsx").status_code == 403
