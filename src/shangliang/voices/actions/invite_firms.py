"""企业摸底：发链接."""

import secrets
from collections.abc import Sequence

from ...actors.models import Actor
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SURVEY
from ..models import Survey, SurveyLink

MOST_FIRMS = 2000


@verb(SURVEY, "invite_firms", Survey)
def invite_firms(case: Survey, seat: Seat, *, firms: Sequence[int] = (), names: str = "") -> Done:
    """A link for each firm of the register; new names (one a line) are entered on the way."""
    wanted = set(firms)
    for line in names.splitlines():
        if name := " ".join(line.split())[:120]:
            known = Actor.objects.filter(
                committee_id=case.committee_id, kind=Actor.Kind.FIRM, name=name
            ).first()
            row = known or Actor.objects.create(
                committee_id=case.committee_id, kind=Actor.Kind.FIRM, name=name
            )
            wanted.add(row.pk)
    found = list(
        Actor.objects.filter(
            pk__in=wanted, committee_id=case.committee_id, kind=Actor.Kind.FIRM
        ).values_list("pk", flat=True)
    )
    if not found:
        raise refuse("请选企业，或一行写一家企业的名称。")
    has = set(case.links.values_list("firm_id", flat=True))
    if len(has | set(found)) > MOST_FIRMS:
        raise refuse(f"一次摸底最多 {MOST_FIRMS} 家。")
    fresh = [pk for pk in found if pk not in has]
    SurveyLink.objects.bulk_create(
        SurveyLink(
            committee_id=case.committee_id, survey=case, firm_id=pk,
            public_code=secrets.token_urlsafe(18),
        )
        for pk in fresh
    )  # fmt: skip
    return Done(detail={"count": len(fresh)})
