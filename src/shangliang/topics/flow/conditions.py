"""When: named conditions of this room's tables, with the rule above each. ``None``: it holds."""

from typing import Any

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Consultation, Judgement, Path, Plan, Result, Side, Space, Topic
from ..presets import least_judges, result_kinds, routes
from ..queries import topics_from_texts


# 选题须有几位评议人的意见，不由一人定 (docs/field.md 13.1).
def judged(seat: Seat, case: Topic) -> str | None:
    """Enough judges have given marks; a room's own matter is chosen by its convenor."""
    if case.room_id:
        return None
    count = Judgement.objects.filter(
        committee_id=case.committee_id, topic=case, conflict=False
    ).count()
    least = least_judges()
    return None if count >= least else f"还只有 {count} 位评议人打分，至少要 {least} 位。"


def has_items(seat: Seat, case: Plan) -> str | None:
    """A plan has at least one line."""
    live = case.items.filter(dropped_on__isnull=True)
    return None if live.exists() else "计划里还没有议题。"


def read_topics(seat: Seat, case: Plan) -> str | None:
    """The pool holds topics that were read from a text and are in no plan yet."""
    if topics_from_texts(case.committee_id).exists():
        return None
    return "议题库里没有从文件读来的议题：在“文件拆解”里采纳讲话、要点里的议题，就到这里。"


# 拟稿后由党委办公室会同政府办公室修改 (2015 年实施意见).
def amended(seat: Seat, case: Plan) -> str | None:
    """Every body that amends has given its opinion."""
    said = set(case.steps.filter(key="amend").values_list("body", flat=True))
    left = [body for body in routes()[case.route].amend if body not in said]
    return f"还没有登记{'、'.join(left)}的意见。" if left else None


def arranged(seat: Seat, case: Consultation) -> str | None:
    """Time and place are fixed."""
    missing = [word for word, held in (("时间", case.starts_at), ("地点", case.place)) if not held]
    return f"还没有定{'、'.join(missing)}。" if missing else None


# 协商要有双方：没有答复的一方，不是协商。
def both_sides(seat: Seat, case: Consultation) -> str | None:
    """Each side the form asks for has somebody."""
    there = {p.side for p in case.parties.all()}
    names = {"asks": "协商方", "answers": "答复方", "expert": "专家", "public": "群众、企业"}
    left = [names[side] for side in case.kind.sides if side not in there]
    return f"还没有{'、'.join(left)}。" if left else None


# 书面通知、材料的提前天数见各形式的规则 (data/forms.toml).
def prepared(seat: Seat, case: Consultation) -> str | None:
    """Notice and materials went out, where the form asks for them."""
    if case.kind.notice_days and not case.noticed_on:
        return f"{case.kind.short}要先发通知（提前 {case.kind.notice_days} 个工作日）。"
    if case.kind.material_days and not case.materials_on:
        return f"{case.kind.short}要先送材料（提前 {case.kind.material_days} 个工作日）。"
    return None


# 纪要从发生过的事里来：谁到会、谁讲过、议到哪里。
def parts_held(seat: Seat, case: Consultation) -> str | None:
    """Somebody was there on each side, and each part the form asks for was held."""
    came = {p.side for p in case.parties.all() if p.came}
    names = {"asks": "协商方", "answers": "答复方"}
    left = [names[side] for side in case.kind.sides if side in names and side not in came]
    if left:
        return f"还没有登记{'、'.join(left)}到会的人。"
    spoke = {s.part for s in case.speeches.all() if s.spoke}
    missing = [p.label for p in case.kind.parts if p.must and p.key not in spoke]
    return f"“{'、'.join(missing)}”环节还没有发言记录。" if missing else None


def points_noted(seat: Seat, case: Consultation) -> str | None:
    """What was agreed or stayed open is written down."""
    return None if case.points.all() else "还没有记下谈成了什么、没谈成什么。"


def minutes_written(seat: Seat, case: Consultation) -> str | None:
    return None if case.minutes.strip() else "还没有拟纪要。"


# 没有对方的答复不能办结 (S-011).
def answered(seat: Seat, case: Consultation) -> str | None:
    """Every party of the other side has answered."""
    left = [p.name for p in case.parties.all() if p.side == "answers" and not p.answered_on]
    return f"{'、'.join(left[:4])}还没有答复，没有对方的答复不能办结。" if left else None


def closing_met(seat: Seat, case: Consultation) -> str | None:
    """What its form asks for at the end (data/forms.toml: closing)."""
    asks = case.kind.closing
    points = list(case.points.all())
    agreed = [p for p in points if p.kind == "agreed"]
    if "agreed" in asks and not points:
        return "没有记下任何共识或分歧。"
    if "owners" in asks and any(not p.owner_name or not p.due_on for p in agreed):
        return "商定的事项还有没写明谁来做、什么时候前的。"
    if not {"result", "adopted", "advice"} & set(asks):
        return None
    results = [r for r in case.results.all() if r.state not in ("draft", "voting")]
    if "result" in asks and not results:
        return f"还没有签发成果。{case.kind.short}要有书面成果。"
    if "adopted" in asks and not any(r.kind == "proposal" for r in results):
        return "还没有表决通过并签发的建议案。"
    if "advice" in asks:
        left = sum(
            r.unanswered if hasattr(r, "unanswered") else r.advices.filter(outcome="").count()
            for r in results
        )
        if left:
            return f"还有 {left} 条建议没有对方的答复。"
    return None


# 界别协商形成的意见，可以界别名义提出提案 (S-013).
def is_sectors(seat: Seat, case: Consultation) -> str | None:
    """A sector's own consultation, not yet turned into a proposal."""
    if case.form != "sector":
        return "只有界别协商能起草界别提案。"
    return "已经起草过提案。" if case.about_type == "submission" else None


def has_text(seat: Seat, case: Result) -> str | None:
    return None if case.body.strip() else "正文还是空的。"


def has_addressees(seat: Seat, case: Result) -> str | None:
    return None if case.deliveries.exists() else "还没有写报送给谁。"


# 建议案须经会议通过 (政协章程).
def adopted_first(seat: Seat, case: Result) -> str | None:
    """A kind that needs adoption is not issued from a draft."""
    kind = result_kinds()[case.kind]
    if kind.adopt and case.state != "adopted":
        return f"{kind.label}须先表决通过。"
    return None


def needs_vote(seat: Seat, case: Result) -> str | None:
    kind = result_kinds()[case.kind]
    return None if kind.adopt else f"{kind.label}不用表决，可以直接签发。"


# 专家意见有采纳或不采纳的交代才定稿 (S-027).
def remarks_answered(seat: Seat, case: Result) -> str | None:
    """Every comment of an expert says what was made of it."""
    from ..models import ExpertRemark

    left = ExpertRemark.objects.filter(
        committee_id=case.committee_id, review__result=case, taken__isnull=True
    ).count()
    return f"专家还有 {left} 条意见没有交代采不采用。" if left else None


def every_advice_answered(seat: Seat, case: Result) -> str | None:
    left = [str(a.order) for a in case.advices.all() if not a.outcome]
    return f"第 {'、'.join(left)} 条建议还没有答复。" if left else None


# 共同的报告各方都同意这一稿才报送 (S-023).
def all_agree(seat: Seat, case: Side) -> str | None:
    """Every writing side has agreed to the text as it now stands."""
    space = Space.objects.get(pk=case.space_id)
    sides = Side.objects.filter(space_id=case.space_id).exclude(right="reads")
    left = [side.name for side in sides if side.agreed_revision != space.revision]
    return f"{'、'.join(left)}还没有同意现在这一稿（第 {space.revision} 稿）。" if left else None


def has_addressee(seat: Seat, case: Side) -> str | None:
    return None if case.addressee else "还没有写报送给谁。"


def has_ideas(seat: Seat, case: Consultation) -> str | None:
    """Only forms with a brainstorming part have an idea board (S-117)."""
    return None if case.kind.part("ideas") else f"{case.kind.short}没有头脑风暴环节。"


# 想法要先下去看过，才能成为工作项目 (S-128).
def seen_in_the_field(seat: Seat, case: Path) -> str | None:
    """The station of facts names a place and a day."""
    there = case.stations.filter(key="facts", seen_on__isnull=False).exclude(place="")
    return None if there.exists() else "还没有到实地看过，不能成为工作项目。"


def in_feedback_time(case: Any) -> bool:
    """The box for written words after the meeting is open."""
    return bool(case.feedback_until and case.held_on and today() <= case.feedback_until)
