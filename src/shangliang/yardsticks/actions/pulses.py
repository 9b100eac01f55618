"""小调查: opened, answered through one link or entered by count, closed, and answered in turn."""

import hashlib
import re
import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from ...procedures.again import again
from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...voices.texts import points_at_somebody
from ..lookup import region as find_region
from ..models import Pulse, PulseCount, PulseTicket, PulseWord
from ..who import KEEPERS

LONGEST = 92  # days a link stays open
PHONE = re.compile(r"\d[\d\s-]{5,}\d")  # seven digits and more: a telephone, an identity number


@act("pulse.open", "登记小调查", *KEEPERS)
def open_pulse(
    seat: Seat,
    *,
    title: str,
    questions: Sequence[dict[str, Any]],
    on: date,
    population: int | None = None,
    follows: int | None = None,
    until: date | None = None,
    purpose: str = "",
    open_question: str = "",
) -> Done:
    """Three to five questions, anonymous; only counts are kept (E2).

    With ``until`` there is a link that anybody answers without account; ``purpose`` stands on its page.
    """
    if not title.strip():
        raise refuse("请写题目。")
    if not 1 <= len(questions) <= 5:
        raise refuse("小调查一次三到五题，最多五题。")
    if any(len(q.get("options", [])) < 2 or not q.get("text") for q in questions):
        raise refuse("每题要有题目和至少两个选项。")
    if on > today():
        raise refuse("日期不能晚于今天。")
    if open_question.strip() and not until:
        raise refuse("自己写的一题只在用链接作答时问；手记的调查只记人数。")
    if until and not purpose.strip():
        raise refuse("请写为什么问、结果给谁看：作答的人先看到这一句。")
    if until and not 0 <= (until - today()).days <= LONGEST:
        raise refuse(f"截止日要在今天以后、{LONGEST}天以内。")
    before = None
    if follows:
        before = Pulse.objects.filter(pk=follows, committee_id=seat.committee_id).first()
        if before is None or [(q["text"], q["options"]) for q in before.questions] != [
            (q["text"], list(q["options"])) for q in questions
        ]:
            raise refuse("和上一次的题目或选项不一样，不能连起来比。")
    row = Pulse.objects.create(
        committee_id=seat.committee_id, title=title.strip()[:120], questions=list(questions), on=on,
        population=population, follows=before, until=until, purpose=purpose.strip()[:200],
        code=secrets.token_urlsafe(12) if until else "", open_question=open_question.strip()[:120],
    )  # fmt: skip
    return Done(case=row, detail={"questions": len(questions), "link": bool(until)})


@act("pulse.count", "记小调查结果", *KEEPERS)
def count_pulse(seat: Seat, pk: int, *, region: int | str, counts: Sequence[Sequence[int]]) -> Done:
    """How many of a region chose what, question by question."""
    pulse = lock(Pulse, pk, seat.committee_id)
    if pulse.code:
        raise refuse("这次调查由大家自己用链接答，人数不能再手填。")
    place = find_region(seat.committee_id, region)
    if len(counts) != len(pulse.questions) or any(
        len(row) != len(q["options"]) for row, q in zip(counts, pulse.questions, strict=False)
    ):
        raise refuse("人数和题目、选项对不上，可能错了一列。")
    if any(n < 0 for row in counts for n in row):
        raise refuse("人数不能是负的。")
    if len({sum(row) for row in counts}) > 1:
        raise refuse("各题作答人数不一样，请核对；没有作答的另设一个选项。")
    row, _ = PulseCount.objects.update_or_create(
        committee_id=seat.committee_id, pulse=pulse, region=place,
        defaults={"counts": [list(map(int, row)) for row in counts]},
    )  # fmt: skip
    return Done(case=pulse, about=row, result=row, detail={"region": place.pk})


def answer_pulse(
    committee_id: int, pk: int, *, key: str, region: int, choices: Sequence[int], words: str = ""
) -> None:
    """One person's answers, added to the counts of their county; the person is nowhere (E2).

    ``key`` belongs to the page they filled: the same page sent twice counts once. No event is
    written for one answer, since its time beside the counts would tell who said what; opening and
    closing are. ``words``: to the open question, kept apart from everything else. Raises Refused.
    """
    wrote = clean_words(committee_id, words)

    def once() -> None:
        with transaction.atomic():
            pulse = lock(Pulse, pk, committee_id)
            if not pulse.is_open(today()):
                raise refuse("这次小调查已经截止，谢谢。")
            place = find_region(committee_id, region)
            if place.level != "county":
                raise refuse("请选您所在的县（市、区）。")
            if len(choices) != len(pulse.questions) or any(
                not 0 <= said < len(q["options"])
                for said, q in zip(choices, pulse.questions, strict=True)
            ):
                raise refuse("每题请选一个；拿不准的也请选最接近的。")
            digest = hashlib.sha256(f"{pulse.code}:{key}".encode()).hexdigest()
            try:
                with transaction.atomic():
                    PulseTicket.objects.create(
                        committee_id=committee_id, pulse=pulse, digest=digest
                    )
            except IntegrityError:
                raise refuse("这一份已经交过了，只算一次。", "step") from None
            row, _ = PulseCount.objects.get_or_create(
                committee_id=committee_id, pulse=pulse, region=place,
                defaults={"counts": [[0] * len(q["options"]) for q in pulse.questions]},
            )  # fmt: skip
            for question, said in enumerate(choices):
                row.counts[question][said] += 1
            row.save(update_fields=["counts"])
            if wrote and pulse.open_question:
                PulseWord.objects.create(committee_id=committee_id, pulse=pulse, text=wrote)

    again(once)


def clean_words(committee_id: int, words: str) -> str:
    """One line of at most 200 characters that names nobody. Raises Refused; nothing is cut in silence."""
    said = " ".join(words.split())
    if len(said) > 200:
        raise refuse(f"自己写的一题最多200字，现在{len(said)}字。")
    if PHONE.search(said) or points_at_somebody(committee_id, said):
        raise refuse(
            "自己写的一题里好像有具体的人或电话。请只说事情，去掉人名、职务称呼和号码再交。"
        )
    return said


@act("pulse.close", "结束小调查", *KEEPERS)
def close_pulse(seat: Seat, pk: int) -> Done:
    """No more answers; results show from now on."""
    pulse = lock(Pulse, pk, seat.committee_id)
    if not pulse.is_open(today()):
        raise refuse("这次小调查没有在作答。")
    pulse.closed_on = today()
    pulse.save(update_fields=["closed_on"])
    return Done(case=pulse, detail={"answers": pulse.tickets.count()})


@act("pulse.answer", "您说了，我们做了", *KEEPERS)
def say_done(seat: Seat, pk: int, *, did: str) -> Done:
    """What was done about what people said."""
    pulse = lock(Pulse, pk, seat.committee_id)
    if not did.strip():
        raise refuse("请写做了什么。")
    pulse.did = did.strip()
    pulse.save(update_fields=["did"])
    return Done(case=pulse)
