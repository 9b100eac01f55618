"""What a meeting's decisions have in common: quorum, majority, and the trail of a matter.

Quorum and majority: a party group opens with half of its members, and with two thirds where it decides on
appointments or on the discipline of members; what is put to a vote passes with more than half of those who
should be there (中国共产党党组工作条例). A standing committee passes a motion with more than half of all its
members (政协章程). What an organ keeps to is its own row; these are what a new one begins with.
"""

from fractions import Fraction

from ..procedures.verdicts import refuse
from .models import AgendaItem, Matter, Organ

K, Q = Organ.Kind, Organ.Quorum
USUAL = {K.PARTY: Q.HALF, K.CHAIRS: Q.MORE, K.STANDING: Q.MORE, K.SPECIAL: Q.MORE}
BASIS = {
    K.PARTY: "中国共产党党组工作条例：半数以上到会方可开会",
    K.CHAIRS: "",
    K.STANDING: "政协章程：议案经全体组成人员过半数通过",
    K.SPECIAL: "",
}


def item_of(matter: Matter) -> AgendaItem:
    """Where the matter stands now: its item without a decision."""
    found = (
        AgendaItem.objects.filter(committee_id=matter.committee_id, matter=matter, decision="")
        .select_related("meeting__organ")
        .first()
    )
    if found is None:
        raise refuse("这个事项现在不在议程上。", "state")
    return found


def decide(
    matter: Matter,
    decision: str,
    words: str,
    yes: int | None = None,
    sent_to: Organ | None = None,
) -> AgendaItem:
    """Write down what the meeting decided; a yes must have the majority the organ needs."""
    item = item_of(matter)
    organ, came = item.meeting.organ, item.meeting.came or 0
    if not words.strip():
        raise refuse("请写会议怎么定的。")
    positive = decision in (AgendaItem.Decision.AGREED, AgendaItem.Decision.SENT_ON)
    if positive and matter.grave and organ.kind == K.PARTY and came < Fraction(2 * organ.seats, 3):
        raise refuse(
            f"干部任免、处分党员，须三分之二以上到会；应到 {organ.seats} 人，实到 {came} 人，不能定。"
        )
    if positive and yes is not None:
        if yes > came:
            raise refuse(f"赞成 {yes} 人，比到会的 {came} 人还多。")
        if yes * 2 <= organ.seats:
            raise refuse(f"赞成 {yes} 人，没有超过应到 {organ.seats} 人的半数，不能算同意。")
    item.decision, item.words, item.yes, item.sent_to = decision, words.strip()[:2000], yes, sent_to
    item.save()
    return item
