"""Writing a result: from a consultation's points or from nothing, advice by advice, addressees."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max

from ...actors.models import Actor
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import RESULT
from ..flow.people import runner
from ..intake import keep_secrets_out
from ..models import Advice, Consultation, Delivery, Result
from ..presets import result_kinds

LONGEST = 20000


@act("result.start", "起草协商成果", Role.ORGANISER, Role.CLERK, Role.CONVENOR)
def start_result(
    seat: Seat, *, kind: str, title: str, consultation: int | None = None, from_points: bool = True
) -> Done:
    """A draft; the agreed points of its consultation become its first recommendations."""
    if kind not in result_kinds():
        raise refuse("请选成果的种类。")
    if len(title.strip()) < 4:
        raise refuse("请写标题。")
    case = None
    if consultation:
        case = Consultation.objects.filter(committee_id=seat.committee_id, pk=consultation).first()
        if case is None or case.state not in ("held", "recorded", "answered", "closed"):
            raise refuse("开过会才有成果。")
        if missing := runner(seat, case):
            raise refuse(missing, "who")
    elif not seat.has(Role.ORGANISER, Role.CLERK):
        raise refuse("请从一次协商起草成果。", "who")
    result = Result.objects.create(
        committee_id=seat.committee_id,
        consultation=case,
        kind=kind,
        title=title.strip()[:120],
        decision=case.decision if case else "",
        decision_on=case.decision_on if case else None,
        body=first_body(case) if case else "",
        made_by_id=seat.person_id,
    )
    if case and from_points:
        Advice.objects.bulk_create(
            Advice(
                committee_id=seat.committee_id,
                result=result,
                order=n,
                text=p.text[:600],
                unit_id=p.owner_id if p.owner and p.owner.kind == Actor.Kind.UNIT else None,
            )
            for n, p in enumerate(case.points.filter(kind="agreed").select_related("owner"), 1)
        )
    return Done(case=result, detail={"kind": kind})


def first_body(case: Consultation) -> str:
    """What happened, so that nobody begins with an empty sheet; minority views are carried over."""
    held = case.held_on
    when = f"{held.year}年{held.month}月{held.day}日，" if held else ""
    came = case.parties.filter(came=True).count()
    lines = [f"{when}{case.lead}就“{case.title}”开展{case.kind.label}，{came}位代表到会。"]
    for kind, head in (("open", "还没有谈拢的"), ("minority", "少数意见")):
        rows = list(case.points.filter(kind=kind))
        if rows:
            said = "；".join(
                p.text.rstrip("。") + (f"（{p.held_by}）" if p.held_by else "") for p in rows
            )
            lines.append(f"{head}：{said}。")
    return "\n".join(lines)


@verb(RESULT, "edit_result", Result)
def edit_result(
    case: Result,
    seat: Seat,
    *,
    title: str,
    body: str,
    addressees: str = "",
    level: str = "",
    decision: str = "",
    decision_on: date | None = None,
) -> Done:
    """Text, level, addressees (one a line) and the decision it should reach in time."""
    if len(title.strip()) < 4:
        raise refuse("请写标题。")
    if len(body) > LONGEST:
        raise refuse(f"正文请写在 {LONGEST} 字以内。")
    keep_secrets_out(title, body)
    text = body.replace("\r\n", "\n").strip()
    # A draft that experts have seen stays as it was: what is written now is the next one (S-027).
    if text != case.body and case.drafts.filter(number=case.revision).exists():
        case.revision += 1
    case.title, case.body = title.strip()[:120], text
    case.level, case.decision = level.strip()[:20], decision.strip()[:80]
    case.decision_on = decision_on
    set_addressees(case, addressees.splitlines())
    return Done(detail={"length": len(case.body)})


def set_addressees(case: Result, names: Iterable[str]) -> None:
    """The named ones stay, others go; a unit of the register is linked."""
    wanted = list(dict.fromkeys(n.strip()[:80] for n in names if n.strip()))
    if len(wanted) > 20:
        raise refuse("报送的不要超过 20 家。")
    case.deliveries.exclude(addressee__in=wanted).delete()
    held = set(case.deliveries.values_list("addressee", flat=True))
    units = {
        a.name: a.pk
        for a in Actor.objects.filter(
            committee_id=case.committee_id, kind=Actor.Kind.UNIT, name__in=wanted
        )
    }
    Delivery.objects.bulk_create(
        Delivery(
            committee_id=case.committee_id, result=case, addressee=name, unit_id=units.get(name)
        )
        for name in wanted
        if name not in held
    )


def check_advice(case: Result, text: str, kind: str, unit: int | None) -> None:
    """A full sentence; a unit of this committee."""
    if len(text.strip()) < 6:
        raise refuse("请写一条完整的建议：谁做什么。")
    if len(text.strip()) > 600:
        raise refuse("一条建议写在 600 字以内，长的请分开。")
    if kind and kind not in Advice.Kind.values:
        raise refuse("请选哪一类建议，或者不选。")
    keep_secrets_out(text)
    if unit and not Actor.objects.filter(
        committee_id=case.committee_id, pk=unit, kind=Actor.Kind.UNIT, active=True
    ):
        raise refuse("没有这个单位，请从名册里选。")


@verb(RESULT, "add_advice", Result)
def add_advice(
    case: Result, seat: Seat, *, text: str, kind: str = "", unit: int | None = None
) -> Done:
    """One more recommendation. Returns the Advice."""
    check_advice(case, text, kind, unit)
    most = case.advices.aggregate(m=Max("order"))["m"] or 0
    row = Advice.objects.create(
        committee_id=case.committee_id,
        result=case,
        order=most + 1,
        text=text.strip(),
        kind=kind,
        unit_id=unit,
    )
    return Done(about=row, detail={"order": row.order}, result=row)


def advice_of(case: Result, advice: int) -> Advice:
    row: Advice | None = case.advices.filter(pk=advice).first()
    if row is None:
        raise refuse("没有这一条建议。", "wall")
    return row


@verb(RESULT, "change_advice", Result)
def change_advice(
    case: Result, seat: Seat, *, advice: int, text: str, kind: str = "", unit: int | None = None
) -> Done:
    """While it is a draft."""
    check_advice(case, text, kind, unit)
    row = advice_of(case, advice)
    row.text, row.kind, row.unit_id = text.strip(), kind, unit
    row.save(update_fields=["text", "kind", "unit"])
    return Done(about=row, detail={"order": row.order})


@verb(RESULT, "drop_advice", Result)
def drop_advice(case: Result, seat: Seat, *, advice: int) -> Done:
    """While it is a draft; the others close up."""
    gone = advice_of(case, advice).order
    case.advices.filter(pk=advice).delete()
    for n, row in enumerate(case.advices.order_by("order"), 1):
        if row.order != n:
            row.order = n
            row.save(update_fields=["order"])
    return Done(detail={"order": gone})
