"""The policy finder: entered with clauses, asked without account, kept by wish, refusals with a reason."""

from datetime import timedelta

import pytest

from shangliang.journal.models import Event
from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.voices.actions.amend_policy import amend_policy
from shangliang.voices.actions.end_policy import end_policy
from shangliang.voices.actions.forget_due import forget_due
from shangliang.voices.actions.forget_facts import forget_facts
from shangliang.voices.actions.keep_facts import keep_facts
from shangliang.voices.actions.publish_policy import publish_policy
from shangliang.voices.actions.record_refusal import record_refusal
from shangliang.voices.models import Policy, PolicyFacts, PolicyRefusal, Source, Voice
from shangliang.voices.people import nobody

from . import life

pytestmark = pytest.mark.django_db
FIT = {"trade": "工业", "staff": "120", "research": "5"}


def in_use(city, **more) -> Policy:
    return publish_policy(city.seat("editor"), life.policy(city, **more).pk)


def look(client, **said):
    return client.post("/policies/", {"do": "look"} | said).content.decode()


def test_a_policy_is_found_only_once_it_is_in_use_and_each_reason_names_its_clause(city, client):
    policy = life.policy(city)
    assert "技改贴息" not in look(client, **FIT)
    publish_policy(city.seat("organiser"), policy.pk)
    page = look(client, **FIT)
    assert "条件都符合 1 条" in page
    assert "从业人数：120人" in page
    assert "澄政办〔2026〕9 号 第三条" in page
    page = look(client, **FIT | {"staff": "301"})
    assert "有条件不符合 1 条" in page
    page = look(client, trade="工业")
    assert "还差几项事实 1 条" in page
    assert "再填：从业人数、上年营业收入、上年研发占比" in page
    assert not PolicyFacts.objects.exists()


def test_what_cannot_be_read_is_said_and_what_was_typed_stays(city, client):
    in_use(city)
    answer = client.post("/policies/", {"do": "look", "staff": "很多", "sales": "２０００"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "“很多”不是数" in page
    assert 'value="２０００"' in page


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("rules", "从业人数不超过300", "第 1 行"), ("rules", "", "至少写一条"),
        ("document", " ", "哪个文件"), ("period", "", "哪一条"), ("where", "", "到哪里办"),
        ("ends_on", today() - timedelta(days=60), "止不能早于起"),
    ],
)  # fmt: skip
def test_a_policy_without_its_clause_or_its_place_is_refused(city, field, value, said):
    with pytest.raises(Refused, match=said):
        life.policy(city, **{field: value})


def test_the_office_enters_amends_and_ends_a_policy_in_the_browser(city, client):
    client.force_login(city.account("organiser"))
    data = {
        "title": "稳岗返还", "document": "示例文件", "gives": "返还失业保险费", "rules": "从业人数约3（一）",
        "period": "第六条", "starts_on": today().isoformat(), "where": "社保窗口",
    }  # fmt: skip
    answer = client.post("/policies/desk/new/", data)
    assert answer.status_code == 422
    assert "第 1 行" in answer.content.decode()
    answer = client.post("/policies/desk/new/", data | {"rules": "从业人数不少于3（第一条）"})
    row = Policy.objects.get()
    assert answer.url == row.get_absolute_url()
    assert row.rules == "从业人数不少于3人（第一条）"
    client.post(f"/do/policy/publish_policy/{row.pk}/")
    again = {**data, "rules": "从业人数不少于5（第一条）"}
    client.post(f"/do/policy/amend_policy/{row.pk}/", again)
    client.post(f"/do/policy/end_policy/{row.pk}/", {"why": "文件废止"})
    row.refresh_from_db()
    assert (row.state, row.rules) == ("ended", "从业人数不少于5人（第一条）")
    assert client.get(row.get_absolute_url()).status_code == 200
    assert client.get(f"/policies/{row.pk}/").status_code == 404


def test_facts_are_kept_only_by_wish_found_by_their_code_and_deleted_by_the_firm(city, client):
    in_use(city)
    answer = client.post("/policies/", {"do": "keep"} | FIT)
    row = PolicyFacts.objects.get()
    assert row.public_code in answer.url
    page = client.get(answer.url).content.decode()
    assert "从业人数" in page
    assert "条件都符合 1 条" in page
    client.post(f"/policies/mine/{row.public_code}/")
    assert not PolicyFacts.objects.exists()
    assert client.get(f"/policies/mine/{row.public_code}/").status_code == 404
    assert not any("120" in str(e.detail) for e in Event.objects.all())


def test_kept_facts_are_forgotten_after_their_day_and_nothing_is_not_kept(city):
    with pytest.raises(Refused, match="还没有填"):
        keep_facts(nobody(city.committee.pk), said={})
    row = keep_facts(nobody(city.committee.pk), said=FIT)
    assert forget_due(city.committee.pk) == 0
    PolicyFacts.objects.update(until=today() - timedelta(days=1))
    assert forget_due(city.committee.pk) == 1
    with pytest.raises(Refused):
        forget_facts(nobody(city.committee.pk), row.public_code)


def test_a_question_becomes_a_difficulty_with_its_policy_and_a_receipt(city, client):
    policy = in_use(city)
    data = {
        "do": "ask",
        "text": "人数按社保算吗？",
        "name": "某厂",
        "contact": "0000",
        "client_key": "k-1",
    }
    assert client.post(f"/policies/{policy.pk}/", data).status_code == 422  # secrecy not answered
    answer = client.post(f"/policies/{policy.pk}/", data | {"open": "on"})
    voice = Voice.objects.get()
    assert answer.url == f"/receipt/{voice.public_code}/?new=1"
    assert (voice.kind, voice.state, voice.policy_id) == ("difficulty", "received", policy.pk)
    assert voice.wished_unit_id == city.units["finance"].pk
    assert Source.objects.get(voice=voice).name == "某厂"
    client.post(f"/policies/{policy.pk}/", data | {"open": "on"})
    assert Voice.objects.count() == 1
    client.force_login(city.account("organiser"))
    page = client.get(f"/policies/desk/{policy.pk}/").content.decode()
    assert "人数按社保算吗" in page
    assert "问的政策" in client.get(voice.get_absolute_url()).content.decode()


def test_a_refusal_has_a_reason_and_the_office_hears_when_the_written_rules_fit(city, client):
    policy = in_use(city)
    told = {"do": "refused", "reason": "quota", "words": "名额上月就没了"}
    assert client.post(f"/policies/{policy.pk}/", {"do": "refused"} | FIT).status_code == 422
    client.post(f"/policies/{policy.pk}/", told | FIT)
    client.post(f"/policies/{policy.pk}/", told)
    assert list(PolicyRefusal.objects.order_by("pk").values_list("found", flat=True)) == [
        "fits",
        "",
    ]
    assert Notice.objects.filter(kind="policy.refused_though_fits").exists()
    client.force_login(city.account("organiser"))
    page = client.get("/policies/desk/").content.decode()
    assert "其中条件都符合的 1" in page
    page = client.get(policy.get_absolute_url()).content.decode()
    assert "名额或资金用完了" in page
    assert "企业自己" in page


def test_the_unit_that_answers_for_a_policy_sees_it_and_no_other(city, client):
    mine, other = in_use(city), in_use(city, title="别家的政策", unit=None)
    unit = city.seat("staff_finance")
    record_refusal(unit, mine.pk, on=today(), reason="papers")
    with pytest.raises(Refused):
        record_refusal(unit, other.pk, on=today(), reason="papers")
    with pytest.raises(Refused, match="原因"):
        record_refusal(unit, mine.pk, on=today(), reason="mood")
    client.force_login(city.account("staff_finance"))
    page = client.get("/policies/desk/").content.decode()
    assert "技改贴息" in page
    assert "别家的政策" not in page
    assert client.get(other.get_absolute_url()).status_code == 404


def test_an_ended_policy_says_why_and_is_not_amended(city):
    policy = in_use(city)
    with pytest.raises(Refused, match="为什么停用"):
        end_policy(city.seat("editor"), policy.pk, why=" ")
    end_policy(city.seat("editor"), policy.pk, why="到期")
    with pytest.raises(Refused):
        amend_policy(city.seat("editor"), policy.pk, title="x")


def test_the_pages_keep_their_budget(city, client, django_assert_max_num_queries):
    for n in range(12):
        in_use(city, title=f"政策 {n}")
    with django_assert_max_num_queries(8):
        assert "条件都符合 12 条" in look(client, **FIT)
    row = Policy.objects.order_by("pk")[0]
    client.force_login(city.account("organiser"))
    for path, most in (("/policies/desk/", 12), (row.get_absolute_url(), 15)):
        client.get(path)
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200
