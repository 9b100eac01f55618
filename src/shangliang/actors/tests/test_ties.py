"""Ties are dated, have a basis, end instead of vanishing, and keep three administrators apart."""

from datetime import timedelta

import pytest

from shangliang.accounts.seats import seat_of
from shangliang.actors.actions.add_alias import add_alias
from shangliang.actors.actions.ask_contact import ask_contact
from shangliang.actors.actions.bind import bind
from shangliang.actors.actions.decide_contact import decide_contact
from shangliang.actors.actions.edit_body import edit_body
from shangliang.actors.actions.enter_body import enter_body
from shangliang.actors.actions.enter_person import enter_person
from shangliang.actors.actions.rules import GRANTS, RULES, both_held
from shangliang.actors.actions.unbind import unbind
from shangliang.actors.models import Actor, Alias, ContactChange, Tie
from shangliang.demo.small import build_small_city
from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from shangliang.procedures.office_calendar import today
from shangliang.procedures.seat import Role
from shangliang.procedures.verdicts import Refused

K = Tie.Kind


def test_a_tie_has_a_basis_and_one_event_and_ends_instead_of_vanishing(city):
    who = city.people["member"]
    group = enter_body(city.seat("clerk"), Actor.Kind.GROUP, name="城东履职小组")
    tie = bind(city.seat("clerk"), kind=K.GROUP, who=who.pk, whom=group.pk, basis="主席会议决定")
    assert tie.basis == "主席会议决定"
    unbind(city.seat("clerk"), tie.pk, on=today() + timedelta(days=3), basis="本人申请")
    tie.refresh_from_db()
    assert tie.end == today() + timedelta(days=3)
    assert tie.basis == "主席会议决定；本人申请"
    verbs = list(
        Event.objects.filter(case_type="actor", case_id=who.pk).values_list("verb", flat=True)
    )
    assert verbs == ["tie.bind", "tie.unbind"]
    assert list(verify(city.committee.pk)) == []


def test_a_tie_may_not_end_before_it_begins(city):
    who, party = city.people["member"].pk, city.bodies["party"].pk
    with pytest.raises(Refused, match="早于起"):
        bind(city.seat("clerk"), kind=K.PARTY, who=who, whom=party, end=today() - timedelta(days=1))
    tie = bind(city.seat("clerk"), kind=K.PARTY, who=who, whom=party)
    with pytest.raises(Refused, match="早于起"):
        unbind(city.seat("clerk"), tie.pk, on=today() - timedelta(days=1))


def test_a_member_moves_to_another_sector_and_the_former_stays_in_the_history(city):
    who = city.people["member"]
    health = enter_body(city.seat("clerk"), Actor.Kind.SECTOR, name="医药卫生界")
    with pytest.raises(Refused, match="接替现在的"):
        bind(city.seat("clerk"), kind=K.SECTOR, who=who.pk, whom=health.pk)
    bind(city.seat("clerk"), kind=K.SECTOR, who=who.pk, whom=health.pk, replace=True)
    former = Tie.objects.get(who=who, kind=K.SECTOR, whom=city.bodies["sector"])
    assert former.end == today() - timedelta(days=1)


@pytest.mark.parametrize("kind", list(RULES))
@pytest.mark.parametrize(
    "who", ["member", "clerk", "admin", "security", "auditor", "leader", "staff_housing"]
)
def test_only_the_role_of_the_rule_makes_a_tie(city, kind, who):
    rule, seat = RULES[kind], city.seat(who)
    if seat.has(rule.by):
        return
    with pytest.raises(Refused) as refused:
        bind(seat, kind=kind, who=city.people["member"].pk, whom=city.committee.pk)
    assert refused.value.kind == "who"


@pytest.mark.parametrize("first", ["admin", "security", "auditor", "clerk", "member"])
@pytest.mark.parametrize("second", [K.ADMIN, K.SECURITY, K.AUDITOR])
def test_one_person_never_holds_two_of_the_three_nor_one_beside_business(city, first, second):
    if first == second:
        return
    other = enter_person(city.seat("clerk"), name="另一位安全员")
    Tie.objects.create(
        committee=city.committee, kind=K.SECURITY, who=other, whom=city.committee, start=today()
    )
    with pytest.raises(Refused, match="不同的人"):
        bind(seat_of(other), kind=second, who=city.people[first].pk, whom=city.committee.pk)
    assert both_held(city.committee.pk) == []


def test_the_same_account_under_two_names_is_still_one_person(city):
    twin = Actor.objects.create(
        committee=city.committee,
        kind=Actor.Kind.PERSON,
        name="管系统（兼）",
        account=city.account("admin"),
    )
    with pytest.raises(Refused, match="不同的人"):
        bind(city.seat("security"), kind=K.AUDITOR, who=twin.pk, whom=city.committee.pk)


def test_a_pair_put_in_behind_the_verbs_is_found_by_the_check(city):
    city.tie("admin", K.AUDITOR, city.committee)
    assert [(str(who), kinds) for who, kinds in both_held(city.committee.pk)] == [
        ("管系统", ["系统管理员", "审计管理员"])
    ]


def test_a_security_administrator_grants_to_others_only(city):
    seat = city.seat("security")
    with pytest.raises(Refused, match="不能授给自己"):
        bind(seat, kind=K.CLERK, who=seat.person_id, whom=city.committee.pk)
    mine = Tie.objects.get(who_id=seat.person_id, kind=K.SECURITY)
    with pytest.raises(Refused, match="另一位"):
        unbind(seat, mine.pk)
    person = enter_person(city.seat("clerk"), name="新来的")
    bind(seat, kind=K.UNIT_STAFF, who=person.pk, whom=city.units["civil"].pk)
    assert seat_of(person).has(Role.UNIT_STAFF)
    assert set(GRANTS) >= {K.CLERK, K.ADMIN, K.UNIT_STAFF}


def test_another_committees_people_and_bodies_are_not_there(city):
    other = build_small_city("邻州市", prefix="x_")
    with pytest.raises(Refused, match="没有找到"):
        bind(
            city.seat("clerk"),
            kind=K.SECTOR,
            who=other.people["member"].pk,
            whom=city.bodies["sector"].pk,
        )
    tie = Tie.objects.filter(who=other.people["member"]).first()
    with pytest.raises(Refused, match="没有找到"):
        unbind(city.seat("clerk"), tie.pk)


def test_a_name_that_means_two_units_is_refused(city):
    unit = city.units["housing"]
    add_alias(city.seat("clerk"), unit.pk, name="市建委")
    with pytest.raises(Refused, match="不能指两个单位"):
        add_alias(city.seat("clerk"), city.units["finance"].pk, name="市建委")
    with pytest.raises(Refused, match="同名"):
        enter_body(city.seat("clerk"), Actor.Kind.UNIT, name=unit.name)


def test_a_renamed_unit_is_still_found_by_its_old_name(city):
    unit = city.units["housing"]
    before = unit.name
    edit_body(city.seat("clerk"), unit.pk, name="澄州市住房发展局")
    assert Alias.objects.filter(actor=unit, name=before).exists()


def test_a_member_asks_and_the_office_confirms_a_new_telephone(city):
    asked = ask_contact(city.seat("member"), phone="0000-7654321")
    city.people["member"].refresh_from_db()
    assert city.people["member"].phone == "0000-1234567"
    with pytest.raises(Refused, match="提案委"):
        decide_contact(city.seat("member"), asked.pk, agree=True)
    decide_contact(city.seat("clerk"), asked.pk, agree=True)
    city.people["member"].refresh_from_db()
    assert city.people["member"].phone == "0000-7654321"
    assert ContactChange.objects.get().state == "confirmed"
    event = Event.objects.filter(verb="contact.decide").get()
    assert "7654321" not in str(event.detail)


def test_a_refused_change_says_why_and_changes_nothing(city):
    asked = ask_contact(city.seat("member"), phone="0000-7654321")
    with pytest.raises(Refused, match="说明原因"):
        decide_contact(city.seat("clerk"), asked.pk, agree=False)
    decide_contact(city.seat("clerk"), asked.pk, agree=False, reason="号码少一位")
    city.people["member"].refresh_from_db()
    assert city.people["member"].phone == "0000-1234567"
