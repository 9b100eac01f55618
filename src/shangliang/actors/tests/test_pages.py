"""The registers' pages: found by stroke and pinyin, closed by role and committee, few queries."""

from datetime import date

import pytest
from django.test import Client

from shangliang.actors.actions.add_alias import add_alias
from shangliang.actors.actions.bind import bind
from shangliang.actors.actions.enter_body import enter_body
from shangliang.actors.actions.open_term import open_term
from shangliang.actors.models import (
    Actor,
    ContactChange,
    GuidanceNote,
    Session,
    Term,
    Tie,
)
from shangliang.demo.small import build_small_city
from shangliang.procedures.office_calendar import today

K = Tie.Kind


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    "query, found",
    [
        ("", {"苏晚禾", "林一舟", "欧阳䶮", "顾小满", "韩青屿"}),
        ("q=lyz", {"林一舟"}), ("q=linyi", {"林一舟"}), ("q=LIN", {"林一舟"}), ("q=䶮", {"欧阳䶮"}),
        ("q=小满", {"顾小满"}), ("strokes=8", {"林一舟", "欧阳䶮"}), ("q=' OR 1=1 --", set()), ("q=%25", set()),
        ("strokes=999999999999999999", {"苏晚禾", "林一舟", "欧阳䶮", "顾小满", "韩青屿"}),
        ("page=zz&sector=x&term=99", {"苏晚禾", "林一舟", "欧阳䶮", "顾小满", "韩青屿"}),
    ],
)  # fmt: skip
def test_members_are_found_by_name_pinyin_initials_and_strokes(city, as_, query, found):
    page = text(as_("clerk").get(f"/members/?{query}"))
    names = {"苏晚禾", "林一舟", "欧阳䶮", "顾小满", "韩青屿"}
    assert {n for n in names if f">{n}</a>" in page} == found


def test_members_stand_by_stroke_and_are_narrowed_by_sector(city, as_):
    page = text(as_("member").get(f"/members/?sector={city.bodies['sector'].pk}"))
    order = ["苏晚禾", "林一舟", "欧阳䶮", "顾小满", "韩青屿"]
    assert sorted(order, key=lambda n: page.index(f">{n}</a>")) == order
    other = enter_body(city.seat("clerk"), "sector", name="教育界")
    assert "没有这样的委员" in text(as_("member").get(f"/members/?sector={other.pk}"))


@pytest.mark.parametrize("who", ["admin", "security", "auditor"])
@pytest.mark.parametrize(
    "path", ["/members/", "/units/", "/bodies/sector/", "/sessions/", "/charge/"]
)
def test_the_registers_are_closed_to_the_three_administrators(city, as_, who, path):
    assert as_(who).get(path).status_code == 403


@pytest.mark.parametrize(
    "who, sees",
    [
        ("clerk", True),
        ("member", True),
        ("member2", False),
        ("leader", False),
        ("staff_housing", False),
    ],
)
def test_a_telephone_is_seen_by_the_office_and_oneself_only(city, as_, who, sees):
    page = text(as_(who).get(f"/people/{city.people['member'].pk}/"))
    assert ("0000-1234567" in page) is sees


def test_a_persons_history_still_shows_the_offices_of_a_past_term(city, as_):
    office = bind(
        city.seat("clerk"), kind=K.OFFICE, who=city.people["member3"].pk, whom=city.committee.pk,
        title="常委", start=date(2025, 3, 1), term=Term.objects.get().pk,
    )  # fmt: skip
    open_term(city.seat("clerk"), number=16, start=today(), stay=[])
    page = text(as_("clerk").get(f"/people/{city.people['member3'].pk}/"))
    assert "任职：常委" in page
    assert "2025-3-1 至" in page
    assert f"/ties/{office.pk}/end/" not in page
    old = text(as_("clerk").get(f"/members/?term={Term.objects.get(number=15).pk}"))
    assert "韩青屿" in old
    assert "韩青屿" not in text(as_("clerk").get("/members/"))
    assert "已封存" in text(as_("clerk").get("/sessions/"))


def test_a_change_of_term_is_looked_at_before_it_is_done(city, as_):
    clerk = as_("clerk")
    form = {"number": 16, "start": today(), "stay": "named", "names": "林一舟\n不认识的人"}
    assert "不是现任委员" in text(clerk.post("/sessions/terms/new/", form))
    form["names"] = "林一舟\n苏晚禾"
    page = text(clerk.post("/sessions/terms/new/", form))
    assert "留任 <b>2</b> 人" in page
    assert "不再是委员 <b>3</b> 人" in page
    assert Term.objects.count() == 1
    clerk.post("/sessions/terms/new/", form | {"confirm": "1"})
    assert Term.objects.count() == 2


def test_a_session_with_wrong_days_keeps_what_was_typed(city, as_):
    term = Term.objects.get()
    form = {
        "term": term.pk, "number": 3, "year": 2027, "window_opens": "2027-11-01", "opens": "2027-12-10",
        "cutoff_at": "2027-12-11T20:00", "closes": "2027-12-09",
    }  # fmt: skip
    answer = as_("clerk").post("/sessions/new/", form)
    assert answer.status_code == 422
    assert "早于开幕" in text(answer)
    assert 'value="2027-11-01"' in text(answer)
    as_("clerk").post("/sessions/new/", form | {"closes": "2027-12-14"})
    assert Session.objects.count() == 2


def test_a_unit_shows_its_other_names_and_can_be_put_out_of_use(city, as_):
    clerk, unit = as_("clerk"), city.units["housing"]
    path = f"/bodies/unit/{unit.pk}"
    clerk.post(f"{path}/alias/", {"name": "市建委"})
    assert "市建委" in text(clerk.get(f"/units/{unit.pk}/"))
    assert "市住建局" in text(clerk.get("/units/?q=市建委"))
    clerk.post(f"{path}/retire/")
    assert "市住建局" not in text(clerk.get("/units/"))
    assert "市住建局" in text(clerk.get("/units/?off=1"))
    clerk.post(f"{path}/restore/")
    assert Actor.objects.get(pk=unit.pk).active
    assert clerk.post(f"{path}/nonsense/").status_code == 404


def test_a_taken_name_is_said_on_the_form_and_nothing_typed_is_lost(city, as_):
    answer = as_("clerk").post(
        "/bodies/unit/new/", {"name": city.units["civil"].name, "duties": "写了很久"}
    )
    assert answer.status_code == 422
    assert "同名" in text(answer)
    assert "写了很久" in text(answer)


def test_a_committee_page_lists_the_rules_it_does_not_meet(city, as_):
    body = enter_body(city.seat("clerk"), "special_committee", name="经济委员会")
    assert "党外副主任至少一位" in text(as_("member").get(f"/bodies/special_committee/{body.pk}/"))
    assert "组成不合要求" in text(as_("member").get("/bodies/special_committee/"))


def test_the_division_page_hands_a_committee_over_from_a_day_on(city, as_):
    body = enter_body(city.seat("clerk"), "special_committee", name="经济委员会")
    clerk, leader = as_("clerk"), city.people["leader"]
    clerk.post("/charge/", {"whom": body.pk, "who": leader.pk, "start": "2026-01-01"})
    assert Tie.objects.filter(kind=K.IN_CHARGE, whom=body, who=leader).count() == 1
    assert "没有人分管的专委会" in text(clerk.get("/charge/?on=2025-12-31"))
    assert "没有人分管的专委会" not in text(clerk.get("/charge/?on=2026-01-01"))
    again = clerk.post("/charge/", {"whom": body.pk, "who": leader.pk, "start": "2026-02-01"})
    assert again.status_code == 422
    assert as_("member").post("/charge/", {}).status_code == 403


def test_a_member_asks_for_a_new_telephone_and_the_clerk_confirms_it(city, as_):
    as_("member").post("/account/contact/", {"phone": "0000-7654321"})
    assert "等确认" in text(as_("member").get("/account/"))
    clerk = as_("clerk")
    assert "0000-7654321" in text(clerk.get("/members/contacts/"))
    clerk.post("/members/contacts/", {"change": ContactChange.objects.get().pk, "agree": "1"})
    assert Actor.objects.get(pk=city.people["member"].pk).phone == "0000-7654321"
    assert as_("member").get("/members/contacts/").status_code == 403


def test_a_tie_is_entered_and_ended_from_the_persons_page(city, as_):
    clerk, pk = as_("clerk"), city.people["member"].pk
    group = enter_body(city.seat("clerk"), "group", name="城东小组")
    form = {"what": "group", "whom": group.pk, "start": "2026-02-01", "basis": "主席会议"}
    clerk.post(f"/people/{pk}/ties/new/", form)
    tie = Tie.objects.get(kind=K.GROUP)
    assert (
        clerk.post(f"/ties/{tie.pk}/end/", {"on": "2026-01-01", "basis": "错"}).status_code == 422
    )
    clerk.post(f"/ties/{tie.pk}/end/", {"on": "2026-03-01", "basis": "本人申请"})
    assert Tie.objects.get(pk=tie.pk).end == date(2026, 3, 1)
    wrong = clerk.post(f"/people/{pk}/ties/new/", form | {"what": "sector", "whom": group.pk})
    assert "要落在界别上" in text(wrong)


def test_the_national_sectors_can_be_ticked(city, as_):
    clerk = as_("clerk")
    assert "环境资源界" in text(clerk.get("/bodies/sector/preset/"))
    clerk.post("/bodies/sector/preset/", {"names": ["环境资源界", "教育界"]})
    assert Actor.objects.filter(kind="sector").count() == 3


def test_what_is_typed_is_escaped_on_every_page(city, as_):
    bad = "<script>alert(1)</script>"
    clerk = as_("clerk")
    clerk.post(f"/people/{city.people['member'].pk}/edit/", {"name": f"甲{bad}", "workplace": bad})
    add_alias(city.seat("clerk"), city.units["civil"].pk, name=bad)
    for path in (
        "/members/",
        f"/people/{city.people['member'].pk}/",
        "/units/",
        f"/units/{city.units['civil'].pk}/",
    ):
        assert bad not in text(clerk.get(path))


def test_the_city_and_the_county_each_see_their_side_of_guidance(city, as_):
    county = build_small_city("四泉县", prefix="sq_")
    Tie.objects.create(
        committee=city.committee,
        kind=K.GUIDES,
        who=city.committee,
        whom=county.committee,
        start=today(),
    )
    as_("clerk").post(
        "/guidance/new/", {"to": county.committee.pk, "title": "身边小事", "text": "多提。"}
    )
    lower = Client()
    lower.force_login(county.account("clerk"))
    assert "身边小事" in text(lower.get("/guidance/"))
    note = GuidanceNote.objects.get()
    assert as_("clerk").get(f"/guidance/{note.pk}/answer/").status_code == 404
    lower.post(f"/guidance/{note.pk}/answer/", {"text": "已列入。"})
    assert "已列入。" in text(as_("clerk").get("/guidance/"))
    assert lower.get(f"/people/{city.people['member'].pk}/").status_code == 404
    assert lower.get(f"/units/{city.units['civil'].pk}/").status_code == 404


def test_lists_and_pages_keep_their_query_budget(city, as_, django_assert_max_num_queries):
    seat = city.seat("clerk")
    body = enter_body(seat, "special_committee", name="经济委员会")
    for n in range(60):
        person = Actor.objects.create(committee=city.committee, kind="person", name=f"委员{n}")
        Tie.objects.create(
            committee=city.committee,
            kind=K.MEMBER,
            who=person,
            whom=city.committee,
            start=date(2025, 1, 1),
        )
        Tie.objects.create(
            committee=city.committee,
            kind=K.SPECIAL_COMMITTEE,
            who=person,
            whom=body,
            start=date(2025, 1, 1),
        )
        Actor.objects.create(committee=city.committee, kind="unit", name=f"单位{n}")
    clerk = as_("clerk")
    clerk.get("/members/")
    for path in (
        "/members/", f"/members/?sector={city.bodies['sector'].pk}&q=l", "/units/", "/bodies/special_committee/",
        "/bodies/sector/", "/sessions/", "/imports/", "/guidance/", "/members/contacts/",
    ):  # fmt: skip
        with django_assert_max_num_queries(12):
            assert clerk.get(path).status_code == 200
    for path in (
        f"/people/{city.people['member'].pk}/", f"/units/{city.units['civil'].pk}/",
        f"/bodies/special_committee/{body.pk}/", "/charge/", f"/people/{city.people['member'].pk}/ties/new/",
    ):  # fmt: skip
        with django_assert_max_num_queries(15):
            assert clerk.get(path).status_code == 200
