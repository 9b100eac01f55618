"""公开: only with consent, the unit's attribute and a secrecy check (docs/field.md 1.8)."""

import re

from django.db.models import QuerySet
from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Publication, Reply, Submission
from ..people import proposers

# What a public page must never carry: mobile and fixed telephone numbers, identity numbers.
PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[-－—]\d{7,8})(?!\d)")
IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")


def personal_marks(text: str) -> list[str]:
    """What in a text looks like somebody's number; shown to the office, which may black it out."""
    found = [m.group() for m in PHONE.finditer(text)] + [m.group() for m in IDENTITY.finditer(text)]
    return list(dict.fromkeys(found))


def public_text(case: Submission) -> str:
    """All that would be read if the full text were open."""
    asks = case.recommendations.filter(removed_at__isnull=True).values_list("text", flat=True)
    answers = [
        answer.text
        for reply in open_replies(case).prefetch_related("answers")
        for answer in reply.answers.all()
    ]
    return "\n".join([case.title, case.situation, case.analysis, *asks, *answers])


def open_replies(case: Submission) -> QuerySet[Reply]:
    """Delivered replies whose unit marked them open in full and which passed the secrecy check."""
    return Reply.objects.filter(
        committee_id=case.committee_id,
        submission=case,
        kind=Reply.Kind.REPLY,
        state="sent",
        publicity=Reply.Publicity.FULL,
        secrecy_checked=True,
    )


@verb(PROPOSAL, "publish", Submission)
def publish(
    case: Submission,
    seat: Seat,
    *,
    text: str = "full",
    summary: str = "",
    show_reply: bool = True,
    checked: bool = False,
) -> Done:
    """Open the proposal to everybody: its full text or a summary, with or without the replies.

    A reply its unit marked "not public" is never shown, whatever is chosen here.
    """
    if not checked:
        raise refuse("公开前须作保密审查，请看过全文后勾选“已作保密审查”。")
    if text not in ("full", "summary"):
        raise refuse("请选全文公开或摘要公开。")
    if text == "summary" and not summary.strip():
        raise refuse("摘要公开的，请写一段摘要。")
    read = public_text(case) if text == "full" else summary
    if marks := personal_marks(read):
        shown = "、".join(m[:3] + "…" for m in marks[:3])
        raise refuse(f"里面有像电话或证件号的数字（{shown}），请改为摘要公开或先请提案人删去。")
    row, made = Publication.objects.update_or_create(
        committee_id=case.committee_id,
        submission=case,
        defaults={
            "text": text,
            "summary": summary.strip(),
            "show_reply": show_reply,
            "checked_by_id": seat.person_id,
            "published_at": timezone.now(),
            "withdrawn_at": None,
            "withdrawn_because": "",
        },
    )
    if made:
        post(
            committee_id=case.committee_id,
            to=proposers(case),
            kind="proposal.publish",
            text=f"已公开：{case.number_label}《{case.title}》，查询码 {case.public_code}",
            case=case,
            url=f"/public/{case.public_code}/",
        )
    return Done(about=row, detail={"text": text, "show_reply": show_reply})
