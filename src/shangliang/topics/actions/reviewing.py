"""Expert review (咨询论证): asked by one link, comments one by one, each taken or answered why not."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import IntegrityError, transaction

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..codes import new_code
from ..flow import RESULT
from ..intake import keep_secrets_out
from ..models import Draft, ExpertRemark, ExpertReview, Result
from ..presets import rubric

MOST_REMARKS = 20


@verb(RESULT, "ask_expert", Result)
def ask_expert(case: Result, seat: Seat, *, expert: str, until: date, field: str = "") -> Done:
    """One expert, one link that shows this draft alone until a day. Returns the review."""
    if len(expert.strip()) < 2:
        raise refuse("请写专家的姓名。")
    if until < today():
        raise refuse("截止日不能早于今天。")
    if not case.body.strip():
        raise refuse("先写好正文，再请专家看。")
    if case.reviews.filter(expert=expert.strip(), done_on__isnull=True).exists():
        raise refuse("已经请了这位专家，还没有交回。")
    Draft.objects.get_or_create(
        committee_id=case.committee_id,
        result=case,
        number=case.revision,
        defaults={"body": case.body, "on": today()},
    )
    for _ in range(5):
        try:
            with transaction.atomic():
                row = ExpertReview.objects.create(
                    committee_id=case.committee_id,
                    result=case,
                    expert=expert.strip()[:40],
                    field=field.strip()[:60],
                    public_code=new_code("LZ"),
                    asked_on=today(),
                    revision=case.revision,
                    until=until,
                )
        except IntegrityError:
            continue
        return Done(about=row, result=row)
    raise refuse("链接没有生成，请再点一次。")


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


@verb(RESULT, "answer_remark", Result)
def answer_remark(case: Result, seat: Seat, *, remark: int, taken: bool, answer: str) -> Done:
    """Taken: how the text was changed; not taken: why."""
    row = ExpertRemark.objects.filter(
        committee_id=case.committee_id, review__result=case, pk=remark
    ).first()
    if row is None:
        raise refuse("没有这条意见。", "wall")
    if len(answer.strip()) < 4:
        raise refuse("请写怎么改的，或为什么没有采用。")
    row.taken, row.answer = taken, answer.strip()[:400]
    row.save(update_fields=["taken", "answer"])
    return Done(about=row, detail={"taken": taken})
