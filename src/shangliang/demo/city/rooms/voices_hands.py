"""Hands of 来声 on the first start: the seats that act."""

from ....accounts.seats import seat_of
from ....actors.models import Actor
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ..bodies import Body


def do(table: str, verb: str, seat: Seat, case: object, **data: object) -> object:
    return REGISTRY[(table, verb)](seat, case.pk, **data)  # type: ignore[attr-defined]


class Hands:
    """The seats that work in this room."""

    def __init__(self, city: Body) -> None:
        people = Actor.objects.filter(committee=city.committee, account__isnull=False)
        by_name = {p.account.username: p for p in people.select_related("account", "committee")}  # type: ignore[union-attr]
        self.member = seat_of(by_name["weiyuan"])
        self.editor = seat_of(by_name["xinxi"])
        self.organiser = seat_of(by_name["zhuanwei"])
        self.leader = seat_of(by_name["fuzhuxi"])
        self.unit = seat_of(by_name["caizheng"])
        self.others = [seat_of(m) for m in city.members[20:44]]
