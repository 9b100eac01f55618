"""What the review desk is sent, and a case that stands there."""

from shangliang.submissions.actions.pass_on import pass_on
from shangliang.submissions.actions.review import review
from shangliang.submissions.models import Submission

DESK = "/desk/review/"
HX = {"HTTP_HX_REQUEST": "true"}


def do(client, case, name, **data):
    return client.post(f"{DESK}{case.pk}/do/{name}/", data, **HX)


def reviewing(city, who="member", **kwargs):
    """A case on the second reviewer's desk, ready to be filed."""
    case = city.submitted(who, **kwargs)
    review(
        city.seat("clerk"),
        case.pk,
        class_code="society",
        opinion="拟立案。",
        units=[(city.units["housing"].pk, "lead")],
    )
    return pass_on(city.seat("clerk"), case.pk)


def fresh(case):
    return Submission.objects.get(pk=case.pk)
