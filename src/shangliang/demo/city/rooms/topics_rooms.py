"""Council rooms and joint work with other cities."""

from datetime import date, timedelta

from ....accounts.seats import seat_of
from ....actors.models import Tie
from ....procedures.seat import Seat
from ....topics.actions import rooms
from ....topics.actions.add_common_advice import add_common_advice
from ....topics.actions.add_parties import add_parties
from ....topics.actions.add_point import add_point
from ....topics.actions.agree_text import agree_text
from ....topics.actions.answer_consultation import answer_consultation
from ....topics.actions.ask_people import ask_people
from ....topics.actions.choose_topic import choose_topic
from ....topics.actions.close_consultation import close_consultation
from ....topics.actions.deliver_report import deliver_report
from ....topics.actions.draft_minutes import draft_minutes
from ....topics.actions.hand_over import hand_over
from ....topics.actions.hold import hold
from ....topics.actions.mark_came import mark_came
from ....topics.actions.nominate import nominate
from ....topics.actions.note_done import note_done
from ....topics.actions.open_space import open_space
from ....topics.actions.rate_by_receipt import rate_by_receipt
from ....topics.actions.record_answer import record_answer
from ....topics.actions.send_paper import send_paper
from ....topics.actions.show_publicly import show_publicly
from ....topics.actions.sign_minutes import sign_minutes
from ....topics.actions.start_consultation import start_consultation
from ....topics.actions.take_stand import take_stand
from ....topics.actions.write_section import write_section
from ....topics.models import Consultation, Topic
from ..bodies import Body
from ..scenes import account, extra
from . import topics_room_texts as words
from .topics_desk import Desk
from .topics_year import settle


def three_rooms(desk: Desk) -> None:
    """Three rooms: one with all six things, one new, one of a park; a convenor each."""
    visitor = Seat(committee_id=desk.city.committee.pk)
    seats: list[tuple[Seat, int]] = []
    for n, row in enumerate(words.ROOMS):
        name, level, card = row
        if n == 0:
            room = next(iter(desk.convenor.rooms))
            rooms.keep_room(desk.organiser, room=room, level=level, **card)
            seats.append((desk.convenor, room))
            continue
        made = rooms.keep_room(desk.organiser, name=name, level=level, **card)
        person = extra(desk.city, f"示范召集人{'甲乙丙'[n]}", Tie.Kind.CONVENOR, made.room)
        account(f"zhaoji{n + 1}", person)
        seats.append((seat_of(person), made.room_id))
    for n, matter in enumerate(words.MATTERS):
        where, title, source, text, upto, days, story = matter
        seat, room = seats[where]
        topic = nominate(visitor, title=title, source=source, text=text, via="open", room=room)
        Topic.objects.filter(pk=topic.pk).update(made_at=desk.at(desk.ago(days + 12)))
        if upto == "pool":
            continue
        choose_topic(seat, topic.pk, reason="提的人多，本社区能商量，今年能见效。")
        Topic.objects.filter(pk=topic.pk).update(decided_on=desk.ago(days + 5))
        if upto == "chosen":
            continue
        council(desk, seat, room, topic, upto, desk.ago(days), story, n)


def council(
    desk: Desk,
    seat: Seat,
    room: int,
    topic: Topic,
    upto: str,
    held: date,
    story: dict,  # type: ignore[type-arg]
    n: int,
) -> None:
    """One session of a room."""
    case = start_consultation(
        seat,
        form="council",
        title=topic.title,
        room=room,
        topic=topic.pk,
        starts_at=desk.at(held, 15),
        place=story["place"],
    )
    add_parties(seat, case.pk, side="asks", names=story["people"])
    add_parties(seat, case.pk, side="answers", actors=[desk.unit(k).pk for k in story["units"]])
    if upto == "planned":
        return
    hold(seat, case.pk, held_on=held)
    mark_came(seat, case.pk, came=list(case.parties.values_list("pk", flat=True)))
    for text, key, who, due in story["agreed"]:
        add_point(
            seat,
            case.pk,
            kind="agreed",
            text=text,
            owner=desk.unit(key).pk if key else None,
            owner_name=who,
            due_on=held + timedelta(days=due),
        )
    for text in story["open"]:
        add_point(seat, case.pk, kind="open", text=text)
    for text, who in story["minority"]:
        add_point(seat, case.pk, kind="minority", text=text, held_by=who)
    if upto == "held":
        return
    draft_minutes(seat, case.pk)
    sign_minutes(seat, case.pk)
    points = list(case.points.filter(kind="agreed"))
    for point in points:
        if point.owner_id and point.due_on and point.due_on > desk.day:
            hand_over(seat, case.pk, point=point.pk, owner=point.owner_id)
        elif upto == "closed":
            note_done(
                seat,
                case.pk,
                point=point.pk,
                note=story["done"],
                done_on=min(desk.day, held + timedelta(days=20)),
            )
    if upto != "recorded":
        for party in case.parties.filter(side="answers"):
            answer_consultation(seat, case.pk, party=party.pk, text=story["answer"])
    if upto == "closed":
        close_consultation(seat, case.pk, outcome=story["outcome"])
        ask_people(seat, case.pk, asked=11 + n, content=9 + n)
        show_publicly(seat, case.pk)
        if n % 2 == 0:
            rate_by_receipt(
                Seat(committee_id=desk.city.committee.pk), code=topic.public_code, rating="done",
                note="门口的灯亮了，老人晚上敢出门了。",
            )  # fmt: skip
    settle(Consultation.objects.get(pk=case.pk), held, desk, upto)


def joint(desk: Desk, counties: list[Body]) -> None:
    """A joint study with a county committee, both answered in their own way; a forum of seven cities."""
    if counties:
        other = counties[0]
        person = extra(other, "示范县专委工作员", Tie.Kind.ORGANISER, other.committee)
        account("xianzhuanwei", person)
        theirs = seat_of(person)
        space = open_space(desk.organiser, partners=[other.committee.pk], **words.STUDY)
        mine = space.sides.get(right="host")
        their = space.sides.get(committee=other.committee)
        write_section(desk.organiser, mine.pk, **words.SECTIONS[0])
        write_section(theirs, their.pk, **words.SECTIONS[1])
        space.refresh_from_db()
        agree_text(desk.organiser, mine.pk, revision=space.revision)
        agree_text(theirs, their.pk, revision=space.revision)
        deliver_report(desk.organiser, mine.pk, addressee="市委、市政府")
        deliver_report(theirs, their.pk, addressee=f"{other.place}委、{other.place}政府")
        record_answer(
            desk.organiser, mine.pk, text=words.ANSWERS[0], by="市政府办公室", on=desk.day
        )
        record_answer(
            theirs, their.pk, text=words.ANSWERS[1], by=f"{other.place}政府办公室", on=desk.day
        )
    forum = open_space(
        desk.organiser,
        outside="\n".join(words.CITIES),
        papers_by=desk.ago(-20),
        held_on=desk.ago(-40),
        **words.FORUM,
    )
    sides = {s.name: s for s in forum.sides.all()}
    papers = []
    for name, title, author, findings in words.PAPERS:
        side = sides.get(name) or forum.sides.get(right="host")
        papers.append(
            send_paper(desk.organiser, side.pk, title=title, author=author, findings=findings)
        )
    host = forum.sides.get(right="host")
    for text, chosen in words.COMMON:
        add_common_advice(desk.organiser, host.pk, text=text, papers=[papers[i].pk for i in chosen])
    for name, order, supports, note in words.STANDS:
        advice = forum.advices.get(order=order)
        take_stand(desk.organiser, sides[name].pk, advice=advice.pk, supports=supports, note=note)
