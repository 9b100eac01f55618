"""What became of the year's consultations: reports, adoption, instructions, answers."""

from datetime import date, timedelta

from ....procedures.seat import Seat
from ....topics.actions.add_advice import add_advice
from ....topics.actions.answer_advice import answer_advice
from ....topics.actions.answer_remark import answer_remark
from ....topics.actions.ask_expert import ask_expert
from ....topics.actions.ask_people import ask_people
from ....topics.actions.assign_advice import assign_advice
from ....topics.actions.cast_vote import cast_vote
from ....topics.actions.change_advice import change_advice
from ....topics.actions.close_consultation import close_consultation
from ....topics.actions.close_vote import close_vote
from ....topics.actions.edit_result import edit_result
from ....topics.actions.hand_in_review import hand_in_review
from ....topics.actions.issue_result import issue_result
from ....topics.actions.open_vote import open_vote
from ....topics.actions.record_instruction import record_instruction
from ....topics.actions.show_publicly import show_publicly
from ....topics.actions.start_result import start_result
from ....topics.models import Consultation, Result
from . import topics_story_texts as lines
from . import topics_texts as words
from .topics_desk import Desk
from .topics_year import play, settle


def report_of(desk: Desk, case: Consultation, kind: str, upto: str) -> Result:
    """A result from its agreed points, brought to its state."""
    label = {
        "proposal": "建议案",
        "report": "协商专报",
        "opinion": "协商意见",
        "minutes": "协商纪要",
    }[kind]
    result = start_result(
        desk.organiser, kind=kind, title=f"关于{case.title}的{label}", consultation=case.pk
    )
    first = result.advices.first()
    if first:
        change_advice(
            desk.organiser,
            result.pk,
            advice=first.pk,
            text=first.text,
            kind="trend",
            unit=first.unit_id,
        )
    edit_result(
        desk.organiser,
        result.pk,
        title=result.title,
        body=f"一、协商情况\n{result.body}\n二、主要看法\n{words.BODY}",
        addressees="市委办公室\n市政府办公室",
        level="报市委、市政府",
        decision=case.decision,
        decision_on=case.decision_on,
    )
    return result


def adopt(desk: Desk, result: Result, kind: str, voters: int = 9) -> None:
    """The standing committee votes: seven for, one against, one abstains."""
    electors = desk.standing[:voters]
    open_vote(
        desk.organiser,
        result.pk,
        kind=kind,
        people=[s.person_id for s in electors],
        body="第 12 次常委会会议",
    )
    for n, seat in enumerate(electors):
        choice = {voters - 1: "no", voters - 2: "abstain"}.get(n, "yes")
        cast_vote(seat, result.pk, choice=choice)
    close_vote(desk.organiser, result.pk)


def finish(desk: Desk, case: Consultation, held: date) -> None:
    """Closed, with the day set back."""
    close_consultation(desk.organiser, case.pk, outcome=words.OUTCOME)
    ask_people(desk.organiser, case.pk, asked=18, content=15)
    show_publicly(desk.organiser, case.pk)


def year(desk: Desk, items: list[object]) -> None:
    """Every line of the plan in its state; one with everything."""
    for item, row in zip(items, lines.PLAN, strict=True):
        title, form, upto, days = row[0], row[2], row[6], row[7]
        case = play(desk, item, row)
        if upto == "late" and title.startswith("殡葬"):
            continue
        if case is None or upto not in ("recorded", "answered", "closed"):
            continue
        held = desk.ago(days)
        if form == "standing" and upto == "closed":
            everything(desk, case, held)
        elif upto == "closed":
            kind = (
                case.kind.result
                if case.kind.result in ("report", "opinion", "minutes")
                else "report"
            )
            if "advice" in case.kind.closing or "result" in case.kind.closing:
                result = report_of(desk, case, kind, "answered")
                issue_result(desk.leader, result.pk)
                answer_all(desk, result)
                back(result, held + timedelta(days=12))
            finish(desk, case, held)
        elif upto == "answered" and form == "standing":
            result = report_of(desk, case, "proposal", "voting")
            open_now(desk, result)
        settle(Consultation.objects.get(pk=case.pk), held, desk, upto)


def answer_all(desk: Desk, result: Result) -> None:
    for n, advice in enumerate(result.advices.order_by("order")):
        outcome, text = words.ADVICE_ANSWERS[n % len(words.ADVICE_ANSWERS)]
        answer_advice(desk.organiser, result.pk, advice=advice.pk, outcome=outcome, text=text)


def back(result: Result, day: date) -> None:
    """Set a result's days back."""
    Result.objects.filter(pk=result.pk).update(issued_on=day)
    result.deliveries.update(delivered_on=day)
    result.advices.filter(answered_on__isnull=False).update(answered_on=day + timedelta(days=25))


def everything(desk: Desk, case: Consultation, held: date) -> None:
    """One with everything: experts, secret vote, number, instruction, task, answers, closing."""
    result = report_of(desk, case, "proposal", "done")
    add_advice(
        desk.organiser, result.pk, text=words.EXTRA_ADVICE, kind="new", unit=desk.unit("fagai").pk
    )
    for n, (expert, field, remarks) in enumerate(words.EXPERTS):
        review = ask_expert(
            desk.organiser,
            result.pk,
            expert=expert,
            field=field,
            until=desk.day + timedelta(days=3),
        )
        hand_in_review(
            Seat(committee_id=desk.city.committee.pk),
            code=review.public_code,
            remarks=remarks,
            conflict=not remarks,
        )
        for k, remark in enumerate(review.remarks.all()):
            answer_remark(
                desk.organiser,
                result.pk,
                remark=remark.pk,
                taken=(n + k) % 3 != 2,
                answer=words.TAKEN if (n + k) % 3 != 2 else words.NOT_TAKEN,
            )
    adopt(desk, result, "secret")
    issue_result(desk.leader, result.pk)
    delivery = result.deliveries.order_by("pk").first()
    if delivery:
        record_instruction(
            desk.organiser,
            result.pk,
            delivery=delivery.pk,
            text="建议案提得好。请市住建局牵头逐条研究，年内拿出办法。",
            by="市委书记",
            on=desk.day,
            unit=desk.unit("zhujian").pk,
        )
    first = result.advices.order_by("order").first()
    if first:
        assign_advice(
            desk.supervisor,
            result.pk,
            advice=first.pk,
            owner=desk.unit("zhujian").pk,
            due_on=desk.day + timedelta(days=70),
        )
    answer_all(desk, result)
    back(result, held + timedelta(days=15))
    result.deliveries.filter(instructed_on__isnull=False).update(
        instructed_on=held + timedelta(days=22)
    )
    finish(desk, case, held)


def open_now(desk: Desk, result: Result) -> None:
    """A vote that is open today: the demonstration member has not voted."""
    people = [s.person_id for s in desk.standing[:8]] + [desk.member.person_id]
    open_vote(desk.organiser, result.pk, kind="secret", people=people, body="第 13 次常委会会议")
    for seat in desk.standing[:5]:
        cast_vote(seat, result.pk, choice="yes")
