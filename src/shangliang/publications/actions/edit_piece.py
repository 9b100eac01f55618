"""写: title and parts. A proof whose sentence is gone goes with it."""

from collections.abc import Mapping

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...topics.intake import keep_secrets_out
from ..flow import PIECE
from ..models import Piece
from .start_piece import wrote


@verb(PIECE, "edit_piece", Piece)
def edit_piece(case: Piece, seat: Seat, *, title: str, parts: Mapping[str, str]) -> Done:
    """Whoever writes here never reviews this text."""
    if not title.strip():
        raise refuse("请写标题。")
    kept = {}
    for part in case.book.parts:
        text = str(parts.get(part.code, "")).replace("\r\n", "\n").strip()
        if len(text) > part.most:
            raise refuse(f"“{part.label}”最多 {part.most} 个字，现在 {len(text)} 个。")
        kept[part.code] = text
    keep_secrets_out(title, *kept.values())
    case.title, case.parts = title.strip()[:80], kept
    wrote(case, seat)
    held = {c.key for c in case.claims()}
    stale = [p.pk for p in case.proofs.all() if (p.words, p.sentence) not in held]
    case.proofs.filter(pk__in=stale).delete()
    return Done(detail={"count": len(held)})
