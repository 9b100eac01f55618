"""专家交回意见."""

from collections.abc import Iterable, Mapping

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..intake import keep_secrets_out
from ..models import ExpertRemark, ExpertReview
from ..presets import rubric

MOST_REMARKS = 20


@act("result.review", "专家交回意见")
def hand_in_review(
    seat: Seat,
    *,
    code: str,
    remarks: Iterable[tuple[str, str]],
    conflict: bool = False,
    points: Mapping[str, int] | None = None,
) -> Done:
    """By the link, without an account; once. An expert with an interest says so and that is all.

    ``points``: 1 to 5 for each of the four properties of a result (四性), all or none.
    """
    row = ExpertReview.objects.select_related("result").filter(public_code=code.upper()).first()
    if row is None or row.committee_id != seat.committee_id:
        raise refuse("链接不对，或者已经收回。", "wall")
    if row.done_on:
        raise refuse("意见已经交回了，谢谢。")
    if row.until < today() or row.result.state != "draft":
        raise refuse("这一稿已经定了，不再收意见。")
    given = [(p.strip(), t.strip()) for p, t in remarks if t.strip()]
    if not conflict and not given:
        raise refuse("请至少写一条意见；没有意见写“同意”。")
    if len(given) > MOST_REMARKS:
        raise refuse(f"最多写 {MOST_REMARKS} 条。")
    marked = dict(points or {})
    if marked and (
        set(marked) != {r.key for r in rubric()} or not all(1 <= n <= 5 for n in marked.values())
    ):
        raise refuse("四性要打就都打，1 到 5 分；不打也可以。")
    keep_secrets_out(*(t for _, t in given))
    if not conflict:
        ExpertRemark.objects.bulk_create(
            ExpertRemark(committee_id=row.committee_id, review=row, place=p[:60], text=t[:1000])
            for p, t in given
        )
    row.conflict, row.done_on = conflict, today()
    row.points = {} if conflict else marked
    row.save(update_fields=["conflict", "done_on", "points"])
    return Done(case=row.result, about=row, detail={"count": 0 if conflict else len(given)})
