"""The API's verbs: the pages' own, with their refusals in words."""

from typing import Any

import pytest
from django.test import Client

from shangliang.api.root import api
from shangliang.demo.small import SmallCity
from shangliang.procedures.perform import REGISTRY
from shangliang.submissions.models import Submission


def test_every_verb_is_an_operation_with_its_refusals_documented(db: None) -> None:
    schema = api.get_openapi_schema(path_prefix="api/")
    assert schema["openapi"].startswith("3.1")
    ids = [op["operationId"] for m in schema["paths"].values() for op in m.values()]
    assert len(ids) == len(set(ids))
    for table, verb in REGISTRY:
        op = schema["paths"][f"/api/do/{table}/{verb}/{{id}}"]["post"]
        assert op["operationId"] == f"{table}_{verb}"
        assert {200, 400, 401, 403, 404, 409, 422, 429} <= set(op["responses"])


def test_a_proposal_walks_from_draft_to_closed_by_the_api_alone(city: SmallCity, call: Any) -> None:
    member, clerk, second = call("member"), call("clerk"), call("second")
    supervisor, unit = call("supervisor"), call("staff_housing")
    housing = city.units["housing"].pk

    def done(answer: Any, state: str) -> dict[str, Any]:
        assert answer.status_code == 200, answer.content.decode()
        assert answer.json()["state"] == state
        return answer.json()

    pk = done(member.post("/proposals"), "draft")["id"]
    fields = {
        "title": "关于装路灯的提案",
        "situation": "城西三条背街没有路灯。",
        "analysis": "没有列入计划。",
    }
    asks = [{"text": "请年内装上路灯。", "addressee": housing}]
    done(member.do("proposal", "edit", pk, fields=fields, asks=asks), "draft")
    done(member.do("proposal", "submit", pk), "submitted")
    done(
        clerk.do("proposal", "review", pk, class_code="society", units=[[housing, "lead"]]),
        "submitted",
    )
    done(clerk.do("proposal", "pass_on", pk), "reviewing")
    done(second.do("proposal", "file", pk), "filed")
    done(supervisor.do("proposal", "assign", pk), "handling")
    duty = unit.get(f"/proposals/{pk}").json()["duties"][0]["id"]
    done(unit.do("assignment", "accept", duty), "accepted")
    done(
        unit.do("assignment", "log_contact", duty, phase="before", means="面商", note="谈过。"),
        "accepted",
    )
    reply = done(unit.post(f"/assignments/{duty}/reply"), "draft")["id"]
    ask = unit.get(f"/proposals/{pk}").json()["asks"][0]["id"]
    answers = [{"ask": ask, "text": "已经装上。", "grade": "A"}]
    fields = {"grade": "A", "secrecy_checked": True, "doc_number": "澄建函〔2026〕1号"}
    done(unit.do("reply", "edit_reply", reply, fields=fields, answers=answers), "draft")
    done(unit.do("reply", "submit_reply", reply), "checking")
    done(supervisor.do("reply", "pass_check", reply), "sent")
    done(member.do("proposal", "rate", pk, attitude="satisfied", result="satisfied"), "replied")
    done(clerk.do("proposal", "close", pk), "closed")
    assert Submission.objects.get(pk=pk).state == "closed"


def test_a_refusal_says_why_and_changes_nothing(city: SmallCity, call: Any) -> None:
    case = city.filed()
    wrong_person = call("member2").do("proposal", "assign", case.pk)
    assert (wrong_person.status_code, wrong_person.json()["kind"]) == (403, "who")
    wrong_state = call("clerk").do("proposal", "close", case.pk)
    assert (wrong_state.status_code, wrong_state.json()["kind"]) == (409, "state")
    assert "只有" in wrong_state.json()["reason"]
    assert Submission.objects.get(pk=case.pk).state == "filed"


def test_an_older_text_does_not_overwrite_a_newer(city: SmallCity, call: Any) -> None:
    case = city.draft()
    caller = call("member")
    body = {"fields": {"title": "新的案由"}, "revision": case.revision}
    assert caller.do("proposal", "edit", case.pk, **body).status_code == 200
    again = caller.do("proposal", "edit", case.pk, **body)
    assert (again.status_code, again.json()["kind"]) == (409, "conflict")


@pytest.mark.parametrize(
    "body",
    [
        {"fields": {"title": 5}},
        {"fields": {"colour": "red"}},
        {"fields": {}, "asks": [{"text": "好", "addressee": -1}]},
        {"fields": {}, "asks": [{"text": "好", "addressee": 10**30}]},
        {"fields": {"title": "有\x00零"}},
        {"fields": {"title": "半个\ud800"}},
        {"fields": {}, "wished": [[1]]},
        {"fields": {}, "more": 1},
        {},
    ],
)
def test_a_body_that_does_not_fit_is_refused_field_by_field(
    city: SmallCity, call: Any, body: dict[str, Any]
) -> None:
    case = city.draft()
    answer = call("member").do("proposal", "edit", case.pk, **body)
    assert answer.status_code == 422, answer.content.decode()
    assert answer.json()["kind"] == "data"
    assert answer.json()["errors"][0]["field"]


def test_the_pages_own_form_checks_the_body_too(city: SmallCity, call: Any) -> None:
    case = city.submitted()
    answer = call("clerk").do("proposal", "send_back", case.pk, note="")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "note"


def test_what_is_not_json_is_refused_in_words(city: SmallCity, call: Any) -> None:
    caller = call("member")
    path = f"/api/do/proposal/edit/{city.draft().pk}"
    answer = caller.client.post(path, "{", content_type="application/json")
    assert (answer.status_code, answer.json()["kind"]) == (400, "data")


def test_the_page_of_operations_lists_them_all_without_outside_assets(city: SmallCity) -> None:
    client = Client()
    client.force_login(city.account("admin"))
    page = client.get("/api/docs/").content.decode()
    for table, verb in REGISTRY:
        assert f"/api/do/{table}/{verb}/" in page
    assert "https://" not in page.replace("https://github.com", "")
