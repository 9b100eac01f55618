"""Keeping a photo of a voice: measured before it is read, drawn anew, kept once."""

import hashlib
import io

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from PIL import Image

from ..engines.photos import PhotoRefused, clean, refuse_size
from ..procedures.verdicts import refuse
from .models import Photo, Voice
from .models.parts import photo_place

MOST = 9


def keep_photo(voice: Voice, upload: UploadedFile) -> Photo:
    """The picture alone, without what the phone wrote into it. Raises Refused in words."""
    try:
        refuse_size(upload.size or 0)
        upload.seek(0)
        data = clean(upload.read())
    except PhotoRefused as refused:
        raise refuse(str(refused)) from refused
    digest = hashlib.sha256(data).hexdigest()
    if known := voice.photos.filter(sha256=digest).first():
        return known
    if voice.photos.count() >= MOST:
        raise refuse(f"一件最多放 {MOST} 张照片，请先去掉一张。")
    with Image.open(io.BytesIO(data)) as picture:
        width, height = picture.size
    row = Photo(
        committee_id=voice.committee_id,
        voice=voice,
        sha256=digest,
        width=width,
        height=height,
        size=len(data),
    )
    place = photo_place(row, "")
    if row.file.storage.exists(place):
        row.file.name = place
    else:
        row.file.save("p.jpg", ContentFile(data), save=False)
    row.save()
    return row
