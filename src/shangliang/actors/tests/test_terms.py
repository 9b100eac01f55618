"""A change of term freezes the past; a division of labour reroutes only what comes after."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from shangliang.accounts.seats import seat_of
from shangliang.actors.actions.answer_note import answer_note
from shangliang.actors.actions.bind import bind
from shangliang.actors.actions.charge import take_charge
from shangliang.actors.actions.enter_body import enter_body
from shangliang.actors.actions.move_session import move_session
from shangliang.actors.actions.open_session import open_session
from shangliang.actors.actions.open_term import open_term
from shangliang.actors.actions.preset import adopt_sectors, missing, national_sectors
from shangliang.actors.actions.send_note import send_note
from shangliang.actors.actions.unbind import unbind
from shangliang.actors.composition import checks
from shangliang.actors.models import Actor, GuidanceNote, Session, Term, Tie
from shangliang.actors.queries import leader_of, members
from shangliang.demo.small import build_small_city
from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.seat import Role
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.review import review
from shangliang.submissions.queries import visible

K = Tie.Kind


def new_term(city, start=None, stay=("member", "member2")):
    return open_term(
        city.seat("clerk"),
        number=16,
        start=start or today(),
        stay=[city.people[k].pk for k in stay],
    )


def test_a_new_term_ends_the_old_one_and_those_who_leave_lose_the_members_role(city):
    new_term(city)
    old = Term.objects.get(number=15)
    assert old.end == today() - timedelta(days=1)
    assert old.frozen_at is not None
    assert seat_of(city.people["member"]).has(Role.MEMBER)
    assert not seat_of(city.people["member3"]).has(Role.MEMBER)
    assert seat_of(city.people["member3"], on=old.end).has(Role.MEMBER)
    assert {str(p) for p in members(city.seat("clerk"))} == {"林一舟", "苏晚禾"}
    assert members(city.seat("clerk"), term=old).count() == 5


def test_units_and_their_people_go_on_over_a_change_of_term(city):
    new_term(city)
    assert seat_of(city.people["staff_housing"]).has(Role.UNIT_STAFF)
    assert Actor.objects.filter(kind=Actor.Kind.UNIT, active=True).count() == 5
    assert seat_of(city.people["clerk"]).has(Role.CLERK)


def test_the_past_is_frozen(city):
    new_term(city)
    old = Term.objects.get(number=15)
    tie = Tie.objects.filter(term=old, kind=K.MEMBER).first()
    with pytest.raises(Refused, match="封存"):
        unbind(city.seat("clerk"), tie.pk, on=tie.start)
    with pytest.raises(Refused, match="封存"):
        bind(
            city.seat("clerk"), kind=K.OFFICE, who=city.people["member"].pk, whom=city.committee.pk,
            title="常委", term=old.pk,
        )  # fmt: skip
    with pytest.raises(Refused, match="封存"):
        move_session(
            city.seat("clerk"), city.session.pk, opens=city.session.opens, closes=city.session.closes,
            window_opens=city.session.window_opens, cutoff_at=city.session.cutoff_at, year=2026,
        )  # fmt: skip


def test_a_term_that_begins_later_leaves_the_present_one_in_force_until_then(city):
    start = today() + timedelta(days=30)
    new_term(city, start=start)
    assert seat_of(city.people["member3"]).has(Role.MEMBER)
    assert not seat_of(city.people["member3"], on=start).has(Role.MEMBER)
    assert Term.objects.get(number=15).frozen_at is None


@pytest.mark.parametrize(
    "number, start, words", [(18, date(2027, 1, 1), "第 16 届"), (16, date(2001, 1, 1), "早于")]
)
def test_terms_come_in_order(city, number, start, words):
    with pytest.raises(Refused, match=words):
        open_term(city.seat("clerk"), number=number, start=start)


def days(**over):
    base = {
        "opens": date(2027, 12, 10), "closes": date(2027, 12, 14), "window_opens": date(2027, 11, 1),
        "cutoff_at": timezone.make_aware(datetime(2027, 12, 11, 20)), "year": 2027,
    }  # fmt: skip
    return base | over


@pytest.mark.parametrize(
    "over, words",
    [
        ({"closes": date(2027, 12, 9)}, "早于开幕"),
        ({"window_opens": date(2027, 12, 12)}, "早于受理起"),
        ({"cutoff_at": timezone.make_aware(datetime(2027, 12, 20, 20))}, "晚于闭幕"),
        ({"opens": date(2010, 1, 1), "closes": date(2028, 1, 2)}, "不在"),
        ({"window_opens": date(2020, 1, 1)}, "重叠"),
    ],
)
def test_a_session_whose_days_are_out_of_order_is_refused_in_words(city, over, words):
    term = Term.objects.get(number=15)
    with pytest.raises(Refused, match=words):
        open_session(city.seat("clerk"), term=term.pk, number=3, **days(**over))
    open_session(city.seat("clerk"), term=term.pk, number=3, **days())
    assert Session.objects.filter(term=term).count() == 2


def test_changing_the_division_on_1_may_reroutes_new_matters_only(city):
    environment = enter_body(
        city.seat("clerk"), Actor.Kind.SPECIAL_COMMITTEE, name="人口资源环境委员会"
    )
    first, second = city.people["leader"], city.people["member5"]
    bind(
        city.seat("clerk"), kind=K.OFFICE, who=second.pk, whom=city.committee.pk, title="副主席",
        start=date(2024, 1, 1),
    )  # fmt: skip
    take_charge(city.seat("clerk"), who=first.pk, whom=environment.pk, start=date(2025, 1, 1))
    take_charge(city.seat("clerk"), who=second.pk, whom=environment.pk, start=date(2026, 5, 1))
    pk = city.committee.pk
    assert leader_of(pk, environment.pk, date(2026, 4, 30)) == first
    assert leader_of(pk, environment.pk, date(2026, 5, 1)) == second
    assert leader_of(pk, environment.pk, date(2025, 6, 1)) == first
    assert seat_of(first, on=date(2026, 4, 30)).in_charge == {environment.pk}
    assert seat_of(first, on=date(2026, 5, 1)).in_charge == frozenset()
    with pytest.raises(Refused, match="不是主席"):
        take_charge(
            city.seat("clerk"), who=city.people["member"].pk, whom=environment.pk, start=today()
        )


def test_a_committee_without_a_non_party_vice_director_is_listed(city):
    body = enter_body(city.seat("clerk"), Actor.Kind.SPECIAL_COMMITTEE, name="经济委员会")
    cpc = enter_body(city.seat("clerk"), Actor.Kind.PARTY, name="中国共产党")
    for who, title, party in (("member", "主任", cpc), ("member2", "副主任", cpc)):
        pk = city.people[who].pk
        bind(city.seat("clerk"), kind=K.HEADS, who=pk, whom=body.pk, title=title)
        bind(city.seat("clerk"), kind=K.PARTY, who=pk, whom=party.pk)
    failing = {c.rule for c in checks([body])[body.pk] if not c.ok}
    assert failing == {"党外副主任至少一位", "党外成员不少于四成"}
    pk = city.people["member3"].pk
    bind(city.seat("clerk"), kind=K.HEADS, who=pk, whom=body.pk, title="副主任")
    bind(city.seat("clerk"), kind=K.PARTY, who=pk, whom=city.bodies["party"].pk)
    failing = {c.rule for c in checks([body])[body.pk] if not c.ok}
    assert failing == {"党外成员不少于四成"}


def test_the_national_preset_has_34_sectors_and_skips_those_already_there(city):
    assert len(national_sectors()) == len(set(national_sectors())) == 34
    assert len(missing(city.committee.pk)) == 33  # 经济界 is there
    assert adopt_sectors(city.seat("clerk"), names=["环境资源界", "经济界"]) == 1


@pytest.fixture
def county(city):
    lower = build_small_city("四泉县", prefix="sq_")
    Tie.objects.create(
        committee=city.committee,
        kind=K.GUIDES,
        who=city.committee,
        whom=lower.committee,
        start=today(),
    )
    return lower


def test_the_city_guides_and_the_county_may_answer(city, county):
    note = send_note(
        city.seat("clerk"), to=county.committee.pk, title="民生类提案", text="建议多提身边小事。"
    )
    with pytest.raises(Refused, match="没有找到"):
        answer_note(city.seat("clerk"), note.pk, text="自己答自己")
    answer_note(county.seat("clerk"), note.pk, text="已列入年度选题。")
    assert GuidanceNote.objects.get().answer == "已列入年度选题。"
    assert Event.objects.filter(committee=county.committee, verb="guidance.answer").count() == 1
    with pytest.raises(Refused, match="只能发给"):
        send_note(county.seat("clerk"), to=city.committee.pk, title="反过来", text="不行")


def test_the_citys_staff_neither_see_nor_change_a_countys_proposal(city, county):
    case = county.submitted()
    for who in ("clerk", "second", "supervisor", "leader", "admin"):
        assert not visible(city.seat(who)).filter(pk=case.pk).exists()
        with pytest.raises(Refused) as refused:
            review(city.seat(who), case.pk, class_code="society", opinion="代办")
        assert refused.value.kind == "wall"
