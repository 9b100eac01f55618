"""由苗头写社情民意: a draft of one's own that begins with the counts; who writes it goes on from there."""

from ...procedures.perform import REGISTRY, Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...voices.actions.start import start
from ...voices.models import Voice
from ..early import READERS, account_of, confirmed


def key_of(pk: int) -> str:
    """The key of the one note that is written of a signal."""
    return f"signal:{pk}"


@act("signal.to_report", "由苗头写社情民意", *READERS)
def signal_to_report(seat: Seat, pk: int) -> Done:
    """The draft; one of a signal, by whoever pressed first. Raises Refused."""
    signal = confirmed(seat, pk)
    known = Voice.objects.filter(committee_id=seat.committee_id, client_key=key_of(pk)).first()
    if known and seat.person_id not in (known.author_id, known.entered_by_id):
        raise refuse("已经有人在写这一条。")
    voice = known or start(seat, kind="report", client_key=key_of(pk))
    if not known:
        fields = {"title": f"{signal.theme}的情况", "text": account_of(signal)}
        REGISTRY[("voice", "edit")](seat, voice.pk, secrecy="open", fields=fields)
    return Done(case=signal, detail={"voice": voice.pk}, result=voice)
