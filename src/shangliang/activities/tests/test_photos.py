"""Photos: refused when too big before anything is kept, and stripped of what a phone wrote into them."""

import io

import pytest
from PIL import Image

from shangliang.engines.photos import PhotoRefused, clean, refuse_size


def photo(side: int = 40, exif: bool = True) -> bytes:
    out = io.BytesIO()
    data = Image.Exif()
    data[0x010F] = "phone maker"
    data[0x8825] = {1: "N", 2: (30.0, 15.0, 0.0)}
    Image.new("RGB", (side, side), "teal").save(out, "JPEG", **({"exif": data} if exif else {}))
    return out.getvalue()


def test_place_and_device_are_gone_from_what_is_kept():
    assert b"phone maker" in photo()
    kept = Image.open(io.BytesIO(clean(photo())))
    assert not kept.getexif()
    assert "exif" not in kept.info


def test_a_photo_is_made_smaller():
    assert max(Image.open(io.BytesIO(clean(photo(2400)))).size) == 1600


def test_a_photo_of_60_mb_is_refused_by_its_size_alone():
    with pytest.raises(PhotoRefused, match="60 MB，最大 20 MB"):
        refuse_size(60 * 1024 * 1024)


def test_what_is_no_photo_is_refused_in_words():
    with pytest.raises(PhotoRefused, match="不是能打开的照片"):
        clean(b"GIF89a not really")
