"""Joint work: one shared row, each side its own part, nothing else over the wall."""

import pytest

from shangliang.demo.small import build_small_city
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.topics.actions.add_common_advice import add_common_advice
from shangliang.topics.actions.agree_text import agree_text
from shangliang.topics.actions.deliver_report import deliver_report
from shangliang.topics.actions.open_space import open_space
from shangliang.topics.actions.record_answer import record_answer
from shangliang.topics.actions.send_paper import send_paper
from shangliang.topics.actions.take_stand import take_stand
from shangliang.topics.actions.write_section import write_section
from shangliang.topics.models import Section
from shangliang.topics.papers import joint_paper
from shangliang.topics.queries import spaces, topics

from . import stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(city):
    """A space of two committees: (host seat, partner seat, space, host side, partner side)."""
    other = build_small_city("邻州市", prefix="b-")
    mine, theirs = city.seat("organiser"), other.seat("organiser")
    space = open_space(
        mine, kind="research", title="跨界河流怎么一起管", partners=[theirs.committee_id]
    )
    return (
        mine,
        theirs,
        space,
        space.sides.get(right="host"),
        space.sides.get(committee_id=theirs.committee_id),
    )


def test_both_sides_see_the_space_and_a_third_does_not(city, two):
    mine, theirs, space, _, _ = two
    third = build_small_city("远州市", prefix="c-").seat("organiser")
    assert space in spaces(mine)
    assert space in spaces(theirs)
    assert space not in spaces(third)


def test_the_other_side_sees_nothing_beside_the_space(city, two, client):
    _, theirs, space, _, _ = two
    topic = stages.judged(city)
    assert topic not in topics(theirs)
    from shangliang.actors.models import Actor

    client.force_login(Actor.objects.get(pk=theirs.person_id).account)
    assert client.get(f"/joint/{space.pk}/").status_code == 200
    assert client.get(f"/topics/{topic.pk}/").status_code == 404


def test_one_report_two_addressees_two_answers(two):
    mine, theirs, space, host, partner = two
    write_section(mine, host.pk, heading="上游", text="上游的情况。")
    write_section(theirs, partner.pk, heading="下游", text="下游的情况。")
    space.refresh_from_db()
    agree_text(mine, host.pk, revision=space.revision)
    with pytest.raises(Refused, match="还没有同意"):
        deliver_report(mine, host.pk, addressee="市委")
    agree_text(theirs, partner.pk, revision=space.revision)
    deliver_report(mine, host.pk, addressee="市委")
    deliver_report(theirs, partner.pk, addressee="邻州市委")
    record_answer(mine, host.pk, text="同意建立机制", by="市政府办公室", on=today())
    record_answer(theirs, partner.pk, text="先试一年再说", by="邻州市政府办公室", on=today())
    host.refresh_from_db()
    partner.refresh_from_db()
    assert host.answer != partner.answer
    assert (host.state, partner.state) == ("answered", "answered")


def test_a_text_changed_after_the_agreement_must_be_agreed_to_again(two):
    mine, theirs, space, host, partner = two
    write_section(mine, host.pk, heading="上游", text="上游的情况。")
    space.refresh_from_db()
    agree_text(mine, host.pk, revision=space.revision)
    agree_text(theirs, partner.pk, revision=space.revision)
    write_section(theirs, partner.pk, heading="下游", text="又改了一处。")
    with pytest.raises(Refused, match="还没有同意"):
        deliver_report(mine, host.pk, addressee="市委")
    with pytest.raises(Refused, match="新稿"):
        agree_text(theirs, partner.pk, revision=space.revision)


def test_nobody_changes_or_acts_for_the_other_side(two):
    mine, theirs, _, host, partner = two
    section = write_section(mine, host.pk, heading="上游", text="上游的情况。")
    with pytest.raises(Refused, match="本方写的"):
        write_section(theirs, partner.pk, heading="上游", text="改别人的。", section=section.pk)
    with pytest.raises(Refused) as refused:
        write_section(theirs, host.pk, heading="替人写", text="替人写的。")
    assert refused.value.kind == "wall"
    assert Section.objects.count() == 1


def test_the_forum_shows_which_cities_stand_behind_each_recommendation(city):
    seat = city.seat("organiser")
    space = open_space(
        seat, kind="forum", title="七城政协论坛", outside="甲市\n乙市\n丙市\n丁市\n戊市\n己市"
    )
    sides = {s.name: s for s in space.sides.all()}
    assert len(sides) == 7
    papers = [
        send_paper(seat, sides[n].pk, title=f"{n}的论文", findings="发现两个问题，一条办法。")
        for n in ("甲市", "乙市")
    ]
    host = space.sides.get(right="host")
    advice = add_common_advice(
        seat, host.pk, text="七市统一监测口径。", papers=[p.pk for p in papers]
    )
    with pytest.raises(Refused, match="不支持请写原因"):
        take_stand(seat, sides["丙市"].pk, advice=advice.pk, supports=False)
    take_stand(seat, sides["丙市"].pk, advice=advice.pk, supports=False, note="先问省里")
    table = joint_paper(space).sections[-1].tables[0]
    assert table.rows[0][2] == "甲市、乙市"
    assert table.rows[0][3] == "丙市：先问省里"


def test_a_city_outside_the_system_is_shown_as_written_for_and_not_as_ours(city, client):
    host = city.seat("organiser")
    space = open_space(host, kind="forum", title="三城论坛：资源与环境", outside="甲江市\n乙湖市")
    client.force_login(city.account("organiser"))
    page = client.get(f"/joint/{space.pk}/").content.decode()
    assert (page.count(">代录<"), page.count(">本方<")) == (2, 1)


def test_an_external_city_needs_a_name_and_two_of_one_name_are_told_apart(city):
    seat = city.seat("organiser")
    with pytest.raises(Refused, match="和哪家政协"):
        open_space(seat, kind="forum", title="没有伙伴的论坛")
