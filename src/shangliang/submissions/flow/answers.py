"""When: conditions of a reply and what it must hold before it goes. ``None``: it holds."""

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Assignment, Recommendation, Reply


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
