"""A venue books a speaker, and the talk that was held counts (S-142)."""

from datetime import timedelta

import pytest

from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused
from shangliang.programmes.actions.book_speaker import book_speaker
from shangliang.programmes.actions.move_item import move_item
from shangliang.programmes.counting import overview
from shangliang.programmes.models import Talk

from .helpers import counting, partner, talk_row

pytestmark = pytest.mark.django_db


def verb(name, seat, row, **data):
    return REGISTRY[("talk", name)](seat, row.pk, **data)


def asked(city, case, speaker, who="clerk", days=3, slot="morning", **more):
    given = {
        "speaker": speaker.pk, "counter": case.counters.get().pk, "slot": slot,
        "partner": case.partners.first().pk, "day": today() + timedelta(days=days), "venue": "南门文化站",
    }  # fmt: skip
    return book_speaker(city.seat(who), case.pk, **given | more)


def held(city, row, **more):
    Talk.objects.filter(pk=row.pk).update(day=today())
    given = {"audience": 52, "recording": "agreed", "proof": "签到表", "feedback": "听得进去"}
    return verb("hold_talk", city.seat("clerk"), row, **given | more)


def test_a_venue_books_a_speaker_and_the_talk_counts(city):
    case, speaker = counting(city)
    row = asked(city, case, speaker)
    assert Notice.objects.filter(kind="talk.asked", to=city.people["organiser"]).exists()
    assert overview(case).rows[0].whole.done == 0
    row = verb("agree_talk", city.seat("organiser"), row)
    with pytest.raises(Refused, match="讲了以后再记"):
        verb("hold_talk", city.seat("clerk"), row, audience=5, recording="none", proof="签到")
    row = held(city, row)
    assert row.state == "held"
    assert overview(case).rows[0].whole.done == 1
    assert row.record.data["recording"] == "录了，讲述人同意"
    with pytest.raises(Refused, match="不重复计"):  # the same talk, typed by hand
        talk_row(city, case, place="南门文化站", speaker="养路工小周")


@pytest.mark.parametrize(
    ("more", "said"),
    [({"audience": 0}, "至少一人"), ({"proof": " "}, "凭据"), ({"recording": "x"}, "录音录像")],
)
def test_what_was_held_has_an_audience_a_proof_and_says_whether_it_was_recorded(city, more, said):
    case, speaker = counting(city)
    row = verb("agree_talk", city.seat("organiser"), asked(city, case, speaker))
    with pytest.raises(Refused, match=said):
        held(city, row, **more)


def test_a_speaker_is_promised_to_one_hall_at_a_time(city):
    case, speaker = counting(city)
    first, second = (asked(city, case, speaker, venue=v) for v in ("甲站", "乙站"))
    verb("agree_talk", city.seat("organiser"), first)
    with pytest.raises(Refused, match="已经答应去甲站"):
        verb("agree_talk", city.seat("organiser"), second)
    verb("cancel_talk", city.seat("clerk"), first, why="场地漏水")
    assert verb("agree_talk", city.seat("organiser"), second).state == "agreed"


def test_who_did_not_agree_or_whose_consent_ends_is_not_asked(city):
    case, speaker = counting(city)
    with pytest.raises(Refused, match="天以内"):
        asked(city, case, speaker, days=120)
    with pytest.raises(Refused, match="同意到"):
        asked(city, case, speaker, days=301)
    move_item(city.seat("organiser"), speaker.pk, step="off", note="本人要撤下")
    with pytest.raises(Refused, match="可以约的讲述人"):
        asked(city, case, speaker)


def test_the_head_of_the_county_asks_for_its_own_hall_and_others_do_not(city):
    case, speaker = counting(city)
    with pytest.raises(Refused, match="由场地的负责人"):
        asked(city, case, speaker, who="member")
    side = case.partners.get()
    city.tie("member", "heads", side.who)
    row = asked(city, case, speaker, who="member")
    with pytest.raises(Refused):  # another partner's member does not answer for the speaker
        verb("agree_talk", city.seat("member2"), row)
    assert verb("agree_talk", city.seat("member"), row).state == "agreed"
    partner(city, case, "乙县", "county")


def test_the_page_lets_the_office_ask_in_the_browser(city, client):
    case, speaker = counting(city)
    client.force_login(city.account("clerk"))
    base = case.get_absolute_url()
    data = {
        "counter": case.counters.get().pk, "partner": case.partners.get().pk, "venue": "",
        "day": (today() + timedelta(days=2)).isoformat(), "slot": "evening",
    }  # fmt: skip
    answer = client.post(f"{base}talks/{speaker.pk}/", data)
    assert answer.status_code == 422
    assert "写在哪里" in answer.content.decode()
    client.post(f"{base}talks/{speaker.pk}/", data | {"venue": "北街书屋"})
    page = client.get(f"{base}talks/").content.decode()
    assert "北街书屋" in page
    assert "等答应" in page
    client.force_login(city.account("member"))
    assert client.get(f"{base}talks/{speaker.pk}/").status_code == 403
