"""The API says what the pages say: the same rows, the same shield."""

import json
from typing import Any

from shangliang.demo.small import SmallCity, build_small_city
from shangliang.procedures.perform import REGISTRY
from shangliang.submissions.actions.rate import rate


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
