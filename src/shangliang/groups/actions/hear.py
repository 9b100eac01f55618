"""记接待: one matter heard on duty. A category and a sentence; who said it is not written here."""

import re

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SHIFT
from ..limits import plain_matter
from ..models import Heard, Shift
from ..words import MATTERS

# A phone or identity number names somebody; such a matter is entered as a voice, whose source is kept apart.
NUMBER = re.compile(r"(?<!\d)(?:1\d{10}|\d{17}[\dXx])(?!\d)")


@verb(SHIFT, "hear", Shift)
def hear(case: Shift, seat: Seat, *, matter: str, text: str, answer: str = "") -> Done:
    """``answer``: what was said on the spot."""
    if matter not in MATTERS:
        raise refuse("请选哪方面的事。")
    if len(text.strip()) < 4:
        raise refuse("请用一句话写说了什么事。")
    plain_matter(text, answer)
    if NUMBER.search(text + answer):
        raise refuse("这里不记电话和证件号码。要留联系方式的，请用“登记来声”，反映人单独保管。")
    row = Heard.objects.create(
        committee_id=case.committee_id, shift=case, matter=matter, text=text.strip()[:300],
        answer=answer.strip()[:300], by_id=seat.person_id,
    )  # fmt: skip
    return Done(about=row, detail={"kind": matter})
