"""记剪报: who printed what, when, where it can be read, and whether it holds."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Clipping, Outlet, Piece


@act("clipping.note", "记剪报", *DESK)
def note_clipping(
    seat: Seat, *, outlet: int, title: str, on: date, link: str = "", page: str = "",
    piece: int | None = None, faith: str = "", note: str = "",
) -> Done:  # fmt: skip
    """Of a text of ours, or of what they wrote on their own. Without link or page it is no record."""
    own = {"committee_id": seat.committee_id}
    where = Outlet.objects.filter(**own, pk=outlet).first()
    if where is None:
        raise refuse("请选是哪一家。", "wall")
    if not title.strip():
        raise refuse("请写刊播的标题。")
    if on > today():
        raise refuse("还没有刊播的先不记，日期不能晚于今天。")
    if not (link.strip() or page.strip()):
        raise refuse("请写链接，或者版面、时段，好找得到。")
    if link.strip() and not link.strip().startswith(("http://", "https://")):
        raise refuse("链接请写全，以 http:// 或 https:// 开头。")
    if faith not in Clipping.Faith.values:
        raise refuse("请选核对的结果。")
    if faith == "wrong" and not note.strip():
        raise refuse("有出入的请写哪里不一样。")
    text = None
    if piece is not None:
        text = Piece.objects.filter(**own, pk=piece, state__in=["published", "withdrawn"]).first()
        if text is None:
            raise refuse("没有找到这篇已发布的稿件。", "wall")
    row = Clipping.objects.create(
        **own, outlet=where, title=title.strip()[:120], on=on, link=link.strip()[:300],
        page=page.strip()[:40], piece=text, gazette_id=text.gazette_id if text else None,
        faith=faith, note=note.strip()[:200], by_id=seat.person_id,
    )  # fmt: skip
    return Done(case=row, detail={"piece": piece})
