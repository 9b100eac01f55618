"""协商质量 (S-033): each who took part marks once; only sums are kept, and few are not shown."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation, Rater
from ..presets import fewest, marks


@verb(CONSULTATION, "rate_quality", Consultation)
def rate_quality(case: Consultation, seat: Seat, *, points: Mapping[str, int]) -> Done:
    """Four marks of 1 to 5. Who has marked is known, how is not: it is added to the sums at once.

    What is shown follows in steps of five raters, so that no single mark can be worked out.
    """
    keys = [m.key for m in marks()]
    if sorted(points) != sorted(keys) or not all(1 <= n <= 5 for n in points.values()):
        raise refuse("四项都请打 1 到 5 分。")
    try:
        with transaction.atomic():
            Rater.objects.create(
                committee_id=case.committee_id, consultation=case, person_id=seat.person_id
            )
    except IntegrityError:
        raise refuse("您已经评过这一次了，一人一次。") from None
    held = case.quality or {"n": 0, "sum": dict.fromkeys(keys, 0), "shown": None}
    count = held["n"] + 1
    sums = {k: held["sum"].get(k, 0) + points[k] for k in keys}
    shown = held["shown"]
    if count >= fewest() and count % fewest() == 0:
        shown = {"n": count, "mean": {k: round(sums[k] / count, 1) for k in keys}}
    case.quality = {"n": count, "sum": sums, "shown": shown}
    return Done(detail={"count": count})
