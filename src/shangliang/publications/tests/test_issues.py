"""An issue is built from this month's results, signed, numbered by year, and stands as page and paper."""

import io
import zipfile

import pytest
from django.urls import reverse

from shangliang.groups.tests.helpers import words
from shangliang.procedures.verdicts import Refused
from shangliang.publications.actions.start_gazette import start_gazette
from shangliang.publications.models import Gazette, Piece

from .helpers import approved, do, drawn, effect, issued, out, published


def test_an_issue_is_built_on_its_pages_from_this_months_results(city, client):
    effect(city)
    client.force_login(city.account("editor"))
    page = client.get(reverse("publications"))
    assert "停用的电梯：见效" in words(page)
    (found,) = [r for label, rows in page.context["results"] for r, _ in rows if r.type == "effect"]
    answer = client.post(reverse("publications"), {"kind": "news", "source": found.key})
    piece = Piece.objects.get()
    assert answer.url == piece.get_absolute_url()
    approved(city, piece)
    client.post(reverse("gazettes"), {"name": "政协信息", "pieces": [piece.pk]})
    case = Gazette.objects.get()
    client.force_login(city.account("leader"))
    client.post(reverse("do", args=["gazette", "release_gazette", case.pk]))
    case.refresh_from_db()
    assert (case.state, case.number) == ("issued", 1)
    client.logout()
    text = words(client.get(f"/press/issues/{case.pk}/"))
    assert "停用的电梯" in text
    assert "第 1 期" in text
    paper = client.get(f"/press/issues/{case.pk}/paper.docx")
    body = zipfile.ZipFile(io.BytesIO(b"".join(paper) if paper.streaming else paper.content))
    assert "停用的电梯" in body.read("word/document.xml").decode()
    assert client.get(f"/press/issues/{case.pk}/paper.pdf")["Content-Type"] == "application/pdf"
    assert client.get(f"/press/issues/{case.pk}/paper.txt").status_code == 404


def test_numbers_have_no_gaps_and_belong_to_a_name_and_a_year(city):
    first, second = issued(city), issued(city)
    assert (first.number, second.number, first.year) == (1, 2, second.year)
    other = start_gazette(city.seat("editor"), name="《画册》", pieces=[approved(city).pk])
    assert do("release_gazette", city.seat("leader"), other).number == 1


def test_an_issue_not_signed_is_not_there(city, client):
    case = start_gazette(city.seat("editor"), name="政协信息", pieces=[approved(city).pk])
    for tail in ("", "paper.docx", "paper.pdf"):
        assert client.get(f"/press/issues/{case.pk}/{tail}").status_code == 404
    with pytest.raises(Refused, match="政协领导"):
        do("release_gazette", city.seat("editor"), case)


def test_a_text_stands_in_one_issue_and_only_when_approved(city):
    piece = approved(city)
    case = start_gazette(city.seat("editor"), name="政协信息", pieces=[piece.pk])
    with pytest.raises(Refused, match="已经编在"):
        start_gazette(city.seat("editor"), name="政协信息", pieces=[piece.pk])
    with pytest.raises(Refused, match="还没有终审"):
        do("compose_gazette", city.seat("editor"), case, name="政协信息", pieces=[drawn(city).pk])
    with pytest.raises(Refused, match="先从那一期里拿出来"):
        do("return_piece", city.seat("leader"), piece, note="改")
    do("drop_gazette", city.seat("editor"), case)
    do("return_piece", city.seat("leader"), Piece.objects.get(pk=piece.pk), note="改")


def test_the_order_typed_in_the_form_is_the_order_of_the_issue(city, client):
    one, two = approved(city), approved(city)
    case = start_gazette(city.seat("editor"), name="政协信息", pieces=[one.pk])
    client.force_login(city.account("editor"))
    url = reverse("do", args=["gazette", "compose_gazette", case.pk])
    client.post(url, {"name": "政协信息", f"n_{one.pk}": "2", f"n_{two.pk}": "1"})
    assert [p.pk for p in case.pieces.order_by("place")] == [two.pk, one.pk]


def test_a_correction_is_a_dated_note_by_two_people_and_the_text_stays(city, client):
    piece = out(city)
    with pytest.raises(Refused, match="现在是"):
        do("edit_piece", city.seat("editor"), piece, title="悄悄改", parts={})
    do("write_amendment", city.seat("editor"), piece, text="“12台”应为“13台”。")
    page = f"/press/{piece.pk}/"
    assert "应为" not in words(client.get(page))
    note = piece.amendments.get()
    with pytest.raises(Refused, match="政协领导"):
        do("pass_amendment", city.seat("editor"), piece, amendment=note.pk)
    do("pass_amendment", city.seat("leader"), piece, amendment=note.pk)
    text = words(client.get(page))
    assert "应为“13台”" in text
    assert "12台" in text


def test_a_text_taken_back_leaves_a_word_in_its_issue(city, client):
    case = issued(city)
    piece = case.pieces.get()
    do("withdraw_piece", city.seat("leader"), piece, why="事实有误")
    text = words(client.get(f"/press/issues/{case.pk}/"))
    assert "已经撤下" in text
    assert piece.title not in text
    assert "事实有误" not in text
    assert client.get(f"/press/{piece.pk}/").status_code == 404


@pytest.mark.parametrize("many", [1, 4])
def test_pages_ask_a_fixed_number_of_questions(city, client, django_assert_max_num_queries, many):
    case = published(city)
    piece = None
    for _ in range(many):
        piece = drawn(city, row=effect(city, case))
        approved(city, piece)
    client.force_login(city.account("editor"))
    client.get(reverse("publications"))
    with django_assert_max_num_queries(22):  # seven rooms are asked what they confirmed
        client.get(reverse("publications"))
    with django_assert_max_num_queries(15):
        client.get(piece.get_absolute_url())
    with django_assert_max_num_queries(12):
        client.get(reverse("gazettes"))
    done = start_gazette(city.seat("editor"), name="政协信息", pieces=[p.pk for p in Piece.objects.filter(committee=city.committee)])  # fmt: skip
    do("release_gazette", city.seat("leader"), done)
    client.logout()
    with django_assert_max_num_queries(12):
        client.get("/press/")
    with django_assert_max_num_queries(12):
        client.get(f"/press/issues/{done.pk}/")
    with django_assert_max_num_queries(15):
        client.get(f"/press/{piece.pk}/")
