"""转出: what was heard becomes a voice (社情民意) or a nominated topic; the link stays both ways."""

from typing import Any

from ...procedures.perform import REGISTRY, Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...topics.actions.nominate import nominate
from ...voices.actions.start import start as start_voice
from ..flow import SHIFT
from ..models import Heard, Shift


@verb(SHIFT, "pass_on_heard", Shift)
def pass_on_heard(case: Shift, seat: Seat, *, heard: int, to: str) -> Done:
    """``to``: voice (a draft of one's own, to be finished and handed in) or topic."""
    row = Heard.objects.filter(committee_id=case.committee_id, shift=case, pk=heard).first()
    if row is None:
        raise refuse("没有这一件接待。", "wall")
    if row.source_type:
        raise refuse("这一件已经转出。")
    made: Any
    if to == "voice":
        made = start_voice(seat, kind="report", client_key=f"heard-{row.pk}")
        words = {"title": row.text[:60], "text": row.text}
        REGISTRY[("voice", "edit")](seat, made.pk, secrecy="open", fields=words)
    elif to == "topic":
        made = nominate(
            seat, title=row.text[:80], source="people", text=row.text, about_type="shift",
            about_id=case.pk,
        )  # fmt: skip
    else:
        raise refuse("请选转成来声还是议题。")
    row.source_type, row.source_id = to, made.pk
    row.save(update_fields=["source_type", "source_id"])
    return Done(about=row, detail={"kind": to, to: made.pk})
