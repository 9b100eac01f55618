"""The sector's consultation on the page of the proposal that came from it."""

from ..procedures.seat import Seat
from ..submissions.chain.beside import BESIDE, Beside
from ..submissions.models import Submission
from .queries import consultations


def sectors_consultation(seat: Seat, case: Submission) -> list[Beside]:
    if case.nature != "sector":
        return []
    rows = consultations(seat).filter(form="sector", about_type="submission", about_id=case.pk)
    return [Beside("界别协商", row.title, row.get_absolute_url()) for row in rows[:3]]


BESIDE.append(sectors_consultation)
