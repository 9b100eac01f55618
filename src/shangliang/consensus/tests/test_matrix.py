"""State × verb × role, written out a second time."""

import pytest

from shangliang.consensus.flow import ROUND, STATEMENT
from shangliang.procedures.perform import REGISTRY

VERBS = {
    "edit_round": "draft", "add_statement": "draft open", "open_round": "draft", "enter_paper": "open",
    "close_round": "open", "reopen_round": "closed", "publish_round": "closed", "follow_up": "published",
    "recommend": "published", "hand_over": "published", "next_round": "published",
}  # fmt: skip


@pytest.mark.parametrize("table", [ROUND, STATEMENT], ids=lambda t: t.name)
def test_every_verb_has_its_function(table):
    for move in table:
        assert REGISTRY[(table.name, move.verb)].move is move


def test_each_verb_starts_from_its_states_and_no_other():
    assert {m.verb: " ".join(m.source) for m in ROUND} == VERBS
    assert {m.verb: m.source for m in STATEMENT} == {
        "show_statement": ("waiting", "refused"),
        "refuse_statement": ("waiting", "shown"),
    }
