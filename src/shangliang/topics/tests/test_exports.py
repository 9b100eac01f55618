"""Exports of the room: for its people, with what happened, without names of citizens."""

import io

import pytest
from openpyxl import load_workbook

from shangliang.topics.actions.nominate import nominate

from . import stages

pytestmark = pytest.mark.django_db


def sheet(client, kind):
    answer = client.get(f"/exports/{kind}.xlsx")
    assert answer.status_code == 200, kind
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return list(load_workbook(io.BytesIO(data), read_only=True).active.values)


@pytest.mark.parametrize("kind", ["topics", "plan", "consultations", "results", "rooms"])
def test_each_table_opens_for_the_organiser_and_not_for_the_administrator(client, city, kind):
    stages.issued(city)
    stages.recorded(city, "council")
    client.force_login(city.account("organiser"))
    assert len(sheet(client, kind)) >= (2 if kind in ("topics", "plan") else 3)
    client.force_login(city.account("admin"))
    assert client.get(f"/exports/{kind}.xlsx").status_code == 403


def test_a_nominators_name_and_contact_are_in_no_export(client, city):
    nominate(
        city.seat("organiser"), title="路口红绿灯太短", source="people", via="desk",
        nominator="钱某某", contact="139-0000",
    )  # fmt: skip
    client.force_login(city.account("organiser"))
    said = str(sheet(client, "topics"))
    assert "路口红绿灯" in said
    assert "钱某某" not in said
    assert "139-0000" not in said
