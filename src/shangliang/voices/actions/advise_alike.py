"""把相近的作一条系统性建议: firms' cases a person ticked as alike become one report of the office."""

from collections.abc import Iterable
from hashlib import blake2b

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..queries import difficulties
from ..rules import rules_of
from ..similar import OPEN
from .advise_systemic import report_on


@act("systemic.advise", "把相近的难题作一条系统性建议", Role.EDITOR, Role.ORGANISER)
def advise_alike(seat: Seat, *, cases: Iterable[int]) -> Done:
    """The report; of the same cases only once. Raises Refused below the number of the rules (S-074)."""
    rows = difficulties(seat).filter(pk__in=list(cases), state__in=OPEN).select_related("unit")
    found = list(rows.order_by("-id"))
    least = rules_of().similar_cases
    if len(found) < least:
        raise refuse(f"至少勾 {least} 件相近的，才作一条系统性建议。")
    mixed = blake2b(repr([v.pk for v in found]).encode(), digest_size=16).hexdigest()
    first = found[-1].shown_title[:60]
    report = report_on(
        seat, found, f"和“{first}”相近的", f"“{first}”一类难题", f"systemic:{mixed}", ""
    )
    return Done(case=report, detail={"cases": [v.pk for v in found]})
