"""征作者意见: edited text beside the original; each author says yes or what to mend."""

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import VOICE
from ..models import Consent, Voice
from ..people import authors, editors
from ..tell import tell_authors
from ..words import remark


@verb(VOICE, "ask_consent", Voice)
def ask_consent(case: Voice, seat: Seat) -> Done:
    """Authors with an account are asked, those of merged notes too; where nobody can be asked
    (citizens without account, the editor's own entry) the text goes on to the signer."""
    people = [p for p in authors(case) if p != seat.person_id]
    if not people:
        return Done(to="agreed", start=())
    if case.consents.filter(round=case.round).exists():
        case.round += 1
    Consent.objects.bulk_create(
        Consent(committee_id=case.committee_id, voice=case, person_id=p, round=case.round)
        for p in people
    )
    tell_authors(case, seat, "ask_consent", "编好了，请您看看改得对不对。", needs_act=True)
    return Done(to="consenting", detail={"count": len(people), "round": case.round})


@verb(VOICE, "agree", Voice)
def agree(case: Voice, seat: Seat) -> Done:
    """The last yes sends it on to the signer."""
    answer(case, seat, "yes", "")
    left = case.consents.filter(round=case.round, said="").exists()
    if not left:
        clocks.stop(case, ["consent"], by=seat)
    return Done(to="consenting" if left else "agreed", detail={"round": case.round})


@verb(VOICE, "object", Voice)
def object_to(case: Voice, seat: Seat, *, note: str) -> Done:
    """Back to the editor with the author's words; nothing is printed against an author's no."""
    remark(case, seat, "object", note, "请写哪里不对，编辑好改。")
    answer(case, seat, "no", note.strip()[:500])
    post(
        committee_id=case.committee_id,
        to=[case.editor_id] if case.editor_id else editors(case.committee_id),
        kind="voice.object",
        text=f"作者要求修改：{case.shown_title}",
        case=case,
        url=f"/voices/desk/?tab=editing&case={case.pk}",
        needs_act=True,
    )
    return Done(detail={"round": case.round})


@verb(VOICE, "go_on", Voice)
def go_on(case: Voice, seat: Seat, *, note: str) -> Done:
    """The authors' limit passed without a no: noted, and on to the signer."""
    remark(case, seat, "go_on", note, "请注明怎么催过、为什么不再等。")
    return Done(detail={"round": case.round})


def answer(case: Voice, seat: Seat, said: str, note: str) -> None:
    row = case.consents.filter(person_id=seat.person_id, round=case.round, said="").first()
    if row is None:
        raise refuse("您已经答复过了。", "who")
    row.said, row.note, row.at = said, note, timezone.now()
    row.save()
