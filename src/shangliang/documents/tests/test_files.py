"""Files: looked at before they are stored, given out only to those who may see the case."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from shangliang.documents.actions.remove import remove
from shangliang.documents.actions.store import store
from shangliang.documents.models import Document
from shangliang.journal.models import Event
from shangliang.procedures.verdicts import Refused

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"
)


def upload(name="照片.png", data=PNG):
    return SimpleUploadedFile(name, data)


def kept(city, case, **kwargs):
    return store(city.seat("member"), case, upload(**kwargs), "attachment")


def test_a_file_is_kept_under_its_digest_with_one_event(city):
    case = city.draft()
    row = kept(city, case)
    assert row.title == "照片.png"
    assert "照片" not in row.file.name
    assert row.sha256 in row.file.name
    event = Event.objects.get(verb="document.store")
    assert (event.case_id, event.about_id) == (case.pk, row.pk)
    assert "照片" not in str(event.detail)


def test_the_same_file_sent_twice_is_kept_once(city):
    case = city.draft()
    assert kept(city, case).pk == kept(city, case).pk
    assert Document.objects.count() == 1


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr("word/document.xml", b"0" * 60_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    "name, data, words",
    [
        ("空.png", b"", "空的"),
        ("改名.png", b"MZ\x90\x00 not a picture", "不是 .png 格式"),
        ("改名.docx", b"MZ\x90\x00 program", "不是 .docx 格式"),
        ("程序.exe", b"MZ\x90\x00", "不能上传 .exe"),
        ("网页.html", b"<script>alert(1)</script>", "不能上传 .html"),
        ("图.svg", b"<svg onload=alert(1)>", "不能上传 .svg"),
        ("带宏.docm", b"PK\x03\x04", "宏"),
        ("炸弹.docx", bomb(), "解开后过大"),
        ("涉密.txt", "秘密★五年\n关于某事".encode(), "密级标志"),
    ],
)
def test_a_refused_file_leaves_no_trace(city, name, data, words):
    case = city.draft()
    events = Event.objects.count()
    with pytest.raises(Refused, match=words):
        kept(city, case, name=name, data=data)
    assert not Document.objects.exists()
    assert Event.objects.count() == events


def test_a_file_too_big_is_refused_with_both_sizes(city, settings):
    settings.UPLOAD_MAX_BYTES = 2000
    with pytest.raises(Refused, match="上限"):
        kept(city, city.draft(), data=PNG + b"0" * 3000)
    assert not Document.objects.exists()


def test_a_name_with_paths_and_marks_becomes_harmless(city):
    row = kept(city, city.draft(), name="..\\..\\a\u202egnp.exe/照片.png")
    assert row.title == "照片.png"


def test_a_file_of_another_committee_is_refused(city):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="lin-")
    with pytest.raises(Refused, match="不属于"):
        store(other.seat("member"), city.draft(), upload(), "attachment")


@pytest.mark.parametrize(
    "who, status",
    [
        ("member", 200),
        ("member2", 404),
        ("clerk", 404),
        ("supervisor", 404),
        ("leader", 404),
        ("staff_housing", 404),
        ("admin", 404),
    ],
)
def test_a_file_of_a_draft_is_its_writers_alone(city, client, who, status):
    row = kept(city, city.draft())
    client.force_login(city.account(who))
    assert client.get(f"/files/{row.pk}/").status_code == status


def test_a_file_of_a_submitted_proposal_is_open_to_the_office(city, client):
    case = city.draft()
    row = kept(city, case)
    from shangliang.submissions.actions.submit import submit

    submit(city.seat("member"), case.pk)
    client.force_login(city.account("clerk"))
    assert client.get(f"/files/{row.pk}/").status_code == 200


def test_a_visitor_is_led_to_sign_in(city, client):
    row = kept(city, city.draft())
    answer = client.get(f"/files/{row.pk}/")
    assert answer.status_code == 302
    assert "/sign-in/" in answer["Location"]


def test_a_file_of_another_committee_is_not_there(city, client):
    from shangliang.demo.small import build_small_city

    row = kept(city, city.draft())
    other = build_small_city("邻州市", prefix="lin-")
    client.force_login(other.account("clerk"))
    assert client.get(f"/files/{row.pk}/").status_code == 404


def test_a_file_comes_as_a_download_that_cannot_act_in_our_name(city, client):
    row = kept(city, city.draft())
    client.force_login(city.account("member"))
    answer = client.get(f"/files/{row.pk}/")
    assert b"".join(answer.streaming_content) == PNG
    assert answer["Content-Disposition"].startswith("attachment")
    assert "filename*=utf-8''" in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in answer["Cache-Control"]


def test_a_line_end_in_a_name_never_reaches_the_header(city, client):
    row = kept(city, city.draft())
    Document.objects.filter(pk=row.pk).update(title="a\r\nSet-Cookie: x=1.png")
    client.force_login(city.account("member"))
    answer = client.get(f"/files/{row.pk}/")
    assert "Set-Cookie" not in answer.headers
    assert "\n" not in answer["Content-Disposition"]


def test_a_removed_file_is_no_longer_given_out(city, client):
    case = city.draft()
    row = kept(city, case)
    remove(city.seat("member"), case, row.pk)
    client.force_login(city.account("member"))
    assert client.get(f"/files/{row.pk}/").status_code == 404
    with pytest.raises(Refused, match="已经不在"):
        remove(city.seat("member"), case, row.pk)


def test_the_scan_of_a_reply_not_yet_sent_is_not_shown_to_the_proposer(city, client):
    case = city.accepted(units=(("housing", "lead"),))
    reply = city.reply(case)
    row = store(city.seat("staff_housing"), case, upload(), "reply", about=reply)
    client.force_login(city.account("member"))
    assert client.get(f"/files/{row.pk}/").status_code == 404
    client.force_login(city.account("staff_housing"))
    assert client.get(f"/files/{row.pk}/").status_code == 200


def test_opening_a_file_costs_few_queries(city, client, django_assert_max_num_queries):
    row = kept(city, city.draft())
    client.force_login(city.account("member"))
    client.get(f"/files/{row.pk}/")
    with django_assert_max_num_queries(10):
        client.get(f"/files/{row.pk}/")
