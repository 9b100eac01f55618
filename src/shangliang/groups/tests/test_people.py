"""People on lists: consent, purpose, end; matching with reasons; coverage and composition."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.urls import reverse

from shangliang.activities.actions.plan import plan_activity
from shangliang.activities.models import Attendance
from shangliang.actors.models import Actor, Alias, Tie
from shangliang.groups.actions.add_listed import add_listed
from shangliang.groups.actions.add_team import add_team
from shangliang.groups.actions.compose import add_rule, drop_rule, take_usual
from shangliang.groups.actions.county import answer_county, touch_county
from shangliang.groups.actions.link_up import link_up, unlink
from shangliang.groups.composition import by_sector, checked
from shangliang.groups.coverage import coverage_of
from shangliang.groups.duties import keepers, mine, needs
from shangliang.groups.matching import About, suggest
from shangliang.groups.models import Asking, Listed, Touch
from shangliang.groups.remind import remind_consents, remind_contacts
from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .helpers import do, entry
from .test_teams import words

K = Tie.Kind
DAY = timedelta(days=1)


# --- consent -------------------------------------------------------------------------------


def test_nobody_is_listed_without_purpose_end_and_consent(city):
    with pytest.raises(Refused, match="没有用途"):
        entry(city, purpose=" ")
    with pytest.raises(Refused, match="已经过了"):
        entry(city, until=today() - DAY)
    with pytest.raises(Refused, match="最长"):
        entry(city, until=today() + timedelta(days=4000))
    row = entry(city, how="")
    assert (row.state, row.consent_on) == ("asked", None)
    with pytest.raises(Refused, match="怎么同意的"):
        do("listed", "agree_listed", city.seat("organiser"), row.pk, until=today() + DAY)


def test_whoever_has_an_account_agrees_himself(city, client):
    row = entry(city, kind="member", person=city.people["member"].pk)
    assert row.state == "asked"  # what the office says of his consent does not count
    assert Notice.objects.filter(to=city.people["member"], kind="listed.ask").exists()
    with pytest.raises(Refused, match="要由本人同意"):
        do(
            "listed",
            "agree_listed",
            city.seat("clerk"),
            row.pk,
            until=today() + DAY,
            how="电话同意",
        )
    client.force_login(city.account("member"))
    url = reverse("listed", args=[row.pk])
    assert "我可以随时撤回" in words(client.get(url))
    client.post(reverse("do", args=["listed", "agree_listed", row.pk]), {"until": today() + DAY})
    row.refresh_from_db()
    assert (row.state, row.how) == ("in", "本人在网上同意")


def test_a_member_enters_the_pool_himself(city, client):
    client.force_login(city.account("member"))
    client.post(reverse("talent-join"), {"fields_": "垃圾分类", "until": today() + DAY})
    row = Listed.objects.get()
    assert (row.state, row.person_id) == ("in", city.people["member"].pk)
    with pytest.raises(Refused, match="工作人员登记"):
        add_listed(city.seat("member"), kind="expert", name="甲", purpose="用", until=today() + DAY)


def test_withdrawal_takes_the_name_out_everywhere_and_keeps_the_counts(city, client):
    row = entry(city, name="甄懂水")
    do("listed", "ask_listed", city.seat("organiser"), row.pk, title="研究", brief="甄懂水来写")
    do(
        "listed",
        "touch",
        city.seat("organiser"),
        row.pk,
        on=today(),
        way="电话",
        note="甄懂水要资料",
    )
    do("listed", "withdraw_listed", city.seat("organiser"), row.pk)
    row.refresh_from_db()
    assert row.state == "gone"
    for model in apps.get_app_config("groups").get_models():
        for one in model.objects.values():
            assert not any("甄懂水" in str(v) or "0000-1112223" in str(v) for v in one.values()), (
                one
            )
    assert (Asking.objects.count(), Touch.objects.count()) == (1, 1)
    client.force_login(city.account("organiser"))
    for url in (
        reverse("talents"),
        f"{reverse('search')}?q=甄懂水",
        reverse("listed", args=[row.pk]),
    ):
        page = words(client.get(url)).replace('value="甄懂水"', "")
        assert "水务设计室" not in page, url
    with pytest.raises(Refused, match="只有"):
        do("listed", "edit_listed", city.seat("organiser"), row.pk)


def test_a_friend_is_a_guest_of_the_register_and_leaves_it_on_withdrawal(city):
    row = entry(city, kind="friend", name="文以载", unit="书画院")
    friend = row.person
    assert friend.account_id is None
    assert not Tie.objects.filter(who=friend).exists()
    do("listed", "withdraw_listed", city.seat("organiser"), row.pk)
    friend.refresh_from_db()
    assert "文以载" not in friend.name
    assert (friend.active, friend.phone, friend.workplace, friend.pinyin.startswith("wen")) == (False, "", "", False)  # fmt: skip


def test_no_field_of_this_room_holds_a_belief_or_a_score(city):
    forbidden = ("belief", "loyal", "mood", "attitude", "score", "religion", "opinion", "stance")
    for model in apps.get_app_config("groups").get_models():
        for field in model._meta.get_fields():
            assert not any(word in field.name for word in forbidden), (model, field.name)


@pytest.mark.parametrize("note", ["信教多年", "思想觉悟一般", "情绪不稳，常发牢骚", "对党的态度"])
def test_a_contact_note_that_judges_a_mind_is_refused(city, note):
    row = entry(city, kind="contact", who="member", name="小甲")
    with pytest.raises(Refused, match="这一条没有保存"):
        do("listed", "touch", city.seat("member"), row.pk, on=today(), way="见面", note=note)
    assert not Touch.objects.exists()


# --- direct contact ---------------------------------------------------------------------------


def test_a_keeper_sees_names_the_office_sees_counts(city, client):
    for n in range(6):
        row = entry(city, kind="contact", who="member", name=f"小{n}")
        do("listed", "touch", city.seat("member"), row.pk, on=today(), way="见面", matter="jobs")
    client.force_login(city.account("member"))
    assert "小3" in words(client.get(reverse("contact-duty")))
    client.force_login(city.account("organiser"))
    page = words(client.get(reverse("contact-coverage")))
    assert "小3" not in page
    assert "就业创业" in page
    assert client.get(reverse("listed", args=[row.pk])).status_code == 404
    (line,) = keepers(city.committee.pk)
    assert (line["people"], line["touched"], line["target"]) == (6, 6, 100)
    assert needs(city.committee.pk) == [("就业创业", 6)]
    do("listed", "withdraw_listed", city.seat("member"), row.pk)
    (line,) = keepers(city.committee.pk)
    assert (line["people"], line["gone"]) == (5, 1)
    assert needs(city.committee.pk) == [("就业创业", 6)]


def test_a_need_of_fewer_than_five_is_not_shown(city):
    row = entry(city, kind="contact", who="member", name="小甲")
    do("listed", "touch", city.seat("member"), row.pk, on=today(), way="见面", matter="health")
    assert needs(city.committee.pk) == [("看病", None)]


def test_what_is_due_is_reminded_once_a_month_without_a_name(city):
    row = entry(city, kind="contact", who="member", name="小甲")
    Listed.objects.update(consent_on=today() - timedelta(days=200))
    (due,) = mine(city.seat("member"))
    assert due.late
    assert (remind_contacts(), remind_contacts()) == (1, 0)
    notice = Notice.objects.get(kind="contact.due")
    assert "小甲" not in notice.text
    Listed.objects.update(until=today() - DAY)
    (due,) = mine(city.seat("member"))
    assert (due.late, due.over) == (False, True)
    with pytest.raises(Refused, match="已经到期"):
        do("listed", "touch", city.seat("member"), row.pk, on=today(), way="见面")


def test_a_consent_that_ends_is_told_to_the_person_once(city):
    add_listed(city.seat("member"), kind="member", person=city.people["member"].pk, purpose="用", until=today() + timedelta(days=20), fields="水")  # fmt: skip
    assert (remind_consents(), remind_consents()) == (1, 0)


# --- matching ---------------------------------------------------------------------------------


def test_people_are_suggested_with_the_words_that_match_and_the_busy_ones_lower(city):
    busy = entry(city, name="请得多", fields="垃圾分类")
    calm = entry(city, name="请得少", fields="垃圾分类、物业管理")
    entry(city, name="不相干", fields="曲艺")
    over = entry(city, name="到期了", fields="垃圾分类")
    Listed.objects.filter(pk=over.pk).update(until=today() - DAY)
    for n in range(3):
        do("listed", "ask_listed", city.seat("organiser"), busy.pk, title=f"第{n}次")
    found = suggest(city.seat("organiser"), About("城区垃圾分类协商"))
    assert [(m.row.pk, m.often, m.asked) for m in found] == [
        (calm.pk, False, 0),
        (busy.pk, True, 3),
    ]
    assert found[0].fields == ["垃圾分类"]
    assert any("垃圾" in word for word in found[0].via)


@pytest.mark.parametrize(
    ("given", "about", "why"),
    [
        ({"unit": "澄州市住房和城乡建设局"}, {"units": ("澄州市住房和城乡建设局",)}, "工作"),
        ({"kin": "市住建局"}, {"units": ("市住建局",)}, "申明"),
        ({"own": True}, {}, "本人提出"),
    ],
)
def test_whoever_has_an_interest_is_last_and_needs_a_reason(city, client, given, about, why):
    own = given.pop("own", False)
    kin = given.pop("kin", "")
    if own:
        given |= {"person": city.people["member"].pk, "kind": "member"}
        row = add_listed(city.seat("member"), purpose="用", until=today() + DAY, fields="物业管理", **given)  # fmt: skip
    else:
        row = entry(city, fields="物业管理", **given)
        do("listed", "declare_kin", city.seat("organiser"), row.pk, kin=kin)
    free = entry(city, name="无关联", fields="物业", unit="大学")
    matter = About("物业管理协商", proposers=frozenset({row.person_id} if own else ()), **about)
    found = suggest(city.seat("organiser"), matter)
    assert [m.row.pk for m in found] == [free.pk, row.pk]
    assert why in found[1].conflict


def test_a_unit_is_known_by_all_its_names_and_a_post_by_the_register(city):
    housing = next(u for u in Actor.objects.filter(committee=city.committee, kind="unit"))
    housing.short = "市房局"
    housing.save()
    Alias.objects.create(committee=city.committee, actor=housing, name="老房管处")
    kin = entry(city, name="甲", fields="物业", unit="大学")
    do("listed", "declare_kin", city.seat("organiser"), kin.pk, kin="老房管处")
    head = add_listed(city.seat("member"), kind="member", person=city.people["member"].pk, purpose="用", until=today() + DAY, fields="物业")  # fmt: skip
    city.tie("member", K.IN_CHARGE, housing)
    free = entry(city, name="乙", fields="物业", unit="另一所大学")
    found = suggest(city.seat("organiser"), About("物业协商", units=(housing.name,)))
    why = {m.row.pk: m.conflict for m in found}
    assert why[kin.pk] == "本人申明与老房管处有关联"
    assert why[head.pk] == f"名册里本人分管{housing.name}"
    assert why[free.pk] == ""


def test_whoever_heads_the_body_that_proposed_steps_aside(city):
    party = city.bodies["party"]
    row = add_listed(city.seat("member"), kind="member", person=city.people["member"].pk, purpose="用", until=today() + DAY, fields="物业")  # fmt: skip
    city.tie("member", K.HEADS, party)
    found = suggest(city.seat("organiser"), About("物业", proposers=frozenset({party.pk})))
    assert [(m.row.pk, "本人是负责人" in m.conflict) for m in found] == [(row.pk, True)]


def test_suggesting_asks_as_many_questions_for_two_people_as_for_twenty(
    city, django_assert_max_num_queries
):
    for n in range(20):
        entry(city, name=f"懂行人{n}", fields="物业", unit="大学")
    unit = Actor.objects.filter(committee=city.committee, kind="unit").first()
    with django_assert_max_num_queries(7):
        assert len(suggest(city.seat("organiser"), About("物业", units=(unit.name,)))) == 12


def test_asking_for_ones_own_proposal_is_refused_without_a_reason(city):
    case = city.filed()
    row = add_listed(city.seat("member"), kind="member", person=city.people["member"].pk, purpose="用", until=today() + DAY, fields="电梯")  # fmt: skip
    office = city.seat("clerk")
    with pytest.raises(Refused, match="要回避：这件事是本人提出"):
        do("listed", "ask_listed", office, row.pk, about_type="proposal", about_id=case.pk)
    do("listed", "ask_listed", office, row.pk, about_type="proposal", about_id=case.pk, despite="只请他介绍情况")  # fmt: skip
    assert "只请他介绍情况" in Asking.objects.get().brief


def test_asking_for_an_activity_puts_the_person_on_its_list(city, client):
    from datetime import datetime

    from django.utils import timezone

    begin = timezone.make_aware(datetime.combine(today() + timedelta(days=9), datetime.min.time().replace(hour=9)))  # fmt: skip
    row = add_listed(city.seat("member"), kind="member", person=city.people["member"].pk, purpose="用", until=today() + DAY, fields="垃圾分类")  # fmt: skip
    act = plan_activity(city.seat("organiser"), kind="research", title="垃圾分类调研", starts_at=begin, ends_at=begin + timedelta(hours=2))  # fmt: skip
    client.force_login(city.account("organiser"))
    page = words(client.get(f"{reverse('talent-suggest')}?about=activity&id={act.pk}"))
    assert "题目里有：" in page
    client.post(reverse("talent-ask", args=[row.pk]), {"about": "activity", "id": act.pk, "title": act.title})  # fmt: skip
    assert Attendance.objects.get(activity=act).role == "guest"
    assert client.get(f"{reverse('talent-suggest')}?about=activity&id=999999").status_code == 404
    assert reverse("talent-suggest") in words(client.get(act.get_absolute_url()))


def test_a_commission_shows_brief_delivery_and_review(city):
    row, office = entry(city, kind="institute", name="研究室"), city.seat("organiser")
    do("listed", "ask_listed", office, row.pk, title="产业研究", brief="答三个问题", due_on=today())
    asking = Asking.objects.get()
    with pytest.raises(Refused, match="先记交来了什么"):
        do("listed", "record_answer", office, row.pk, asking=asking.pk, answer="came", review="好")
    do("listed", "record_answer", office, row.pk, asking=asking.pk, answer="came", delivered="报告一份", review="数据扎实")  # fmt: skip
    asking.refresh_from_db()
    assert (asking.delivered, asking.review, asking.delivered_on) == (
        "报告一份",
        "数据扎实",
        today(),
    )


# --- coverage ---------------------------------------------------------------------------------


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


# --- composition ------------------------------------------------------------------------------


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


# --- counties and the sheet --------------------------------------------------------------------


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


@pytest.mark.parametrize("name", ["composition", "county-contacts", "talents", "friends", "minimums", "contact-duty", "contact-coverage", "talent-new", "friend-new", "contact-new", "talent-suggest", "team-new"])  # fmt: skip
def test_every_page_opens_with_nothing_in_it(city, client, name, django_assert_max_num_queries):
    client.force_login(city.account("clerk"))
    with django_assert_max_num_queries(18):
        assert client.get(reverse(name)).status_code == 200


def test_bad_input_says_what_is_wrong_and_keeps_what_was_typed(city, client):
    client.force_login(city.account("clerk"))
    answer = client.post(reverse("talent-new"), {"kind": "expert", "name": "", "purpose": "协商用", "until": today() + DAY})  # fmt: skip
    assert answer.status_code == 422
    assert "请写姓名或名称" in words(answer)
    assert "协商用" in words(answer)
    answer = client.post(reverse("minimums"), {"form": "sector", "kind": "study", "least": 2, "year": 2001, "source": "文"})  # fmt: skip
    assert answer.status_code == 422
    assert "不改过去的" in words(answer)
    answer = client.post(reverse("composition"), {"scope": "members", "measure": "women", "way": "least", "value": "140", "percent": "1", "source": "文"})  # fmt: skip
    assert answer.status_code == 422
    assert "0 到 100" in words(answer)
