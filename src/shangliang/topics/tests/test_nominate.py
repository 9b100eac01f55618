"""A topic enters the pool: from the three sources, by anybody, with a receipt; secrets stay out."""

import pytest

from shangliang.procedures.seat import Seat
from shangliang.procedures.verdicts import Refused
from shangliang.topics.actions.nominate import nominate
from shangliang.topics.models import Topic

pytestmark = pytest.mark.django_db


def test_a_member_nominates_and_gets_a_receipt(city):
    topic = nominate(city.seat("member"), title="老旧小区电梯谁来管", source="people")
    assert (topic.state, topic.source, topic.via) == ("pool", "people", "seat")
    assert topic.public_code.startswith("YT-")
    assert topic.nominated_by_id == city.seat("member").person_id


def test_somebody_without_an_account_nominates_through_the_open_page(city):
    visitor = Seat(committee_id=city.seat("member").committee_id)
    topic = nominate(visitor, title="菜市场门口停车难", source="people", via="open", nominator="王")
    assert topic.nominated_by_id is None
    with pytest.raises(Refused, match="登录"):
        nominate(visitor, title="菜市场门口停车难", source="people")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"title": "短", "source": "people"}, "至少 4 个字"),
        ({"title": "长" * 81, "source": "people"}, "太长"),
        ({"title": "没有来源的议题", "source": ""}, "来源"),
        ({"title": "来源写错的议题", "source": "media"}, "来源"),
        ({"title": "情况太长的议题", "source": "firms", "text": "长" * 2001}, "2000"),
        ({"title": "没有这个议事室", "source": "people", "room": 999999}, "议事室"),
        ({"title": "代录要有身份才行", "source": "people", "via": "desk"}, "代录"),
        ({"title": "机密★某项安排的建议", "source": "party"}, "涉密"),
        ({"title": "一件普通的事情", "source": "party", "text": "密级：秘密"}, "涉密"),
        ({"title": "一件普通的事情", "source": "party", "text": "前文\n【绝密】\n后文"}, "涉密"),
    ],
)
def test_bad_input_is_said_in_words_and_nothing_is_kept(city, data, said):
    with pytest.raises(Refused, match=said):
        nominate(city.seat("member"), **data)
    assert not Topic.objects.exists()


def test_plain_speech_about_secrets_is_not_refused(city):
    assert nominate(city.seat("member"), title="加强商业秘密保护，企业有话说", source="firms").pk
