"""The sample city's study: made by the room's own verbs, in its own words, without a refusal."""

import pytest

from shangliang.accounts.models import User
from shangliang.actors.models import Actor, Tie
from shangliang.demo.city.bodies import Body
from shangliang.demo.city.rooms import study
from shangliang.study.models import BankQuestion, Drill, Quiz, StudyItem, StudyPaper
from shangliang.study.sourcing import moved


@pytest.fixture
def body(city):
    """A small committee with forty members, as the sample city has them."""
    found = Body(city.committee, "澄州市", city.rulebook, leaders=[city.people["leader"]])
    for n in range(40):
        person = Actor.objects.create(committee=city.committee, kind="person", name=f"委员{n}")
        city.people[f"m{n}"] = person
        city.tie(f"m{n}", Tie.Kind.MEMBER, city.committee)
        city.tie(f"m{n}", Tie.Kind.SECTOR, city.bodies["sector"])
        found.members.append(person)
    for name, who in (("zhuanwei", "organiser"), ("weiyuan", "member")):
        User.objects.filter(pk=city.account(who).pk).update(username=name)
    return found


@pytest.mark.slow
def test_the_sample_shows_something_on_every_page(body):
    study.fill(body, [])
    assert set(StudyItem.objects.values_list("kind", flat=True)) == set(StudyItem.Kind.values)
    assert sorted(Quiz.objects.values_list("state", flat=True)) == ["closed", "open"]
    assert sorted(StudyPaper.objects.values_list("state", flat=True)) == ["handed", "published"]
    assert Drill.objects.exists()
    rows = BankQuestion.objects.select_related("clause__intake", "clause__extract")
    assert len(moved(rows)) == 1  # the corrected text marks the question that stood on it
