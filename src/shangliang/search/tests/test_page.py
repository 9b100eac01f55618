"""The page of search: where it is reached from, and what it says when there is little or nothing."""

import pytest
from django.urls import reverse

from shangliang.search.find import search
from shangliang.search.index import rebuild

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["day", "my-proposals", "my-voices", "messages", "proposals"])
def test_search_is_at_hand_on_every_page_also_where_a_phone_hides_the_head(city, client, page):
    client.force_login(city.account("member"))
    text = client.get(reverse(page)).content.decode()
    bar = text.partition('class="ph-bar"')[2].partition("</nav>")[0]
    assert 'id="find-q"' in text
    assert 'class="on-phone"' not in text or reverse("search") in bar


def test_a_page_beyond_the_last_shows_the_last_and_years_the_wrong_way_round_are_turned(
    indexed, client
):
    client.force_login(indexed.account("clerk"))
    for page in ("0", "39", "99999", "-1", "x"):
        text = client.get(reverse("search"), {"q": "电梯", "page": page}).content.decode()
        assert "检索结果" in text, page
        assert "第 0 页" not in text
    wide = client.get(reverse("search"), {"q": "电梯", "since": "2199", "until": "1949"})
    assert "检索结果" in wide.content.decode()


def test_an_empty_result_says_what_to_try(indexed, client):
    client.force_login(indexed.account("clerk"))
    text = client.get(reverse("search"), {"q": "羊驼 滑翔", "kind": "proposal"}).content.decode()
    assert "没有找到" in text
    assert "去掉条件再找" in text
    assert "分开找" in text


@pytest.mark.parametrize("who", ["admin", "security", "auditor"])
def test_who_may_see_nothing_of_the_cases_is_told_why_nothing_is_found(indexed, client, who):
    client.force_login(indexed.account(who))
    for q in ("电梯", ""):
        text = client.get(reverse("search"), {"q": q}).content.decode()
        assert "不看业务材料" in text
        assert "加装电梯" not in text.replace("“加装电梯”", "").replace("%E5", "")


def test_a_unit_is_found_by_its_alias(city):
    unit = city.units["housing"]
    unit.aliases.create(committee=city.committee, name="房管办老招牌")
    rebuild(city.committee.pk)
    found = search(city.seat("member"), "房管办老招牌")
    assert [(h.kind, h.object_id) for h in found.hits] == [("unit", unit.pk)]
