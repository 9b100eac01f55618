"""When, in a sentence each."""

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Booking, Listed, Shift, Team
from ..words import ROTA_FORMS, TALENTS, VENUE_FORMS


def keeps_rota(seat: Seat, case: Team) -> str | None:
    """有人来的地方才排值班。"""
    return None if case.form in ROTA_FORMS else f"{case.form_label}不排值班。"


def has_room(seat: Seat, case: Team) -> str | None:
    """是有场地的地方。"""
    if case.form in VENUE_FORMS:
        return None
    return f"{case.form_label}没有场地，工作室和联系点才有。"


def slot_begun(seat: Seat, case: Booking) -> str | None:
    """到了订的那天。"""
    return None if case.day <= today() else "还没有到订的日子。"


def not_past(seat: Seat, case: Shift) -> str | None:
    """这一班还没有过。"""
    return None if case.day >= today() else "这一班已经过了。"


def has_come(seat: Seat, case: Shift) -> str | None:
    """到了值班那天。"""
    return None if case.day <= today() else "还没有到值班的日子。"


def in_force(seat: Seat, case: Listed) -> str | None:
    """同意没有到期。"""
    return None if case.until >= today() else "同意已经到期，先请本人续期。"


def is_talent(seat: Seat, case: Listed) -> str | None:
    """是人才库里的。"""
    return None if case.kind in TALENTS else "只有人才库里的才这样办。"


def was_asked(seat: Seat, case: Listed) -> str | None:
    """请过他。"""
    return None if case.askings.exists() else "还没有请过。"
