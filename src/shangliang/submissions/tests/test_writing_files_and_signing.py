"""Files of a proposal, and inviting and signing, as the pages do it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from shangliang.documents.models import Document
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.invite import invite
from shangliang.submissions.actions.start import start

from .writing import fresh, save, sheet, word_file


def test_a_word_file_is_split_shown_and_put_in_only_by_a_press(writer, city):
    case = start(city.seat("member"))
    save(writer, case, sheet(case, title="", analysis=""))
    answer = writer.post(f"/proposals/{case.pk}/word/", {"file": word_file()})
    preview = answer["Location"]
    page = writer.get(preview).content.decode()
    assert "据统计，去年起火 41 起。" in page
    assert fresh(case).title == ""
    choices = {"title": "replace", "situation": "append", "analysis": "leave", "asks": "append"}
    writer.post(preview, choices | {"revision": fresh(case).revision})
    case = fresh(case)
    assert case.title == "关于完善老旧小区充电设施的提案"
    assert case.situation == "全市已装三百余台。\n据统计，去年起火 41 起。"
    assert case.analysis == ""
    assert case.asks_count == 3
    assert Document.objects.get().kind == "original"


def test_what_was_written_since_the_preview_is_not_replaced_unseen(writer, city):
    case = start(city.seat("member"))
    preview = writer.post(f"/proposals/{case.pk}/word/", {"file": word_file()})["Location"]
    save(writer, case, sheet(case))
    answer = writer.post(preview, {"situation": "replace", "revision": "0"})
    assert answer.status_code == 409
    assert fresh(case).situation == "全市已装三百余台。"


@pytest.mark.parametrize(
    "name, data, words",
    [
        ("改名.docx", b"MZ\x90\x00 program", "不是 .docx 格式"),
        ("表.xlsx", b"PK\x03\x04", "不能上传 .xlsx"),
        ("空.docx", b"", "空的"),
    ],
)
def test_a_disguised_upload_is_refused_in_words_and_never_stored(writer, city, name, data, words):
    case = city.draft()
    answer = writer.post(f"/proposals/{case.pk}/word/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert case.situation in answer.content.decode()
    assert not Document.objects.exists()


def test_attachments_are_added_and_taken_out(writer, city):
    case = city.draft()
    text = SimpleUploadedFile("台账.txt", "停用 12 台".encode())
    writer.post(f"/proposals/{case.pk}/files/", {"file": text})
    row = Document.objects.get()
    assert "台账.txt" in writer.get(f"/proposals/{case.pk}/edit/").content.decode()
    writer.post(f"/proposals/{case.pk}/files/{row.pk}/remove/")
    row.refresh_from_db()
    assert row.removed_at


def test_nobody_else_attaches_or_takes_out(city, client):
    case = city.submitted()
    for who, status in (("member2", 404), ("clerk", 403)):
        client.force_login(city.account(who))
        answer = client.post(
            f"/proposals/{case.pk}/files/", {"file": SimpleUploadedFile("a.txt", b"x")}
        )
        assert answer.status_code == status
    assert not Document.objects.exists()


def test_members_are_found_by_pinyin_initials_characters_and_strokes(writer, city):
    found = {
        q: [p["name"] for p in writer.get(f"/proposals/people/?{q}").json()["people"]]
        for q in ("q=su", "q=swh", "q=晚", "q=ouyang", "strokes=7", "q=zzz", "q=")
    }
    assert found["q=su"] == found["q=swh"] == found["q=晚"] == ["苏晚禾"]
    assert found["q=ouyang"] == ["欧阳䶮"]
    assert "苏晚禾" in found["strokes=7"]
    assert found["q=zzz"] == found["q="] == []


def test_the_search_gives_names_and_sectors_and_nothing_else(writer, city):
    people = writer.get("/proposals/people/?q=su").json()["people"]
    assert people == [{"id": city.people["member2"].pk, "name": "苏晚禾", "sector": "经济界"}]


@pytest.mark.parametrize(
    "who, status",
    [("member", 200), ("drafter", 200), ("clerk", 200), ("staff_housing", 403), ("admin", 403)],
)
def test_who_may_search_members(city, client, who, status):
    client.force_login(city.account(who))
    assert client.get("/proposals/people/?q=su").status_code == status


def test_the_search_never_leaves_the_committee(city, client):
    from shangliang.demo.small import build_small_city

    build_small_city("邻州市", prefix="lin-")
    client.force_login(city.account("member"))
    assert len(client.get("/proposals/people/?q=su").json()["people"]) == 1


def test_one_press_invites_and_the_invited_signs_on_their_page(writer, city):
    case = city.draft()
    url = f"/proposals/{case.pk}/invite/"
    writer.post(url, {"person": city.people["member2"].pk})
    assert "待会签" in writer.get(url).content.decode()
    answer = writer.post(url, {"person": city.people["member2"].pk})
    assert answer.status_code == 409
    writer.force_login(city.account("member2"))
    mine = writer.get("/proposals/mine/").content.decode()
    assert "林一舟邀您联名" in mine
    page = writer.get(f"/proposals/{case.pk}/sign/").content.decode()
    assert "装时没有约定维保由谁出钱" in page
    writer.post(f"/proposals/{case.pk}/sign/", {"do": "sign", "revision": fresh(case).revision})
    assert case.signatures.get(person=city.people["member2"]).state == "signed"
    assert "您已会签" in writer.get(f"/proposals/{case.pk}/sign/").content.decode()


def test_a_text_changed_under_the_signer_is_shown_again_before_signing(writer, city):
    case = city.draft()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    edit(city.seat("member"), case.pk, fields={"situation": "后来改的情况。"})
    writer.force_login(city.account("member2"))
    answer = writer.post(f"/proposals/{case.pk}/sign/", {"do": "sign", "revision": case.revision})
    assert answer.status_code == 409
    assert "后来改的情况。" in answer.content.decode()


def test_who_declined_is_led_home_and_reads_it_no_more(writer, city):
    case = city.draft()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    writer.force_login(city.account("member2"))
    answer = writer.post(f"/proposals/{case.pk}/sign/", {"do": "decline"})
    assert answer["Location"] == "/proposals/mine/"
    assert writer.get(f"/proposals/{case.pk}/sign/").status_code == 404
