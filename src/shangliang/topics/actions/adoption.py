"""Adopting a 建议案: a vote, named or secret. A secret vote keeps totals and who has voted, apart.

Secret: a choice is added to a total and nowhere else; the roll only says that somebody voted; the
event says the same. The database refuses a choice on a secret roll. Totals are shown at the end only.
"""

from collections.abc import Sequence

from django.db.models import F

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RESULT
from ..models import Adoption, Elector, Result
from ..presets import result_kinds, vote_rules
from ..telling import tell

CHOICES = {"yes": "赞成", "no": "反对", "abstain": "弃权"}


def current(case: Result) -> Adoption:
    row: Adoption | None = case.adoptions.filter(state="open").first()
    if row is None:
        raise refuse("现在没有进行中的表决。")
    return row


@verb(RESULT, "open_vote", Result)
def open_vote(
    case: Result,
    seat: Seat,
    *,
    kind: str,
    people: Sequence[int],
    rule: str = "half_all",
    body: str = "",
) -> Done:
    """The roll is fixed now; everybody on it is told."""
    if kind not in Adoption.Kind.values:
        raise refuse("请选记名还是无记名。")
    if rule not in vote_rules():
        raise refuse("请选通过条件。")
    wanted = set(people)
    found = Actor.objects.filter(
        committee_id=case.committee_id, pk__in=wanted, kind=Actor.Kind.PERSON, active=True
    ).count()
    if found != len(wanted) or not wanted:
        raise refuse("请从本级名册里选表决的人。")
    if len(wanted) < 3:
        raise refuse("表决的人至少三位；人再少，无记名就藏不住谁投了什么。")
    row = Adoption.objects.create(
        committee_id=case.committee_id,
        result=case,
        kind=kind,
        body=(body.strip() or result_kinds()[case.kind].body)[:60],
        rule=rule,
        opened_on=today(),
    )
    Elector.objects.bulk_create(
        Elector(
            committee_id=case.committee_id,
            adoption=row,
            secret=kind == "secret",
            person_id=pk,
        )
        for pk in sorted(wanted)
    )
    how = row.get_kind_display()
    tell(case, wanted, "result.vote", f"请表决（{how}）：{case.title}", seat, needs_act=True)
    return Done(detail={"kind": kind, "count": len(wanted), "rule": rule})


@verb(RESULT, "cast_vote", Result)
def cast_vote(case: Result, seat: Seat, *, choice: str) -> Done:
    """Once a person. The event says that one voted, never what."""
    if choice not in CHOICES:
        raise refuse("请选赞成、反对或弃权。")
    vote = current(case)
    mine = vote.electors.select_for_update().get(person_id=seat.person_id)
    if mine.voted:
        raise refuse("您已经投过票了，投出的票不能改。")
    mine.voted = True
    if vote.kind == "named":
        mine.choice = choice
    mine.save(update_fields=["voted", "choice"])
    Adoption.objects.filter(pk=vote.pk).update(**{choice: F(choice) + 1})
    return Done(detail={"kind": vote.kind})


@verb(RESULT, "enter_paper", Result)
def enter_paper(
    case: Result,
    seat: Seat,
    *,
    people: Sequence[int],
    yes: int = 0,
    no: int = 0,
    abstain: int = 0,
) -> Done:
    """Paper ballots as a bundle: who handed one in, and the totals; they must be as many."""
    vote = current(case)
    wanted = set(people)
    rows = list(vote.electors.select_for_update().filter(person_id__in=wanted))
    if len(rows) != len(wanted) or not rows:
        raise refuse("有人不在表决名单里，请从名单里选。")
    if done := [e for e in rows if e.voted]:
        raise refuse(f"有 {len(done)} 位已经投过票了，请从这叠里去掉。")
    if min(yes, no, abstain) < 0 or yes + no + abstain != len(rows):
        raise refuse(f"交票的有 {len(rows)} 位，票数合计是 {yes + no + abstain} 张，两边要一样多。")
    if vote.kind == "secret" and len(rows) < 3:
        raise refuse("无记名的纸质票一叠至少三张，免得看出谁投了什么。")
    if vote.kind == "named" and sum(1 for n in (yes, no, abstain) if n) > 1:
        raise refuse("记名的纸质票请按赞成、反对、弃权分三叠录。")
    named = {"yes": yes, "no": no, "abstain": abstain}
    for row in rows:
        row.voted = row.paper = True
        if vote.kind == "named":
            row.choice = max(named, key=lambda k: named[k])
    Elector.objects.bulk_update(rows, ["voted", "paper", "choice"])
    Adoption.objects.filter(pk=vote.pk).update(
        yes=F("yes") + yes, no=F("no") + no, abstain=F("abstain") + abstain
    )
    return Done(detail={"count": len(rows)})


@verb(RESULT, "close_vote", Result)
def close_vote(case: Result, seat: Seat) -> Done:
    """Counted by its rule; passed leads on, failed leads back to the draft."""
    vote = current(case)
    electors = vote.electors.count()
    voted = vote.electors.filter(voted=True).count()
    if voted != vote.yes + vote.no + vote.abstain:
        raise AssertionError("votes and roll differ")
    if voted * 3 < electors * 2:
        raise refuse(f"名单 {electors} 人，投票 {voted} 人，不到三分之二，还不能结束。")
    passed = vote_rules()[vote.rule].passed(yes=vote.yes, voted=voted, electors=electors)
    vote.state = "passed" if passed else "failed"
    vote.closed_on = today()
    vote.save(update_fields=["state", "closed_on"])
    return Done(
        to="adopted" if passed else "draft",
        detail={
            "yes": vote.yes,
            "no": vote.no,
            "abstain": vote.abstain,
            "electors": electors,
        },
    )
