"""征作者意见: edited text beside the original; each author says yes or what to mend."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import VOICE
from ..models import Consent, Voice
from ..people import authors
from ..tell import tell_authors


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


def answer(case: Voice, seat: Seat, said: str, note: str) -> None:
    row = case.consents.filter(person_id=seat.person_id, round=case.round, said="").first()
    if row is None:
        raise refuse("您已经答复过了。", "who")
    row.said, row.note, row.at = said, note, timezone.now()
    row.save()
