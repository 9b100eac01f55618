"""Every address of the product, and one real row behind each for knocking at it."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.urls import URLPattern, get_resolver, reverse

from shangliang.actors.actions.ask_contact import ask_contact
from shangliang.actors.actions.send_note import send_note
from shangliang.actors.actions.take_in import take_in
from shangliang.actors.models import Actor, Tie
from shangliang.demo.small import SmallCity, build_small_city
from shangliang.documents.models import Document
from shangliang.engines.papers.intake import Table
from shangliang.jobs.models import Job
from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import today
from shangliang.submissions.models import Reply
from shangliang.tasks.models import Task

from .people import ROLES as ROLES

ROOMS = (
    "documents", "subjects", "cycles", "topics", "activities", "consensus", "voices", "deeds", "yardsticks", "groups", "programmes", "study", "search", "publications",
)  # fmt: skip


def of_rooms() -> list[Any]:
    """The doors modules of the rooms that have one."""
    names = (f"shangliang.{room}.tests.doors" for room in ROOMS)
    return [import_module(name) for name in names if find_spec(name)]


def addresses(patterns: Any = None, space: str = "") -> Iterator[str]:
    """The name of every address, as ``reverse`` knows it; a nameless one shows its route."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            yield space + (pattern.name or f"({pattern.pattern})")
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, inner)


def behind(city: SmallCity) -> dict[str, dict[str, Any]]:
    """Arguments of each address that takes some: rows of this city that exist."""
    further = {name: args for room in of_rooms() for name, args in room.behind(city).items()}
    case = city.replied()
    seat = city.seat("clerk")
    member, unit = city.people["member"].pk, city.units["housing"].pk
    sheet = take_in(
        seat, kind="members", table=Table(["姓名"], [["甲一"]], [2]), file_name="a.xlsx"
    )
    county = build_small_city("四泉县", prefix="sq_")
    guides = {"kind": Tie.Kind.GUIDES, "start": today()}
    Tie.objects.create(
        committee=county.committee, who=county.committee, whom=city.committee, **guides
    )
    note = send_note(county.seat("clerk"), to=city.committee.pk, title="题", text="文")
    ask_contact(city.seat("member"), phone="0000-2")
    job = Job.objects.create(
        committee=city.committee, kind="test", title="作业", by=city.people["clerk"], state="done"
    )
    notice = Notice.objects.create(
        committee=city.committee, to=city.people["member"], kind="k", text="t", case_type="submission",
        case_id=case.pk, url="/account/",
    )  # fmt: skip
    document = Document.objects.filter(committee=city.committee).first()
    body = {"kind": Actor.Kind.SECTOR, "pk": city.bodies["sector"].pk}
    tie = Tie.objects.get(who=member, kind=Tie.Kind.SECTOR)
    granted = Tie.objects.get(who=city.people["staff_civil"], kind=Tie.Kind.UNIT_STAFF)
    pk = {"pk": case.pk}
    person = {"pk": member}
    reply = {"pk": Reply.objects.get(submission=case).pk}
    rulebook = {"pk": city.rulebook.pk}
    missing = {"pk": 10**9}
    return {
        "mode": {"name": "elder"},
        "do": {"table": "proposal", "verb": "close", "pk": case.pk},
        "person-account": person, "new-account": {"pk": city.people["leader"].pk}, "grant": person,
        "drop-second": person, "account-verb": person | {"verb": "reset"}, "end-grant": {"pk": granted.pk},
        "person": person, "person-edit": person, "tie-new": person, "tie-end": {"pk": tie.pk},
        "unit": {"pk": unit}, "bodies": {"kind": "sector"}, "body-new": {"kind": "sector"}, "body": body,
        "body-edit": body, "body-verb": body | {"verb": "restore"},
        "import-template": {"kind": "members"}, "import": {"pk": sheet.pk}, "import-create": {"pk": sheet.pk},
        "import-commit": {"pk": sheet.pk}, "import-drop": {"pk": sheet.pk}, "import-errors": {"pk": sheet.pk},
        "session-edit": {"pk": city.session.pk}, "guidance-answer": {"pk": note.pk},
        "proposal": pk, "proposal-edit": pk, "proposal-save": pk, "proposal-sent": pk, "proposal-invite": pk,
        "proposal-sign": pk, "proposal-approve": pk, "proposal-rate": pk, "proposal-attach": pk,
        "proposal-detach": pk | {"document": 10**9}, "proposal-word-upload": pk,
        "proposal-word": pk | {"document": 10**9}, "proposal-effects": pk,
        "proposal-print": pk | {"kind": "proposal"}, "proposal-paper": pk | {"kind": "proposal", "ext": "docx"},
        "review-opinion": pk, "review-form": pk | {"name": "send_back"}, "review-do": pk | {"name": "file"},
        "judge-suggestion": missing, "assign-list": {"kind": "xlsx"},
        "assignment-reply": {"pk": city.assignment(case, "housing").pk}, "reply": reply, "reply-save": reply,
        "template": missing, "template-use": missing, "template-sample": {"key": "letter"},
        "template-shipped": {"key": "letter"}, "task": {"pk": Task.objects.filter(case_id=case.pk).first().pk},
        "task-effects": {"pk": Task.objects.filter(case_id=case.pk).first().pk}, "circular-paper": {"ext": "docx"},
        "rulebook": rulebook, "rulebook-diff": rulebook, "rulebook-edit": rulebook | {"part": "clocks"},
        "rulebook-publish": rulebook, "rulebook-discard": rulebook, "rulebook-export": rulebook,
        "rulebook-diagram": rulebook | {"table": "proposal"},
        "message": {"pk": notice.pk}, "job": {"pk": job.pk}, "job-cancel": {"pk": job.pk},
        "token-revoke": missing,
        "file": {"pk": document.pk} if document else missing,
        "export": {"kind": "proposals", "form": "xlsx"}, "quality": {"side": "handling"},
        "year-report": {"ext": "docx"}, "parts-of": {"key": "filed"},
        "member-year": person | {"year": today().year},
        "member-year-paper": person | {"year": today().year, "ext": "docx"},
        "public-proposal": {"code": case.public_code if hasattr(case, "public_code") else "NONE"},
    } | further  # fmt: skip


def path_of(name: str, rows: dict[str, dict[str, Any]]) -> str:
    return reverse(name, kwargs=rows.get(name))
