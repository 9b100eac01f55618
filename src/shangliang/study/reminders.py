"""Whom a day of study concerns: those who have not done it when it is near, and when it is past."""

from collections import defaultdict

from ..procedures.models import Clock
from ..procedures.reminders import DESCRIBE, Reminder
from .models import ItemLayer, StudyDuty

KIND = "study"
NEAR = 3  # working days before


def not_yet(clocks: list[Clock]) -> dict[int, Reminder]:
    """One clock a layer of an item; the people are asked for at the moment of telling."""
    layers = ItemLayer.objects.select_related("item").in_bulk([c.about_id for c in clocks])
    open_ = [pk for pk, row in layers.items() if row.item.state == "open"]
    people: dict[int, list[int]] = defaultdict(list)
    rows = StudyDuty.objects.filter(layer_id__in=open_, state="todo").order_by("pk")
    for layer, person in rows.values_list("layer_id", "person_id"):
        people[layer].append(person)
    return {
        clock.pk: Reminder(
            near=NEAR,
            to=tuple(people[clock.about_id]),
            late_to=(),
            text=f"{layers[clock.about_id].item}",
            url=layers[clock.about_id].item.get_absolute_url(),
        )
        for clock in clocks
        if people.get(clock.about_id)
    }


DESCRIBE["itemlayer"] = not_yet
