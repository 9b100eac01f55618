"""Teams: who belongs, the year against the plan and the least, who sees what."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse

from shangliang.actors.models import Actor, Tie
from shangliang.groups.actions.add_team import add_team
from shangliang.groups.actions.set_minimum import set_minimum
from shangliang.groups.actions.take_in import take_in
from shangliang.groups.counting import years_of
from shangliang.groups.models import Shift, Team, Touch
from shangliang.groups.people import people_of
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .helpers import do, studio, words, workday

K = Tie.Kind


def sector(city):
    take_in(city.seat("organiser"))
    return Team.objects.get(body=city.bodies["sector"])


def test_bodies_of_the_register_become_teams_once(city):
    assert take_in(city.seat("clerk")) == 2  # the sector and the party
    with pytest.raises(Refused, match="都已经列入"):
        take_in(city.seat("clerk"))
    with pytest.raises(Refused, match="只有"):
        take_in(city.seat("member"))
    with pytest.raises(Refused, match="已经登记过"):
        add_team(city.seat("clerk"), form="sector", name="经济界")


def test_a_new_team_brings_its_body_and_its_head(city):
    head = city.people["member2"]
    team = add_team(city.seat("clerk"), form="group", name="市直第一委员小组", head=head.pk)
    assert team.body.kind == Actor.Kind.GROUP
    (person,) = people_of([team])[team.pk]
    assert (person.pk, person.head, person.title) == (head.pk, True, "组长")


def test_a_member_may_stand_in_two_groups_but_in_one_sector(city):
    office, who = city.seat("organiser"), city.people["member"].pk
    for name in ("一组", "二组"):
        team = add_team(office, form="group", name=name)
        do("team", "join", office, team.pk, people=[who])
    with pytest.raises(Refused, match="已经在二组"):
        do("team", "join", office, team.pk, people=[who])
    other = add_team(office, form="sector", name="教育界")
    with pytest.raises(Refused, match="一位委员只在一个界别"):
        do("team", "join", office, other.pk, people=[who])


def test_who_leaves_stays_in_the_history_and_is_off_the_coming_rota(city):
    team, shift = studio(city)
    Shift.objects.update(day=workday(city, 5))
    do("team", "leave", city.seat("clerk"), team.pk, person=shift.person_id, basis="调离")
    tie = Tie.objects.get(kind=K.HOME, who=shift.person_id)
    assert (tie.end, tie.basis) == (today(), "调离")
    assert Shift.objects.get().state == "dropped"
    with pytest.raises(Refused, match="现在不在"):
        do("team", "leave", city.seat("clerk"), team.pk, person=city.people["member5"].pk)


def test_the_year_counts_facts_of_other_rooms_once(city):
    team, shift = studio(city)
    Shift.objects.update(day=today())
    do("shift", "finish_shift", city.seat("member"), shift.pk)
    do("team", "contact_member", city.seat("member"), team.pk, person=city.people["member2"].pk, on=today(), way="电话")  # fmt: skip
    do(
        "team",
        "add_effort",
        city.seat("member"),
        team.pk,
        kind="study",
        title="集体学习",
        on=today(),
    )
    done = years_of([team], today().year)[team.pk].done
    assert (done["duty"], done["contact"], done["study"]) == (1, 1, 1)
    effort = team.efforts.get()
    do("team", "void_effort", city.seat("member"), team.pk, effort=effort.pk, why="记错")
    assert years_of([team], today().year)[team.pk].done["study"] == 0


def test_a_proposal_of_the_sector_counts_by_itself_and_an_entry_about_it_does_not_double_it(city):
    team = sector(city)
    case = city.submitted()
    type(case).objects.update(author=team.body)
    assert years_of([team], today().year)[team.pk].done["proposal"] == 1
    do("team", "add_effort", city.seat("clerk"), team.pk, kind="proposal", title="提案一件", on=today(), source_type="proposal", source_id=case.pk)  # fmt: skip
    assert years_of([team], today().year)[team.pk].done["proposal"] == 1
    with pytest.raises(Refused, match="不重复计"):
        do("team", "add_effort", city.seat("clerk"), team.pk, kind="proposal", title="提案一件", on=today(), source_type="proposal", source_id=case.pk)  # fmt: skip
    with pytest.raises(Refused, match="没有找到号码"):
        do("team", "add_effort", city.seat("clerk"), team.pk, kind="report", title="来声", on=today(), source_type="voice", source_id=10**9)  # fmt: skip


def test_minimums_come_with_their_source_and_the_committees_own_word_goes_first(city):
    team = sector(city)
    asked = {x.kind: x for x in years_of([team], today().year)[team.pk].least}
    assert asked["study"].least == 1
    assert "大兴" in asked["study"].source
    set_minimum(city.seat("clerk"), form="sector", kind="study", least=3, source="主席会议决定")
    set_minimum(city.seat("clerk"), form="sector", kind="speech", least=0, source="主席会议决定")
    year = years_of([team], today().year)[team.pk]
    asked = {x.kind: x for x in year.least}
    assert (asked["study"].least, asked["study"].own) == (3, True)
    assert "speech" not in asked
    assert {x.kind: n for x, n in year.missing}["study"] == 3
    with pytest.raises(Refused, match="不改过去的"):
        set_minimum(city.seat("clerk"), form="sector", kind="study", least=1, source="文", year=today().year - 1)  # fmt: skip
    with pytest.raises(Refused, match="请写依据"):
        set_minimum(city.seat("clerk"), form="sector", kind="study", least=1, source=" ")


def test_a_plan_line_is_kept_by_what_was_done_for_it(city):
    team = sector(city)
    clerk = city.seat("clerk")
    do("team", "add_line", clerk, team.pk, kind="study", title="学习", due_on=today())
    line = team.plan.get()
    do("team", "add_effort", clerk, team.pk, kind="study", title="学了", on=today(), line=line.pk)
    year = years_of([team], today().year)[team.pk]
    assert (year.planned, year.kept, year.late) == (1, 1, 0)
    with pytest.raises(Refused, match="已经做了"):
        do("team", "drop_line", clerk, team.pk, line=line.pk, why="不做")
    with pytest.raises(Refused, match="依据的文件"):
        do("team", "add_line", clerk, team.pk, kind="study", title="学习", due_on=today(), level="centre")  # fmt: skip
    with pytest.raises(Refused, match="还没有做的请列入计划"):
        do("team", "add_effort", clerk, team.pk, kind="study", title="学了", on=today() + timedelta(days=1))  # fmt: skip


def test_a_convener_records_contacts_with_the_sectors_members_and_sees_who_was_forgotten(
    city, client
):
    team = sector(city)
    city.tie("member", K.HEADS, city.bodies["sector"], "召集人")
    client.force_login(city.account("member"))
    page = words(client.get(reverse("team", args=[team.pk])))
    assert "180 天没有联系的 4" in page
    do("team", "contact_member", city.seat("member"), team.pk, person=city.people["member2"].pk, on=today(), way="见面", matter="service", note="要近三年的答复", referred="提案委")  # fmt: skip
    assert "180 天没有联系的 3" in words(client.get(reverse("team", args=[team.pk])))
    with pytest.raises(Refused, match="信仰、思想"):
        do("team", "contact_member", city.seat("member"), team.pk, person=city.people["member2"].pk, on=today(), way="见面", note="思想动态平稳")  # fmt: skip
    client.force_login(city.account("member2"))
    assert "天没有联系的" not in words(client.get(reverse("team", args=[team.pk])))
    assert Touch.objects.count() == 1


def test_a_branch_is_seen_by_its_own_people_and_the_office_only(city, client):
    office = city.seat("clerk")
    team = add_team(office, form="branch", name="功能型党支部")
    do("team", "join", office, team.pk, people=[city.people["member"].pk], title="书记")
    url = reverse("team", args=[team.pk])
    for who, status in (("member", 200), ("member2", 404), ("organiser", 200), ("leader", 200)):
        client.force_login(city.account(who))
        assert client.get(url).status_code == status, who


def test_members_without_a_group_are_listed_with_the_group_that_lacks_their_sector(city, client):
    office = city.seat("organiser")
    add_team(office, form="group", name="一组")
    client.force_login(city.account("organiser"))
    page = words(client.get(reverse("teams-loose")))
    assert "没有编组 <b>5</b>" in page
    assert "组里还没有这个界别" in page


@pytest.mark.parametrize(
    ("name", "who", "most"),
    [
        ("teams", "organiser", 12), ("my-teams", "member", 15), ("friends", "organiser", 12), ("talents", "organiser", 12), ("sectors", "organiser", 12),
        ("heard-needs", "member", 12),
    ],
)  # fmt: skip
def test_pages_ask_a_fixed_number_of_questions(
    city, client, django_assert_max_num_queries, name, who, most
):
    studio(city)
    take_in(city.seat("organiser"))
    client.force_login(city.account(who))
    client.get(reverse(name))
    cache.clear()  # the first look after a change pays for all of it
    with django_assert_max_num_queries(most):
        assert client.get(reverse(name)).status_code == 200


def test_register_exports_and_forms_open(city, client):
    team, shift = studio(city)
    client.force_login(city.account("organiser"))
    for kind in ("teams", "coverage", "talents", "friends"):
        assert client.get(reverse("export", args=[kind, "csv"])).status_code == 200, kind
    for verb in ("edit_team", "join", "leave", "add_line", "drop_line", "add_effort", "void_effort", "set_rota", "contact_member", "close_team"):  # fmt: skip
        assert client.get(reverse("do", args=["team", verb, team.pk])).status_code == 200, verb
    for verb in ("drop_shift", "hear", "pass_on_heard"):
        assert client.get(reverse("do", args=["shift", verb, shift.pk])).status_code in (200, 409)
    answer = client.post(reverse("do", args=["team", "join", team.pk]), {"names": "顾小满\n没有这人", "start": today()})  # fmt: skip
    assert answer.status_code == 422
    assert "没有这人（名册里没有）" in words(answer)
    client.post(
        reverse("do", args=["team", "join", team.pk]), {"names": "顾小满", "start": today()}
    )
    assert city.people["member5"].pk in {p.pk for p in people_of([team])[team.pk]}
    answer = client.post(reverse("team-new"), {"form": "point", "name": "四泉联系点", "opened_on": today(), "head": "林一舟"})  # fmt: skip
    assert answer.status_code == 302
