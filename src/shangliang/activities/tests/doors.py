"""Who may open which address of this room."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from shangliang.accounts.tests.door import BUSINESS, OFFICE, SIGNED, Door
from shangliang.procedures.seat import Seat

MANAGE = OFFICE | {"organiser"}
PLAN = MANAGE | {"supervisor", "editor", "convenor", "leader"}
READ = PLAN
RESEARCH = READ | {"member"}
INVITED = READ | {"member"}

DOORS = {
    "activities": Door(BUSINESS),
    "activity-new": Door(PLAN),
    "activity-causes": Door(READ),
    "open-activities": Door(SIGNED, public=True),
    "open-activity": Door(SIGNED, public=True),
    "open-place": Door(SIGNED, public=True),
    "activity-worker": Door(SIGNED, public=True),
    "activity": Door(INVITED, no=(403, 404)),
    "activity-wall": Door(MANAGE, no=(403, 404)),
    "activity-in": Door(BUSINESS),
    "activity-list": Door(MANAGE, no=(403, 404)),
    "activity-send": Door(MANAGE, method="post", no=(403, 404)),
    "activity-leaves": Door(MANAGE, no=(403, 404)),
    "activity-sheet": Door(READ, no=(403, 404)),
    "findings": Door(BUSINESS),
    "finding-photo": Door(
        RESEARCH | {"staff_housing", "head_housing"}, no=(403, 404), missing=True
    ),
    "finding": Door(RESEARCH | {"staff_housing", "head_housing"}, no=(403, 404)),
    "projects": Door(BUSINESS),
    "project-new": Door(MANAGE),
    "project": Door(RESEARCH, no=(403, 404)),
    "project-note": Door(MANAGE | {"member"}, no=(403, 404)),
    "project-ask": Door(MANAGE),
    "project-partner": Door(RESEARCH, method="post", no=(403, 404)),
    "project-paper": Door(RESEARCH, no=(403, 404)),
    "project-finding": Door(MANAGE),
    "report-keep": Door(MANAGE, no=(403, 404)),
    "report-deliver": Door(MANAGE, no=(403, 404)),
    "report-answer": Door(MANAGE, no=(403, 404)),
    "report-draft": Door(RESEARCH, no=(403, 404)),
    "activity-outcome": Door(READ, no=(403, 404)),
    "activity-checks": Door(MANAGE, no=(403, 404)),
    "check": Door(MANAGE, no=(403, 404)),
    "calendar-feed": Door(SIGNED),
    "feed": Door(SIGNED, public=True, missing=True),
}


def behind(city: Any) -> dict[str, dict[str, Any]]:
    """An activity the member is invited to, a finding of the housing bureau, a project."""
    from shangliang.activities.actions.deliver import deliver
    from shangliang.activities.actions.keep_version import keep_version
    from shangliang.activities.actions.list_checks import list_checks
    from shangliang.activities.actions.start_project import start_project
    from shangliang.activities.models import Finding

    from .helpers import planned

    row = planned(city, "member", kind="inspection")
    project = start_project(
        city.seat("organiser"),
        title="题",
        question="问",
        leader=city.people["member"].pk,
        starts_on=timezone.localdate() - timedelta(days=3),
    )
    found = Finding.objects.create(
        committee=city.committee,
        kind="problem",
        activity=row,
        text="文",
        unit=city.units["housing"],
        by=city.people["organiser"],
    )
    office = city.seat("organiser")
    draft = keep_version(office, kind="project", pk=project.pk, advice="看法")
    deliver(
        office, kind="project", pk=project.pk, version=draft.pk, to="unit", name="市住建局",
        on=timezone.localdate(),
    )  # fmt: skip
    list_checks(office, activity=row.pk, lines="裸土覆盖", source="方案")
    from shangliang.activities.actions.sign_up_guest import sign_up_guest

    walk = planned(city, "member", kind="culture", open_to="public")
    guest = sign_up_guest(Seat(committee_id=city.committee.pk), walk.pk, name="小陈")
    pk, at = {"pk": row.pk}, {"pk": project.pk}
    return {
        "activity": pk, "activity-wall": pk, "activity-in": pk, "activity-list": pk,
        "activity-send": pk, "activity-leaves": pk, "activity-sheet": pk | {"ext": "docx"},
        "finding": {"pk": found.pk}, "finding-photo": {"pk": found.pk, "visit": 1}, "project": at, "project-note": at, "project-finding": at,
        "project-ask": at, "project-partner": at, "project-paper": at | {"ext": "docx"},
        "report-keep": at | {"kind": "project"}, "report-deliver": at | {"kind": "project"},
        "report-answer": {"pk": draft.deliveries.get().pk},
        "report-draft": {"pk": draft.pk, "ext": "docx"},
        "activity-outcome": pk, "activity-checks": pk, "check": {"pk": row.checks.get().pk},
        "feed": {"token": "x" * 32}, "open-activity": {"pk": walk.pk},
        "open-place": {"code": guest.public_code},
    }  # fmt: skip
