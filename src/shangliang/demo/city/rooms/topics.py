"""A year of consulting: topics of three sources, the plan, consultations in every state, rooms, joint work.

All matters, answers and figures are invented. What lies in the past was done by the same verbs; its days
are then set back, so that lamps and timelines show a year and not one afternoon.
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from ....accounts.seats import seat_of
from ....actors.models import Actor, Tie
from ....procedures.models import Clock
from ....procedures.office_calendar import calendar_of, today
from ....procedures.seat import Seat
from ....topics.actions import (
    adoption,
    answering,
    arrange,
    delivering,
    joining,
    judging,
    meeting,
    minutes,
    noticing,
    planning,
    pool,
    reviewing,
    rooms,
    writing,
)
from ....topics.actions.nominate import nominate
from ....topics.models import Consultation, Milestone, PlanStep, Result, Topic
from ....topics.presets import criteria
from ..bodies import Body
from ..scenes import SINCE, account, extra
from . import topics_texts as words

STATES = ("planned", "noticed", "prepared", "held", "recorded", "answered", "closed")


class Desk:
    """Seats and bodies of the city the stories are played with."""

    def __init__(self, city: Body) -> None:
        self.city, self.day = city, today()
        own = {"committee": city.committee}
        found = Actor.objects.filter(**own, account__isnull=False).select_related("account")
        by_name = {a.account.username: a for a in found if a.account}
        self.organiser = seat_of(by_name["zhuanwei"])
        self.leader = seat_of(by_name["fuzhuxi"])
        self.member = seat_of(by_name["weiyuan"])
        self.convenor = seat_of(by_name["zhaoji"])
        self.supervisor = seat_of(by_name["ducha"])
        self.bodies = {
            a.name: a
            for a in Actor.objects.filter(
                **own, kind__in=[Actor.Kind.SPECIAL_COMMITTEE, Actor.Kind.SECTOR]
            )
        }
        self.calendar = calendar_of(city.committee.pk)
        self.standing = [
            seat_of(tie.who)
            for tie in Tie.objects.filter(**own, kind=Tie.Kind.OFFICE, title="常委")
            .select_related("who")
            .order_by("pk")[:9]
        ]

    def unit(self, key: str) -> Actor:
        return self.city.units[key]

    def staff(self, key: str) -> Seat:
        return seat_of(self.city.staff[self.unit(key).pk])

    def at(self, day: date, hour: int = 9) -> datetime:
        return timezone.make_aware(datetime.combine(day, time(hour)))

    def ago(self, days: int) -> date:
        """A working day so many days back (or ahead, when negative)."""
        day = self.day - timedelta(days=days)
        if self.calendar.is_workday(day):
            return day
        return self.calendar.add_workdays(day, -1 if days >= 0 else 1)


def counterparts(desk: Desk) -> None:
    """Special committees and the departments they consult with."""
    for name, keys in words.COUNTERPARTS.items():
        for key in keys:
            Tie.objects.create(
                committee=desk.city.committee,
                kind=Tie.Kind.COUNTERPART,
                who=desk.bodies[name],
                whom=desk.unit(key),
                start=SINCE,
            )


def topics_of(desk: Desk) -> dict[str, Topic]:
    """The pool: nominated inside, openly and at the desk; judged, chosen, declined, merged."""
    judges = [desk.leader, *desk.standing[:4]]
    judging.name_judges(desk.organiser, year=desk.day.year, people=[j.person_id for j in judges])
    if desk.day.month > 9:
        judging.name_judges(
            desk.organiser, year=desk.day.year + 1, people=[j.person_id for j in judges]
        )
    marks_for = {
        name: add_deployment(desk, name, source, parent)
        for name, source, parent in words.DEPLOYMENTS
    }
    made: dict[str, Topic] = {}
    visitor = Seat(committee_id=desk.city.committee.pk)
    for n, row in enumerate(words.POOL):
        title, source, via, text, end, reason, deployment = row
        seat = {"open": visitor, "desk": desk.organiser}.get(
            via, desk.member if n % 2 else desk.standing[n % 9]
        )
        topic = nominate(seat, title=title, source=source, text=text, via=via)
        made[title] = topic
        Topic.objects.filter(pk=topic.pk).update(
            made_at=desk.at(desk.ago(20 + 9 * (n % 14))),
            deployment=marks_for.get(deployment),
        )
        for who in desk.standing[4 : 4 + n % 5]:
            pool.support_topic(who, topic.pk)
        if end == "new":
            continue
        for j, seat in enumerate(judges[: 5 if n % 4 else 4]):
            if topic.nominated_by_id == seat.person_id:
                judging.judge_topic(seat, topic.pk, conflict=True)
                continue
            base = 4 if end in ("chosen", "planned") else 3
            judging.judge_topic(
                seat,
                topic.pk,
                points={
                    c.key: max(
                        1,
                        min(
                            5,
                            base
                            + ((n * 7 + j * 3 + k) % 3)
                            - 1
                            - (2 if n % 6 == 5 and j == 0 else 0),
                        ),
                    )
                    for k, c in enumerate(criteria())
                },
                note=words.NOTES[(n + j) % len(words.NOTES)] if j == 1 else "",
            )
        if end in ("chosen", "planned"):
            pool.choose_topic(desk.organiser, topic.pk, reason=reason)
            Topic.objects.filter(pk=topic.pk).update(decided_on=desk.ago(8 + n))
        elif end == "declined":
            pool.decline_topic(desk.organiser, topic.pk, reason=reason)
        elif end == "merged":
            pool.merge_topic(desk.organiser, topic.pk, into=made[reason].pk)
    return made


def add_deployment(desk: Desk, name: str, source: str, parent: str) -> object:
    return pool.add_deployment(desk.organiser, name=name, source=source)


def plan_of(desk: Desk, made: dict[str, Topic]) -> list[object]:
    """This year's plan, decided in February; next year's, sent round for amendment."""
    year = desk.day.year
    plan = planning.start_plan(desk.organiser, year=year)
    items: list[object] = []
    for row in words.PLAN:
        title, aim, form, lead, months, joint = row[:6]
        body = desk.bodies[lead]
        topic = made.get(title)
        first, last = months
        items.append(
            planning.add_item(
                desk.organiser,
                plan.pk,
                title=title,
                aim=aim,
                form=form,
                lead=body.pk,
                joint=joint,
                window_from=date(year, first, 1),
                window_to=date(year, last, 28),
                topic=topic.pk if topic else None,
                source_line="" if topic else "主席会议确定的年度重点",
                milestones=[("调研", date(year, first, 10)), ("成稿", date(year, last, 20))]
                if form in ("standing", "thematic")
                else (),
            )
        )
    planning.send_for_amendment(desk.organiser, plan.pk)
    planning.record_opinion(
        desk.organiser, plan.pk, body="党委办公室", on=desk.ago(0), note="第 3 项改由社法委牵头。"
    )
    planning.record_opinion(
        desk.organiser, plan.pk, body="政府办公室", on=desk.ago(0), note="无意见"
    )
    planning.consider_plan(desk.organiser, plan.pk, on=desk.day, paper="第 21 次主席会议")
    planning.decide_plan(desk.organiser, plan.pk, on=desk.day, paper="市委办函第 9 号")
    for n, step in enumerate(PlanStep.objects.filter(plan=plan).order_by("pk")):
        step.on = date(year, 1, 20) + timedelta(days=7 * n)
        step.save(update_fields=["on"])
    Milestone.objects.filter(item__plan=plan, due_on__lt=desk.day - timedelta(days=40)).update(
        done_on=desk.day - timedelta(days=45)
    )
    following = planning.start_plan(desk.organiser, year=year + 1)
    for title, aim, form, lead, months, joint in words.NEXT_PLAN:
        topic = made.get(title)
        planning.add_item(
            desk.organiser,
            following.pk,
            title=title,
            aim=aim,
            form=form,
            lead=desk.bodies[lead].pk,
            joint=joint,
            window_from=date(year + 1, months[0], 1),
            window_to=date(year + 1, months[1], 28),
            topic=topic.pk if topic else None,
        )
    planning.send_for_amendment(desk.organiser, following.pk)
    planning.record_opinion(
        desk.organiser,
        following.pk,
        body="党委办公室",
        on=desk.day,
        note="原则同意，第 2 项形式再斟酌。",
    )
    return items


def settle(case: Consultation, held: date, desk: Desk, upto: str) -> None:
    """Set a finished story back to its days: meeting, papers, clocks."""
    calendar = desk.calendar
    noticed = calendar.add_workdays(held, -(case.kind.notice_days + 2))
    sent = calendar.add_workdays(held, -(case.kind.material_days + 1))
    signed = calendar.add_workdays(held, max(1, case.kind.minutes_days - 2))
    answered = calendar.add_workdays(signed, max(1, case.kind.answer_days - 6))
    changed: dict[str, object] = {"starts_at": desk.at(held)}
    if case.kind.notice_days:
        changed |= {
            "noticed_on": noticed,
            "notice_by": calendar.add_workdays(held, -case.kind.notice_days),
        }
    if case.kind.material_days:
        changed |= {
            "materials_on": sent,
            "materials_by": calendar.add_workdays(held, -case.kind.material_days),
        }
    at = STATES.index(upto)
    if at >= STATES.index("recorded"):
        changed["signed_on"] = signed
    if at >= STATES.index("closed"):
        changed["closed_on"] = calendar.add_workdays(answered, 3)
    Consultation.objects.filter(pk=case.pk).update(**changed)
    if at >= STATES.index("answered"):
        case.parties.filter(answered_on__isnull=False).update(answered_on=answered)
    own = Clock.objects.filter(about_type="consultation", about_id=case.pk)
    days = {
        "notice": (noticed, changed.get("notice_by")),
        "materials": (sent, changed.get("materials_by")),
        "minutes": (signed, calendar.add_workdays(held, case.kind.minutes_days)),
        "answer": (answered, calendar.add_workdays(signed, case.kind.answer_days)),
    }
    for clock in own:
        done, due = days[clock.kind]
        clock.due_on = clock.first_due_on = clock.agreed_until = due  # type: ignore[assignment]
        clock.started_on = min(done, clock.due_on) - timedelta(days=10)
        clock.met_on = done if clock.met_on else None
        clock.save()


def play(desk: Desk, item: object, row: tuple) -> Consultation | None:  # type: ignore[type-arg]
    """One line of the plan brought to its state, ``days`` ago (ahead when negative)."""
    title, _, form, lead, _, _, upto, days, units, story = row
    if upto in ("", "late"):
        return None
    case = arrange.start_consultation(
        desk.organiser,
        form=form,
        title=title,
        item=item.pk,  # type: ignore[attr-defined]
        lead=desk.bodies[lead].pk,
        starts_at=desk.at(desk.day + timedelta(days=60)),
        place="市政协二楼协商议事厅",
        chair="市政协副主席",
        decision=words.DECISIONS.get(title, ("", 0))[0],
        decision_on=desk.ago(-words.DECISIONS[title][1]) if title in words.DECISIONS else None,
    )
    asks = [s.person_id for s in desk.standing[:5]] + [desk.member.person_id]
    arrange.add_parties(desk.organiser, case.pk, side="asks", actors=asks)
    arrange.add_parties(
        desk.organiser, case.pk, side="answers", actors=[desk.unit(k).pk for k in units]
    )
    if upto == "cancelled":
        noticing.cancel_consultation(
            desk.organiser, case.pk, reason="议题已并入第二季度的专题协商会。"
        )
        return case
    at = STATES.index(upto)
    if at >= 1:
        noticing.send_notice(desk.organiser, case.pk, note="请提前调研。")
    if at >= 2 and case.kind.material_days:
        noticing.send_materials(desk.organiser, case.pk, note="调研报告和数据表已送。")
    held = desk.ago(days)
    people = list(case.parties.order_by("pk"))
    if 1 <= at < 3:
        for part, who, text in words.AGENDA:
            if case.kind.part(part):
                arrange.plan_speech(
                    desk.organiser, case.pk, party=people[who].pk, part=part, topic=text, minutes=8
                )
        Consultation.objects.filter(pk=case.pk).update(starts_at=desk.at(held))
        return case
    if at < 3:
        Consultation.objects.filter(pk=case.pk).update(starts_at=desk.at(held))
        return case
    Consultation.objects.filter(pk=case.pk).update(starts_at=desk.at(held))
    meeting.hold(desk.organiser, case.pk, held_on=held)
    meeting.mark_came(desk.organiser, case.pk, came=[p.pk for p in people if p.pk != people[4].pk])
    answering_party = next(p for p in people if p.side == "answers")
    for n, part in enumerate(case.kind.parts):
        speaker = answering_party if part.key in ("brief", "answer", "report") else people[n % 4]
        speech = arrange.plan_speech(
            desk.organiser, case.pk, party=speaker.pk, part=part.key, topic=story["topics"][n % 3]
        )
        meeting.note_speech(
            desk.organiser, case.pk, speech=speech.pk, gist=story["gists"][n % len(story["gists"])]
        )
    for text, key, due in story["agreed"]:
        meeting.add_point(
            desk.organiser,
            case.pk,
            kind="agreed",
            text=text,
            owner=desk.unit(key).pk,
            due_on=desk.day + timedelta(days=due),
        )
    for text in story["open"]:
        meeting.add_point(desk.organiser, case.pk, kind="open", text=text)
    for text, who in story["minority"]:
        meeting.add_point(desk.organiser, case.pk, kind="minority", text=text, held_by=who)
    if at == 3:
        minutes.draft_minutes(desk.organiser, case.pk)
        settle(case, held, desk, upto)
        return case
    minutes.draft_minutes(desk.organiser, case.pk)
    minutes.sign_minutes(desk.leader, case.pk)
    if at >= 5:
        for n, party in enumerate(p for p in people if p.side == "answers"):
            answering.answer_consultation(
                desk.organiser,
                case.pk,
                party=party.pk,
                text=story["answers"][n % len(story["answers"])],
            )
    return Consultation.objects.get(pk=case.pk)


def report_of(desk: Desk, case: Consultation, kind: str, upto: str) -> Result:
    """A result from its agreed points, brought to its state."""
    label = {
        "proposal": "建议案",
        "report": "协商专报",
        "opinion": "协商意见",
        "minutes": "协商纪要",
    }[kind]
    result = writing.start_result(
        desk.organiser, kind=kind, title=f"关于{case.title}的{label}", consultation=case.pk
    )
    first = result.advices.first()
    if first:
        writing.change_advice(
            desk.organiser,
            result.pk,
            advice=first.pk,
            text=first.text,
            kind="trend",
            unit=first.unit_id,
        )
    writing.edit_result(
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
    adoption.open_vote(
        desk.organiser,
        result.pk,
        kind=kind,
        people=[s.person_id for s in electors],
        body="第 12 次常委会会议",
    )
    for n, seat in enumerate(electors):
        choice = {voters - 1: "no", voters - 2: "abstain"}.get(n, "yes")
        adoption.cast_vote(seat, result.pk, choice=choice)
    adoption.close_vote(desk.organiser, result.pk)


def finish(desk: Desk, case: Consultation, held: date) -> None:
    """Closed, with the day set back."""
    answering.close_consultation(desk.organiser, case.pk, outcome=words.OUTCOME)
    answering.ask_people(desk.organiser, case.pk, asked=18, content=15)
    answering.show_publicly(desk.organiser, case.pk)


def year(desk: Desk, items: list[object]) -> None:
    """Every line of the plan in its state; one with everything."""
    for item, row in zip(items, words.PLAN, strict=True):
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
                delivering.issue_result(desk.leader, result.pk)
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
        delivering.answer_advice(
            desk.organiser, result.pk, advice=advice.pk, outcome=outcome, text=text
        )


def back(result: Result, day: date) -> None:
    """Set a result's days back."""
    Result.objects.filter(pk=result.pk).update(issued_on=day)
    result.deliveries.update(delivered_on=day)
    result.advices.filter(answered_on__isnull=False).update(answered_on=day + timedelta(days=25))


def everything(desk: Desk, case: Consultation, held: date) -> None:
    """One with everything: experts, secret vote, number, instruction, task, answers, closing."""
    result = report_of(desk, case, "proposal", "done")
    writing.add_advice(
        desk.organiser, result.pk, text=words.EXTRA_ADVICE, kind="new", unit=desk.unit("fagai").pk
    )
    for n, (expert, field, remarks) in enumerate(words.EXPERTS):
        review = reviewing.ask_expert(
            desk.organiser,
            result.pk,
            expert=expert,
            field=field,
            until=desk.day + timedelta(days=3),
        )
        reviewing.hand_in_review(
            Seat(committee_id=desk.city.committee.pk),
            code=review.public_code,
            remarks=remarks,
            conflict=not remarks,
        )
        for k, remark in enumerate(review.remarks.all()):
            reviewing.answer_remark(
                desk.organiser,
                result.pk,
                remark=remark.pk,
                taken=(n + k) % 3 != 2,
                answer=words.TAKEN if (n + k) % 3 != 2 else words.NOT_TAKEN,
            )
    adopt(desk, result, "secret")
    delivering.issue_result(desk.leader, result.pk)
    delivery = result.deliveries.order_by("pk").first()
    if delivery:
        delivering.record_instruction(
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
        delivering.assign_advice(
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
    adoption.open_vote(
        desk.organiser, result.pk, kind="secret", people=people, body="第 13 次常委会会议"
    )
    for seat in desk.standing[:5]:
        adoption.cast_vote(seat, result.pk, choice="yes")


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
        pool.choose_topic(seat, topic.pk, reason="提的人多，本社区能商量，今年能见效。")
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
    case = arrange.start_consultation(
        seat,
        form="council",
        title=topic.title,
        room=room,
        topic=topic.pk,
        starts_at=desk.at(held, 15),
        place=story["place"],
    )
    arrange.add_parties(seat, case.pk, side="asks", names=story["people"])
    arrange.add_parties(
        seat, case.pk, side="answers", actors=[desk.unit(k).pk for k in story["units"]]
    )
    if upto == "planned":
        return
    meeting.hold(seat, case.pk, held_on=held)
    meeting.mark_came(seat, case.pk, came=list(case.parties.values_list("pk", flat=True)))
    for text, key, who, due in story["agreed"]:
        meeting.add_point(
            seat,
            case.pk,
            kind="agreed",
            text=text,
            owner=desk.unit(key).pk if key else None,
            owner_name=who,
            due_on=held + timedelta(days=due),
        )
    for text in story["open"]:
        meeting.add_point(seat, case.pk, kind="open", text=text)
    for text, who in story["minority"]:
        meeting.add_point(seat, case.pk, kind="minority", text=text, held_by=who)
    if upto == "held":
        return
    minutes.draft_minutes(seat, case.pk)
    minutes.sign_minutes(seat, case.pk)
    points = list(case.points.filter(kind="agreed"))
    for point in points:
        if point.owner_id and point.due_on and point.due_on > desk.day:
            answering.hand_over(seat, case.pk, point=point.pk, owner=point.owner_id)
        elif upto == "closed":
            answering.note_done(
                seat,
                case.pk,
                point=point.pk,
                note=story["done"],
                done_on=min(desk.day, held + timedelta(days=20)),
            )
    if upto != "recorded":
        for party in case.parties.filter(side="answers"):
            answering.answer_consultation(seat, case.pk, party=party.pk, text=story["answer"])
    if upto == "closed":
        answering.close_consultation(seat, case.pk, outcome=story["outcome"])
        answering.ask_people(seat, case.pk, asked=11 + n, content=9 + n)
        answering.show_publicly(seat, case.pk)
        if n % 2 == 0:
            pool.rate_by_receipt(
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
        space = joining.open_space(desk.organiser, partners=[other.committee.pk], **words.STUDY)
        mine = space.sides.get(right="host")
        their = space.sides.get(committee=other.committee)
        joining.write_section(desk.organiser, mine.pk, **words.SECTIONS[0])
        joining.write_section(theirs, their.pk, **words.SECTIONS[1])
        space.refresh_from_db()
        joining.agree_text(desk.organiser, mine.pk, revision=space.revision)
        joining.agree_text(theirs, their.pk, revision=space.revision)
        joining.deliver_report(desk.organiser, mine.pk, addressee="市委、市政府")
        joining.deliver_report(theirs, their.pk, addressee=f"{other.place}委、{other.place}政府")
        joining.record_answer(
            desk.organiser, mine.pk, text=words.ANSWERS[0], by="市政府办公室", on=desk.day
        )
        joining.record_answer(
            theirs, their.pk, text=words.ANSWERS[1], by=f"{other.place}政府办公室", on=desk.day
        )
    forum = joining.open_space(
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
            joining.send_paper(
                desk.organiser, side.pk, title=title, author=author, findings=findings
            )
        )
    host = forum.sides.get(right="host")
    for text, chosen in words.COMMON:
        joining.add_common_advice(
            desk.organiser, host.pk, text=text, papers=[papers[i].pk for i in chosen]
        )
    for name, order, supports, note in words.STANDS:
        advice = forum.advices.get(order=order)
        joining.take_stand(
            desk.organiser, sides[name].pk, advice=advice.pk, supports=supports, note=note
        )


def fill(city: Body, counties: list[Body]) -> None:
    """A year of consulting in the city, and one space with a county."""
    desk = Desk(city)
    counterparts(desk)
    made = topics_of(desk)
    year(desk, plan_of(desk, made))
    three_rooms(desk)
    joint(desk, counties)
