"""When: named conditions with the regulation above each. ``None`` means it holds."""

from datetime import timedelta

from django.utils import timezone

from ...procedures.clocks import find
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Assignment, Recommendation, Reply, Submission, UnitChoice
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


# 申退: before a cut-off, late requests are not accepted (docs/field.md 1.6, Yulin). The assigning
# office may refuse, and then the unit handles it.
def return_window_open(seat: Seat, case: Assignment) -> str | None:
    if any(r.state == "refused" for r in case.returns.all()):
        return "申退已答复“不同意”，请照办。仍有异议的，请单位负责人书面向交办机构说明。"
    clock = find(case, "return")
    if clock and clock.due_on >= today():
        return None
    return "申退期限已过，逾期不受理。确有困难请与督办机构联系。"


def return_open(seat: Seat, case: Assignment) -> str | None:
    return None if any(r.state == "open" for r in case.returns.all()) else "没有待答复的申退。"


# Extension must be asked before expiry, with a reason (docs/field.md 1.7).
def before_expiry(seat: Seat, case: Assignment) -> str | None:
    clock = find(case, "reply")
    if clock is None:
        return "没有正在计的答复时限。"
    if clock.paused_on:
        return "时限已暂停，恢复后再申请。"
    return None if clock.due_on >= today() else "时限已过，延期须在到期前申请。"


def extensions_left(seat: Seat, case: Assignment) -> str | None:
    """So many times a limit: a later round has a limit, and extensions, of its own."""
    rows, clock = case.extensions.all(), find(case, "reply")
    if any(row.state == "open" for row in rows):
        return "已有一项延期申请等候答复。"
    used = sum(row.state == "granted" and row.clock_id == (clock and clock.pk) for row in rows)
    times = case.rules.extension_times
    return None if used < times else f"规程只许延期 {times} 次。"


def extension_open(seat: Seat, case: Assignment) -> str | None:
    if any(row.state == "open" for row in case.extensions.all()):
        return None
    return "没有待答复的延期申请。"


def clock_runs(seat: Seat, case: Assignment) -> str | None:
    found = find(case, "reply")
    return None if found and found.paused_on is None else "答复时限没有在计。"


def clock_paused(seat: Seat, case: Assignment) -> str | None:
    found = find(case, "reply")
    return None if found and found.paused_on else "答复时限没有暂停。"


def answers_itself(seat: Seat, case: Assignment) -> str | None:
    return None if case.answers_itself else "会办单位向主办单位提交会办意见，不单独答复。"


def is_co_unit(seat: Seat, case: Assignment) -> str | None:
    return "只有会办单位提交会办意见。" if case.answers_itself else None


# Replies. These ask relations with all(), so that a page that prefetched them pays nothing twice.
def still_assigned(seat: Seat, case: Reply) -> str | None:
    """A unit that was let go has nothing to answer."""
    if case.assignment.state in ("returned", "dropped"):
        return "这个单位已不再承办这件提案。"
    return None


# A reply cannot be sent without a contact record or an explicit reason why not (S-014).
def contacted(seat: Seat, case: Reply) -> str | None:
    if case.kind == Reply.Kind.OPINION:
        return None
    log = list(case.assignment.contacts.all())
    if any(entry.none_because for entry in log):
        return None
    need, had = case.rules.contacts_before_reply, len(log)
    if had < need:
        return (
            f"答复前须与提案人沟通 {need} 次，现在记了 {had} 次。请先记沟通，或写明为什么没有沟通。"
        )
    if case.rules.face_to_face and not any(entry.means == "面商" for entry in log):
        return "规程要求面商，还没有面商记录。"
    return None


def asks_due(case: Reply) -> list[Recommendation]:
    """The asks this reply must answer.

    主办、独办: all of the round. 分办: each answers separately, so what is addressed to another of
    the answering units is that unit's (docs/field.md 1.6). 会办意见: what is addressed to the co-unit.
    """
    asks = [r for r in case.submission.recommendations.all() if r.removed_at is None]
    if case.round > 1:
        asks = [r for r in asks if r.state == "redo"]
    own = case.assignment.unit_id
    if case.kind == Reply.Kind.OPINION:
        return [r for r in asks if r.addressee_id == own]
    if case.assignment.role == Assignment.Role.EACH:
        others = {
            a.unit_id
            for a in case.submission.assignments.all()
            if a.role == Assignment.Role.EACH and a.state not in ("returned", "dropped")
        } - {own}
        return [r for r in asks if r.addressee_id not in others]
    return asks


def unanswered(case: Reply) -> list[int]:
    """Numbers of the asks that are due and have no words yet."""
    written = {a.recommendation_id for a in case.answers.all() if a.text.strip()}
    return [ask.order for ask in asks_due(case) if ask.pk not in written]


# Each ask is answered on its own; a reply covering 2 of 3 asks is not complete (S-003).
def every_ask_answered(seat: Seat, case: Reply) -> str | None:
    if left := unanswered(case):
        return "还没有答：第 " + "、".join(map(str, left)) + " 条。"
    if any(answer.text.strip() for answer in case.answers.all()):
        return None
    return "还没有写：至少就一条建议说明意见。"


def graded(seat: Seat, case: Reply) -> str | None:
    """The unit proposes a grade by the rulebook's own scale (docs/field.md 1.8)."""
    if case.kind == Reply.Kind.OPINION or case.rules.grade(case.grade):
        return None
    return "还没有定办理类别（" + "、".join(g.code for g in case.rules.grades) + "）。"


def each_ask_graded(seat: Seat, case: Reply) -> str | None:
    """Each answer has a grade of its own, so that a promise in one ask is not lost in the whole."""
    if case.kind == Reply.Kind.OPINION:
        return None
    left = [a.recommendation.order for a in case.answers.all() if a.text.strip() and not a.grade]
    return f"还没有定类别：第 {'、'.join(map(str, sorted(left)))} 条。" if left else None


def promises_dated(seat: Seat, case: Reply) -> str | None:
    """An answer graded as planned names a date: it becomes a commitment (docs/field.md 1.10)."""
    if case.kind == Reply.Kind.OPINION:
        return None
    promised = {g.code for g in case.rules.grades if g.means == "promised"}
    left = [
        a.recommendation.order
        for a in case.answers.all()
        if a.grade in promised and a.promise_due is None
    ]
    if left:
        return f"列入计划的要写承诺时限：第 {'、'.join(map(str, sorted(left)))} 条。"
    past = [
        a.recommendation.order
        for a in case.answers.all()
        if a.grade in promised and a.promise_due and a.promise_due < today()
    ]
    return f"承诺时限已经过了：第 {'、'.join(map(str, sorted(past)))} 条。" if past else None


def secrecy_checked(seat: Seat, case: Reply) -> str | None:
    """Secrecy review at the same time as drafting (同步审查; State Council office 2014 No. 46)."""
    if case.kind == Reply.Kind.OPINION or case.secrecy_checked:
        return None
    return "送出前须作保密审查。"


def publicity_reasoned(seat: Seat, case: Reply) -> str | None:
    if case.kind == Reply.Kind.OPINION:
        return None
    if case.publicity == Reply.Publicity.NONE and not case.publicity_reason.strip():
        return "不予公开的要写明理由。"
    return None


def co_units(case: Reply) -> list[Assignment]:
    """会办 units still on the proposal."""
    return [
        a
        for a in case.submission.assignments.all()
        if a.role == Assignment.Role.CO and a.state not in ("returned", "dropped")
    ]


# Blocked until all co-units countersign (docs/field.md 1.8, a real city's manual). One who differs has
# answered: the difference goes along and is listed to the checker. A text taken back is a new text.
def all_countersigned(seat: Seat, case: Reply) -> str | None:
    if not case.rules.steps.get("countersign") or case.kind == Reply.Kind.OPINION:
        return None
    asked = {c.unit_id: c.state for c in case.countersigns.all()} if case.state != "draft" else {}
    co = co_units(case)
    if missing := [str(a.unit) for a in co if a.unit_id not in asked]:
        return f"还没有送会签：{'、'.join(missing)}。"
    waiting = [str(a.unit) for a in co if asked[a.unit_id] == "open"]
    return f"还等会签：{'、'.join(waiting)}。" if waiting else None


def has_co_units(seat: Seat, case: Reply) -> str | None:
    if case.kind == Reply.Kind.OPINION or not case.rules.steps.get("countersign"):
        return "不需要会签。"
    return None if co_units(case) else "没有会办单位，不需要会签。"


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
