"""开始答卷."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..gaps import body_of
from ..models import Answer, Sheet, Yardstick
from ..telling import staff, tell
from ..who import keeps, owns


@act("sheet.start", "开始答卷")
def start_sheet(seat: Seat, *, yardstick: int, owner: int, round: str) -> Done:
    """A sheet of a unit for one round: by the unit itself, or laid out by the office for it."""
    if not (owns(seat, owner) or keeps(seat)):
        raise refuse("单位可以开始自己的答卷，专委会和督办机构可以给单位发卷。", "who")
    frame = Yardstick.objects.filter(
        pk=yardstick, committee_id=seat.committee_id, kind=Yardstick.Kind.QUESTIONS
    ).first()
    if frame is None or not frame.body.get("items"):
        raise refuse("没有找到这份问题清单，或者它还没有题目。")
    if not round.strip():
        raise refuse("请写是哪一轮，例如2026年第四季度。")
    unit = body_of(seat, owner)
    if Sheet.objects.filter(
        committee_id=seat.committee_id, yardstick=frame, owner=unit, round=round.strip()
    ).exists():
        raise refuse(f"{unit}这一轮已经有答卷了。")
    row = Sheet.objects.create(
        committee_id=seat.committee_id, yardstick=frame, owner=unit, round=round.strip()[:40]
    )
    Answer.objects.bulk_create(
        Answer(
            committee_id=seat.committee_id,
            sheet=row,
            number=n,
            question=item["text"][:300],
            standard=item.get("standard", "")[:300],
        )
        for n, item in enumerate(frame.body["items"], 1)
    )
    if not owns(seat, owner):
        tell(row, staff(seat.committee_id, [owner]), "sheet", f"请答卷：{row}", True)
    return Done(case=row, detail={"owner": owner, "yardstick": frame.pk})
