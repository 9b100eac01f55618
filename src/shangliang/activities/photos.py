"""Keeping a photo of an activity: size asked first, metadata stripped, then stored as evidence."""

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import models

from ..documents.actions.store import store
from ..documents.models import Document
from ..engines.photos import PhotoRefused, clean, refuse_size
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse


def keep_photo(
    seat: Seat,
    case: models.Model,
    upload: UploadedFile,
    title: str,
    about: models.Model | None = None,
) -> Document:
    """The stored picture. Raises Refused in the user's words; then nothing is stored."""
    try:
        refuse_size(upload.size or 0)
        upload.seek(0)  # a verb done again reads it again
        data = clean(upload.read())
    except PhotoRefused as error:
        raise refuse(str(error)) from error
    picture = SimpleUploadedFile("photo.jpg", data, content_type="image/jpeg")
    return store(seat, case, picture, Document.Kind.EVIDENCE, about=about, title=title)
