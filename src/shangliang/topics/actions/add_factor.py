"""加一条优势、问题或机遇."""

from django.db.models import Max

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..analyses import WRITERS, sheet
from ..intake import keep_secrets_out
from ..models import Factor

MOST = 12


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
