"""A text with clauses, a bank on it, a plan and a contest, by the rooms' own verbs."""

from datetime import timedelta

from django.utils import timezone

from shangliang.documents.actions.accept_certain import accept_certain
from shangliang.documents.actions.settle import settle
from shangliang.documents.actions.take_in import take_in
from shangliang.documents.models import Clause
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.study.actions.make_bank import make_bank
from shangliang.study.actions.make_plan import make_plan
from shangliang.study.actions.make_quiz import make_quiz
from shangliang.study.models import BankQuestion

TITLE = "关于基层协商的实施意见"
TEXT = """关于基层协商的实施意见

一、总体要求
（一）坚持协商于决策之前。重大事项在决策之前先协商。
（二）坚持有事好商量。每个街道每年至少开展四次协商。

二、办理要求
（一）及时送达。协商成果应当在会后10个工作日内送达有关部门。
（二）按时反馈。有关部门应当在30个工作日内反馈采纳情况。
"""
SEND = "协商成果应当在会后10个工作日内送达有关部门。"
BACK = "有关部门应当在30个工作日内反馈采纳情况。"
TIMES = "每个街道每年至少开展四次协商。"


def do(table, verb, seat, row, **data):
    return REGISTRY[(table, verb)](seat, row.pk, **data)


def text(city):
    """The text, its clauses accepted."""
    seat = city.seat("organiser")
    row = take_in(seat, text=TEXT, title=TITLE, kind="opinion", level="public")
    accept_certain(seat, row.pk)
    for flag in row.extracts.filter(kind="flag", state="open"):
        settle(seat, flag.pk, answer="keep")
    return row


def clause_with(intake, words):
    return next(
        c
        for c in Clause.objects.filter(intake=intake, committee_id=intake.committee_id).order_by(
            "-level"
        )
        if words in c.text
    )


def bank(city, intake=None, singles=3):
    """Singles, one multiple, one judge, one fill."""
    seat = city.seat("organiser")
    intake = intake or text(city)
    row = make_bank(seat, title="基层协商题库")
    clause = clause_with(intake, "送达")
    for n in range(singles):
        do("bank", "add_question", seat, row, kind="single", text=f"几个工作日内送达？（{n}）",
           options=["5", "10", "20"], answer=[1], clause=clause.pk, sentence=SEND)  # fmt: skip
    do("bank", "add_question", seat, row, kind="multiple", text="成果和反馈的期限有哪些？",
       options=["10 个工作日", "30 个工作日", "60 个工作日"], answer=[0, 1], clause=clause.pk, sentence=SEND)  # fmt: skip
    do("bank", "add_question", seat, row, kind="judge", text="重大事项先决策再协商。",
       options=[], answer=[1], clause=clause.pk, sentence="重大事项在决策之前先协商。")  # fmt: skip
    do("bank", "add_question", seat, row, kind="fill", text="每个街道每年至少开展____次协商。",
       options=[], answer=["四", "4"], clause=clause.pk, sentence=TIMES)  # fmt: skip
    return row


def plan(city, issued=True):
    seat = city.seat("organiser")
    row = make_plan(seat, year=today().year, title="年度学习计划")
    if issued:
        item(city, row, kind="reading")
        do("studyplan", "issue_plan", seat, row)
        row.refresh_from_db()
    return row


def item(city, plan_, kind="session", title="一项", layers=("members",), days=10, open_=False):
    seat = city.seat("organiser")
    row = do("studyplan", "add_item", seat, plan_, kind=kind, title=title, hours=2)
    due = {key: today() + timedelta(days=days) for key in layers}
    do("studyitem", "set_layers", seat, row, due=due)
    if kind == "reading":
        do("studyitem", "add_reading", seat, row, title="一本书")
    if open_:
        do("studyitem", "issue_item", seat, row)
    row.refresh_from_db()
    return row


def quiz(city, bank_=None, minutes=20, open_=True, **data):
    """Six questions, begun a minute ago."""
    seat = city.seat("organiser")
    now = timezone.now()
    row = make_quiz(
        seat, title="一场竞赛", starts_at=now - timedelta(minutes=1), ends_at=now + timedelta(hours=2),
        minutes=minutes, **data,
    )  # fmt: skip
    do(
        "quiz",
        "draw_questions",
        seat,
        row,
        bank=(bank_ or bank(city)).pk,
        single=3,
        multiple=1,
        judge=1,
        fill=1,
    )
    if open_:
        do("quiz", "open_quiz", seat, row)
    row.refresh_from_db()
    return row


def right_answers(row, but=0):
    """All right but the first ``but``."""
    out = {}
    for n, q in enumerate(row.questions.all()):
        out[str(q.pk)] = (
            ([2] if q.options and q.kind == "single" else ["不对"] if q.kind == "fill" else [0])
            if n < but
            else q.answer
        )
    return out


def questions_of(row):
    return list(BankQuestion.objects.filter(committee_id=row.committee_id, bank=row))
