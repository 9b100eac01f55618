"""Questions and the sentence they stand on: is it still there in the newest draft."""

from collections.abc import Iterable

from ..documents.models import IntakeParagraph
from .grading import bare
from .models import BankQuestion

GONE = "原句在第 {version} 稿里找不到了"
CHANGED = "条目在第 {version} 稿里改过字"


def texts_of(intakes: Iterable[int], committee_id: int) -> dict[int, str]:
    """The words of each text as they are compared; one question."""
    found: dict[int, list[str]] = {pk: [] for pk in intakes}
    rows = IntakeParagraph.objects.filter(committee_id=committee_id, intake_id__in=list(found))
    for pk, text in rows.order_by("intake_id", "order").values_list("intake_id", "text"):
        found[pk].append(text)
    return {pk: bare("".join(parts)) for pk, parts in found.items()}


def moved(questions: Iterable[BankQuestion]) -> dict[int, str]:
    """What is wrong with the source of each question, for those that must be looked at.

    Asked only of questions whose text has a newer draft than the one a person looked at.
    """
    newer = [q for q in questions if q.clause.intake.version > q.seen_version]
    if not newer:
        return {}
    texts = texts_of({q.clause.intake_id for q in newer}, newer[0].committee_id)
    out = {}
    for q in newer:
        version = q.clause.intake.version
        extract = q.clause.extract
        if bare(q.sentence) not in texts[q.clause.intake_id]:
            out[q.pk] = GONE.format(version=version)
        elif extract is not None and (extract.changed or extract.gone):
            out[q.pk] = CHANGED.format(version=version)
    return out
