"""After the meeting: the other side's answer, hand-over, follow-up, written words, closing."""

from datetime import date

from ...actors.models import Actor
from ...journal import write as journal
from ...procedures import clocks
from ...procedures.again import again
from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..flow import CONSULTATION
from ..flow.conditions import in_feedback_time
from ..flow.people import runner
from ..intake import keep_secrets_out
from ..models import Consultation, Feedback, Party, Point, Topic
from ..telling import tell


@verb(CONSULTATION, "answer_consultation", Consultation)
def answer_consultation(
    case: Consultation, seat: Seat, *, text: str, party: int | None = None
) -> Done:
    """One party of the other side answers; when all have, the consultation is answered.

    A unit answers for itself; the office names the party whose paper it enters.
    """
    waiting = case.parties.filter(side="answers")
    if runner(seat, case) is not None:
        waiting = waiting.filter(actor_id__in=seat.units)
    row = waiting.filter(pk=party).first() if party else waiting.first()
    if row is None:
        raise refuse("请选是哪一方的答复。")
    if party is None and waiting.count() > 1:
        raise refuse("有几家要答复，请选是哪一家。")
    if len(text.strip()) < 10:
        raise refuse("请写明答复内容：哪些办、怎么办、什么时候办，不办的说明原因。")
    if len(text) > 4000:
        raise refuse("答复请写在 4000 字以内，长的附文件。")
    keep_secrets_out(text)
    row.answer, row.answered_on, row.answered_by_id = text.strip(), today(), seat.person_id
    row.save(update_fields=["answer", "answered_on", "answered_by"])
    left = case.parties.filter(side="answers", answered_on__isnull=True).exists()
    if not left:
        clocks.stop(case, ["answer"], by=seat)
    tell(case, [case.made_by_id], "consultation.answer", f"{row.name}已答复：{case.title}", seat)
    unit = row.actor_id if row.actor and row.actor.kind == Actor.Kind.UNIT else None
    return Done(
        to="recorded" if left else "answered",
        about=row,
        detail={"unit": unit, "by_office": runner(seat, case) is None},
    )


def agreed(case: Consultation, point: int) -> Point:
    row: Point | None = case.points.filter(pk=point, kind="agreed").first()
    if row is None:
        raise refuse("请选一条商定的事项。", "wall")
    return row


@verb(CONSULTATION, "hand_over", Consultation)
def hand_over(
    case: Consultation,
    seat: Seat,
    *,
    point: int,
    owner: int,
    due_on: date | None = None,
    person_name: str = "",
) -> Done:
    """An agreed point becomes a unit's task, by this visible act alone; the unit signs for it."""
    row = agreed(case, point)
    if row.task_id:
        raise refuse("这一条已经交办过了。")
    task = assign_task(
        seat,
        title=row.text,
        owner=owner,
        due_on=due_on or row.due_on,
        basis=f"{case.kind.short}“{case.title}”商定第 {row.order} 条"
        + (f"（{case.minutes_number}）" if case.minutes_number else ""),
        source_type="point",
        source_id=row.pk,
        case_type="consultation",
        case_id=case.pk,
        person_name=person_name,
    )
    row.task, row.owner_id = task, owner
    row.owner_name = row.owner_name or task.owner.name[:60]
    row.due_on = row.due_on or task.due_on
    row.save(update_fields=["task", "owner", "owner_name", "due_on"])
    return Done(about=row, detail={"unit": owner, "task": task.pk}, result=task)


@verb(CONSULTATION, "note_done", Consultation)
def note_done(
    case: Consultation, seat: Seat, *, point: int, note: str, done_on: date | None = None
) -> Done:
    """What somebody outside the registers promised is done; a task tells its own state."""
    row = agreed(case, point)
    if row.task_id:
        raise refuse("这一条交办成了任务，做成没有由任务报结、核实。")
    if row.done_on:
        raise refuse("已经记过做成了。")
    if len(note.strip()) < 4:
        raise refuse("请写怎么做成的、在哪里看得到。")
    on = done_on or today()
    if on > today():
        raise refuse("做成的日期不能晚于今天。")
    row.done_on, row.done_note = on, note.strip()[:200]
    row.save(update_fields=["done_on", "done_note"])
    return Done(about=row)


@verb(CONSULTATION, "ask_people", Consultation)
def ask_people(case: Consultation, seat: Seat, *, asked: int, content: int) -> Done:
    """How many who took part were asked, and how many say it was done; counts, no names."""
    came = case.parties.filter(came=True).count()
    if not 1 <= asked <= 10000:
        raise refuse("请写问了几位。")
    if not 0 <= content <= asked:
        raise refuse("认为办到了的人数不能多于问的人数。")
    case.asked, case.content, case.asked_on = asked, content, today()
    return Done(detail={"asked": asked, "content": content, "came": came})


@verb(CONSULTATION, "show_publicly", Consultation)
def show_publicly(case: Consultation, seat: Seat) -> None:
    """What was agreed, open and held by a minority, the answers and what became of it. No names of
    citizens are shown there."""
    if case.public:
        raise refuse("已经公开了。")
    case.public = True


@verb(CONSULTATION, "close_consultation", Consultation)
def close_consultation(case: Consultation, seat: Seat, *, outcome: str) -> Done:
    """Closed with a few words; its topic is "已协商" and the nominator may rate by the receipt."""
    if len(outcome.strip()) < 4:
        raise refuse("请写几句办结小结：谈成了什么、还剩什么、接着怎么办。")
    case.outcome, case.closed_on = outcome.strip()[:1000], today()
    if case.topic_id:
        Topic.objects.filter(pk=case.topic_id).update(state="done")
        Topic.objects.filter(committee_id=case.committee_id, into_id=case.topic_id).update(
            state="done"
        )
        topic = Topic.objects.get(pk=case.topic_id)
        if topic.nominated_by_id:
            tell(topic, [topic.nominated_by_id], "topic.done", f"您提的议题商量完了：{topic}", seat)
    return Done(detail={"points": case.points.count()})


def leave_feedback(seat: Seat, pk: int, *, text: str, named: bool = True) -> Feedback:
    """A written word within the days after the meeting, by somebody who took part (S-118).

    Unnamed: neither the row nor the event knows the person. Raises Refused.
    """

    def once() -> Feedback:
        case = lock(Consultation, pk, seat.committee_id)
        mine = case.parties.filter(actor_id=seat.person_id) | case.parties.filter(
            actor_id__in=seat.units
        )
        if not mine.exists():
            raise refuse("会后意见由参加的人提。", "who")
        if not in_feedback_time(case):
            raise refuse("收会后意见的时间已经过了，或者这种会不设会后意见。")
        if not 4 <= len(text.strip()) <= 1000:
            raise refuse("请写 4 到 1000 字。")
        keep_secrets_out(text)
        row = Feedback.objects.create(
            committee_id=case.committee_id,
            consultation=case,
            person_id=seat.person_id if named else None,
            text=text.strip(),
        )
        journal.write(
            committee_id=case.committee_id,
            person_id=seat.person_id if named else None,
            verb="consultation.feedback",
            case=case,
            about=row if named else case,
        )
        return row

    return again(once)


@verb(CONSULTATION, "answer_feedback", Consultation)
def answer_feedback(case: Consultation, seat: Seat, *, feedback: int, answer: str) -> Done:
    """Answered in the digest all who took part can read."""
    row = case.feedback.filter(pk=feedback).first()
    if row is None:
        raise refuse("没有这条意见。", "wall")
    if len(answer.strip()) < 4:
        raise refuse("请写答复。")
    row.answer = answer.strip()[:1000]
    row.save(update_fields=["answer"])
    return Done()


def answering_parties(case: Consultation, seat: Seat) -> list[Party]:
    """Whose answers this seat may enter, the waiting ones first."""
    rows = case.parties.filter(side="answers")
    if runner(seat, case) is not None:
        rows = rows.filter(actor_id__in=seat.units)
    return sorted(rows, key=lambda p: (p.answered_on is not None, p.pk))
