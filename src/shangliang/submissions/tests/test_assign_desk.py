"""The assignment desk: three sets of units, row by row or in bulk, never twice, and its paper."""

import io
import zipfile
from datetime import date

import pytest

from shangliang.actors.models import Tie
from shangliang.demo.small import build_small_city
from shangliang.submissions.actions.assign import assign
from shangliang.submissions.desk.charge import in_charge_of
from shangliang.submissions.models import Assignment, Submission

DESK = "/desk/assign/"


@pytest.fixture
def supervisor(client, city):
    client.force_login(city.account("supervisor"))
    return client


def fresh(case):
    return Submission.objects.get(pk=case.pk)


@pytest.mark.parametrize(
    ("who", "status"),
    [("supervisor", 200), ("clerk", 200), ("member", 403), ("staff_housing", 403), ("leader", 403)],
)
def test_who_opens_the_assignment_desk(client, city, who, status):
    client.force_login(city.account(who))
    assert client.get(DESK).status_code == status


def test_the_table_sets_wish_review_and_assignment_side_by_side(
    supervisor, city, django_assert_max_num_queries
):
    for n in range(6):
        city.filed(f"member{n % 5 + 1}" if n % 5 else "member", title=f"关于第{n}件事的提案")
    supervisor.get(DESK)
    with django_assert_max_num_queries(12):
        page = supervisor.get(DESK).content.decode()
    assert "待交办 <b>6</b>" in page
    assert 'value="市住建局"' in page
    assert "各单位件数" in page


def test_a_row_is_assigned_to_what_stands_in_its_boxes(supervisor, city):
    case = city.filed()
    supervisor.post(
        DESK,
        {"one": case.pk, f"lead-{case.pk}": "市民政局", f"co-{case.pk}": "市财政局、市教育局"},
    )
    assert fresh(case).state == "handling"
    rows = Assignment.objects.filter(submission=case).values_list("unit__short", "role")
    assert set(rows) == {("市民政局", "lead"), ("市财政局", "co"), ("市教育局", "co")}
    assert case.unit_choices.filter(layer="reviewed").count() == 2  # the review stays as it was


def test_several_are_assigned_and_those_refused_keep_what_was_typed(supervisor, city):
    one, other = city.filed(), city.filed("member2")
    answer = supervisor.post(
        DESK,
        {
            "selected": [one.pk, other.pk],
            f"lead-{one.pk}": "市住建局",
            f"lead-{other.pk}": "市火星局",
        },
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert (fresh(one).state, fresh(other).state) == ("handling", "filed")
    assert 'value="市火星局"' in page
    assert "没有“市火星局”这个单位" in page
    assert f'value="{other.pk}" aria-label="选中 第0002号" checked' in page


def test_pressing_twice_assigns_once_and_says_when_it_was_done(supervisor, city):
    case = city.filed()
    data = {"one": case.pk, f"lead-{case.pk}": "市住建局", f"co-{case.pk}": ""}
    supervisor.post(DESK, data)
    page = supervisor.post(DESK, data).content.decode()
    assert "没有再交办一次" in page
    assert Assignment.objects.filter(submission=case).count() == 1


def test_each_answering_alone_needs_two(supervisor, city):
    case = city.filed()
    data = {"one": case.pk, f"lead-{case.pk}": "市住建局", f"co-{case.pk}": ""}
    data[f"way-{case.pk}"] = "each"
    assert "分办至少要两个单位" in supervisor.post(DESK, data).content.decode()


def test_what_has_no_lead_yet_is_named(supervisor, city):
    case = city.filed()
    case.unit_choices.filter(layer="reviewed").delete()
    page = supervisor.get(DESK).content.decode()
    assert "还没有拟主办单位" in page
    assert "没有拟主办 <b>1</b>" in page


def test_another_committees_proposal_is_out_of_reach(supervisor, city):
    other = build_small_city("邻州市", prefix="n_").filed()
    supervisor.post(DESK, {"one": other.pk, f"lead-{other.pk}": "市住建局"})
    assert fresh(other).state == "filed"


def test_nothing_ticked_is_said(supervisor, city):
    city.filed()
    assert "还没有勾选" in supervisor.post(DESK, {}, follow=True).content.decode()


def test_the_meetings_list_comes_as_word_and_pdf(supervisor, city):
    city.filed(title="关于健全加装电梯后续管养机制的提案")
    word = supervisor.get(f"{DESK}list.docx")
    with zipfile.ZipFile(io.BytesIO(word.content)) as archive:
        text = archive.read("word/document.xml").decode()
    assert "加装电梯" in text
    assert "市住建局" in text
    assert supervisor.get(f"{DESK}list.pdf").content.startswith(b"%PDF")
    assert supervisor.get(f"{DESK}list.exe").status_code == 404


def test_the_meetings_list_of_nothing_is_still_a_paper(supervisor, city):
    assert supervisor.get(f"{DESK}list.docx").status_code == 200


def test_the_leader_in_charge_is_the_one_of_the_day(city):
    housing = city.units["housing"]
    for who, start, end in (
        ("leader", date(2025, 1, 1), date(2026, 4, 30)),
        ("member5", date(2026, 5, 1), None),
    ):
        Tie.objects.create(
            committee=city.committee,
            kind=Tie.Kind.IN_CHARGE,
            who=city.people[who],
            whom=housing,
            start=start,
            end=end,
        )
    before = in_charge_of(city.committee.pk, [housing.pk], date(2026, 4, 30))
    after = in_charge_of(city.committee.pk, [housing.pk], date(2026, 5, 1))
    assert before == {housing.pk: "梁在望"}
    assert after == {housing.pk: "顾小满"}


def test_the_desk_names_the_leader_in_charge(supervisor, city):
    city.tie("leader", Tie.Kind.IN_CHARGE, city.units["housing"])
    city.filed()
    assert "分管：梁在望" in supervisor.get(DESK).content.decode()


def test_bulk_on_the_review_desk_assigns_to_the_reviewed_units(client, city):
    case = city.filed()
    client.force_login(city.account("clerk"))
    client.post("/desk/review/bulk/", {"verb": "assign", "selected": [case.pk]})
    assert fresh(case).state == "handling"
    with pytest.raises(Exception, match="办理中"):
        assign(city.seat("clerk"), case.pk)


def test_enter_in_a_box_presses_no_row(supervisor, city):
    """Browsers press a form's first button on Enter; here that one is dead."""
    city.filed()
    page = supervisor.get(DESK).content.decode()
    form = page[page.index('id="assign-form"') :]
    assert form.index("<button hidden disabled>") < form.index('name="one"')
