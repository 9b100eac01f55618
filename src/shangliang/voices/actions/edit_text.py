"""编辑: the editor's title and text stand beside the author's own, which never changes."""

from django.utils import timezone

from ...journal.queries import timeline
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import VOICE
from ..models import Voice
from ..texts import keep_out_secrets, tidy


@verb(VOICE, "edit_text", Voice)
def edit_text(
    case: Voice,
    seat: Seat,
    *,
    title: str,
    text: str,
    class_code: str = "",
    revision: int | None = None,
) -> Done:
    """A text changed after the authors saw it asks them again (a new round)."""
    title, text = tidy("title", title), tidy("text", text)
    keep_out_secrets("open", title, text)
    if revision is not None and revision != case.revision:
        raise refuse("这件在别处有更新的保存，已停止覆盖。请刷新后再改。", "conflict")
    same = (title, text, class_code or case.class_code) == (
        case.edited_title,
        case.edited_text,
        case.class_code,
    )
    if case.state in ("consenting", "agreed") and case.consents.filter(round=case.round).exists():
        case.round += 1
    case.edited_title, case.edited_text = title, text
    case.class_code = class_code[:30] or case.class_code
    case.editor_id, case.edited_at = seat.person_id, timezone.now()
    if not same:
        case.revision += 1
    last = timeline(case, case.committee_id).order_by("-seq").values_list("verb", "person_id")
    goes_on = last.first() == ("voice.edit_text", seat.person_id)
    return Done(detail={"revision": case.revision, "round": case.round}, quiet=goes_on)
