"""Terms and sessions (届·次): the calendar a committee's work is counted by."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from .actor import CommitteeOwned

NUMERALS = "零一二三四五六七八九十"


def numeral(n: int) -> str:
    """1..99 in Chinese numerals: 15 -> 十五."""
    if n <= 10:
        return NUMERALS[n]
    tens, ones = divmod(n, 10)
    return (NUMERALS[tens] if tens > 1 else "") + "十" + (NUMERALS[ones] if ones else "")


class Term(CommitteeOwned):
    """A term (届), five years. A frozen term is past: its ties and records no longer change."""

    number = models.PositiveSmallIntegerField("届")
    start = models.DateField("起")
    end = models.DateField("止", null=True, blank=True)
    frozen_at = models.DateTimeField("封存时间", null=True, blank=True)

    class Meta:
        ordering = ("-number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "number"], name="a_term_is_opened_once"),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                name="a_term_does_not_end_before_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"第{numeral(self.number)}届"

    def is_past(self, day: date) -> bool:
        """Frozen by hand, or over by its own end: nothing in it changes any more."""
        return self.frozen_at is not None or (self.end is not None and self.end < day)


class Session(CommitteeOwned):
    """A plenary session (次会议) and its window for plenary proposals (大会提案).

    ``window_opens`` .. ``cutoff_at``: what is submitted inside is a plenary proposal, all else an
    ordinary one (平时提案) (docs/field.md 1.3).
    """

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField("次")
    opens = models.DateField("开幕")
    closes = models.DateField("闭幕")
    window_opens = models.DateField("大会提案受理起")
    cutoff_at = models.DateTimeField("大会提案截止")
    year = models.PositiveSmallIntegerField("年度")

    class Meta:
        ordering = ("-opens",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["term", "number"], name="a_session_is_held_once"),
            models.CheckConstraint(
                condition=Q(closes__gte=F("opens")), name="a_session_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return f"{numeral(self.term.number)}届{numeral(self.number)}次"

    @property
    def full_name(self) -> str:
        """第十五届委员会第二次会议, as letters name it."""
        return f"第{numeral(self.term.number)}届委员会第{numeral(self.number)}次会议"
