"""专题研究的成果: one paper of what each unit handed in, its measures and what they lack (S-157)."""

import io

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from docx import Document as Word

from ...procedures.office_calendar import today
from ...web.access import needs, seat_of
from ..flow.handin import STATES
from ..flow.who import READERS
from ..models import Covered, VagueMeasure
from ..queries import calls, handins
from .calls import tasks_of
from .study import WORD


@require_safe
@needs(*READERS)
def output(request: HttpRequest, pk: int) -> HttpResponse:
    """Units in their order: contents with the passage, measures that lack something, the remark; then tasks."""
    seat = seat_of(request)
    row = get_object_or_404(calls(seat), pk=pk)
    paper = Word()
    paper.add_heading(row.title, 0)
    paper.add_paragraph(f"{row.get_kind_display()}　截至 {today():%Y年%m月%d日}")
    reports = list(handins(seat).filter(call=row).prefetch_related("remarks"))
    late = [str(h.unit) for h in reports if h.state in ("asked", "returned")]
    paper.add_paragraph(
        f"应交 {len(reports)} 个单位，已交 {len(reports) - len(late)} 个"
        + (f"；没交或待补：{'、'.join(late)}。" if late else "。")
    )
    covered: dict[int, list[Covered]] = {}
    vague: dict[int, list[VagueMeasure]] = {}
    own = {"committee_id": seat.committee_id, "handin__call": row}
    for found in Covered.objects.filter(**own).select_related("content"):
        covered.setdefault(found.handin_id, []).append(found)
    for measure in VagueMeasure.objects.filter(**own).exclude(verdict=VagueMeasure.Verdict.FINE):
        vague.setdefault(measure.handin_id, []).append(measure)
    for report in reports:
        paper.add_heading(str(report.unit), 1)
        if report.state == "asked":
            paper.add_paragraph(STATES["asked"])
            continue
        for found in covered.get(report.pk, []):
            words = f"{found.content.name}（{found.label}）"
            paper.add_paragraph(f"{words}：{found.passage}" if found.passage else words)
        paper.add_paragraph(f"举措 {report.measures} 条，要补的 {report.vague} 条。")
        for measure in vague.get(report.pk, []):
            paper.add_paragraph(f"{measure.text}（缺：{'、'.join(measure.lacks)}）", "List Number")
        remark = next(iter(report.remarks.all()), None)
        if remark and remark.text:
            paper.add_paragraph(f"点评：{remark.text}")
    made = tasks_of(seat, pk)
    if made:
        paper.add_heading("立为任务的", 1)
    for task in made:
        due = f"，{task['task'].due_on:%Y年%m月%d日}前" if task["task"].due_on else ""
        late_word = "，逾期" if task["late"] else ""
        paper.add_paragraph(
            f"{task['task'].title}（{task['task'].owner}{due}，{task['state']}{late_word}）",
            "List Number",
        )
    out = io.BytesIO()
    paper.save(out)
    answer = HttpResponse(out.getvalue(), content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="call-{pk}.docx"'
    return answer
