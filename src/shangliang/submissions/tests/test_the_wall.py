"""A county guides nobody and a city commands no county: every address of a case, from outside."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from shangliang.demo.small import build_small_city
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.draft_reply import draft_reply
from shangliang.submissions.queries import assignments, replies, visible
from shangliang.tasks.models import Effect, Task

SEATS = ("clerk", "second", "supervisor", "leader", "member", "staff_housing", "admin")
# Rows a pattern's pk may mean, by the address it stands in.
KINDS = {"proposals/": "case", "replies/": "reply", "tasks/": "task", "files/": "document"}


def patterns(resolver=None, before=""):
    """Every address of the product with its parameters."""
    for item in (resolver or get_resolver()).url_patterns:
        route = before + str(item.pattern)
        if isinstance(item, URLResolver):
            yield from patterns(item, route)
        elif isinstance(item, URLPattern):
            yield route, item


def addresses_of_cases():
    found = set()
    for route, _ in patterns():
        clean = route.lstrip("^").replace("\\", "").rstrip("$")
        if not any(clean.startswith(k) for k in KINDS):
            continue
        if "pk" in clean:
            found.add(clean)
    return sorted(found)


def filled(route, ids):
    import re

    kind = next(v for k, v in KINDS.items() if route.startswith(k))
    out = re.sub(r"<int:pk>|\(\?P<pk>[^)]*\)", str(ids[kind]), route)
    out = re.sub(r"<slug:kind>|\(\?P<kind>[^)]*\)", "proposal", out)
    out = re.sub(r"\(\?P<ext>[^)]*\)", "pdf", out)
    return "/" + re.sub(r"<\w+:\w+>", "1", out)


@pytest.fixture
def worlds(city):
    """(this committee's case and its rows, another committee)."""
    case = city.replied()
    far = build_small_city("远山县", prefix="far_")
    ids = {
        "case": case.pk,
        "reply": case.replies.first().pk,
        "task": Task.objects.filter(case_id=case.pk).first().pk,
        "document": 10**6,
        "assignment": case.assignments.first().pk,
    }
    return case, ids, far


@pytest.mark.parametrize("who", SEATS)
def test_every_address_of_a_case_is_not_there_for_another_committee(worlds, client, who):
    case, ids, far = worlds
    client.force_login(far.account(who))
    routes = addresses_of_cases()
    assert len(routes) > 4
    for route in routes:
        address = filled(route, ids)
        for answer in (client.get(address), client.post(address, {})):
            assert answer.status_code in (403, 404, 405), f"{address}: {answer.status_code}"
            assert case.title not in answer.content.decode(errors="ignore"), address


@pytest.mark.parametrize("who", SEATS)
def test_no_verb_of_any_table_reaches_over_the_wall(worlds, client, who):
    case, ids, far = worlds
    client.force_login(far.account(who))
    seat = far.seat(who)
    row = {
        "proposal": ids["case"],
        "assignment": ids["assignment"],
        "reply": ids["reply"],
        "task": ids["task"],
    }
    for table, verb in REGISTRY:
        if table not in row:
            continue
        address = f"/do/{table}/{verb}/{row[table]}/"
        assert client.get(address).status_code == 404, address
        assert client.post(address, {}).status_code == 404, address
        with pytest.raises(Refused) as refused:
            REGISTRY[table, verb](seat, row[table])
        assert refused.value.kind == "wall"


@pytest.mark.parametrize("who", SEATS)
def test_lists_of_another_committee_are_empty(worlds, who):
    case, _, far = worlds
    seat = far.seat(who)
    assert not visible(seat).filter(pk=case.pk).exists()
    assert not assignments(seat).filter(submission=case).exists()
    assert not replies(seat).filter(submission=case).exists()


def test_acts_outside_the_tables_keep_the_wall_too(worlds, city):
    from shangliang.tasks.actions.record_effect import record_effect

    case, ids, far = worlds
    with pytest.raises(Refused):
        draft_reply(far.seat("staff_housing"), ids["assignment"])
    with pytest.raises(Refused, match="不属于您所在的政协"):
        record_effect(
            far.seat("supervisor"),
            about=case.recommendations.first(),
            case=case,
            doer_id=city.units["housing"].pk,
            measure="台数",
            baseline="12",
        )
    assert not Effect.objects.exists()


@pytest.mark.parametrize("page", ["/day/", "/key/", "/honours/", "/lead/", "/effects/", "/papers/"])
def test_pages_of_another_committee_do_not_name_the_case(worlds, client, page):
    case, _, far = worlds
    client.force_login(far.account("clerk"))
    answer = client.get(page)
    assert answer.status_code == 200
    assert case.title not in answer.content.decode()
    assert case.short_title not in answer.content.decode()
