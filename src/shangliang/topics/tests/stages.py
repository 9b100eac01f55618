"""A consultation brought to each of its states, for the tests of this room."""

from datetime import date, timedelta

from django.utils import timezone

from shangliang.actors.models import Tie
from shangliang.demo.small import SmallCity
from shangliang.procedures.office_calendar import today
from shangliang.topics.actions.add_parties import add_parties
from shangliang.topics.actions.add_point import add_point
from shangliang.topics.actions.answer_consultation import answer_consultation
from shangliang.topics.actions.cast_vote import cast_vote
from shangliang.topics.actions.choose_topic import choose_topic
from shangliang.topics.actions.close_vote import close_vote
from shangliang.topics.actions.draft_minutes import draft_minutes
from shangliang.topics.actions.edit_result import edit_result
from shangliang.topics.actions.hold import hold
from shangliang.topics.actions.issue_result import issue_result
from shangliang.topics.actions.judge_topic import judge_topic
from shangliang.topics.actions.mark_came import mark_came
from shangliang.topics.actions.name_judges import name_judges
from shangliang.topics.actions.nominate import nominate
from shangliang.topics.actions.note_speech import note_speech
from shangliang.topics.actions.open_vote import open_vote
from shangliang.topics.actions.plan_speech import plan_speech
from shangliang.topics.actions.send_materials import send_materials
from shangliang.topics.actions.send_notice import send_notice
from shangliang.topics.actions.sign_minutes import sign_minutes
from shangliang.topics.actions.start_consultation import start_consultation
from shangliang.topics.actions.start_result import start_result
from shangliang.topics.models import Consultation, Result, Topic
from shangliang.topics.presets import criteria

JUDGES = ("leader", "member2", "member3")
FULL = {c.key: 4 for c in criteria()}


def judged(city: SmallCity, title: str = "城区停车怎么共享") -> Topic:
    """A topic with three judges' marks."""
    topic = nominate(city.seat("member"), title=title, source="people")
    name_judges(
        city.seat("organiser"), year=today().year, people=[city.people[k].pk for k in JUDGES]
    )
    for key in JUDGES:
        judge_topic(city.seat(key), topic.pk, points=FULL)
    return topic


def chosen(city: SmallCity) -> Topic:
    topic = judged(city)
    return choose_topic(city.seat("organiser"), topic.pk, reason="涉及面广，今年要定办法。")


def lead(city: SmallCity):
    """A special committee with the housing office as its counterpart."""
    from shangliang.actors.models import Actor

    body, _ = Actor.objects.get_or_create(
        committee=city.committee, kind=Actor.Kind.SPECIAL_COMMITTEE, name="社会和法制委员会"
    )
    Tie.objects.get_or_create(
        committee=city.committee,
        kind=Tie.Kind.COUNTERPART,
        who=body,
        whom=city.units["housing"],
        start=date(2020, 1, 1),
    )
    return body


def planned(city: SmallCity, form: str = "thematic", days: int = 60) -> Consultation:
    """With both sides; ``days`` until the meeting."""
    seat = city.seat("convenor" if form == "council" else "organiser")
    case = start_consultation(
        seat,
        form=form,
        title="城区停车怎么共享",
        lead=None if form == "council" else lead(city).pk,
        room=city.bodies["room"].pk if form == "council" else None,
        starts_at=timezone.now() + timedelta(days=days),
        place="政协二楼会议室",
        topic=None,
        chair="副主席",
    )
    add_parties(seat, case.pk, side="asks", actors=[city.people["member"].pk], names="钱一，居民")
    add_parties(seat, case.pk, side="answers", actors=[city.units["housing"].pk])
    return case


def held(city: SmallCity, form: str = "thematic") -> Consultation:
    """Held, each part spoken, one point of each kind."""
    case = planned(city, form)
    seat = city.seat("convenor" if form == "council" else "organiser")
    if case.kind.notice_days:
        send_notice(seat, case.pk)
    if case.kind.notice_days and case.kind.material_days:
        send_materials(seat, case.pk, note="材料已送")
    Consultation.objects.filter(pk=case.pk).update(starts_at=timezone.now())
    hold(seat, case.pk)
    ids = list(case.parties.values_list("pk", flat=True))
    mark_came(seat, case.pk, came=ids)
    for part in case.kind.parts:
        speech = plan_speech(seat, case.pk, party=ids[0], part=part.key, topic="情况")
        note_speech(seat, case.pk, speech=speech.pk, gist="讲了停车的情况。")
    unit = city.units["housing"].pk
    due = today() + timedelta(days=60)
    add_point(seat, case.pk, kind="agreed", text="夜间开放机关停车场", owner=unit, due_on=due)
    add_point(seat, case.pk, kind="open", text="收费标准还要再议")
    add_point(seat, case.pk, kind="minority", text="不同意收费", held_by="一位委员")
    return Consultation.objects.get(pk=case.pk)


def recorded(city: SmallCity, form: str = "thematic") -> Consultation:
    case = held(city, form)
    if form == "council":
        draft_minutes(city.seat("convenor"), case.pk)
        return sign_minutes(city.seat("convenor"), case.pk)
    draft_minutes(city.seat("organiser"), case.pk)
    return sign_minutes(city.seat("leader"), case.pk)


def answered(city: SmallCity, form: str = "thematic") -> Consultation:
    case = recorded(city, form)
    row = case.parties.get(side="answers")
    return answer_consultation(
        city.seat("staff_housing"), case.pk, party=row.pk, text="三处机关停车场年底前夜间开放。"
    )


def drafted(city: SmallCity, kind: str = "report") -> Result:
    """A result with one recommendation and an addressee."""
    case = recorded(city)
    result = start_result(
        city.seat("organiser"), kind=kind, title="关于共享停车的建议", consultation=case.pk
    )
    return edit_result(
        city.seat("organiser"),
        result.pk,
        title=result.title,
        body="一、情况\n停车难。",
        addressees="市委办公室\n市政府办公室",
    )


def adopted(city: SmallCity, kind: str = "secret") -> Result:
    result = drafted(city, "proposal")
    who = [city.people[k].pk for k in ("member", "member2", "member3")]
    open_vote(city.seat("organiser"), result.pk, kind=kind, people=who)
    for key, choice in zip(("member", "member2", "member3"), ("yes", "yes", "no"), strict=True):
        cast_vote(city.seat(key), result.pk, choice=choice)
    return close_vote(city.seat("organiser"), result.pk)


def issued(city: SmallCity, kind: str = "report") -> Result:
    result = drafted(city, kind)
    return issue_result(city.seat("leader"), result.pk)
