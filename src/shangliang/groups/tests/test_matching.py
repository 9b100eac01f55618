"""Who is suggested for a matter, with reasons, and who should step aside."""

from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.activities.actions.plan import plan_activity
from shangliang.activities.models import Attendance
from shangliang.actors.models import Actor, Alias, Tie
from shangliang.groups.actions.add_listed import add_listed
from shangliang.groups.matching import About, suggest
from shangliang.groups.models import Asking, Listed
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .helpers import do, entry, words

K = Tie.Kind

DAY = timedelta(days=1)


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
