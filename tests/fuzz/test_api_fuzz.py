"""The API under generated calls, good and bad, from three seats: no fault of ours, only documented
answers in the documented shape."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import load_all_checks
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from shangliang.api.tokens import make
from shangliang.demo.small import SmallCity, build_small_city
from shangliang.submissions.models import Assignment, Reply, Submission
from shangliang.tasks.models import Task

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
ROLES = ("member", "clerk", "staff_housing")
EXAMPLES = 7  # an operation and kind of data; some 1,200 calls a role
load_all_checks()
CHECKS = (
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[SmallCity]:
    """A small city with cases in many states, rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        city = build_small_city()
        city.draft()
        city.submitted(who="member2", title="关于社区食堂的提案")
        city.submitted(title="关于背街路灯的提案")
        city.filed(who="member3", title="关于夜间公交的提案")
        city.assigned(who="member2", title="关于河道清淤的提案")
        city.reply(city.accepted(title="关于老旧管网的提案"))
        city.replied(title="关于停车共享的提案")
        yield city
        transaction.set_rollback(True)


def ids(path: str) -> list[int]:
    """Rows an operation may be about."""
    models = {
        "/do/assignment/": Assignment,
        "/assignments/": Assignment,
        "/do/reply/": Reply,
        "/do/task/": Task,
        "/commitments/": Task,
        "/do/proposal/": Submission,
        "/proposals/": Submission,
    }
    for part, model in models.items():
        if part in path:
            return list(model.objects.values_list("pk", flat=True))
    return list(range(1, 40))


@pytest.fixture(scope="module")
def schema() -> Any:
    from shangliang.wsgi import application

    return schemathesis.openapi.from_wsgi("/api/openapi.json", application)


@pytest.mark.parametrize("role", ROLES)
def test_no_call_meets_a_fault_or_an_undocumented_answer(
    world: SmallCity, schema: Any, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(django_settings, "API_RATE", "1000000/m")
    logging.getLogger("django.request").setLevel(logging.ERROR)  # refusals are what is asked for
    _, secret = make(world.seat(role), name="fuzz", days=1)
    headers = {"Authorization": f"Bearer {secret}"}
    met: dict[int, int] = {}
    for found in schema.get_all_operations():
        operation = found.ok()
        pool = ids(operation.path)
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            try_one(operation, mode, pool, headers, met)
    # The walk reached past the door: things were read, done, refused and found wanting.
    assert {200, 404, 422} <= met.keys()
    assert met.keys() & {403, 409}


def try_one(
    operation: Any, mode: GenerationMode, pool: list[int], headers: dict[str, str], met: Any
) -> None:
    """One operation under generated data; ids are mostly real ones, so that verbs are reached."""

    @given(case=operation.as_strategy(generation_mode=mode), data=st.data())
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def run(case: Any, data: Any) -> None:
        real = data.draw(st.sampled_from([True, True, True, False]))
        if pool and real and "id" in (case.path_parameters or {}):
            case.path_parameters["id"] = data.draw(st.sampled_from(pool))
        with transaction.atomic():
            answer = case.call(headers=headers)
            transaction.set_rollback(data.draw(st.booleans()))
        met[answer.status_code] = met.get(answer.status_code, 0) + 1
        if answer.status_code != 405:  # a method nobody offers
            case.validate_response(answer, checks=CHECKS)

    try:
        run()
    except Exception as error:
        raise AssertionError(f"{operation.label} ({mode.value}): {error}") from error
