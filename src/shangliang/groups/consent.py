"""Consent (同意): for a purpose, until a day; what is asked of the person, and what is deleted."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from ..procedures.office_calendar import today
from ..procedures.verdicts import refuse
from .models import Listed
from .models.listed import GONE_NAME

FILE = Path(__file__).parent / "presets" / "contact.toml"
PURPOSES = {
    "member": "协商、调研、评议需要懂行的人时，按擅长推荐给办公室",
    "expert": "协商、调研、评议需要懂行的人时，按擅长推荐给办公室",
    "retired": "协商、调研、评议需要懂行的人时，按擅长推荐给办公室",
    "institute": "委托研究、提供论证时联系",
    "friend": "邀请参加文化、公益等活动，并在活动记录里署名",
}
# What the person reads before saying yes. Ours; a committee may say it in its own words on paper.
TEXT = (
    "我同意{holder}把我的姓名、单位、联系方式和擅长记在“{kind}”里，用途是：{purpose}。"
    "只用到{until}，到期不用。我可以随时撤回，撤回后姓名、单位和电话即删，只留人数次数。"
)


@dataclass(frozen=True)
class ContactRules:
    """``target`` people a keeper; ``every_days`` between contacts; ``most_years`` of one consent."""

    target: int
    every_days: int
    purpose: str
    most_years: int
    asked_often: int


@cache
def rules() -> ContactRules:
    """Read once; the file belongs to the release."""
    return ContactRules(**tomllib.loads(FILE.read_text(encoding="utf-8")))


def purpose_of(kind: str) -> str:
    """What a list is for, as proposed."""
    return PURPOSES.get(kind, rules().purpose)


def check_until(until: date) -> None:
    """An end date, not past and not for ever. Raises Refused."""
    if until < today():
        raise refuse("到期日已经过了，请改日期。")
    if until > today() + timedelta(days=366 * rules().most_years):
        raise refuse(f"一次同意最长 {rules().most_years} 年，到期请本人再续。")


def text_of(row: Listed, holder: str) -> str:
    """The sentence agreed to."""
    return TEXT.format(
        holder=holder,
        kind=row.kind_label,
        purpose=row.purpose,
        until=f"{row.until:%Y 年 %-m 月 %-d 日}",
    )


def erase(row: Listed) -> None:
    """Take out who it was: in the list, in the contacts' notes, in what was asked. Counts stay."""
    row.name, row.person, row.gone_on = GONE_NAME, None, today()
    for name in ("unit", "post", "phone", "fields", "kin", "how"):
        setattr(row, name, "")
    row.touches.update(note="", referred="", open_question=False)
    row.links.all().delete()
    row.askings.update(brief="", delivered="", review="")
