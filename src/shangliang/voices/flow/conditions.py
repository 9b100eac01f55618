"""What must hold before a verb: each answers None, or the sentence that says what is missing."""

from datetime import timedelta

from django.utils import timezone

from ...procedures import clocks
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Issue, Lead, Voice


def complete(seat: Seat, case: Voice) -> str | None:
    """Something is said, and a research says what it asked."""
    if not case.text.strip():
        return "还没有写看到了什么。"
    if case.kind == Voice.Kind.RESEARCH and not case.question.strip():
        return "微调研请写一句要弄清的问题。"
    if case.kind == Voice.Kind.DIFFICULTY and case.firm_id is None and not case.area:
        return "请写是哪家企业，或至少写在哪里。"
    return None


def soon_after(seat: Seat, case: Voice) -> str | None:
    """Within the minutes the rules give, before an editor looked."""
    if case.submitted_at is None:
        return "还没有交。"
    until = case.submitted_at + timedelta(minutes=case.rules.take_back_minutes)
    if timezone.now() > until:
        return f"交出超过 {case.rules.take_back_minutes} 分钟，不能收回了；可以补一件说明。"
    return None


def edited(seat: Seat, case: Voice) -> str | None:
    """There is an edited title and text."""
    return None if case.edited_title and case.edited_text else "还没有编好标题和正文。"


def safe_to_print(seat: Seat, case: Voice) -> str | None:
    """A named person is not printed from an anonymous note."""
    if case.anonymous and case.names_person and not case.edited_text:
        return "匿名来件指名道姓，请先编写去掉姓名的正文。"
    return None


def consent_due(seat: Seat, case: Voice) -> str | None:
    """Silence goes on only after the authors' limit has passed."""
    clock = clocks.find(case, "consent")
    if clock and clock.due_on >= today():
        return f"作者还可以在 {clock.due_on:%-m 月 %-d 日}前答复，请等到期或催一下。"
    if case.consents.filter(round=case.round, said="no").exists():
        return "有作者不同意，不能跳过，请改了再征求。"
    return None


def not_a_leader(seat: Seat, case: Voice) -> str | None:
    """What others were merged into is not merged away."""
    return "有别的来件并在这件里，请先拆开。" if case.merged.exists() else None


def has_unit(seat: Seat, case: Voice) -> str | None:
    """A difficulty is in hand of a unit."""
    return None if case.unit_id else "还没有交给哪个单位。"


def printed(seat: Seat, case: Voice) -> str | None:
    """It stood in an issue that went out."""
    gone = case.printed_in.exclude(issue__state__in=("draft", "dropped"))
    return None if gone.exists() else "没有编入过一期，没有采用可记。"


def cause_written(seat: Seat, case: Voice) -> str | None:
    """Pose, solve, answer (S-089): no answer before its cause."""
    return None if case.cause.strip() else "请先写原因分析（破题），再答复。"


def has_items(seat: Seat, case: Issue) -> str | None:
    """An issue holds at least one signed item."""
    if not case.items.exists():
        return "这一期还没有信息。"
    if case.items.exclude(voice__state="signed").exists():
        return "这一期里有还没签发的信息。"
    return None


def consented(seat: Seat, case: Lead) -> str | None:
    """The other side agreed and the agreement still holds."""
    return None if case.consent_holds(today()) else "对方的同意没有登记，或者已经到期。"
