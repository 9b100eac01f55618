"""加材料: a file that goes with the matter, to whatever organ it goes."""

from django.core.files.uploadedfile import UploadedFile

from ...documents.actions.store import store
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import MATTER
from ..models import Matter


@verb(MATTER, "add_matter_paper", Matter)
def add_matter_paper(case: Matter, seat: Seat, *, paper: UploadedFile, title: str = "") -> Done:
    """Checked and kept as every file is."""
    row = store(seat, case, paper, "attachment", title=title)
    return Done(detail={"file": row.pk})
