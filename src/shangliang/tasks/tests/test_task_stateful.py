"""Random verbs by random seats on duties and their parts: the table, the log and the sums hold."""

from datetime import timedelta
from typing import Any, ClassVar

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from shangliang.demo.small import SmallCity, build_small_city
from shangliang.journal.models import Event
from shangliang.journal.verify import verify as whole_chain
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.actions.assign_task import assign_task
from shangliang.tasks.flow import TASK
from shangliang.tasks.models import Progress, Request, Task
from shangliang.tasks.whole import percent_of

WHO = ("supervisor", "clerk", "staff_housing", "head_housing", "staff_finance", "leader", "member")
MOVES = {move.verb: move for move in TASK}
WORDS = st.sampled_from(["", " ", "等图纸。", "x" * 900])


class Duties(RuleBasedStateMachine):
    """Two duties, their parts, and whoever comes by."""

    city: ClassVar[SmallCity]

    def __init__(self) -> None:
        super().__init__()
        self.point = transaction.atomic()
        self.point.__enter__()
        office = self.city.seat("supervisor")
        for unit, days in (("housing", 60), ("finance", 5)):
            assign_task(
                office,
                title=f"{unit}的事",
                owner=self.city.units[unit].pk,
                due_on=today() + timedelta(days=days),
            )

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.point.__exit__(None, None, None)

    @rule(
        verb=st.sampled_from(sorted(MOVES)),
        who=st.sampled_from(WHO),
        which=st.integers(0, 7),
        words=WORDS,
        days=st.integers(-5, 90),
        percent=st.integers(-1, 101),
        code=st.sampled_from(["money", "design", "whim"]),
        unit=st.sampled_from(["housing", "finance", "civil"]),
        settle=st.booleans(),
    )
    def press(self, verb, who, which, words, days, percent, code, unit, settle) -> None:
        rows = list(Task.objects.order_by("pk"))
        before = rows[which % len(rows)]
        events, entries = Event.objects.count(), Progress.objects.count()
        owner, day = self.city.units[unit].pk, today() + timedelta(days=days)
        data: dict[str, Any] = {
            "accept_task": {},
            "contest_task": {"reason": words, "better": owner},
            "grant_contest": {"owner": owner, "note": words, "settle": settle},
            "refuse_contest": {"note": words},
            "divide_task": {
                "parts": [
                    {"title": "一", "weight": "0.3", "owner": owner},
                    {"title": words, "weight": "0.7" if settle else "0.6"},
                ]
            },
            "report_progress": {"text": words, "percent": percent},
            "report_delay": {"code": code, "text": words},
            "ask_more_time": {"until": day, "code": code, "reason": words},
            "grant_more_time": {"until": day if settle else None},
            "refuse_more_time": {"note": words},
            "report_done": {"text": words},
            "verify": {
                "how": words,
                "sampled": 5 if settle else None,
                "held": 5 if settle else None,
            },
            "reject_done": {"why": words},
            "change_due": {"due_on": day, "reason": words},
            "urge_task": {"note": words[:200]},
            "pause_task": {"reason": words},
            "resume_task": {},
            "place_task": {"subject": None},
            "drop_task": {"reason": words},
        }[verb]
        said = ""
        try:
            with transaction.atomic():
                REGISTRY[("task", verb)](self.city.seat(who), before.pk, **data)
        except Refused as refused:
            said = str(refused) or "without a word"
        after = Task.objects.get(pk=before.pk)
        if said:
            assert said != "without a word"
            assert after.state == before.state
            assert (Event.objects.count(), Progress.objects.count()) == (events, entries)
            return
        move = MOVES[verb]
        assert before.state in move.source
        assert after.state in (move.lands() if move.target else (before.state,))
        assert Event.objects.count() == events + 1

    @invariant()
    def a_whole_is_the_weighted_sum_of_its_parts(self) -> None:
        for whole in Task.objects.filter(parts__isnull=False).distinct():
            parts = list(whole.parts.values_list("weight", "percent", "state"))
            assert sum(w for w, _, _ in parts) == 1
            if whole.state == "doing" and any(s != "dropped" for _, _, s in parts):
                assert whole.percent in (percent_of(parts), 99), parts

    @invariant()
    def nobody_verified_what_one_did(self) -> None:
        for task in Task.objects.filter(state="verified").select_related("owner"):
            doers = set(task.progress.filter(kind="done").values_list("by_id", flat=True))
            assert task.verified_by_id not in doers

    @invariant()
    def a_contested_duty_has_its_open_question(self) -> None:
        asked = Request.objects.filter(kind="contest", state="open").values_list(
            "task_id", flat=True
        )
        contested = Task.objects.filter(state="contested").values_list("pk", flat=True)
        assert set(contested) <= set(asked)

    @invariant()
    def what_has_ended_has_no_clock(self) -> None:
        ended = Task.objects.filter(state__in=["verified", "dropped"]).values_list("pk", flat=True)
        running = Clock.objects.filter(
            about_type="task", about_id__in=list(ended), met_on=None, dropped_on=None
        )
        assert not running.exists()


@pytest.mark.django_db
def test_random_hands_never_leave_the_table_of_duties():
    Duties.city = build_small_city()
    run_state_machine_as_test(
        Duties,
        settings=settings(
            max_examples=10,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert list(whole_chain(Duties.city.committee.pk)) == []
