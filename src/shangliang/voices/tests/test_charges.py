"""Charges: a visit with photos (S-076), the joint plan of a township as a paper (S-077)."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.voices.actions.add_charge import add_charge
from shangliang.voices.actions.agree_plan import agree_plan
from shangliang.voices.actions.note_visit import note_visit
from shangliang.voices.actions.set_plan import set_plan
from shangliang.voices.models import Visit, VisitPhoto

pytestmark = pytest.mark.django_db
SECRET_PLACE = b"34.6197N"


def picture(name: str = "a.jpg") -> SimpleUploadedFile:
    """A photo whose metadata says where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = SECRET_PLACE.decode()
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "olive").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def charge(city, kind):
    return add_charge(
        city.seat("organiser"), kind=kind, leader=city.people["leader"].pk, name="九岭乡",
        start=today() - timedelta(days=60),
    )  # fmt: skip


def test_a_visit_keeps_its_photos_without_the_place(city, client):
    row = charge(city, "project")
    client.force_login(city.account("leader"))
    answer = client.post(
        f"/charges/{row.pk}/visit/",
        {"on": f"{today()}", "note": "土方完成过半。", "photos": [picture(), picture("b.jpg")]},
    )
    assert answer.status_code == 302
    kept = VisitPhoto.objects.get()  # the same picture twice is one
    path = f"/charges/{row.pk}/photos/{kept.pk}/"
    assert path in client.get(f"/charges/{row.pk}/").content.decode()
    data = b"".join(client.get(path).streaming_content)
    assert data[:2] == b"\xff\xd8"
    assert SECRET_PLACE not in data


def test_a_photo_of_60_mb_loses_no_word_of_the_visit(city, client):
    row = charge(city, "project")
    big = picture()
    big.size = 60 * 1024 * 1024
    with pytest.raises(Refused, match="60 MB，最大 20 MB"):
        note_visit(city.seat("leader"), charge=row.pk, on=today(), note="看了。", photos=[big])
    assert not Visit.objects.exists()
    client.force_login(city.account("leader"))
    bad = SimpleUploadedFile("x.jpg", b"not a picture", content_type="image/jpeg")
    answer = client.post(
        f"/charges/{row.pk}/visit/", {"on": f"{today()}", "note": "看了料场。", "photos": bad}
    )
    assert answer.status_code == 409
    assert "看了料场。" in answer.content.decode()


def test_the_joint_plan_says_who_does_what_and_is_printed(city, client):
    row = charge(city, "township")
    seat = city.seat("organiser")
    with pytest.raises(Refused, match="还没有一行"):
        agree_plan(seat, charge=row.pk, on=today(), whom="乡政府")
    line = {"what": "茶园提升", "ours": "请农技委员", "theirs": "组织农户"}
    set_plan(seat, charge=row.pk, **line, due_on=today() + timedelta(days=30))
    with pytest.raises(Refused, match="写做成什么"):
        set_plan(seat, charge=row.pk, **line, due_on=today(), done_on=today())
    set_plan(seat, charge=row.pk, **line, due_on=today(), done_on=today(), result="三百亩")
    assert row.plan.count() == 1
    agree_plan(seat, charge=row.pk, on=today(), whom="乡政府")
    client.force_login(city.account("leader"))
    page = client.get(f"/charges/{row.pk}/").content.decode()
    assert "与乡政府商定" in page
    for ext in ("docx", "pdf"):
        assert client.get(f"/charges/{row.pk}/plan.{ext}").status_code == 200


def test_only_a_township_has_a_joint_plan(city, client):
    row = charge(city, "project")
    with pytest.raises(Refused, match="只有乡镇"):
        set_plan(
            city.seat("organiser"), charge=row.pk, what="a", ours="b", theirs="c", due_on=today()
        )
    client.force_login(city.account("leader"))
    assert client.get(f"/charges/{row.pk}/plan.docx").status_code == 404
