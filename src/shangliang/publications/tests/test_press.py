"""The press fetches what is approved without an account; what it printed is kept; others take experience up."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.groups.tests.helpers import words
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.publications.actions.keep_outlet import keep_outlet
from shangliang.publications.actions.note_clipping import note_clipping
from shangliang.publications.checks import code_of, unproved
from shangliang.publications.models import Clipping, Outlet, Uptake

from .helpers import approved, do, drawn, out


def test_the_kit_is_fetched_without_sign_in_and_holds_text_and_evidence(city, client):
    piece = out(city)
    page = client.get(f"/press/{piece.pk}/")
    assert "凭什么这样说" in words(page)
    assert "核实的成效：停用的电梯" in words(page)
    answer = client.get(f"/press/{piece.pk}/kit.zip")
    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    assert sorted(packed.namelist()) == ["凭据.csv", "通稿.docx", "通稿.txt"]
    assert "12台" in packed.read("凭据.csv").decode("utf-8-sig")
    assert piece.title in packed.read("通稿.txt").decode("utf-8-sig")


@pytest.mark.parametrize("state", ["draft", "first", "approved"])
def test_what_is_not_released_is_not_there(city, client, state):
    piece = drawn(city, kind="release")
    parts = piece.parts | {"contact": "办公室"}
    do("edit_piece", city.seat("editor"), piece, title=piece.title, parts=parts)
    if state == "first":
        do("submit_piece", city.seat("editor"), piece)
    if state == "approved":
        approved(city, piece)
    for tail in ("", "kit.zip"):
        assert client.get(f"/press/{piece.pk}/{tail}").status_code == 404
    assert piece.title not in client.get("/press/").content.decode()


def test_a_claim_that_was_waved_through_is_seen_by_reviewers_and_readers(city, client):
    piece = drawn(city, kind="release")
    parts = {"text": piece.parts["text"] + "\n这是全省首个。", "contact": "办公室"}
    do("edit_piece", city.seat("editor"), piece, title=piece.title, parts=parts)
    piece.refresh_from_db()
    codes = [code_of(c) for c in unproved(piece)]
    do("prove_claims", city.seat("editor"), piece, claims=codes, reason="省报的原话")
    client.force_login(city.account("clerk"))
    assert "1 处凭据要核对" in words(client.get(piece.get_absolute_url()))
    approved(city, piece)
    do("publish_piece", city.seat("editor"), piece)
    client.logout()
    assert "不是说法：省报的原话" in words(client.get(f"/press/{piece.pk}/"))


def test_a_clipping_says_who_printed_what_when_and_where(city, client):
    piece = out(city)
    client.force_login(city.account("editor"))
    client.post(
        reverse("outlet-new"),
        {"kind": "paper", "name": "澄州日报", "desk": "时政", "reach": "0000-2", "active": "on"},
    )
    paper = Outlet.objects.get()
    data = {"outlet": paper.pk, "title": "电梯都开了", "on": today(), "piece": piece.pk}
    answer = client.post(reverse("clipping-new"), data)
    assert answer.status_code == 422
    assert "链接，或者版面" in words(answer)
    assert "电梯都开了" in words(answer)
    client.post(reverse("clipping-new"), data | {"page": "3 版", "faith": "true"})
    assert Clipping.objects.get().piece == piece
    assert "电梯都开了" in words(client.get(reverse("media")))
    assert "澄州日报时政" in words(client.get(piece.get_absolute_url()))
    client.force_login(city.account("leader"))
    page = words(client.get(reverse("media")))
    assert "电梯都开了" in page
    assert "0000-2" not in page  # the book of addresses is the desk's own


def test_what_differs_from_the_facts_says_where_and_tomorrow_is_not_yet(city):
    seat = city.seat("editor")
    paper = keep_outlet(seat, kind="site", name="澄州网")
    with pytest.raises(Refused, match="哪里不一样"):
        note_clipping(seat, outlet=paper.pk, title="题", on=today(), page="1", faith="wrong")
    with pytest.raises(Refused, match="不能晚于今天"):
        note_clipping(seat, outlet=paper.pk, title="题", on=today() + timedelta(days=1), page="1")
    with pytest.raises(Refused, match="http"):
        note_clipping(seat, outlet=paper.pk, title="题", on=today(), link="javascript:alert(1)")
    with pytest.raises(Refused, match="已经登记过"):
        keep_outlet(seat, kind="site", name="澄州网")


def test_a_unit_takes_up_a_case_and_says_what_became_of_it(city, client):
    piece = out(city, kind="practice")
    unit = city.units["finance"]
    client.force_login(city.account("staff_finance"))
    assert piece.title in words(client.get(reverse("practices")))
    url = reverse("do", args=["piece", "take_up", piece.pk])
    client.post(url, {"who": unit.pk, "text": "照着约定维保由谁出钱", "on": today()})
    row = Uptake.objects.get()
    with pytest.raises(Refused, match="已经记过"):
        do("take_up", city.seat("staff_finance"), piece, who=unit.pk, text="再学一次")
    do(
        "follow_up",
        city.seat("staff_finance"),
        piece,
        uptake=row.pk,
        text="试了一个小区，做成了",
        came="worked",
    )
    client.logout()
    page = words(client.get(f"/press/{piece.pk}/"))
    assert str(unit) in page
    assert "试了一个小区，做成了" in page
    assert "做成了" in page


def test_a_unit_speaks_only_for_itself_and_the_desk_says_how_it_knows(city):
    piece = out(city, kind="practice")
    other = city.units["housing"].pk
    with pytest.raises(Refused, match="只能替自己的单位"):
        do("take_up", city.seat("staff_finance"), piece, who=other, text="学")
    with pytest.raises(Refused, match="怎么知道的"):
        do("take_up", city.seat("editor"), piece, who=other, text="学")
    do("take_up", city.seat("editor"), piece, who=other, text="学", told="来函")
    row = piece.uptakes.get()
    with pytest.raises(Refused, match="还没有采用的记录"):
        do("follow_up", city.seat("staff_finance"), piece, uptake=row.pk, text="好", came="worked")


def test_a_unit_sees_neither_drafts_nor_who_reviewed(city, client):
    draft, piece = drawn(city), out(city, kind="practice")
    client.force_login(city.account("staff_finance"))
    assert client.get(draft.get_absolute_url()).status_code == 404
    page = words(client.get(piece.get_absolute_url()))
    assert "三审" not in page
    assert "谁动过" not in page
