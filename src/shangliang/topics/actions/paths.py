"""思想解放闭环 (S-128): each station is written before the next; without facts there is no project."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..flow import PATH
from ..intake import keep_secrets_out
from ..models import Path, Station

STARTERS = (Role.MEMBER, Role.ORGANISER, Role.CLERK, Role.CONVENOR, Role.LEADER)


@act("path.start", "提出一个想法", *STARTERS)
def start_path(seat: Seat, *, title: str) -> Done:
    """An idea at its first station."""
    if len(title.strip()) < 4:
        raise refuse("请写一句话的想法，至少 4 个字。")
    keep_secrets_out(title)
    row = Path.objects.create(
        committee_id=seat.committee_id, title=title.strip()[:80], made_by_id=seat.person_id
    )
    return Done(case=row)


def written(
    case: Path, seat: Seat, key: str, text: str, place: str = "", seen_on: date | None = None
) -> Done:
    if len(text.strip()) < 10:
        raise refuse("请写两三句，至少 10 个字。")
    keep_secrets_out(text, place)
    row = Station.objects.create(
        committee_id=case.committee_id,
        path=case,
        key=key,
        text=text.strip()[:1000],
        place=place.strip()[:80],
        seen_on=seen_on,
        by_id=seat.person_id,
        on=today(),
    )
    return Done(about=row)


@verb(PATH, "write_view", Path)
def write_view(case: Path, seat: Seat, *, text: str) -> Done:
    """What is done elsewhere."""
    return written(case, seat, "view", text)


@verb(PATH, "write_thought", Path)
def write_thought(case: Path, seat: Seat, *, text: str) -> Done:
    """Both sides of it."""
    return written(case, seat, "thought", text)


@verb(PATH, "write_values", Path)
def write_values(case: Path, seat: Seat, *, text: str) -> Done:
    """For whom, and whether it is worth it."""
    return written(case, seat, "values", text)


def facts(case: Path, seat: Seat, text: str, place: str, seen_on: date) -> Done:
    if len(place.strip()) < 2:
        raise refuse("请写在哪里看到的。")
    if seen_on > today():
        raise refuse("去看的日子不能晚于今天。")
    return written(case, seat, "facts", text, place, seen_on)


@verb(PATH, "write_facts", Path)
def write_facts(case: Path, seat: Seat, *, text: str, place: str, seen_on: date) -> Done:
    """What was seen, where and when."""
    return facts(case, seat, text, place, seen_on)


@verb(PATH, "write_later_facts", Path)
def write_later_facts(case: Path, seat: Seat, *, text: str, place: str, seen_on: date) -> Done:
    """The field check made up for."""
    return facts(case, seat, text, place, seen_on)


@verb(PATH, "skip_facts", Path)
def skip_facts(case: Path, seat: Seat, *, text: str) -> Done:
    """On to theory without the field; the project stays shut until it is made up for."""
    return written(case, seat, "facts", text)


@verb(PATH, "write_theory", Path)
def write_theory(case: Path, seat: Seat, *, text: str) -> Done:
    """What theory and policy say."""
    return written(case, seat, "theory", text)


@verb(PATH, "make_project", Path)
def make_project(
    case: Path, seat: Seat, *, owner: int, due_on: date | None = None, text: str = ""
) -> Done:
    """A task of a unit, which signs for it."""
    task = assign_task(
        seat,
        title=(text.strip() or case.title)[:200],
        owner=owner,
        due_on=due_on,
        basis=f"想法到项目：{case.title}",
        source_type="path",
        source_id=case.pk,
    )
    case.owner_id, case.task = owner, task
    return Done(detail={"unit": owner})


@verb(PATH, "drop_path", Path)
def drop_path(case: Path, seat: Seat, *, text: str) -> Done:
    """With the reason."""
    return written(case, seat, "dropped", text)
