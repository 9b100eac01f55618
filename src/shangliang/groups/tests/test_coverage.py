"""The two coverages, the make-up of a term, contact with counties: gaps named, small numbers hidden."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from shangliang.actors.models import Actor, Tie
from shangliang.groups.actions.add_rule import add_rule
from shangliang.groups.actions.add_team import add_team
from shangliang.groups.actions.answer_county import answer_county
from shangliang.groups.actions.drop_rule import drop_rule
from shangliang.groups.actions.link_up import link_up
from shangliang.groups.actions.take_usual import take_usual
from shangliang.groups.actions.touch_county import touch_county
from shangliang.groups.actions.unlink import unlink
from shangliang.groups.composition import by_sector, checked
from shangliang.groups.coverage import coverage_of
from shangliang.groups.models import Touch
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .helpers import do, words

K = Tie.Kind

DAY = timedelta(days=1)


@pytest.fixture
def cpc(city):
    """member and member2 belong to the party; the other three do not."""
    party = Actor.objects.create(committee=city.committee, kind=Actor.Kind.PARTY, name="中国共产党")
    for who in ("member", "member2"):
        city.tie(who, K.PARTY, party)
    return party


def test_removing_one_members_link_drops_the_coverage_and_names_the_gap(city, cpc, client):
    office = city.seat("clerk")
    branch = add_team(office, form="branch", name="功能型党支部")
    people = {k: city.people[k].pk for k in ("member", "member2", "member3", "member4", "member5")}
    do("team", "join", office, branch.pk, people=[people["member"], people["member2"]])
    for n in (3, 4, 5):
        link_up(office, who=people["member"], whom=people[f"member{n}"], start=today() - DAY)
    found = coverage_of(city.committee.pk)
    assert (found.organisation.percent, found.work.percent) == ("100%", "100%")
    tie = Tie.objects.get(kind=K.CONTACTS, whom=people["member4"])
    unlink(office, tie.pk)
    found = coverage_of(city.committee.pk)
    assert found.work.percent == "66.6%"
    assert [(g.name, g.sector) for g in found.work.gaps] == [("欧阳䶮", "经济界")]
    client.force_login(city.account("leader"))
    assert "欧阳䶮" in words(client.get(reverse("coverage")))
    client.force_login(city.account("member"))
    assert client.get(reverse("coverage")).status_code == 403


def test_a_link_goes_from_a_party_member_to_one_who_is_not(city, cpc):
    office = city.seat("clerk")
    p = city.people
    with pytest.raises(Refused, match="没有登记为中共党员"):
        link_up(office, who=p["member3"].pk, whom=p["member4"].pk)
    with pytest.raises(Refused, match="编入党支部"):
        link_up(office, who=p["member"].pk, whom=p["member2"].pk)
    with pytest.raises(Refused, match="现任委员"):
        link_up(office, who=p["member"].pk, whom=p["clerk"].pk)
    link_up(office, who=p["member"].pk, whom=p["member3"].pk)
    with pytest.raises(Refused, match="已经联系"):
        link_up(office, who=p["member"].pk, whom=p["member3"].pk)
    assert ("界别", "经济界", 5) not in coverage_of(city.committee.pk).uncovered


def test_the_coverage_page_links_and_unlinks(city, cpc, client, django_assert_max_num_queries):
    client.force_login(city.account("clerk"))
    url = reverse("coverage")
    given = {"who": city.people["member"].pk, "whom": city.people["member3"].pk, "start": today()}
    assert client.post(url, given).status_code == 302
    tie = Tie.objects.get(kind=K.CONTACTS)
    with django_assert_max_num_queries(20):
        assert "正在联系的 1 对" in words(client.get(url))
    client.post(url, {"unlink": tie.pk})
    assert not Tie.objects.filter(kind=K.CONTACTS).exists()


def test_a_rule_says_its_source_what_is_missing_and_hides_small_numbers(city, cpc):
    clerk = city.seat("clerk")
    assert take_usual(clerk) == 4
    Actor.objects.filter(pk=city.people["member"].pk).update(sex="女")
    rows = {(r.rule.scope, r.rule.measure): r for r in checked(city.session.term)}
    women = rows["members", "women"]
    assert not women.ok
    assert women.rule.source
    assert "少于 5" in women.count  # one of five is not said
    assert women.missing == "还差几人"
    assert rows["members", "party"].ok  # two of five, at most 40%
    with pytest.raises(Refused, match="都已列入"):
        take_usual(clerk)
    drop_rule(clerk, women.rule.pk)
    with pytest.raises(Refused, match="请写依据"):
        add_rule(clerk, scope="members", measure="women", way="least", value=Decimal(30), source="")


def test_counts_of_large_groups_are_said_with_what_is_missing(city):
    clerk = city.seat("clerk")
    for n in range(30):
        person = Actor.objects.create(committee=city.committee, kind="person", name=f"委员{n}", sex="女" if n < 10 else "男", birth_year=today().year - 40)  # fmt: skip
        Tie.objects.create(committee=city.committee, kind=K.MEMBER, who=person, whom=city.committee, start=today())  # fmt: skip
        Tie.objects.create(committee=city.committee, kind=K.SECTOR, who=person, whom=city.bodies["sector"], start=today())  # fmt: skip
    add_rule(clerk, scope="members", measure="women", way="least", value=Decimal(40), source="文件")
    (row,) = checked(city.session.term)
    assert row.count == "10／35（28.6%）"
    assert row.missing == "还差 4 人"
    assert row.unknown == "5 人没有登记"
    (sector,) = by_sector(city.session.term)
    assert (sector["all"], sector["women"]) == (35, 10)


def test_a_small_sector_shows_no_make_up(city):
    Actor.objects.filter(pk=city.people["member"].pk).update(sex="女")
    (row,) = by_sector(city.session.term)
    assert (row["all"], row["women"]) == (5, None)


def test_each_county_shows_the_last_contact_and_its_open_questions(city, client):
    county = Actor.objects.create(committee=city.committee, kind=Actor.Kind.COUNTY, name="一江区")
    row = touch_county(city.seat("leader"), county=county.pk, on=today(), way="电话", note="专家怎么请", question=True)  # fmt: skip
    client.force_login(city.account("leader"))
    url = reverse("county-contacts")
    assert "专家怎么请" in words(client.get(url))
    client.post(url, {"question": row.pk, "answer": "到人才库按题目找"})
    row.refresh_from_db()
    assert (row.open_question, row.referred) == (False, "到人才库按题目找")
    with pytest.raises(Refused, match="已经答复"):
        answer_county(city.seat("leader"), row.pk, answer="再答")
    client.post(url, {"county": county.pk, "on": today(), "way": "走访", "note": "看议事室"})
    assert Touch.objects.count() == 2
    client.force_login(city.account("member"))
    assert client.post(url, {"county": county.pk, "on": today(), "way": "走访"}).status_code == 403


def test_the_division_of_labour_prints_as_word(city, client):
    import io

    from docx import Document

    body = Actor.objects.create(committee=city.committee, kind=Actor.Kind.SPECIAL_COMMITTEE, name="经济委员会")  # fmt: skip
    city.tie("leader", K.IN_CHARGE, body)
    client.force_login(city.account("clerk"))
    answer = client.get(reverse("charge-sheet"))
    text = "\n".join(c.text for t in Document(io.BytesIO(answer.content)).tables for r in t.rows for c in r.cells)  # fmt: skip
    assert "梁在望" in text
    assert "经济委员会" in text
    before = client.get(f"{reverse('charge-sheet')}?on=2019-01-01")
    text = "\n".join(c.text for t in Document(io.BytesIO(before.content)).tables for r in t.rows for c in r.cells)  # fmt: skip
    assert "经济委员会" not in text
