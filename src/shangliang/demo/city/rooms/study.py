"""学习 on the first start: a plan by layers, papers, a bank on a text, a contest that is on and one that is over."""

from datetime import timedelta

from django.utils import timezone

from ....accounts.seats import seat_of
from ....actors.models import Actor
from ....documents.actions.accept_certain import accept_certain
from ....documents.actions.reread import reread
from ....documents.actions.settle import settle
from ....documents.actions.take_in import take_in
from ....documents.models import Clause, Intake
from ....procedures.office_calendar import today
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ....study.actions.enter_quiz import enter_quiz
from ....study.actions.make_bank import make_bank
from ....study.actions.make_needs import make_needs
from ....study.actions.make_plan import make_plan
from ....study.actions.make_quiz import make_quiz
from ....study.actions.name_layer import name_layer
from ....study.actions.start_paper import start_paper
from ....study.models import Bank, Quiz, QuizEntry, StudyItem, StudyPlan
from ..bodies import Body
from . import study_texts as words


def do(table: str, verb: str, seat: Seat, pk: int, **data: object) -> object:
    return REGISTRY[(table, verb)](seat, pk, **data)


def fill(city: Body, counties: list[Body]) -> None:
    """In the order an office would do it; the corrected text comes last and marks its question."""
    by_name = {
        a.account.username: a
        for a in Actor.objects.filter(
            committee=city.committee, account__username__in=["zhuanwei", "weiyuan"]
        ).select_related("account")
        if a.account
    }
    seat = seat_of(by_name["zhuanwei"])
    me = seat_of(by_name["weiyuan"])
    others = [seat_of(p) for p in city.members[:16] if p.pk != me.person_id]
    text = take(seat)
    plan = yearly(city, seat, text, me, others)
    bank = questions(seat, text)
    contests(seat, plan, bank, me, others)
    papers(seat, plan, others)
    needs(seat, others)
    corrected = words.TEXT.replace(*words.CHANGED)
    reread(seat, text.pk, text=corrected)


def take(seat: Seat) -> Intake:
    """The text that is read and asked, its clauses accepted."""
    row: Intake = take_in(seat, text=words.TEXT, title=words.TITLE, kind="opinion", level="public")
    accept_certain(seat, row.pk)
    for flag in row.extracts.filter(kind="flag", state="open"):
        settle(seat, flag.pk, answer="keep")
    return row


def add(
    seat: Seat, plan: StudyPlan, kind: str, title: str, due: dict[str, int], **more: object
) -> StudyItem:
    """An item with its layers; ``due``: days from today."""
    row = do("studyplan", "add_item", seat, plan.pk, kind=kind, title=title, **more)
    assert isinstance(row, StudyItem)
    days = {key: today() + timedelta(days=n) for key, n in due.items()}
    do("studyitem", "set_layers", seat, row.pk, due=days)
    return row


def yearly(city: Body, seat: Seat, text: Intake, me: Seat, others: list[Seat]) -> StudyPlan:
    """Seven things of a year, most of them given out."""
    lead = [p.pk for p in [*city.leaders, *city.members[20:26]]]
    name_layer(seat, layer="party_group", people=lead)
    plan: StudyPlan = make_plan(
        seat, year=today().year, title=f"{today().year} 年学习计划",
        text="围绕提高协商质量，先学规定，再练本领。党组带头，机关先学一步。",
        basis="年初党组会议研究（示范）",
    )  # fmt: skip
    whole = add(
        seat, plan, "reading", "通读《关于提高协商质量的若干规定》",
        {"party_group": 2, "leaders": 6, "staff": 6, "members": 10},
        text="读的时候想一件自己经历的事：哪一条没有做到。", hours=2,
    )  # fmt: skip
    do("studyitem", "add_reading", seat, whole.pk, intake=text.pk)
    part = add(
        seat, plan, "reading", "细读“开好协商会”三条", {"conveners": 4, "standing": 5, "members": 12}, hours=1,
    )  # fmt: skip
    clause = Clause.objects.filter(intake=text, text__contains="开好协商会").first()
    do(
        "studyitem",
        "add_reading",
        seat,
        part.pk,
        intake=text.pk,
        clause=clause.pk if clause else None,
    )
    seminar = add(
        seat, plan, "seminar", "研讨：少数人的意见怎样记", {"party_group": 3, "staff": 5}, hours=2
    )
    branch = add(seat, plan, "branch", "机关党支部学习会", {"staff": 8}, hours=2)
    paper = add(
        seat,
        plan,
        "paper",
        "每人写一篇学习体会",
        {"staff": 20},
        text="一千字左右，至少一个自己的例子。",
        hours=4,
    )
    quiz = add(seat, plan, "quiz", "协商质量知识竞赛", {"members": 14}, hours=1)
    training = add(
        seat, plan, "training", "新任委员培训：怎样提一件好提案", {"new_members": 15, "named": 15},
        induction=True, hours=6,
    )  # fmt: skip
    add(seat, plan, "session", "党组理论学习会：明年选题", {"party_group": 40}, hours=2)
    name_layer(seat, layer="named", people=[p.pk for p in city.members[30:38]])
    do("studyplan", "issue_plan", seat, plan.pk)
    for row in (whole, part, seminar, branch, paper, quiz, training):
        do("studyitem", "issue_item", seat, row.pk)
    readers(city, seat, whole, me, others)
    begins = timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(
        days=6
    )
    do(
        "studyitem", "hold_session", seat, branch.pk, starts_at=begins, ends_at=begins + timedelta(hours=2),
        place="机关二楼会议室", speakers="支部书记",
    )  # fmt: skip
    do(
        "studyitem", "record_session", seat, seminar.pk, speakers="三位常委、提案委",
        record="三位常委各讲了一次自己的意见没有写进纪要的经过。提案委说明纪要模板只留了“多数意见”一栏。",
        points="一、改纪要模板。提案委在十二月底前把“不同意见及理由”列为必填。\n二、会后核对。纪要印发前送发言人核对。",
    )  # fmt: skip
    people = list(seminar.duties.order_by("pk").values_list("person_id", flat=True))
    do("studyitem", "tick_people", seat, seminar.pk, people=people[: max(1, len(people) * 2 // 3)])
    do("studyitem", "send_points", seat, seminar.pk)
    return plan


def readers(city: Body, seat: Seat, row: StudyItem, me: Seat, others: list[Seat]) -> None:
    """Some confirmed by themselves with a note; a branch's paper list ticked by the office."""
    duties = {d.person_id: d.pk for d in row.duties.all()}
    for n, other in enumerate(o for o in others if o.person_id in duties):
        if n >= 4:
            break
        note = words.NOTES[n] if n < len(words.NOTES) else ""
        do(
            "studyduty",
            "confirm_read",
            other,
            duties[other.person_id],
            note=note,
            share=bool(note) and n != 1,
        )
    mine = {o.person_id for o in others} | {me.person_id}
    rest = [pk for n, pk in enumerate(sorted(set(duties) - mine)) if n % 5 < 3]
    do("studyitem", "tick_people", seat, row.pk, people=rest)


def questions(seat: Seat, text: Intake) -> Bank:
    """Twelve questions, each on a sentence of a clause."""
    bank: Bank = make_bank(seat, title="协商质量题库", about="出自《关于提高协商质量的若干规定》")
    clauses = list(Clause.objects.filter(committee_id=seat.committee_id, intake=text))
    for kind, ask, options, answer, where, sentence in words.QUESTIONS:
        clause = next((c for c in clauses if where in c.text), clauses[0])
        do(
            "bank", "add_question", seat, bank.pk, kind=kind, text=ask, options=list(options),
            answer=list(answer), clause=clause.pk, sentence=sentence,
        )  # fmt: skip
    return bank


def contests(seat: Seat, plan: StudyPlan, bank: Bank, me: Seat, others: list[Seat]) -> None:
    """One that is on for two weeks, by sectors; one of last week, over, with its board."""
    now = timezone.now()
    item = plan.items.get(kind="quiz")
    on: Quiz = make_quiz(
        seat, title="协商质量知识竞赛", starts_at=now - timedelta(hours=2), ends_at=now + timedelta(days=14),
        minutes=20, team_by="sector", team_best=3, item=item.pk,
        text="题都出自《关于提高协商质量的若干规定》。用手机答。",
    )  # fmt: skip
    over: Quiz = make_quiz(
        seat, title="机关和委员热身赛", starts_at=now - timedelta(days=1), ends_at=now + timedelta(hours=1),
        minutes=15, team_by="sector", team_best=2, show_people=True, partial=True,
    )  # fmt: skip
    for row in (on, over):
        do(
            "quiz",
            "draw_questions",
            seat,
            row.pk,
            bank=bank.pk,
            single=4,
            multiple=2,
            judge=3,
            fill=2,
        )
        do("quiz", "open_quiz", seat, row.pk)
    for n, other in enumerate(others[:3]):
        play(other, on, n)
    for n, other in enumerate([me, *others[:7]]):
        play(other, over, (n + 3) % 7)
    back = timedelta(days=6)
    Quiz.objects.filter(pk=over.pk).update(
        starts_at=now - back - timedelta(days=1), ends_at=now - back
    )
    for n, entry in enumerate(QuizEntry.objects.filter(quiz=over).order_by("pk")):
        began = now - back - timedelta(hours=20) + timedelta(minutes=7 * n)
        entry.seconds = 210 + 17 * (n % 6)
        entry.started_at, entry.ends_at = began, began + timedelta(minutes=15)
        entry.handed_at = began + timedelta(seconds=entry.seconds)
        entry.save()
    do("quiz", "close_quiz", seat, over.pk)


def play(other: Seat, row: Quiz, wrong: int) -> None:
    """One person's sheet with so many mistakes."""
    from ....study.actions.enter_quiz import teams_of

    teams = teams_of(other, row)
    entry = enter_quiz(other, quiz=row.pk, team=teams[0][0] if teams else None)
    answers = {
        str(q.pk): q.answer
        if n >= wrong
        else (["不知道"] if q.kind == "fill" else [(q.answer[0] + 1) % len(q.options)])
        for n, q in enumerate(row.questions.all())
    }
    do("quizentry", "hand_in", other, entry.pk, answers=answers)


def papers(seat: Seat, plan: StudyPlan, others: list[Seat]) -> None:
    """One published with a comment, one waiting to be read."""
    (title, text), (second, more) = words.PAPERS
    first = start_paper(others[0], title=title, text=text, consent=True)
    do("studypaper", "hand_paper", others[0], first.pk)
    do(
        "studypaper",
        "comment_paper",
        seat,
        first.pk,
        text="灯泡那一段好。再补一句：问过谁、谁答的。",
    )
    do("studypaper", "publish_paper", seat, first.pk)
    item = plan.items.get(kind="paper")
    mine = item.duties.filter(person_id=seat.person_id).exists()
    paper = start_paper(
        seat if mine else others[1], title=second, text=more, item=item.pk, consent=True
    )
    do("studypaper", "hand_paper", seat if mine else others[1], paper.pk)


def needs(seat: Seat, others: list[Seat]) -> None:
    """A survey that is on, answered by some."""
    row = make_needs(
        seat, title="明年培训想学什么", matters=words.MATTERS, until=today() + timedelta(days=20)
    )
    do("needssurvey", "open_needs", seat, row.pk)
    for n, other in enumerate(others[:7]):
        do(
            "needssurvey", "tell_needs", other, row.pk, chosen=[n % 5, (n * 2 + 1) % 5],
            text="想听真正办过案的人讲" if n == 3 else "",
        )  # fmt: skip
