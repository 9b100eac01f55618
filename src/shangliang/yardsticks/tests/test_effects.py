"""做出了什么效果: effect first, activity last, and what nobody has judged is not known."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from shangliang.activities.actions.plan import plan_activity
from shangliang.activities.models import Activity
from shangliang.procedures.office_calendar import today
from shangliang.tasks.actions.judge_effect import judge_effect
from shangliang.tasks.actions.record_effect import record_effect
from shangliang.yardsticks.actions.note_gap import note_gap
from shangliang.yardsticks.actions.plan_measure import plan_measure


def page(ruler, who="organiser", **query):
    client = Client()
    client.force_login(ruler.account(who))
    return client.get(reverse("what-effect"), query)


def test_what_nobody_else_judged_is_not_known(ruler, django_assert_max_num_queries):
    case = ruler.replied()
    unit = ruler.units["housing"].pk
    gap = note_gap(ruler.seat("organiser"), subject="投资落后", text="", owner=unit)
    plan_measure(
        ruler.seat("staff_housing"), gap.pk, text="三个项目开工", person_name="甲",
        due_on=today() + timedelta(days=9), baseline="开工0个",
    )  # fmt: skip
    effect = record_effect(
        ruler.seat("staff_housing"), about=case, case=case, doer_id=unit, measure="停用台数", baseline="9台",
        value="2台", measured_on=today(),
    )  # fmt: skip
    rows = {r["name"]: r for r in page(ruler, "supervisor", unit=unit).context["rows"]}
    assert (rows["提案"]["good"], rows["提案"]["unknown"], rows["提案"]["things"][0].effect) == (
        0,
        1,
        "said",
    )
    assert rows["差距的举措"]["unknown"] == 1
    judge_effect(
        ruler.seat("supervisor"), effect.pk, case=case, verdict="solved", how="现场看过九台"
    )
    client = Client()
    client.force_login(ruler.account("supervisor"))
    client.get(reverse("what-effect"))
    with django_assert_max_num_queries(15):
        found = client.get(reverse("what-effect"), {"unit": unit})
    rows = {r["name"]: r for r in found.context["rows"]}
    assert rows["提案"]["good"] == 1
    assert "9台 → 2台" in rows["提案"]["things"][0].change


def test_a_member_sees_what_came_of_their_own_and_not_of_another_as_theirs(ruler):
    ruler.replied()
    me, other = ruler.people["member"].pk, ruler.people["member2"].pk
    mine = page(ruler, "member", member=me)
    assert [r["name"] for r in mine.context["rows"]][0] == "提案"
    assert page(ruler, "member", member=other).status_code == 404
    assert page(ruler, "leader", member=other).status_code == 200


def test_an_activity_has_no_effect_until_somebody_wrote_and_judged_one(ruler):
    start = timezone.now() - timedelta(days=3)
    activity = plan_activity(
        ruler.seat("organiser"), kind="meeting", title="管网调研", starts_at=start + timedelta(days=6), ends_at=start + timedelta(days=6, hours=2)
    )  # fmt: skip
    Activity.objects.filter(pk=activity.pk).update(state="closed", starts_at=start, ends_at=start)
    row = next(r for r in page(ruler).context["rows"] if r["name"] == "活动")
    assert (row["n"], row["unknown"], row["good"]) == (1, 1, 0)
    Activity.objects.filter(pk=activity.pk).update(host=ruler.committee)
    office = Client()
    office.force_login(ruler.account("supervisor"))
    url = reverse("activity-effect", args=[activity.pk])
    assert "尚不知道" in office.get(url).content.decode()
    said = {
        "measure": "漏损率",
        "baseline": "21%",
        "value": "15%",
        "measured_on": today().isoformat(),
    }
    assert office.post(url, said).status_code == 302
    effect = office.get(url).context["rows"][0]["row"]
    office.post(url, {"effect": effect.pk, "verdict": "solved", "how": "看过水司报表"})
    row = next(r for r in page(ruler).context["rows"] if r["name"] == "活动")
    assert row["good"] == 1
