"""年度协商计划：从文件列入."""

import re
from collections.abc import Sequence
from datetime import date

from ...documents.models import Extract
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Plan
from ..plan_lines import add_line, checked
from ..presets import form_called
from ..queries import topics_from_texts


@verb(PLAN, "draft_items", Plan)
def draft_items(
    case: Plan,
    seat: Seat,
    *,
    topics: Sequence[int],
    lead: int,
    window_from: date,
    window_to: date,
) -> Done:
    """What a speech or a list of points asks for becomes lines, each with its form, aim and sentence (S-025).

    Such topics need no judges: the text is the ground, and the plan goes through its own bodies.
    """
    found = {t.pk: t for t in topics_from_texts(case.committee_id).filter(pk__in=topics)}
    if not found:
        raise refuse("请选要列入的议题。")
    ids = [t.about_id for t in found.values() if t.about_id]
    said = {
        e.pk: e
        for e in Extract.objects.filter(committee_id=case.committee_id, pk__in=ids)
        .select_related("intake")
    }  # fmt: skip
    numbers, first = [], next(iter(found.values()))
    actor = checked(case, first.title, "research", lead, window_from, window_to)
    for topic in found.values():
        behind = said.get(topic.about_id or 0)
        form = form_called(str(behind.data.get("form", "")) if behind else topic.text)
        item = add_line(
            case, topic, topic.title, form, actor, (window_from, window_to),
            aim=re.sub("^(?:围绕|聚焦|着眼|立足)", "", str(behind.data.get("aim", ""))) if behind else "",
            source_line=f"《{behind.intake.title}》第 {behind.first} 行：{behind.text}" if behind else "",
            deployment_id=topic.deployment_id,
        )  # fmt: skip
        numbers.append(item.number)
        topic.reason = topic.reason or f"文件部署，列入{case.title}。"
        topic.state, topic.decided_on, topic.decided_by_id = "planned", today(), seat.person_id
        topic.save(update_fields=["state", "reason", "decided_on", "decided_by"])
    return Done(detail={"numbers": numbers, "count": len(numbers)})
