"""联合协商（本方）：写一节."""

from django.db.models import Max

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SIDE
from ..intake import keep_secrets_out
from ..joining import changed
from ..models import Section, Side


@verb(SIDE, "write_section", Side)
def write_section(
    case: Side, seat: Seat, *, heading: str, text: str, section: int | None = None
) -> Done:
    """A new section, or one's own again; another side's is not touched."""
    if len(heading.strip()) < 2 or len(text.strip()) < 4:
        raise refuse("请写标题和内容。")
    if len(text) > 8000:
        raise refuse("一节写在 8000 字以内，长的请分节。")
    keep_secrets_out(heading, text)
    if section:
        row = Section.objects.filter(
            committee_id=case.committee_id, space_id=case.space_id, side=case, pk=section
        ).first()
        if row is None:
            raise refuse("只能改本方写的那一节。", "who")
        row.heading, row.text, row.by_id = heading.strip()[:80], text.strip(), seat.person_id
        row.save()
    else:
        most = Section.objects.filter(space_id=case.space_id).aggregate(m=Max("order"))["m"] or 0
        row = Section.objects.create(
            committee_id=case.committee_id,
            space_id=case.space_id,
            side=case,
            order=most + 1,
            heading=heading.strip()[:80],
            text=text.strip(),
            by_id=seat.person_id,
        )
    changed(case)
    return Done(about=row, detail={"order": row.order}, result=row)
