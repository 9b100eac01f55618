"""培训需求: asked, told once a person, ended."""

from collections.abc import Sequence
from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import NEEDS
from ..layers import groups_of
from ..models import NeedsAnswer, NeedsSurvey
from ..who import KEEPERS

MOST = 20


@act("needssurvey.make", "征集培训需求", *KEEPERS)
def make_needs(seat: Seat, *, title: str, matters: Sequence[str], until: date) -> Done:
    """Not open yet."""
    row = NeedsSurvey(committee_id=seat.committee_id, by_id=seat.person_id)
    words(row, title, matters, until)
    row.save()
    return Done(case=row)


def words(row: NeedsSurvey, title: str, matters: Sequence[str], until: date) -> None:
    chosen = list(dict.fromkeys(m.strip()[:60] for m in matters if m.strip()))
    if not title.strip():
        raise refuse("请写名称。")
    if not 2 <= len(chosen) <= MOST:
        raise refuse(f"可选的内容写 2 到 {MOST} 条，一行一条。")
    if until < today():
        raise refuse("截止不能早于今天。")
    row.title, row.matters, row.until = title.strip()[:120], chosen, until


@verb(NEEDS, "edit_needs", NeedsSurvey)
def edit_needs(
    case: NeedsSurvey, seat: Seat, *, title: str, matters: Sequence[str], until: date
) -> None:
    """Before anybody answered."""
    words(case, title, matters, until)


@verb(NEEDS, "open_needs", NeedsSurvey)
def open_needs(case: NeedsSurvey, seat: Seat) -> None:
    """It stands on everybody's day until answered."""


@verb(NEEDS, "tell_needs", NeedsSurvey)
def tell_needs(case: NeedsSurvey, seat: Seat, *, chosen: Sequence[int], text: str = "") -> Done:
    """One answer a person; told again, the last counts."""
    if today() > case.until:
        raise refuse("已经过了截止日期。")
    places = sorted({int(n) for n in chosen if 0 <= int(n) < len(case.matters)})
    if not places and not text.strip():
        raise refuse("请至少选一条，或者写一句。")
    NeedsAnswer.objects.update_or_create(
        survey=case,
        person_id=seat.person_id,
        defaults={
            "committee_id": case.committee_id,
            "group_id": groups_of(case.committee_id, [seat.person_id]).get(seat.person_id),
            "chosen": places,
            "text": text.strip()[:300],
        },
    )
    return Done(detail={"chosen": len(places)})


@verb(NEEDS, "close_needs", NeedsSurvey)
def close_needs(case: NeedsSurvey, seat: Seat) -> Done:
    """The counts stand; a training may be planned from them."""
    return Done(detail={"answers": case.answers.count()})
