"""Who may, in a sentence each."""

from ...procedures.seat import Seat
from ..models import Booking, Listed, Shift, Team
from ..people import MEMBERS, OFFICE, belongs
from ..people import runs as runs_team


def team_of(case: Team | Shift) -> Team:
    return case.team if isinstance(case, Shift) else case


def office(seat: Seat, case: object) -> str | None:
    """提案委或专委会工作人员。"""
    return None if seat.has(*OFFICE) else "名册由提案委或专委会工作人员管。"


def runs(seat: Seat, case: Team | Shift) -> str | None:
    """负责人，或管名册的工作人员。"""
    return None if runs_team(seat, team_of(case)) else "只有负责人、召集人或工作人员可以。"


def inside(seat: Seat, case: Team) -> str | None:
    """这里的人，或管名册的工作人员。"""
    if belongs(seat, case) or runs_team(seat, case):
        return None
    return "只有这里的成员、负责人或工作人员可以。"


def may_book(seat: Seat, case: Team) -> str | None:
    """委员，或管名册的工作人员。"""
    return None if seat.has(*OFFICE, *MEMBERS) else "场地由委员或工作人员订。"


def booked(seat: Seat, case: Booking) -> str | None:
    """订的人，或场地的负责人。"""
    if seat.person_id == case.by_id or runs_team(seat, case.team):
        return None
    return "只有订的人、负责人或工作人员可以。"


def own_shift(seat: Seat, case: Shift) -> str | None:
    """值班的本人。"""
    return None if seat.person_id == case.person_id else "只有值班的本人可以请人代班。"


def stand_in(seat: Seat, case: Shift) -> str | None:
    """被请代班的人。"""
    if case.stand_in_id and seat.person_id == case.stand_in_id:
        return None
    return "只有被请代班的人可以答应。"


def stand_in_or_own(seat: Seat, case: Shift) -> str | None:
    """被请代班的人，或值班的本人收回。"""
    if case.stand_in_id and seat.person_id in (case.stand_in_id, case.person_id):
        return None
    return "只有被请代班的人可以推辞，值班的本人可以收回。"


def on_duty(seat: Seat, case: Shift) -> str | None:
    """值班的本人，或负责人。"""
    if seat.person_id == case.person_id or runs_team(seat, case.team):
        return None
    return "只有值班的本人或负责人可以记。"


def keeper(seat: Seat, case: Listed) -> str | None:
    """联系人本人；没有联系人的由办公室。"""
    if case.keeper_id:
        return None if case.keeper_id == seat.person_id else "只有联系人本人可以记。"
    return office(seat, case)


def keeper_or_self(seat: Seat, case: Listed) -> str | None:
    """本人，联系人，或管名单的工作人员。"""
    if case.person_id and case.person_id == seat.person_id:
        return None
    if keeper(seat, case) is None or (case.kind != "contact" and seat.has(*OFFICE)):
        return None
    return "只有本人、联系人或管名单的工作人员可以。"


def agrees(seat: Seat, case: Listed) -> str | None:
    """在册的人自己同意；没有账号的，由联系人或工作人员登记怎么同意的。"""
    if case.person and case.person.account_id:
        return None if case.person_id == seat.person_id else "要由本人同意，别人不能代。"
    return keeper_or_self(seat, case)
