"""The navigation speaks the loop, not the database.

The loop's steps and their places come from ``places``; visitors and phones have short bars here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

from ..procedures.seat import Seat
from .places import PLACES, STEPS, Place


@dataclass(frozen=True)
class Step:
    """One place in a navigation. ``urls``: names tried in turn; ``prefixes``: views that belong to it."""

    label: str
    urls: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    icon: str = ""


PUBLIC = (
    Step("公开的提案", ("public-list",), ("public",)),
    Step("反映情况", ("say",), ("say", "receipt")),
    Step("公开活动", ("open-activities",), ("open-activities", "open-activity", "open-place")),
    Step("企业政策", ("policies",), ("policies", "policy")),
    Step(
        "有事好商量",
        ("councils",),
        ("councils", "council", "council-ask", "question", "talks", "talk", "topic-open"),
    ),
    Step("新闻和期刊", ("press",), ("press", "lecture-ask", "doubt")),
)
# What a member does on the phone. Icons are path data of a 24 × 24 outline.
PHONE = (
    Step(
        "我的一天",
        ("day",),
        ("day", "home"),
        "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
    ),
    Step(
        "写一件",
        ("proposal-new",),
        ("proposal-new", "proposal-edit"),
        "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4",
    ),
    Step(
        "我的来件",
        ("my-proposals",),
        ("my-proposals",),
        "M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5",
    ),
    Step(
        "消息",
        ("messages",),
        ("messages",),
        "M4 5h16v11H9l-5 4z",
    ),
    Step(
        "检索",
        ("search",),
        ("search",),
        "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21",
    ),
)


def find(names: Iterable[str], **kwargs: Any) -> str:
    """The address of the first name that resolves; empty when no room offers one yet."""
    return found_once(
        tuple(names), tuple(sorted(kwargs.items())), get_urlconf() or "", get_script_prefix()
    )


@cache
def found_once(
    names: tuple[str, ...], kwargs: tuple[tuple[str, Any], ...], urlconf: str, prefix: str
) -> str:
    """Asked some hundred times a page, and always the same: addresses do not change while we run.

    ``prefix``: under which path the whole stands; an address begins with it.
    """
    for name in names:
        try:
            return reverse(name, kwargs=dict(kwargs) or None)
        except NoReverseMatch:
            continue
    return ""


def items(steps: Sequence[Step], request: HttpRequest) -> list[dict[str, Any]]:
    """The steps that exist here, with the one in use marked. A view may name it: ``request.loop_step``."""
    match = getattr(request, "resolver_match", None)
    view = match.view_name if match else ""
    named = getattr(request, "loop_step", None)
    out: list[dict[str, Any]] = []
    found = False
    for step in steps:
        if not (url := find(step.urls)):
            continue
        mine = step.label == named if named else view.startswith(step.prefixes or ("\0",))
        current = mine and not found
        found = found or current
        out.append({"label": step.label, "url": url, "current": current, "icon": step.icon})
    return out


def open_places(seat: Seat | None) -> list[Place]:
    """The places this seat may open and that have an address."""
    if seat is None or not seat.signed_in:
        return []
    mine = [p for p in PLACES if not p.roles or seat.has(*p.roles)]
    return [p for p in mine if find((p.url,))]


def here(request: HttpRequest, places: Sequence[Place]) -> Place | None:
    """The place the page belongs to: its own view first, then a view it takes in."""
    match = getattr(request, "resolver_match", None)
    view = match.view_name if match else ""
    own = [p for p in places if p.url == view]
    near = [p for p in places if view in p.views]
    return next(iter(own + near), None)


def loop(request: HttpRequest) -> list[dict[str, Any]]:
    """The steps of the loop in their order, each leading to the seat's first place in it."""
    places = open_places(getattr(request, "seat", None))
    now = here(request, places)
    first: dict[str, Place] = {}
    for place in places:
        first.setdefault(place.step, place)
    return [
        {
            "label": step,
            "url": find((first[step].url,)),
            "current": now is not None and now.step == step,
        }
        for step in STEPS
        if step in first
    ]


def row(request: HttpRequest) -> list[dict[str, Any]]:
    """The places of the step in use; nothing when there is only one."""
    places = open_places(getattr(request, "seat", None))
    now = here(request, places)
    same = [p for p in places if now and p.step == now.step]
    if len(same) < 2:
        return []
    return [{"label": p.label, "url": find((p.url,)), "current": p is now} for p in same]
