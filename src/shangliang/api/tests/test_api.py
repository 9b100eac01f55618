"""The API says what the pages say: the same rows, the same refusals, the same shield."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from shangliang.api.models import ApiToken
from shangliang.api.root import api
from shangliang.api.tokens import make, revoke
from shangliang.demo.small import SmallCity, build_small_city
from shangliang.journal.models import Event
from shangliang.procedures.perform import REGISTRY
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.models import Submission


class Caller:
    """A program with a token."""

    def __init__(self, city: SmallCity, who: str) -> None:
        self.row, secret = make(city.seat(who), name="测试", days=30)
        self.client = Client(headers={"authorization": f"Bearer {secret}"})

    def get(self, path: str, **params: Any) -> Any:
        return self.client.get(f"/api{path}", params)

    def post(self, path: str, **body: Any) -> Any:
        return self.client.post(f"/api{path}", json.dumps(body), content_type="application/json")

    def do(self, table: str, verb: str, pk: int, **body: Any) -> Any:
        return self.post(f"/do/{table}/{verb}/{pk}", **body)


@pytest.fixture
def call(city: SmallCity) -> Any:
    return lambda who: Caller(city, who)


# --- tokens ----------------------------------------------------------------------------------
def test_without_a_token_nothing_opens(db: None) -> None:
    for path in ("/me", "/proposals", "/proposals/1", "/members", "/procedures"):
        answer = Client().get(f"/api{path}")
        assert answer.status_code == 401, path
        assert answer.json()["kind"] == "auth"
        assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_token_acts_from_its_owners_seat(city: SmallCity, call: Any) -> None:
    said = call("clerk").get("/me").json()
    assert said["person"]["name"] == city.people["clerk"].name
    assert said["roles"] == ["clerk"]


def test_a_token_is_kept_as_a_digest_only(city: SmallCity) -> None:
    row, secret = make(city.seat("member"), name="手机", days=1)
    kept = " ".join(map(str, ApiToken.objects.values_list().get()))
    assert secret not in kept
    assert secret.removeprefix(row.hint) not in kept
    event = Event.objects.get(verb="token.make")
    assert secret not in str(event.detail)


@pytest.mark.parametrize("end", ["revoked", "expired", "account", "person", "sessions", "password"])
def test_an_ended_token_opens_nothing(city: SmallCity, call: Any, end: str) -> None:
    caller = call("member")
    assert caller.get("/me").status_code == 200
    account = city.account("member")
    if end == "revoked":
        revoke(city.seat("member"), caller.row.pk)
    elif end == "expired":
        ApiToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif end == "account":
        account.is_active = False
    elif end == "person":
        city.people["member"].active = False
        city.people["member"].save()
    elif end == "sessions":
        account.session_stamp += 1
    else:
        account.must_change_password = True
    account.save()
    assert caller.get("/me").status_code == 401


def test_nobody_revokes_anothers_token(city: SmallCity, call: Any) -> None:
    caller = call("member")
    other = Client()
    other.force_login(city.account("member2"))
    assert other.post(f"/account/tokens/{caller.row.pk}/revoke/").status_code == 404
    assert caller.get("/me").status_code == 200


def test_the_secret_is_shown_once(city: SmallCity) -> None:
    client = Client()
    client.force_login(city.account("member"))
    made = client.post("/account/tokens/", {"name": "取数", "days": 30})
    assert "sl_" in made.content.decode()
    again = client.get("/account/tokens/").content.decode()
    assert 'class="secret"' not in again
    assert "取数" in again


def test_a_bad_form_keeps_what_was_typed(city: SmallCity) -> None:
    client = Client()
    client.force_login(city.account("member"))
    page = client.post("/account/tokens/", {"name": "取数程序", "days": 9999}).content.decode()
    assert "取数程序" in page
    assert not ApiToken.objects.exists()


def test_too_many_calls_are_asked_to_wait(city: SmallCity, call: Any) -> None:
    caller = call("member")
    with override_settings(API_RATE="3/m"):
        codes = [caller.get("/me").status_code for _ in range(5)]
        last = caller.get("/me")
    assert codes == [200, 200, 200, 429, 429]
    assert last.json()["kind"] == "rate"
    assert int(last["Retry-After"]) > 0


def test_a_browser_session_needs_the_csrf_token_to_write(city: SmallCity) -> None:
    case = city.draft()
    client = Client(enforce_csrf_checks=True)
    client.force_login(city.account("member"))
    assert client.get("/api/me").status_code == 200
    path = f"/api/do/proposal/submit/{case.pk}"
    assert client.post(path).status_code == 403
    client.get("/account/tokens/")
    token = client.cookies["csrftoken"].value
    assert client.post(path, headers={"x-csrftoken": token}).status_code == 200


# --- reading ---------------------------------------------------------------------------------
def test_a_draft_is_read_by_its_writer_alone(city: SmallCity, call: Any) -> None:
    case = city.draft()
    assert call("member").get(f"/proposals/{case.pk}").status_code == 200
    for who in ("member2", "clerk", "second", "supervisor", "leader", "staff_housing", "admin"):
        answer = call(who).get(f"/proposals/{case.pk}")
        assert (answer.status_code, answer.json()["kind"]) == (404, "wall"), who
    assert call("clerk").get("/proposals").json()["count"] == 0


def test_another_committee_is_behind_the_wall(city: SmallCity, call: Any) -> None:
    other = build_small_city("邻州市", "o_")
    case = other.replied()
    task = case.recommendations.first()
    clerk = call("clerk")
    assert clerk.get(f"/proposals/{case.pk}").status_code == 404
    assert clerk.get("/proposals").json()["items"] == []
    assert clerk.get("/commitments").json()["count"] == 0
    assert clerk.get(f"/members/{other.people['member'].pk}").status_code == 404
    assert clerk.get(f"/units/{other.units['housing'].pk}").status_code == 404
    assert clerk.do("proposal", "close", case.pk).status_code == 404
    assert task is not None


def test_a_unit_learns_nothing_of_who_rated_what(city: SmallCity, call: Any) -> None:
    case = city.replied()
    rate(
        city.seat("member"),
        case.pk,
        attitude="satisfied",
        result="not",
        text="说好的办法没有印发。",
        redo=[1],
    )
    said = call("staff_housing").get(f"/proposals/{case.pk}").content.decode()
    body = json.loads(said)
    assert body["ratings"]["counts"] == {}
    assert body["ratings"]["own"] == []
    assert body["ratings"]["redo"] == [1]
    for word in ("没有印发", "不满意", '"not"', "satisf"):
        assert word not in said.replace("satisfaction", ""), word
    for score in ("satisfied", "not"):
        assert call("staff_housing").get("/proposals", satisfaction=score).json()["count"] == 1
    assert call("clerk").get(f"/proposals/{case.pk}").json()["ratings"]["counts"]["不满意"] == 1
    assert call("clerk").get("/proposals", satisfaction="not").json()["count"] == 1


def test_the_list_narrows_as_the_register_does(city: SmallCity, call: Any) -> None:
    city.submitted()
    filed = city.filed(who="member2", title="关于夜间公交的提案")
    caller = call("clerk")
    assert caller.get("/proposals").json()["count"] == 2
    assert caller.get("/proposals", state="filed").json()["items"][0]["id"] == filed.pk
    assert caller.get("/proposals", q="夜间公交").json()["count"] == 1
    page = caller.get("/proposals", size=1, page=2).json()
    assert (page["count"], len(page["items"])) == (2, 1)


def test_a_detail_carries_asks_replies_clocks_story_and_open_verbs(
    city: SmallCity, call: Any, django_assert_max_num_queries: Any
) -> None:
    case = city.replied()
    caller = call("member")
    caller.get("/me")
    with django_assert_max_num_queries(22):
        body = caller.get(f"/proposals/{case.pk}").json()
    assert [a["order"] for a in body["asks"]] == [1, 2]
    assert body["replies"][0]["answers"][0]["text"] == "第1条已办。"
    assert {"rating", "reply"} <= {c["kind"] for c in body["clocks"]}
    assert any(line["title"] == "交办" for line in body["timeline"])
    assert {"rate"} <= {o["verb"] for o in body["offers"] if o["ok"]}


def test_a_lists_questions_do_not_grow(
    city: SmallCity, call: Any, django_assert_max_num_queries: Any
) -> None:
    for who in ("member", "member2", "member3"):
        city.replied(who=who)
    caller = call("clerk")
    caller.get("/me")
    for path in ("/proposals", "/commitments", "/members", "/units", "/sessions"):
        with django_assert_max_num_queries(12):
            assert caller.get(path).status_code == 200


def test_a_member_is_shown_without_a_telephone(city: SmallCity, call: Any) -> None:
    said = call("clerk").get(f"/members/{city.people['member'].pk}").content.decode()
    assert "0000-1234567" not in said
    assert "经济界" in json.loads(said)["sectors"]


def test_the_tables_and_the_rulebook_are_data(city: SmallCity, call: Any) -> None:
    caller = call("member")
    names = {t["name"] for t in caller.get("/procedures").json()}
    assert names == {table for table, _ in REGISTRY}
    assert caller.get("/procedures/none").status_code == 404
    assert caller.get("/rulebook").json()["body"]["classes"]


# --- doing -----------------------------------------------------------------------------------
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
