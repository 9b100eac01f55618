"""Statistics reconcile, open their parts, and keep what is shielded shielded."""

import random
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shangliang.actors.models import Session
from shangliang.demo.small import SmallCity
from shangliang.records import promises
from shangliang.records.measures import NATURES, OUTCOMES, WINDOWS, Measures
from shangliang.records.parts import open_parts
from shangliang.records.service import Spread
from shangliang.records.statistics import sessions_of, year
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.rehandle import rehandle
from shangliang.submissions.flow import PROPOSAL
from shangliang.submissions.models import Submission


def as_(city: SmallCity, who: str) -> Client:
    client = Client()
    client.force_login(city.account(who))
    return client


def some_case(city: SmallCity, rng: random.Random) -> Submission:
    """A row of any state, class, nature, window: what an import might bring."""
    state = rng.choice(list(PROPOSAL.states))
    now = timezone.now()
    late = state in ("handling", "replied", "closed")
    return Submission(
        committee=city.committee,
        session=city.session,
        rulebook=city.rulebook,
        author=city.people["member"],
        title="关于一件事的提案",
        state=state,
        nature=rng.choice(Submission.Nature.values),
        window=rng.choice(["plenary", "ordinary", ""]),
        class_code=rng.choice([c.code for c in city.rulebook.rules.classes] + ["", "odd"]),
        round=rng.choice([1, 1, 2]),
        submitted_at=now,
        assigned_at=now if late else None,
        replied_at=now if state in ("replied", "closed") else None,
        grade=rng.choice(["A", "B", "C", ""]) if state in ("replied", "closed") else "",
        satisfaction=rng.choice(["", "satisfied", "basically", "not"]) if late else "",
    )


@given(seed=st.integers(0, 10_000), count=st.integers(0, 60))
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_the_rows_the_lines_add_up(city: SmallCity, seed: int, count: int) -> None:
    Submission.objects.all().delete()
    rng = random.Random(seed)
    Submission.objects.bulk_create(some_case(city, rng) for _ in range(count))
    measures = Measures(city.committee.pk)
    n = measures.count([city.session.pk])[city.session.pk]
    assert n["received"] == sum(n[m.key] for m in OUTCOMES)
    assert n["filed"] == sum(n[m.key] for m in (*measures.classes, measures.unclassed))
    assert n["filed"] == n["by_members"] + n["collective"] == sum(n[m.key] for m in NATURES)
    assert n["filed"] == sum(n[m.key] for m in WINDOWS)
    assert n["replied"] == sum(n[m.key] for m in (*measures.grades, measures.ungraded))
    assert n["rated"] == n["final_satisfied"] + n["final_basically"] + n["final_not"]
    assert n["replied"] <= n["assigned"] <= n["filed"] <= n["received"]
    unsent = Submission.objects.filter(state__in=("draft", "discarded", "approving")).count()
    assert n["received"] + n["divided"] + unsent == count


def test_each_number_is_as_long_as_its_list(city: SmallCity) -> None:
    rng = random.Random(7)
    Submission.objects.bulk_create(some_case(city, rng) for _ in range(120))
    city.replied()
    seat = city.seat("clerk")
    measures = Measures(city.committee.pk)
    n = measures.count([city.session.pk])[city.session.pk]
    for key in measures.by_key:
        parts = open_parts(seat, key, city.session)
        assert parts.total == n[key] == parts.rows.count(), key


def test_the_first_rating_stays_counted_when_a_second_round_begins(city: SmallCity) -> None:
    case = city.replied()
    rate(city.seat("member"), case.pk, attitude="satisfied", result="not", text="没有办。")
    rehandle(city.seat("supervisor"), case.pk, asks=[1])
    n = Measures(city.committee.pk).count([city.session.pk])[city.session.pk]
    assert (n["first_rated"], n["first_not"], n["rated"], n["rehandled"]) == (1, 1, 0, 1)


def test_a_number_opens_its_parts_on_the_page(city: SmallCity) -> None:
    case = city.filed()
    client = as_(city, "clerk")
    page = client.get("/statistics/").content.decode()
    link = f"/statistics/parts/filed/?session={city.session.pk}"
    assert link in page
    assert case.title in client.get(link).content.decode()


def test_rows_a_seat_may_not_open_are_counted_and_not_listed(city: SmallCity) -> None:
    case = city.submitted()
    page = as_(city, "leader").get(f"/statistics/parts/in_review/?session={city.session.pk}")
    assert case.title not in page.content.decode()
    assert "其中 1 件不在您的身份可以打开的范围内" in page.content.decode()


def test_the_page_asks_few_questions_and_asks_them_once(
    city: SmallCity, django_assert_max_num_queries
) -> None:
    for _ in range(4):
        city.replied()
    client = as_(city, "clerk")
    client.get("/statistics/")
    cache.clear()
    for url in ("/statistics/", "/qualities/", "/qualities/handling/", "/qualities/service/"):
        with django_assert_max_num_queries(15):
            assert client.get(url).status_code == 200
        with django_assert_max_num_queries(9):
            client.get(url)


def test_a_kept_number_changes_with_the_next_event(city: SmallCity) -> None:
    client = as_(city, "clerk")
    assert "收到 <b>0</b>" in client.get("/statistics/").content.decode()
    city.submitted()
    assert "收到 <b>1</b>" in client.get("/statistics/").content.decode()


def test_people_of_a_unit_see_neither_statistics_nor_qualities(city: SmallCity) -> None:
    client = as_(city, "staff_housing")
    for url in ("/statistics/", "/qualities/", "/statistics/parts/final_not/"):
        assert client.get(url).status_code == 403


def test_a_leader_who_also_works_in_a_unit_sees_no_ratings(city: SmallCity) -> None:
    case = city.replied()
    rate(city.seat("member"), case.pk, attitude="satisfied", result="satisfied")
    city.tie("leader", "unit_staff", city.units["housing"])
    client = as_(city, "leader")
    page = client.get("/statistics/").content.decode()
    assert "满意率" not in page
    assert client.get("/statistics/parts/final_satisfied/").status_code == 403
    assert client.get("/statistics/parts/unit_satisfied/").status_code == 403
    assert "满意率" not in client.get("/qualities/handling/").content.decode().split("<p class")[0]


def test_few_cases_make_no_share(city: SmallCity) -> None:
    case = city.replied()
    rate(city.seat("member"), case.pk, attitude="satisfied", result="satisfied")
    page = as_(city, "clerk").get("/qualities/handling/").content.decode()
    assert "评 1 件" in page
    assert "100%" not in page


def test_the_office_sees_its_median_days_and_opens_the_slowest_case(city: SmallCity) -> None:
    """S-004: the page shows the median from filing to assignment, and one late case opens."""
    quick, slow = city.assigned(), city.assigned(title="关于拖了很久才交办的一件事的提案")
    for case, days in ((quick, 2), (slow, 40)):
        Submission.objects.filter(pk=case.pk).update(
            filed_at=timezone.now() - timedelta(days=days), assigned_at=timezone.now()
        )
    client = as_(city, "clerk")
    page = client.get("/qualities/service/").content.decode()
    assert "立案到交办" in page
    assert "21 天" in page
    listed = client.get(f"/statistics/parts/slow_assign/?session={city.session.pk}")
    body = listed.content.decode()
    assert body.index(slow.title) < body.index(quick.title)
    assert client.get(f"/proposals/{slow.pk}/").status_code in (200, 404)


@pytest.mark.parametrize(
    ("days", "median"),
    [
        (((3, 1),), 3),
        (((1, 1), (3, 1)), 2),
        (((1, 2), (5, 1)), 1),
        (((0, 1), (2, 1), (9, 1)), 2),
        ((), None),
    ],
)
def test_the_median_of_counted_days(days: tuple, median: float | None) -> None:
    assert Spread(days).median == median


def test_promises_count_by_the_session_of_their_proposal(city: SmallCity) -> None:
    city.replied()
    n = promises.count(city.committee.pk, [city.session.pk], "session_id")[city.session.pk]
    assert (n["promised"], n["promise_kept"], n["promise_late"]) == (1, 0, 0)


def test_three_sessions_stand_beside_each_other(city: SmallCity) -> None:
    for back in (1, 2, 3):
        opens = city.session.opens - timedelta(days=365 * back)
        Session.objects.create(
            committee=city.committee,
            term=city.session.term,
            number=20 + back,
            opens=opens,
            closes=opens,
            window_opens=opens,
            cutoff_at=timezone.now(),
            year=opens.year,
        )
    every, compared = sessions_of(city.committee.pk, None)
    assert (len(every), len(compared)) == (4, 3)
    found = year(city.seat("clerk"), compared, Measures(city.committee.pk))
    assert all(len(line.values) == 3 for block in found.blocks for line in block.lines)


def test_the_report_comes_as_word_and_pdf(city: SmallCity) -> None:
    city.replied()
    client = as_(city, "clerk")
    assert client.get("/statistics/report.docx").content[:2] == b"PK"
    assert client.get("/statistics/report.pdf").content[:4] == b"%PDF"


def test_a_committee_without_sessions_gets_a_page_that_says_so(city: SmallCity) -> None:
    Session.objects.all().delete()
    client = as_(city, "clerk")
    for url in ("/statistics/", "/qualities/"):
        assert "还没有届次" in client.get(url).content.decode()
