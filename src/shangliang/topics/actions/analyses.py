"""优势—问题—机遇 (S-138): a sheet, its lines with evidence, and measures where two of them cross."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..intake import keep_secrets_out
from ..models import Analysis, Factor, Measure

WRITERS = (Role.ORGANISER, Role.CLERK, Role.CONVENOR, Role.LEADER, Role.MEMBER)
DECIDERS = (Role.ORGANISER, Role.CLERK, Role.CONVENOR, Role.LEADER)
MOST = 12


def sheet(seat: Seat, pk: int) -> Analysis:
    row = Analysis.objects.filter(committee_id=seat.committee_id, pk=pk).first()
    if row is None:
        raise refuse("没有这张分析表。", "wall")
    return row


@act("analysis.start", "开一张分析表", *WRITERS)
def start_analysis(seat: Seat, *, title: str) -> Done:
    """An empty sheet on a question."""
    if len(title.strip()) < 4:
        raise refuse("请写分析什么，至少 4 个字。")
    keep_secrets_out(title)
    row = Analysis.objects.create(
        committee_id=seat.committee_id, title=title.strip()[:80], made_by_id=seat.person_id
    )
    return Done(case=row)


@act("analysis.add", "加一条优势、问题或机遇", *WRITERS)
def add_factor(seat: Seat, *, analysis: int, kind: str, text: str, evidence: str) -> Done:
    """A line without evidence is an opinion and is not taken."""
    row = sheet(seat, analysis)
    if kind not in Factor.Kind.values:
        raise refuse("请选是优势、问题还是机遇。")
    if not 2 <= len(text.strip()) <= 100:
        raise refuse("请写成一句话，100 字以内。")
    if len(evidence.strip()) < 4:
        raise refuse("请写依据：数据、文件，或者在哪里看到的。")
    keep_secrets_out(text, evidence)
    if row.factors.filter(kind=kind).count() >= MOST:
        raise refuse(f"每一类最多 {MOST} 条，再多就抓不住重点。")
    most = row.factors.filter(kind=kind).aggregate(m=Max("order"))["m"] or 0
    Factor.objects.create(
        committee_id=row.committee_id,
        analysis=row,
        kind=kind,
        order=most + 1,
        text=text.strip(),
        evidence=evidence.strip()[:200],
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"kind": kind})


@act("analysis.choose", "定一条措施", *DECIDERS)
def choose_crossing(
    seat: Seat,
    *,
    analysis: int,
    helps: int,
    problem: int,
    text: str,
    owner: int,
    due_on: date | None = None,
) -> Done:
    """A crossing becomes a measure: a task of a unit, which signs for it."""
    row = sheet(seat, analysis)
    one = row.factors.filter(pk=helps, kind__in=["strength", "chance"]).first()
    other = row.factors.filter(pk=problem, kind="problem").first()
    if one is None or other is None:
        raise refuse("请选一条优势（或机遇）和一条问题。")
    if len(text.strip()) < 4:
        raise refuse("请写怎么办。")
    if not Actor.objects.filter(committee_id=row.committee_id, pk=owner, active=True).exists():
        raise refuse("负责的单位不在本级名册里。")
    keep_secrets_out(text)
    try:
        with transaction.atomic():
            measure = Measure.objects.create(
                committee_id=row.committee_id,
                analysis=row,
                helps=one,
                problem=other,
                text=text.strip()[:200],
                owner_id=owner,
                due_on=due_on,
            )
    except IntegrityError:
        raise refuse("这一格已经定了措施。") from None
    measure.task = assign_task(
        seat,
        title=measure.text,
        owner=owner,
        due_on=due_on,
        basis=f"{row.title}：{one.text} × {other.text}"[:200],
        source_type="analysis",
        source_id=row.pk,
    )
    measure.save(update_fields=["task"])
    return Done(case=row, about=measure, detail={"unit": owner})
