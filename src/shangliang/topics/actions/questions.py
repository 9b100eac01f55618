"""解疑释惑 (S-091): a question by somebody affected, a factual answer with its source, clear or not.

Nothing about the person is kept. An answer that is not clear goes back once; the second one names
the rule it rests on.
"""

from django.db import IntegrityError, transaction

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..codes import new_code
from ..flow import QUESTION
from ..intake import keep_secrets_out
from ..models import Consultation, Question
from ..telling import tell

TWICE = 2


@act("question.ask", "提一个疑问")
def ask_question(seat: Seat, *, consultation: int, text: str) -> Done:
    """By anybody, on a consultation that is public. Returns the Question with its receipt code."""
    case = Consultation.objects.filter(
        committee_id=seat.committee_id,
        pk=consultation,
        public=True,
        state__in=["recorded", "answered", "closed"],
    ).first()
    if case is None:
        raise refuse("这次协商没有公开。", "wall")
    text = " ".join(text.split())
    if not 4 <= len(text) <= 300:
        raise refuse("请把疑问写成一两句话，4 到 300 个字。")
    keep_secrets_out(text)
    for _ in range(5):
        try:
            with transaction.atomic():
                row = Question.objects.create(
                    committee_id=case.committee_id,
                    consultation=case,
                    public_code=new_code("WD"),
                    text=text,
                    asked_on=today(),
                )
        except IntegrityError:
            continue
        tell(case, [case.made_by_id], "question.ask", f"有人问：{text[:60]}", seat, True)
        return Done(case=row)
    raise refuse("回执号没有生成，请再点一次。")


@verb(QUESTION, "answer_question", Question)
def answer_question(case: Question, seat: Seat, *, answer: str, source: str) -> Done:
    """Facts, and where they stand; the second answer names the rule."""
    if len(answer.strip()) < 10:
        raise refuse("请用事实回答，至少一句完整的话。")
    if len(source.strip()) < 4:
        raise refuse("请写依据哪里：文件、数据或现场。")
    keep_secrets_out(answer, source)
    if case.answers and not any(sign in source for sign in "《第条款〔"):
        raise refuse("第二次解答请写明依据哪个文件、哪一条。")
    if case.answers:
        case.first_answer = case.answer
    case.answer, case.source = answer.strip()[:1000], source.strip()[:200]
    case.answers += 1
    case.answered_on, case.answered_by_id = today(), seat.person_id
    return Done(detail={"times": case.answers})


@act("question.judge", "提问的人说明不明白")
def say_clear(seat: Seat, *, code: str, clear: bool, unclear: str = "") -> Done:
    """Whoever holds the receipt says whether the answer was clear; unclear goes back once."""
    row = Question.objects.select_for_update().filter(public_code=code.strip().upper()).first()
    if row is None or row.committee_id != seat.committee_id:
        raise refuse("没有查到这个回执号。", "wall")
    if row.state != "answered":
        raise refuse("现在没有等您回应的解答。", "state")
    if not clear and len(unclear.strip()) < 2:
        raise refuse("请写哪里还不明白，好再答一次。")
    keep_secrets_out(unclear)
    row.unclear = "" if clear else unclear.strip()[:200]
    row.state = "clear" if clear else "unclear" if row.answers < TWICE else "open"
    row.save(update_fields=["state", "unclear"])
    if row.state == "unclear":
        matter = row.consultation
        tell(
            matter,
            [matter.made_by_id],
            "question.unclear",
            f"还不明白：{row.text[:60]}",
            seat,
            True,
        )
    return Done(case=row, detail={"clear": clear, "times": row.answers})
