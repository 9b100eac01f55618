"""Who acts in the scenes of tasks, things and money."""

from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile

from ....accounts.seats import seat_of
from ....actors.models import Actor, Tie
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ..bodies import COUNTIES, Body
from ..scenes import SINCE, account, extra


@dataclass
class Hands:
    """Who acts in these scenes."""

    city: Body
    office: Seat
    counties: dict[str, Actor]
    people: dict[str, Seat]

    def unit(self, key: str) -> int:
        return self.city.units[key].pk

    def staff(self, key: str) -> Seat:
        return seat_of(self.city.staff[self.city.units[key].pk])


def do(table: str, verb: str, seat: Seat, pk: int, **data: object) -> object:
    return REGISTRY[(table, verb)](seat, pk, **data)


def paper(name: str, text: str) -> SimpleUploadedFile:
    """A document a county hands in as proof."""
    return SimpleUploadedFile(f"{name}.csv", f"事项,内容\n{name},{text}\n".encode())


def people(city: Body) -> Hands:
    """Ten counties in the city's own register, three with a person; leaders in charge of units."""
    made = {}
    for name in COUNTIES:
        made[name], _ = Actor.objects.get_or_create(
            committee=city.committee, kind=Actor.Kind.COUNTY, name=name
        )
    seats = {}
    for n, name in enumerate(COUNTIES[:3]):
        person = extra(city, f"示范{name[:2]}经办人", Tie.Kind.UNIT_STAFF, made[name])
        seats[name] = seat_of(person)
        if n == 2:
            account("quxian", person)
    for key in ("zhujian", "caizheng", "fagai", "gongxin"):
        Tie.objects.get_or_create(
            committee=city.committee, kind=Tie.Kind.IN_CHARGE, who=city.leaders[1],
            whom=city.units[key], title="分管", start=SINCE,
        )  # fmt: skip
    return Hands(city, seat_of(city.supervisors[0]), made, seats)
