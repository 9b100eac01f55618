"""The sample city's programmes: one of each kind, made without a refusal."""

from shangliang.accounts.models import User
from shangliang.actors.models import Actor
from shangliang.demo.city.bodies import Body
from shangliang.demo.city.rooms import programmes
from shangliang.programmes.book import kinds
from shangliang.programmes.models import Programme


def test_the_sample_shows_one_of_every_kind(city):
    for name, who in (("zhuanwei", "organiser"), ("weiyuan", "member"), ("chushen", "clerk")):
        User.objects.filter(pk=city.account(who).pk).update(username=name)
    for n in range(6):
        for kind in ("party", "unit", "county"):
            Actor.objects.create(committee=city.committee, kind=kind, name=f"{kind}示例{n}")
    body = Body(city.committee, "澄州市", city.rulebook, leaders=[city.people["leader"]])
    programmes.fill(body, [])
    assert set(Programme.objects.values_list("kind", flat=True)) == set(kinds())
