"""Beside the sample year: ratings, ideas, questions, consensus by edition, a grid, ideas on their way."""

from datetime import timedelta

from ....procedures.seat import Seat
from ....topics.actions import marking, rating
from ....topics.actions.add_factor import add_factor
from ....topics.actions.add_idea import add_idea
from ....topics.actions.add_parties import add_parties
from ....topics.actions.amend_accord import amend_accord
from ....topics.actions.answer_question import answer_question
from ....topics.actions.ask_question import ask_question
from ....topics.actions.choose_crossing import choose_crossing
from ....topics.actions.choose_idea import choose_idea
from ....topics.actions.hold import hold
from ....topics.actions.make_project import make_project
from ....topics.actions.mark_came import mark_came
from ....topics.actions.note_speech import note_speech
from ....topics.actions.open_accord import open_accord
from ....topics.actions.plan_speech import plan_speech
from ....topics.actions.say_clear import say_clear
from ....topics.actions.send_notice import send_notice
from ....topics.actions.skip_facts import skip_facts
from ....topics.actions.start_analysis import start_analysis
from ....topics.actions.start_consultation import start_consultation
from ....topics.actions.start_path import start_path
from ....topics.actions.vote_idea import vote_idea
from ....topics.actions.write_facts import write_facts
from ....topics.actions.write_later_facts import write_later_facts
from ....topics.actions.write_theory import write_theory
from ....topics.actions.write_thought import write_thought
from ....topics.actions.write_values import write_values
from ....topics.actions.write_view import write_view
from ....topics.models import Accord, Consultation, Edition, Result
from ....topics.presets import marks
from . import topics_after_texts as words
from .topics_desk import Desk
from .topics_year import set_back, signed_in

STATIONS = {
    "later_facts": write_later_facts,
    "skip_facts": skip_facts,
    "theory": write_theory,
    "thought": write_thought,
    "values": write_values,
    "view": write_view,
}


def beside(desk: Desk) -> None:
    """Each new page of consulting has something to show."""
    rated(desk)
    brainstorm(desk)
    asked(desk)
    agreed(desk)
    grid(desk)
    on_the_way(desk)
    for row in Result.objects.filter(
        committee=desk.city.committee, state__in=["issued", "answered", "done"]
    ).order_by("pk")[:2]:
        marking.mark_three(desk.leader, row.pk, to_point=3, critical=2, note=words.MARKS)


def rated(desk: Desk) -> None:
    """Two consultations rated by those who were there."""
    keys = [m.key for m in marks()]
    for case in Consultation.objects.filter(
        committee=desk.city.committee, state="closed", room__isnull=True
    ).order_by("pk")[:2]:
        there = set(
            case.parties.filter(came=True, actor__isnull=False).values_list("actor_id", flat=True)
        )
        seats = [desk.member, *desk.standing]
        for n, seat in enumerate(s for s in seats if s.person_id in there):
            points = {k: 3 + (n + i) % 3 for i, k in enumerate(keys)}
            rating.rate_quality(seat, case.pk, points=points)
        rating.rate_quality(desk.organiser, case.pk, points=dict.fromkeys(keys, 4))


def brainstorm(desk: Desk) -> None:
    """A meeting of three parts with its idea board: three chosen, one not yet."""
    case = start_consultation(
        desk.organiser,
        form="three",
        title=words.BOARD,
        lead=desk.bodies["经济委员会"].pk,
        starts_at=desk.at(desk.day + timedelta(days=30)),
        place="市政协三楼会议室",
        chair="经济委员会主任",
    )
    asks = [s.person_id for s in desk.standing[:6]] + [desk.member.person_id]
    add_parties(desk.organiser, case.pk, side="asks", actors=asks)
    unit = desk.unit("gongxin").pk
    add_parties(desk.organiser, case.pk, side="answers", actors=[unit])
    send_notice(desk.organiser, case.pk)
    held = desk.ago(2)
    set_back(case, held, desk)
    hold(desk.organiser, case.pk, held_on=held)
    people = list(case.parties.order_by("pk"))
    mark_came(desk.organiser, case.pk, came=[p.pk for p in people])
    signed_in(case)
    for n, part in enumerate(case.kind.parts):
        speech = plan_speech(
            desk.organiser, case.pk, party=people[n].pk, part=part.key, topic=words.SPOKEN[n][0]
        )
        note_speech(desk.organiser, case.pk, speech=speech.pk, gist=words.SPOKEN[n][1])
    seats = [*desk.standing[:6], desk.member]
    rows = [add_idea(seats[n % 6], case.pk, text=text) for n, text in enumerate(words.IDEAS)]
    for n, seat in enumerate(seats[:6]):
        for k in {0, 1 + n % 3, 4 if n == 5 else (2 if n % 2 else 1)}:
            vote_idea(seat, case.pk, idea=rows[k].pk)
    due = desk.day + timedelta(days=60)
    for row in rows[:2]:
        choose_idea(desk.organiser, case.pk, idea=row.pk, owner=unit, due_on=due)


def asked(desk: Desk) -> None:
    """Questions of citizens: clear, asked again, waiting."""
    rooms = Consultation.objects.filter(committee=desk.city.committee, public=True)
    case = rooms.filter(room__isnull=False).order_by("pk").first()
    if case is None:
        return
    nobody = Seat(committee_id=desk.city.committee.pk)
    for text, answers in words.QUESTIONS:
        row = ask_question(nobody, consultation=case.pk, text=text)
        for answer, source, unclear in answers:
            answer_question(desk.organiser, row.pk, answer=answer, source=source)
            if unclear is not None:
                say_clear(nobody, code=row.public_code, clear=not unclear, unclear=unclear)


def agreed(desk: Desk) -> None:
    """Three matters, one of them in its third edition."""
    for title, field, editions in words.ACCORDS:
        first, *more = editions
        row: Accord = open_accord(desk.organiser, title=title, field=field, **first)
        for edition in more:
            amend_accord(desk.organiser, accord=row.pk, **edition)
        count = len(editions)
        for edition in row.editions.all():
            day = desk.ago(45 * (count - edition.number) + 6)
            Edition.objects.filter(pk=edition.pk).update(on=day)


def grid(desk: Desk) -> None:
    """Four strengths, five problems, two opportunities; two crossings with an owner."""
    sheet = start_analysis(desk.organiser, title=words.SHEET)
    for n, (kind, text, evidence) in enumerate(words.FACTORS):
        seat = desk.standing[n % 9] if n % 3 else desk.organiser
        add_factor(
            seat if seat.roles else desk.organiser,
            analysis=sheet.pk,
            kind=kind,
            text=text,
            evidence=evidence,
        )
    helps = list(sheet.factors.filter(kind="strength"))
    problems = list(sheet.factors.filter(kind="problem"))
    for n, (text, unit) in enumerate(words.MEASURES):
        choose_crossing(
            desk.organiser,
            analysis=sheet.pk,
            helps=helps[n].pk,
            problem=problems[2 * n].pk,
            text=text,
            owner=desk.unit(unit).pk,
            due_on=desk.day + timedelta(days=90),
        )


def on_the_way(desk: Desk) -> None:
    """Ideas at several stations; one stopped because nobody has been there yet."""
    for title, upto, said in words.PATHS:
        row = start_path(desk.member, title=title)
        for key in upto.split():
            if key == "facts":
                write_facts(
                    desk.member,
                    row.pk,
                    text=said[key],
                    place="城东街道两个小区",
                    seen_on=desk.ago(9),
                )
            elif key == "project":
                make_project(
                    desk.organiser,
                    row.pk,
                    owner=desk.unit("zhujian").pk,
                    due_on=desk.day + timedelta(days=120),
                )
            else:
                STATIONS[key](desk.member, row.pk, text=said[key])
