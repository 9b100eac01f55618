"""评价: each proposer alone, attitude and result apart (docs/field.md 1.9). Shielded from the unit."""

from collections.abc import Sequence

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import CoSignature, Rating, Reply, Submission
from ..people import supervisors, voices

WORST = {"satisfied": 0, "basically": 1, "not": 2}


def headline(case: Submission) -> str:
    """The one word a list shows: the first proposer's or the worst of all, by the rulebook."""
    rows = list(case.ratings.filter(round=case.round).values_list("person_id", "result"))
    if not rows:
        return ""
    if case.rules.rating.headline == "first":
        first = (
            case.signatures.filter(role=CoSignature.Role.FIRST)
            .values_list("person_id", flat=True)
            .first()
        )
        mine = [result for person, result in rows if person == first]
        return max(mine, key=WORST.__getitem__) if mine else ""
    return max((result for _, result in rows), key=WORST.__getitem__)


def record(
    case: Submission,
    person_id: int,
    *,
    attitude: str,
    result: str,
    met: str = "",
    text: str = "",
    redo: Sequence[int] = (),
    apart: Sequence[tuple[int, str, str]] = (),
    entered_by: int | None = None,
) -> Rating:
    """Write one rating a reply of the round.

    Units that answered separately (分办) may be rated apart: ``apart`` holds (unit, attitude, result)
    for those that differ; the others are rated with the common words.
    """
    scores = Rating.Score.values
    own = {unit: (how, what) for unit, how, what in apart}
    if any(word not in scores for pair in [(attitude, result), *own.values()] for word in pair):
        raise refuse("请分别评“办理态度”和“办理结果”。")
    if "not" in (result, *(what for _, what in own.values())) and not text.strip():
        raise refuse("不满意的，请写一句哪里不满意，提案委据此提出重办。")
    replies = Reply.objects.filter(
        submission=case, round=case.round, kind=Reply.Kind.REPLY, state="sent"
    ).select_related("assignment")
    if own.keys() - {reply.assignment.unit_id for reply in replies}:
        raise refuse("只能评这一轮答复了的单位。")
    orders = set(
        case.recommendations.filter(removed_at__isnull=True).values_list("order", flat=True)
    )
    last: Rating | None = None
    for reply in replies:
        if Rating.objects.filter(reply=reply, person_id=person_id).exists():
            who = "这位提案人" if entered_by else "您"
            raise refuse(f"这一轮{who}已经评过了。")
        how, what = own.get(reply.assignment.unit_id, (attitude, result))
        last = Rating.objects.create(
            committee_id=case.committee_id,
            submission=case,
            reply=reply,
            person_id=person_id,
            round=case.round,
            attitude=how,
            result=what,
            met=met[:10],
            text=text.strip(),
            redo=sorted(orders & set(redo)),
            on_paper=entered_by is not None,
            entered_by_id=entered_by,
        )
    if last is None:
        raise refuse("还没有送达的答复可评。")
    case.satisfaction = headline(case)
    rated = set(case.ratings.filter(round=case.round).values_list("person_id", flat=True))
    if all(voice & rated for voice in voices(case)):
        clocks.stop(case, ["rating"])
    if "not" in (result, *(what for _, what in own.values())):
        post(
            committee_id=case.committee_id,
            to=supervisors(case.committee_id),
            kind="proposal.rate",
            text=f"有提案人不满意：{case.number_label}《{case.title}》，请按规程处理",
            case=case,
            url=f"/proposals/{case.pk}/",
            needs_act=True,
        )
    return last


@verb(PROPOSAL, "rate", Submission)
def rate(
    case: Submission,
    seat: Seat,
    *,
    attitude: str,
    result: str,
    met: str = "",
    text: str = "",
    redo: Sequence[int] = (),
    apart: Sequence[tuple[int, str, str]] = (),
) -> Done:
    """The proposer's own rating. The event names the case, never the score (it is shielded)."""
    row = record(
        case, seat.person_id, attitude=attitude, result=result, met=met, text=text, redo=redo,
        apart=apart,
    )  # fmt: skip
    return Done(about=row, detail={"round": case.round})
