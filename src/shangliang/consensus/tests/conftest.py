"""A round that runs."""

import pytest

from shangliang.consensus.actions.add_statement import add_statement
from shangliang.consensus.actions.open_round import open_round
from shangliang.consensus.actions.start_round import start_round
from shangliang.consensus.models import Round

from .talks import TEXTS


@pytest.fixture
def talk(city) -> Round:
    seat = city.seat("convenor")
    made = start_round(seat, title="树下的空地，做什么用？")
    add_statement(seat, made.pk, text=TEXTS)
    open_round(seat, made.pk)
    return Round.objects.get(pk=made.pk)
