"""专题研究的成果: one paper of what each unit handed in, its measures and what they lack (S-157)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ...documents.paper_templates import template_of
from ...engines.papers.official import to_docx
from ...submissions.views.chain.papers import WORD, attachment
from ...web.access import needs, seat_of
from ..flow.who import READERS
from ..papers import study_paper
from ..queries import calls, handins
from .calls import tasks_of


@require_safe
@needs(*READERS)
def output(request: HttpRequest, pk: int) -> HttpResponse:
    """In the office's own template of reports where it has one."""
    seat = seat_of(request)
    row = get_object_or_404(calls(seat).select_related("committee"), pk=pk)
    reports = list(handins(seat).filter(call=row).prefetch_related("remarks"))
    made = to_docx(
        study_paper(row, reports, tasks_of(seat, pk)), template_of(seat.committee_id, "report")
    )
    return attachment(made, WORD, f"{row.title}.docx")
