"""One person's answers, added to the counts of their county; the person is nowhere (E2)."""

import hashlib
import re
from collections.abc import Sequence

from django.db import IntegrityError, transaction

from ...procedures.again import again
from ...procedures.office_calendar import today
from ...procedures.perform import lock
from ...procedures.verdicts import refuse
from ...voices.texts import points_at_somebody
from ..lookup import region as find_region
from ..models import Pulse, PulseCount, PulseTicket, PulseWord

PHONE = re.compile(r"\d[\d\s-]{5,}\d")  # seven digits and more: a telephone, an identity number


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
