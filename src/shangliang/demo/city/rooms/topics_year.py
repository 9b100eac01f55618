"""The year's consultations in every state, and what became of them."""

from datetime import date, timedelta

from ....activities.models import Presence
from ....procedures.models import Clock
from ....topics.actions.add_parties import add_parties
from ....topics.actions.add_point import add_point
from ....topics.actions.answer_consultation import answer_consultation
from ....topics.actions.cancel_consultation import cancel_consultation
from ....topics.actions.draft_minutes import draft_minutes
from ....topics.actions.hold import hold
from ....topics.actions.mark_came import mark_came
from ....topics.actions.note_speech import note_speech
from ....topics.actions.plan_speech import plan_speech
from ....topics.actions.send_materials import send_materials
from ....topics.actions.send_notice import send_notice
from ....topics.actions.sign_minutes import sign_minutes
from ....topics.actions.start_consultation import start_consultation
from ....topics.meetings import LENGTH, activity_of
from ....topics.models import Consultation
from . import topics_story_texts as lines
from . import topics_texts as words
from .topics_desk import Desk

STATES = ("planned", "noticed", "prepared", "held", "recorded", "answered", "closed")


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


def set_back(case: Consultation, held: date, desk: Desk) -> None:
    """The meeting and the activity that invites to it, on the day of the story."""
    start = desk.at(held)
    Consultation.objects.filter(pk=case.pk).update(starts_at=start)
    row = activity_of(case)
    if row is None:
        return
    told = desk.at(desk.calendar.add_workdays(held, -(case.kind.notice_days + 2)))
    told = min(told, desk.at(desk.day))
    times = {"starts_at": start, "ends_at": start + LENGTH}
    type(row).objects.filter(pk=row.pk).update(**times, first_starts_at=start, invited_at=told)
    row.sittings.update(**times)
    row.attendances.update(invited_at=told, told_at=told)


def signed_in(case: Consultation) -> None:
    """Who came signed in; the activity is closed."""
    row = activity_of(case)
    if row is None:
        return
    row.refresh_from_db()
    came = set(case.parties.filter(came=True).values_list("actor_id", flat=True))
    sitting = row.sittings.get()
    here = [a for a in row.attendances.all() if a.person_id in came]
    Presence.objects.bulk_create(
        Presence(
            committee_id=row.committee_id,
            attendance=a,
            sitting=sitting,
            came_at=row.starts_at,
            left_at=row.ends_at,
        )
        for a in here
    )
    row.attendances.filter(pk__in=[a.pk for a in here]).update(state="going")
    type(row).objects.filter(pk=row.pk).update(state="closed", closed_at=row.ends_at)


def play(desk: Desk, item: object, row: tuple) -> Consultation | None:  # type: ignore[type-arg]
    """One line of the plan brought to its state, ``days`` ago (ahead when negative)."""
    title, _, form, lead, _, _, upto, days, units, story = row
    if upto in ("", "late"):
        return None
    case = start_consultation(
        desk.organiser,
        form=form,
        title=title,
        item=item.pk,  # type: ignore[attr-defined]
        lead=desk.bodies[lead].pk,
        starts_at=desk.at(desk.day + timedelta(days=60)),
        place="市政协二楼协商议事厅",
        chair="市政协副主席",
        decision=lines.DECISIONS.get(title, ("", 0))[0],
        decision_on=desk.ago(-lines.DECISIONS[title][1]) if title in lines.DECISIONS else None,
    )
    asks = [s.person_id for s in desk.standing[:5]] + [desk.member.person_id]
    add_parties(desk.organiser, case.pk, side="asks", actors=asks)
    add_parties(desk.organiser, case.pk, side="answers", actors=[desk.unit(k).pk for k in units])
    if upto == "cancelled":
        cancel_consultation(desk.organiser, case.pk, reason="议题已并入第二季度的专题协商会。")
        return case
    at = STATES.index(upto)
    if at >= 1:
        send_notice(desk.organiser, case.pk, note="请提前调研。")
    if at >= 2 and case.kind.material_days:
        send_materials(desk.organiser, case.pk, note="调研报告和数据表已送。")
    held = desk.ago(days)
    people = list(case.parties.order_by("pk"))
    if 1 <= at < 3:
        for part, who, text in words.AGENDA:
            if case.kind.part(part):
                plan_speech(
                    desk.organiser, case.pk, party=people[who].pk, part=part, topic=text, minutes=8
                )
    set_back(case, held, desk)
    if at < 3:
        return case
    hold(desk.organiser, case.pk, held_on=held)
    mark_came(desk.organiser, case.pk, came=[p.pk for p in people if p.pk != people[4].pk])
    signed_in(case)
    answering_party = next(p for p in people if p.side == "answers")
    for n, part in enumerate(case.kind.parts):
        speaker = answering_party if part.key in ("brief", "answer", "report") else people[n % 4]
        speech = plan_speech(
            desk.organiser, case.pk, party=speaker.pk, part=part.key, topic=story["topics"][n % 3]
        )
        note_speech(
            desk.organiser, case.pk, speech=speech.pk, gist=story["gists"][n % len(story["gists"])]
        )
    for text, key, due in story["agreed"]:
        add_point(
            desk.organiser,
            case.pk,
            kind="agreed",
            text=text,
            owner=desk.unit(key or units[0]).pk,
            due_on=desk.day + timedelta(days=due),
        )
    for text in story["open"]:
        add_point(desk.organiser, case.pk, kind="open", text=text)
    for text, who in story["minority"]:
        add_point(desk.organiser, case.pk, kind="minority", text=text, held_by=who)
    if at == 3:
        draft_minutes(desk.organiser, case.pk)
        settle(case, held, desk, upto)
        return case
    draft_minutes(desk.organiser, case.pk)
    sign_minutes(desk.leader, case.pk)
    if at >= 5:
        for n, party in enumerate(p for p in people if p.side == "answers"):
            answer_consultation(
                desk.organiser,
                case.pk,
                party=party.pk,
                text=story["answers"][n % len(story["answers"])],
            )
    return Consultation.objects.get(pk=case.pk)
