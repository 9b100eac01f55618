"""Protected sources (catalogue E1), secret material (E4), named persons, photos: bad input with clear words."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.voices.actions.add_photo import add_photo
from shangliang.voices.actions.open_source import erase_due, open_source
from shangliang.voices.models import Photo, Source, Voice

from . import life

pytestmark = pytest.mark.django_db
SECRET_NAME = "石保密大娘"


def told(city):
    return life.received(city, from_others=True, source_name=SECRET_NAME)


def test_only_the_editor_of_the_item_opens_the_source_and_each_opening_is_an_event(city):
    voice = told(city)
    assert open_source(city.seat("editor"), voice.pk, reason="verify").name == SECRET_NAME
    open_source(city.seat("editor"), voice.pk, reason="answer")
    events = Event.objects.filter(verb="voice.open_source")
    assert [e.detail["reason"] for e in events.order_by("seq")] == ["verify", "answer"]
    for who in ("leader", "organiser", "member", "clerk", "staff_housing", "admin"):
        with pytest.raises(Refused):
            open_source(city.seat(who), voice.pk, reason="verify")
    assert events.count() == 2


def test_another_editor_does_not_open_what_is_in_the_firsts_hands(city):
    voice = told(city)
    life.do("voice", "screen", city.seat("editor"), voice)
    city.tie("clerk", "editor", city.committee)
    with pytest.raises(Refused, match="另一位编辑"):
        open_source(city.seat("clerk"), voice.pk, reason="verify")


def test_no_reason_no_name(city):
    with pytest.raises(Refused, match="为什么要打开"):
        open_source(city.seat("editor"), told(city).pk, reason="")
    assert not Event.objects.filter(verb="voice.open_source").exists()


def test_the_name_stands_on_no_page_export_or_notice_but_the_one_that_opens_it(city):
    voice = told(city)
    editor = city.seat("editor")
    life.do("voice", "turn_to_task", editor, voice, owner=city.units["housing"].pk)
    seen = []
    for who in ("editor", "leader", "staff_housing", "supervisor", "organiser"):
        client = Client()
        client.force_login(city.account(who))
        for page in (
            "/voices/desk/?tab=rest", f"/voices/{voice.pk}/", "/commitments/", "/messages/", "/day/",
            "/exports/voices.xlsx", "/exports/voice-adoptions.xlsx", f"/receipt/{voice.public_code}/",
            f"/tasks/{voice.turned_id or 0}/", f"/voices/{voice.pk}/source/",
        ):  # fmt: skip
            answer = client.get(page)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            if SECRET_NAME in body.decode("utf-8", "ignore"):
                seen.append((who, page))
    assert seen == []


def test_a_source_is_erased_when_its_time_is_over(city):
    voice = told(city)
    Source.objects.filter(voice=voice).update(keep_until=today() - timedelta(days=1))
    assert erase_due(city.committee.pk) == 1
    row = Source.objects.get(voice=voice)
    assert (row.name, row.contact, row.erased_on) == ("", "", today())
    assert erase_due(city.committee.pk) == 0


def test_who_says_secret_is_sent_to_the_right_channel_and_nothing_is_kept(city):
    client = Client()
    client.force_login(city.account("member"))
    before = Voice.objects.count()
    data = {"client_key": "k1", "secrecy": "secret", "text": "某事", "kind": "report"}
    answer = client.post("/voices/write/", data)
    assert answer.status_code == 409
    assert "机要" in answer.content.decode()
    assert "某事" in answer.content.decode()  # what was typed stays on the page, not in the house
    answer = client.post("/voices/keep/", data)
    assert "机要" in answer.json()["error"]
    assert Voice.objects.count() == before


def test_a_mark_of_secrecy_in_the_text_is_refused_too(city):
    with pytest.raises(Refused, match="密级标志"):
        life.draft(city, text="秘密★10年\n关于某工程的情况")


def test_an_anonymous_note_that_names_a_person_is_flagged_and_masked_in_lists(city):
    voice = life.citizen(city, "某街道王科长收了商户好处。")
    assert voice.names_person
    assert voice.masked
    client = Client()
    client.force_login(city.account("editor"))
    page = client.get("/voices/desk/").content.decode()
    queue = page[page.index('id="queue"') : page.index('id="case"')]
    assert "王科长" not in queue
    assert "已遮盖" in queue
    assert "匿名来件指名道姓" in page
    with pytest.raises(Refused, match="先编写去掉姓名"):
        life.do("voice", "turn_to_task", city.seat("editor"), voice, owner=city.units["housing"].pk)


def test_a_note_with_a_name_under_it_is_not_masked(city):
    voice = life.citizen(city, "王科长很热心。", source_name="石大娘")
    assert not voice.masked


def photo(side=60, **exif):
    out = io.BytesIO()
    data = Image.Exif()
    data[0x8825] = {1: "N", 2: (30.0, 15.0, 0.0)}
    Image.new("RGB", (side, side), "teal").save(out, "JPEG", exif=data)
    return SimpleUploadedFile("巷口 30.25N.jpg", out.getvalue(), "image/jpeg")


def test_a_photo_keeps_no_place_and_no_file_name(city):
    voice = life.draft(city)
    row = add_photo(city.seat("member"), voice.pk, photo())
    with row.file.open("rb") as file:
        kept = Image.open(io.BytesIO(file.read()))
    assert not kept.getexif()
    assert "巷口" not in row.file.name
    assert add_photo(city.seat("member"), voice.pk, photo()).pk == row.pk  # the same once


def test_a_photo_of_60_mb_is_refused_before_it_is_read_and_the_note_is_kept(city):
    voice = life.draft(city)
    upload = photo()
    upload.size = 60 * 1024 * 1024
    with pytest.raises(Refused, match="60 MB，最大 20 MB"):
        add_photo(city.seat("member"), voice.pk, upload)
    assert Photo.objects.count() == 0
    assert Voice.objects.get(pk=voice.pk).text


def test_a_unit_does_not_see_photos_of_a_note_that_is_not_its_own(city):
    voice = life.draft(city)
    row = add_photo(city.seat("member"), voice.pk, photo())
    life.do("voice", "submit", city.seat("member"), voice)
    client = Client()
    for who, status in (("member", 200), ("editor", 200), ("staff_housing", 404), ("member2", 404)):
        client.force_login(city.account(who))
        assert client.get(f"/voices/{voice.pk}/photos/{row.pk}/").status_code == status, who
