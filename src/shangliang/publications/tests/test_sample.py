"""The sample city's press: an issue that is out, a kit, a case taken up, talks with answers; no refusal."""

from shangliang.accounts.models import User
from shangliang.actors.models import Actor
from shangliang.demo.city.bodies import Body
from shangliang.demo.city.rooms import publications
from shangliang.publications.checks import unproved
from shangliang.publications.models import Clipping, Doubt, Gazette, Piece, Uptake

from .helpers import effect

WHO = {
    "xinxi": "editor", "zhuanwei": "organiser", "chushen": "clerk", "fushen": "second",
    "fuzhuxi": "leader", "weiyuan": "member", "caizheng": "staff_finance", "zhujian": "staff_housing",
}  # fmt: skip


def test_the_sample_shows_every_step_of_a_text_and_of_a_question(city):
    for name, who in WHO.items():
        User.objects.filter(pk=city.account(who).pk).update(username=name)
    Actor.objects.create(committee=city.committee, kind="county", name="示例县")
    for _ in range(3):
        effect(city)
    publications.fill(Body(city.committee, "澄州市", city.rulebook), [])
    rows = Piece.objects.filter(committee=city.committee)
    assert {"draft", "first", "final", "approved", "published"} == {p.state for p in rows}
    assert [p.state for p in rows if unproved(p)] == ["draft"]
    assert Gazette.objects.get().number == 1
    assert Uptake.objects.count() == Clipping.objects.count() == 2
    assert {"asked", "answered", "published"} == {d.state for d in Doubt.objects.all()}
