"""立一个专项: of a kind, for a purpose, with its ground where the kind asks for one."""

from datetime import date

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..book import Kind, kinds
from ..models import Programme
from ..people import OFFICE


def kind_of(code: str) -> Kind:
    """A kind by its code."""
    found = kinds().get(code)
    if found is None:
        raise refuse("请选种类。")
    return found


def body_or_person(committee_id: int, pk: int | None) -> Actor | None:
    """Somebody of this committee's register."""
    if pk is None:
        return None
    row = Actor.objects.filter(committee_id=committee_id, pk=pk, active=True).first()
    if row is None:
        raise refuse("没有找到，或者不在本政协的名册里。", "wall")
    return row


def checked(
    kind: Kind, title: str, aim: str, basis: str, starts_on: date, ends_on: date | None,
    public: bool,
) -> None:  # fmt: skip
    """What must hold of a programme whenever it is written. Raises Refused."""
    if not title.strip():
        raise refuse("请写名称。")
    if not aim.strip():
        raise refuse("请写要做到什么。")
    if kind.basis and not basis.strip():
        raise refuse(f"{kind.name}要有依据：写设立它的文件或会议。")
    if ends_on and ends_on < starts_on:
        raise refuse("止不能早于起，请改日期。")
    if public and not kind.public:
        raise refuse(f"{kind.name}不对外公开合计。")


@act("programme.start", "立专项", *OFFICE)
def start_programme(
    seat: Seat,
    *,
    kind: str,
    title: str,
    aim: str,
    basis: str = "",
    lead: int | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    public: bool = False,
) -> Done:
    """``public``: totals, never a single amount, stand on a page without sign-in."""
    book, starts_on = kind_of(kind), starts_on or today()
    checked(book, title, aim, basis, starts_on, ends_on, public)
    head = body_or_person(seat.committee_id, lead)
    row = Programme.objects.create(
        committee_id=seat.committee_id, kind=kind, title=title.strip()[:120],
        aim=aim.strip()[:500], basis=basis.strip()[:200], lead=head, starts_on=starts_on,
        ends_on=ends_on, public=public, by_id=seat.person_id,
    )  # fmt: skip
    return Done(case=row, detail={"kind": kind})
