"""接凭据: one piece of evidence for one or several claims, or the reason why they are none."""

from collections.abc import Sequence

from ...engines.text.provable import stated_in
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..checks import code_of
from ..flow import PIECE
from ..models import Piece, Proof
from .start_piece import source_named


@verb(PIECE, "prove_claims", Piece)
def prove_claims(
    case: Piece, seat: Seat, *, claims: Sequence[str], evidence: str = "", reason: str = ""
) -> Done:
    """``claims``: their codes. ``evidence``: "reading-7". Whether it states the figure is kept beside."""
    wanted = [c for c in case.claims() if code_of(c) in set(claims)]
    if not wanted:
        raise refuse("请勾选是哪些说法。")
    if bool(evidence) == bool(reason.strip()):
        raise refuse("请选一件凭据；不算说法的，只写为什么。")
    if evidence:
        told = source_named(case.committee_id, evidence)
        about: dict[str, object] = {
            "about_type": told.type, "about_id": told.id,
            "label": (told.label or told.title)[:300],
        }  # fmt: skip
    else:
        about = {"about_type": "", "about_id": None, "label": f"不是说法：{reason.strip()}"[:300]}
    for claim in wanted:
        Proof.objects.update_or_create(
            committee_id=case.committee_id, piece=case, words=claim.words, sentence=claim.sentence,
            defaults=about
            | {
                "stated": bool(evidence) and stated_in(claim, told.text),
                "by_id": seat.person_id,
                "on": today(),
            },
        )  # fmt: skip
    return Done(detail={"count": len(wanted), "source": evidence})
