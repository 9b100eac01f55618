"""Random verbs by random seats never reach a state or leave an event the table does not allow."""

from typing import Any, ClassVar

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from shangliang.demo.small import SmallCity, build_small_city
from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.flow import PROPOSAL
from shangliang.submissions.flow.proposal import STATES
from shangliang.submissions.models import Submission

WHO = ("member", "member2", "clerk", "second", "supervisor", "leader", "staff_housing", "admin")
WORDS = st.sampled_from(["", " ", "请补上数字。", "x" * 3000])
MOVES = {move.verb: move for move in PROPOSAL}
# Verbs a machine can press with plausible and with broken data; the rest belong to other tables.
PRESSED = (
    "submit",
    "take_back",
    "review",
    "pass_on",
    "file",
    "merge",
    "unmerge",
    "divide",
    "send_back",
    "turn_to_report",
    "turn_to_letter",
    "refuse_filing",
    "undo",
    "withdraw",
    "set_window",
    "assign",
    "allow_withdrawal",
)


class ManyHands(RuleBasedStateMachine):
    """Three proposals and whoever comes by."""

    city: ClassVar[SmallCity]

    def __init__(self) -> None:
        super().__init__()
        self.point = transaction.atomic()
        self.point.__enter__()
        self.cases = [
            self.city.draft("member").pk,
            self.city.draft("member2", title="关于电梯维保的提案", asks=3).pk,
            self.city.submitted("member").pk,
        ]

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.point.__exit__(None, None, None)

    @rule(
        verb=st.sampled_from(PRESSED),
        who=st.sampled_from(WHO),
        which=st.integers(0, 2),
        other=st.integers(0, 2),
        words=WORDS,
        code=st.sampled_from(["empty", "whim", "society", ""]),
        split=st.integers(0, 3),
        whole=st.booleans(),
    )
    def press(self, verb, who, which, other, words, code, split, whole) -> None:
        pk = self.cases[which]
        before = Submission.objects.get(pk=pk)
        events = Event.objects.count()
        seat = self.city.seat(who)
        said = ""
        try:
            with transaction.atomic():
                REGISTRY[("proposal", verb)](
                    seat, pk, **self.data(verb, pk, other, words, code, split)
                )
        except Refused as refused:
            said = str(refused) or "without a word"
        after = Submission.objects.get(pk=pk)
        if said:  # refused: nothing was done, nothing is told
            assert said != "without a word"
            assert (after.state, after.number) == (before.state, before.number)
            assert Event.objects.count() == events
            return
        move = MOVES[verb]
        assert before.state in move.source
        assert after.state in (move.lands() if move.target else (before.state,))
        last = Event.objects.filter(verb=f"proposal.{verb}").order_by("-seq").first()
        assert (last.detail["from"], last.detail["to"]) == (before.state, after.state)
        assert before.number is None or after.number == before.number
        if whole:
            assert list(verify(self.city.committee.pk)) == []

    def data(self, verb, pk, other, words, code, split) -> dict[str, Any]:
        unit = self.city.units["housing"].pk
        asks = list(Submission.objects.get(pk=pk).recommendations.values_list("order", flat=True))
        return {
            "review": {"class_code": "society", "opinion": words, "units": [(unit, "lead")]},
            "merge": {"into": self.cases[other]},
            "divide": {
                "parts": [
                    {"title": "甲", "asks": asks[:split]},
                    {"title": "乙", "asks": asks[split:]},
                ]
            },
            "send_back": {"note": words},
            "refuse_filing": {"reason_code": code, "words": words},
            "turn_to_report": {"note": words},
            "turn_to_letter": {"note": words},
            "withdraw": {"reason": words},
            "allow_withdrawal": {"reason": words},
            "set_window": {"window": "ordinary", "reason": words},
        }.get(verb, {})

    @invariant()
    def every_state_is_the_tables(self) -> None:
        rows = Submission.objects.filter(kind="proposal").values_list("state", flat=True)
        assert set(rows) <= STATES.keys()

    @invariant()
    def numbers_have_no_gap(self) -> None:
        numbers = Submission.objects.filter(number__isnull=False).values_list("number", flat=True)
        assert sorted(numbers) == list(range(1, len(numbers) + 1))

    @invariant()
    def a_merged_proposal_has_a_lead_that_is_not_merged(self) -> None:
        for row in Submission.objects.filter(state="merged").select_related("group__lead"):
            assert row.group is not None
            assert row.group.lead_id != row.pk
            assert row.group.lead.state not in ("merged", "divided", "not_filed", "returned")

    @invariant()
    def every_event_is_a_verb_of_the_table(self) -> None:
        said = set(Event.objects.values_list("verb", flat=True).distinct())
        outside = {"proposal.start", "report.start", "letter.start"}
        assert {v.removeprefix("proposal.") for v in said - outside} <= MOVES.keys()


@pytest.mark.django_db
def test_random_hands_never_leave_the_table():
    ManyHands.city = build_small_city()
    run_state_machine_as_test(
        ManyHands,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert list(verify(ManyHands.city.committee.pk)) == []
