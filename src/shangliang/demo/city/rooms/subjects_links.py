"""The old neighbourhoods as one thing: where the matter was first heard stands beside its money."""

from django.db.models import Q

from ....accounts.seats import seat_of
from ....procedures.reach import REACH
from ....subjects.actions.link_subject import link_subject
from ....subjects.models import Subject
from ..bodies import Body


def fill(city: Body, counties: list[Body]) -> None:
    """Visit, topic, consultation and proposal of one matter on its page, as far as the desk sees them."""
    fund = Subject.objects.filter(committee=city.committee, name="老旧小区改造资金").first()
    if fund is None:
        return
    desk = seat_of(city.supervisors[0])
    of_it = Q(title__contains="老旧小区")
    for table, which in (
        ("activity", of_it),
        ("topic", of_it),
        ("consultation", of_it),
        ("proposal", of_it & Q(state="replied")),
    ):
        row = REACH[table](desk).filter(which).order_by("pk").first()
        if row is not None:
            link_subject(desk, fund.pk, table=table, number=row.pk)
