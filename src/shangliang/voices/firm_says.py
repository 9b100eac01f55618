"""企业的话: the firm's own word closes or reopens; nobody else's does (S-074)."""

from django.utils import timezone

from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import FirmAnswer, Voice


def said(case: Voice, seat: Seat, word: str, note: str) -> FirmAnswer:
    row = case.answers.order_by("-round").first()
    if row is None:
        raise refuse("单位还没有答复。")
    row.firm_says, row.firm_note, row.firm_at = word, note.strip()[:2000], timezone.now()
    row.told_by_phone = seat.signed_in
    row.heard_by_id = seat.person_id or None
    row.save()
    return row
