"""知识竞赛: prepared, drawn, opened, extended, ended with its board, or void."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from ...actors.models import Actor
from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import QUIZ
from ..grading import shuffled
from ..models import Bank, BankQuestion, Quiz, QuizEntry, QuizQuestion, StudyDuty, StudyItem
from ..rules import rules
from ..settling import settle
from ..sourcing import moved
from ..who import KEEPERS
from .practise import note_wrong

LONGEST = timedelta(days=31)
MOST_QUESTIONS = 100


@act("quiz.make", "办知识竞赛", *KEEPERS)
def make_quiz(
    seat: Seat, *, title: str, starts_at: datetime, ends_at: datetime, **data: Any
) -> Done:
    """A contest without questions yet."""
    row = Quiz(committee_id=seat.committee_id, by_id=seat.person_id)
    settings(row, seat, title=title, starts_at=starts_at, ends_at=ends_at, **data)
    row.save()
    return Done(case=row, detail={"item": row.item_id})


def settings(
    row: Quiz,
    seat: Seat,
    *,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    minutes: int = 20,
    text: str = "",
    team_by: str = "",
    team_best: int = 3,
    squads: str = "",
    partial: bool = False,
    show_people: bool = False,
    item: int | None = None,
) -> None:
    """Write them after looking at them. Raises Refused."""
    if not title.strip():
        raise refuse("请写竞赛名称。")
    if ends_at <= starts_at:
        raise refuse("结束要晚于开始。")
    if ends_at - starts_at > LONGEST:
        raise refuse("一场最长 31 天。")
    if not 1 <= minutes <= 240:
        raise refuse("每人答题时间在 1 到 240 分钟之间。")
    if team_by not in Quiz.Team.values:
        raise refuse("请选怎么组队。")
    if not 1 <= team_best <= 20:
        raise refuse("每队取 1 到 20 人。")
    about = None
    if item:
        about = StudyItem.objects.filter(
            committee_id=seat.committee_id, pk=item, kind="quiz", state__in=["draft", "open"]
        ).first()
        if about is None:
            raise refuse("没有这一项知识竞赛的计划，或者它已经结束。")
    row.title, row.text, row.item = title.strip()[:120], text.strip()[:1000], about
    row.starts_at, row.ends_at, row.minutes = starts_at, ends_at, minutes
    row.team_by, row.team_best = team_by, team_best
    row.squads = listed_squads(seat, squads) if team_by == Quiz.Team.LISTED else []
    row.partial, row.show_people = partial, show_people


def listed_squads(seat: Seat, text: str) -> list[int]:
    """Bodies of the register, a name a line. Raises Refused naming the line."""
    names = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(set(names)) < 2:
        raise refuse("请列出至少两个参赛的学校、单位，一行一个。")
    rows = Actor.objects.filter(committee_id=seat.committee_id, active=True).exclude(
        kind=Actor.Kind.PERSON
    )
    known: dict[str, int] = {}
    for pk, name, short in (
        rows.filter(Q(name__in=names) | Q(short__in=names))
        .order_by("-pk")
        .values_list("pk", "name", "short")
    ):
        known |= {name: pk} | ({short: pk} if short else {})
    for number, name in enumerate(names, 1):
        if name not in known:
            raise refuse(f"第 {number} 行：名册里没有“{name[:30]}”，请先登记这个学校或单位。")
    return list(dict.fromkeys(known[name] for name in names))


@verb(QUIZ, "edit_quiz", Quiz)
def edit_quiz(
    case: Quiz,
    seat: Seat,
    *,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    minutes: int = 20,
    text: str = "",
    team_by: str = "",
    team_best: int = 3,
    squads: str = "",
    partial: bool = False,
    show_people: bool = False,
    item: int | None = None,
) -> None:
    """Everything may change until it opens."""
    settings(
        case,
        seat,
        title=title,
        starts_at=starts_at,
        ends_at=ends_at,
        minutes=minutes,
        text=text,
        team_by=team_by,
        team_best=team_best,
        squads=squads,
        partial=partial,
        show_people=show_people,
        item=item,
    )


@verb(QUIZ, "draw_questions", Quiz)
def draw_questions(
    case: Quiz,
    seat: Seat,
    *,
    bank: int,
    single: int = 0,
    multiple: int = 0,
    judge: int = 0,
    fill: int = 0,
) -> Done:
    """So many of each kind by lot, as they stand today; those whose source changed stay out."""
    from_bank = Bank.objects.filter(committee_id=seat.committee_id, pk=bank, state="open").first()
    if from_bank is None:
        raise refuse("没有这个题库，或者它停用了。")
    wanted = {"single": single, "multiple": multiple, "judge": judge, "fill": fill}
    if not any(wanted.values()):
        raise refuse("请写每种题抽几道。")
    drawn = set(case.questions.values_list("question_id", flat=True))
    if len(drawn) + sum(wanted.values()) > MOST_QUESTIONS:
        raise refuse(f"一场最多 {MOST_QUESTIONS} 题。")
    rows = [
        q
        for q in BankQuestion.objects.filter(
            committee_id=seat.committee_id, bank=from_bank, state="active"
        ).select_related("clause__intake", "clause__extract")
        if q.pk not in drawn
    ]
    bad = moved(rows)
    made: list[QuizQuestion] = []
    number = case.questions.count()
    for kind, count in wanted.items():
        pool = [q for q in rows if q.kind == kind and q.pk not in bad]
        if len(pool) < count:
            left = sum(q.kind == kind for q in rows) - len(pool)
            waits = f"，另有 {left} 道出处变了要先核对" if left else ""
            raise refuse(f"{BankQuestion.Kind(kind).label}题能用的只有 {len(pool)} 道{waits}。")
        for q in shuffled(pool, case.salt, key=lambda q: q.pk)[:count]:
            number += 1
            made.append(taken(case, q, number))
    QuizQuestion.objects.bulk_create(made)
    return Done(detail={"questions": len(made), "bank": bank})


def taken(case: Quiz, q: BankQuestion, number: int) -> QuizQuestion:
    """The question as it stands now."""
    return QuizQuestion(
        committee_id=case.committee_id,
        quiz=case,
        number=number,
        question=q,
        kind=q.kind,
        text=q.text,
        options=q.options,
        answer=q.answer,
        points=rules().points[q.kind],
        source=q.source[:340],
        sentence=q.sentence,
    )


@verb(QUIZ, "drop_question", Quiz)
def drop_question(case: Quiz, seat: Seat, *, question: int) -> Done:
    """One is taken off the paper; the others move up."""
    row = case.questions.filter(pk=question).first()
    if row is None:
        raise refuse("没有这道题。")
    row.delete()
    left = list(case.questions.order_by("number"))
    for n, each in enumerate(left, 1):
        each.number = n
    QuizQuestion.objects.bulk_update(left, ["number"])
    return Done(detail={"question": question})


@verb(QUIZ, "open_quiz", Quiz)
def open_quiz(case: Quiz, seat: Seat) -> Done:
    """Refused while a drawn question's source changed since; who must is told."""
    drawn = list(case.questions.all())
    rows = BankQuestion.objects.filter(
        committee_id=case.committee_id, pk__in=[q.question_id for q in drawn]
    ).select_related("clause__intake", "clause__extract")
    if bad := moved(rows):
        numbers = "、".join(str(q.number) for q in drawn if q.question_id in bad)
        raise refuse(f"第 {numbers} 题的出处变了，先核对，或者去掉重抽。")
    if case.item_id:
        people = StudyDuty.objects.filter(
            committee_id=case.committee_id, item_id=case.item_id, state="todo"
        ).values_list("person_id", flat=True)
        post(
            committee_id=case.committee_id,
            to=list(people),
            kind="quiz.open_quiz",
            text=f"{timezone.localtime(case.starts_at):%-m-%-d %H:%M} 开始：{case.title}",
            case=case,
            url=case.get_absolute_url(),
            needs_act=True,
            but=seat.person_id,
        )
    return Done(detail={"questions": len(drawn)})


@verb(QUIZ, "extend_quiz", Quiz)
def extend_quiz(case: Quiz, seat: Seat, *, until: datetime) -> Done:
    """Later, never earlier: nobody loses time. Who is answering gets it too, up to the own minutes."""
    if until <= case.ends_at or until <= timezone.now():
        raise refuse("只能往后延，要晚于现在的结束时间。")
    if until - case.starts_at > LONGEST:
        raise refuse("一场最长 31 天。")
    case.ends_at = until
    running = list(
        QuizEntry.objects.filter(committee_id=case.committee_id, quiz=case, state="running")
    )
    for entry in running:
        entry.ends_at = min(entry.started_at + timedelta(minutes=case.minutes), until)
    QuizEntry.objects.bulk_update(running, ["ends_at"])
    return Done(detail={"running": len(running)})


@verb(QUIZ, "close_quiz", Quiz)
def close_quiz(case: Quiz, seat: Seat) -> Done:
    """Sheets nobody handed in count by what came in time; mistakes go into each one's own book."""
    entries = list(
        QuizEntry.objects.select_for_update(no_key=True)
        .filter(committee_id=case.committee_id, quiz=case)
        .order_by("pk")
    )
    questions = list(case.questions.all())
    running = [entry for entry in entries if entry.state == "running"]
    for entry in running:
        settle(entry, questions, min(entry.ends_at, timezone.now()), QuizEntry.How.CLOCK)
        entry.state = "handed"
    QuizEntry.objects.bulk_update(
        running, ["state", "score", "right", "seconds", "handed_at", "how"]
    )
    note_wrong(case.committee_id, mistakes(case, entries))
    post(
        committee_id=case.committee_id,
        to=[entry.person_id for entry in entries],
        kind="quiz.close_quiz",
        text=f"出榜了，可以看错题：{case.title}",
        case=case,
        url=case.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(detail={"entries": len(entries), "by_clock": len(running)})


def mistakes(case: Quiz, entries: list[QuizEntry]) -> list[tuple[int, int]]:
    """(person, question of the bank) of each that was not wholly right; what was left out counts."""
    from ..models import QuizAnswer

    right = set(
        QuizAnswer.objects.filter(
            committee_id=case.committee_id, entry__quiz=case, right=True
        ).values_list("entry_id", "question_id")
    )
    drawn = list(case.questions.values_list("pk", "question_id"))
    return [
        (entry.person_id, question)
        for entry in entries
        for pk, question in drawn
        if (entry.pk, pk) not in right
    ]


@verb(QUIZ, "void_quiz", Quiz)
def void_quiz(case: Quiz, seat: Seat, *, why: str) -> Done:
    """No board, nothing counted; who took part is told why."""
    if not why.strip():
        raise refuse("请写为什么作废。")
    case.why_ended = why.strip()[:200]
    people = case.entries.values_list("person_id", flat=True)
    post(
        committee_id=case.committee_id,
        to=list(people),
        kind="quiz.void_quiz",
        text=f"竞赛作废：{case.title}",
        case=case,
        url=case.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(detail={"entries": len(people)})
