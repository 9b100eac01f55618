"""答复函 and 会办意见: the unit's letter, answered ask by ask (GB/T 9704 letter format)."""

from ...engines.papers.official import Letter, Para, paragraphs
from ..chain.facts import Facts
from ..models import Answer, Reply
from .words import addressee, meeting, merged_in, number, numeral, short_ask


def pick(facts: Facts, of: int | None, kind: str) -> Reply | None:
    """The reply asked for, else the latest of its kind that this seat may read."""
    rows = [r for r in facts.replies if r.kind == kind]
    return next((r for r in rows if r.pk == of), rows[-1] if rows else None)


def answers_of(facts: Facts, reply: Reply) -> list[Answer]:
    return [a for a in facts.answers if a.reply_id == reply.pk]


def body(facts: Facts, reply: Reply) -> list[Para]:
    """Opening, one heading and text for each ask, closing."""
    case = facts.case
    to, others = addressee(facts), merged_in(facts)
    you = "你们" if others or "等" in to else "贵单位" if case.collective else "您"
    together = f"等{1 + len(others)}件提案" if others else ""
    opening = reply.opening.strip() or (
        f"{you}提出的《{case.title}》{together}收悉。感谢{you}对这项工作的关心。经研究，现逐条答复如下："
    )
    found = paragraphs(opening)
    rows = answers_of(facts, reply)
    asks = {a.pk: a for a in facts.asks}
    place = 0
    for answer in rows:
        ask = asks.get(answer.recommendation_id)
        if not answer.text or ask is None:
            continue
        place += 1
        found.append(Para(f"{numeral(place)}、关于{short_ask(ask.text)}", "h1"))
        found += paragraphs(answer.text)
        if answer.promise and answer.promise_due:
            day = answer.promise_due
            owner = f"，责任人：{answer.promise_owner}" if answer.promise_owner else ""
            found.append(
                Para(
                    f"承诺事项：{answer.promise}，{day.year}年{day.month}月{day.day}日前完成{owner}。"
                )
            )
    rating = case.rules.clocks["rating"].span
    days = f"{rating.removesuffix('wd')}个工作日" if rating.endswith("wd") else "规定期限"
    closing = reply.closing.strip() or (
        f"以上答复，如有意见，请在收到后{days}内逐条评价，或填写《提案办理征询意见表》寄回。"
    )
    return found + paragraphs(closing)


def contact(reply: Reply) -> str:
    return "，".join(p for p in (reply.contact_person, reply.contact_phone) if p)


def build_reply(facts: Facts, of: int | None = None) -> Letter | None:
    """The unit's letter to the proposers; None while there is no reply to read."""
    reply = pick(facts, of, Reply.Kind.REPLY)
    if reply is None:
        return None
    case, unit = facts.case, reply.assignment.unit
    committee = case.committee.short or case.committee.name
    co = [a.unit.name for a in facts.live if a.role == "co"]
    return Letter(
        issuer_mark=unit.letter_mark or unit.name,
        number=reply.doc_number,
        title=f"关于{meeting(case)}\n{number(case)}提案的答复",
        addressee=addressee(facts),
        paragraphs=body(facts, reply),
        issuer=unit.name,
        date=reply.sent_on,
        contact=contact(reply),
        copies=[f"{committee}提案委员会", *co],
        grade_mark="　".join(p for p in (reply.grade, reply.get_publicity_display()) if p),
    )


def build_opinion(facts: Facts, of: int | None = None) -> Letter | None:
    """A co-unit's opinion to the lead unit."""
    reply = pick(facts, of, Reply.Kind.OPINION)
    if reply is None:
        return None
    case, unit = facts.case, reply.assignment.unit
    lead = next((a.unit.name for a in facts.live if a.role in ("lead", "sole")), "主办单位")
    found = paragraphs(reply.opening.strip() or f"关于《{case.title}》，我单位会办意见如下：")
    asks = {a.pk: a for a in facts.asks}
    place = 0
    for answer in answers_of(facts, reply):
        if answer.text and answer.recommendation_id in asks:
            place += 1
            head = short_ask(asks[answer.recommendation_id].text)
            found.append(Para(f"{numeral(place)}、关于{head}", "h1"))
            found += paragraphs(answer.text)
    found += paragraphs(reply.closing)
    return Letter(
        issuer_mark=unit.letter_mark or unit.name,
        number=reply.doc_number,
        title=f"关于{meeting(case)}\n{number(case)}提案的会办意见",
        addressee=lead,
        paragraphs=found,
        issuer=unit.name,
        date=reply.sent_on,
        contact=contact(reply),
    )


def missing_letter(facts: Facts, paper: Letter, reply: Reply | None) -> list[str]:
    """What the letter still lacks before it may be sealed."""
    if reply is None:
        return []
    found = []
    answered = {a.recommendation_id for a in answers_of(facts, reply) if a.text}
    asked = {a.recommendation_id for a in answers_of(facts, reply)}
    left = [a.order for a in facts.asks if a.pk in asked and a.pk not in answered]
    if left and reply.kind == Reply.Kind.REPLY:
        found.append(f"未答：第 {'、'.join(map(str, left))} 条")
    if not reply.doc_number:
        found.append("没有文号")
    if reply.kind == Reply.Kind.REPLY:
        if not reply.grade:
            found.append("没有定办理类别")
        if not paper.contact:
            found.append("没有联系人及电话")
        if not reply.secrecy_checked:
            found.append("没有作保密审查")
    if reply.state != "sent":
        found.append("还没有送达，是草稿")
    return found
