"""When: named conditions of a proposal, with the regulation above each. ``None``: it holds."""

from datetime import timedelta

from django.utils import timezone

from ...procedures.clocks import find
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Submission, UnitChoice
from ..people import voices


# Form of a proposal: 案由、情况分析、具体建议 (docs/field.md 1.2).
def complete(seat: Seat, case: Submission) -> str | None:
    """A proposal has a title, a situation and at least one ask before it is handed in."""
    missing = []
    if not case.title.strip():
        missing.append("案由")
    if not case.situation.strip():
        missing.append("情况")
    if not case.recommendations.filter(removed_at__isnull=True).exists():
        missing.append("至少一条建议")
    return f"还缺：{'、'.join(missing)}。" if missing else None


# Sector and group proposals only during the plenary (docs/field.md 1.1).
def in_season(seat: Seat, case: Submission) -> str | None:
    """Natures the rulebook limits to the plenary window are refused outside it."""
    if case.nature not in case.rules.natures:
        return f"本级规程不收{case.get_nature_display()}提案。"
    if case.nature not in case.rules.plenary_only:
        return None
    session = case.session
    if session.window_opens <= today() and timezone.now() <= session.cutoff_at:
        return None
    return f"{case.get_nature_display()}提案只在大会提案受理期内提交。"


# 集体提案 carries the body's seal: an approver's act, by a second person (docs/field.md 1.1, S-061).
def collective(seat: Seat, case: Submission) -> str | None:
    return None if case.collective else "只有集体提案需要审签。"


def of_members(seat: Seat, case: Submission) -> str | None:
    """A body stands for all its people: it asks no member to sign beside it."""
    return "集体提案以单位名义提出，不邀请委员联名。" if case.collective else None


def needs_no_approval(seat: Seat, case: Submission) -> str | None:
    """Where the rulebook asks the seal, a body's proposal is handed in by its approver alone.

    A text changed after the approval is a new text: it goes to the approver again.
    """
    if case.collective and case.rules.steps.get("seal", False):
        return "集体提案须先送单位审签。"
    return None


def not_reviewed(seat: Seat, case: Submission) -> str | None:
    """Once a reviewer has written, taking back is asking for withdrawal instead."""
    return "提案委已经开始审查，请改用“撤案”。" if case.reviews.exists() else None


def no_second_review(seat: Seat, case: Submission) -> str | None:
    """Where re-review is on, a first reviewer passes on and does not decide filing alone."""
    if case.state == "submitted" and case.rules.steps.get("second_review"):
        return "规程设有复审，请先转复审。"
    return None


def has_class_and_lead(seat: Seat, case: Submission) -> str | None:
    """Filing fixes the class and proposes a lead unit (docs/field.md 1.5, 1.6)."""
    if not case.class_code:
        return "还没有定类别。"
    lead = case.unit_choices.filter(layer=UnitChoice.Layer.REVIEWED, role__in=["lead", "each"])
    return None if lead.exists() else "还没有拟定主办单位。"


def just_decided(seat: Seat, case: Submission) -> str | None:
    """Ten minutes of undo instead of "确定吗" (docs/architecture.md)."""
    limit = timedelta(minutes=case.rules.undo_minutes)
    if case.decided_at and timezone.now() - case.decided_at <= limit:
        return None
    return f"已超过 {case.rules.undo_minutes} 分钟，不能撤回，请走更正程序。"


def seconding_open(seat: Seat, case: Submission) -> str | None:
    """附议: the proposer allowed it (docs/field.md 1.1)."""
    return None if case.may_second else "提案人没有开放附议。"


def not_merged_lead(seat: Seat, case: Submission) -> str | None:
    if case.group_id and case.group and case.group.lead_id == case.pk:
        return "这件是并案的主案，请先撤销并案。"
    return None


def round_left(seat: Seat, case: Submission) -> str | None:
    """At most the rulebook's number of rounds; then a face-to-face consultation (Sichuan 2024)."""
    if case.round < case.rules.rating.rounds:
        return None
    return f"已办 {case.round} 轮，规程到此为止；仍不满意的，由督办机构组织面商。"


def everything_answered(seat: Seat, case: Submission) -> str | None:
    left = [
        ask.order
        for ask in case.recommendations.all()
        if ask.removed_at is None and ask.state != "answered"
    ]
    return f"第 {'、'.join(map(str, left))} 条还没有答。" if left else None


def rated_or_rating_over(seat: Seat, case: Submission) -> str | None:
    """Closing waits for the proposers' ratings or the end of their window (docs/field.md 1.7)."""
    rated = {r.person_id for r in case.ratings.all() if r.round == case.round}
    expected = voices(case)
    heard = sum(bool(voice & rated) for voice in expected)
    if heard and heard == len(expected):
        return None
    clock = find(case, "rating")
    if clock and clock.due_on >= today():
        return f"提案人还没有都评价（{heard}／{len(expected)}），评价期到 {clock.due_on:%-m-%d}。"
    return None


# Not satisfied reopens by rule: any proposer, the first, or most of them (docs/field.md 1.9).
def dissatisfied_by_rule(seat: Seat, case: Submission) -> str | None:
    rows = [(r.person_id, r.result) for r in case.ratings.all() if r.round == case.round]
    unhappy = {person for person, result in rows if result == "not"}
    rule = case.rules.rating.second_round
    if rule == "first":
        due = bool(unhappy & next(iter(voices(case)), set()))
    elif rule == "majority":
        due = 2 * len(unhappy) > len({person for person, _ in rows})
    else:
        due = bool(unhappy)
    if due:
        return None
    words = {"any": "有提案人", "first": "第一提案人", "majority": "过半提案人"}[rule]
    return f"规程规定{words}评“不满意”才重办，现在没有。"


# Publication only with consent, the unit's attribute and a secrecy check (docs/field.md 1.8).
def publishable(seat: Seat, case: Submission) -> str | None:
    if not case.consent_public:
        return "提案人不同意公开" + (f"：{case.consent_reason}" if case.consent_reason else "。")
    if case.confidential:
        return "这件标为不宜公开。"
    return None
