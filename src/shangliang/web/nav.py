"""The navigation speaks the loop, not the database.

A step shows once one of its URL names resolves; it is current while the page's view name begins
with one of its prefixes. A room takes its place by adding its URL name here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class Step:
    """One place in a navigation. ``urls``: names tried in turn; ``prefixes``: views that belong to it."""

    label: str
    urls: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    icon: str = ""


LOOP = (
    Step("学习", ("study:home", "study"), ("study",)),
    Step("察情", ("sense:home", "sense"), ("sense", "reports:")),
    Step("差距", ("gaps:home", "gaps"), ("gaps", "yardsticks:")),
    Step("协商", ("consult:home", "consult"), ("consult", "activities:", "topics:")),
    Step(
        "建言",
        ("proposals:list", "submissions:list", "proposals"),
        ("proposals", "submissions:", "desk"),
    ),
    Step("办理", ("handling:list", "handling:home", "handling"), ("handling", "assignments")),
    Step("成效", ("effects:list", "tasks:list", "effects"), ("effects", "tasks:", "records:")),
    Step("公开", ("publishing:home", "public:home", "public"), ("publishing:", "public")),
)
PUBLIC = (
    Step("公开", ("publishing:home", "public:home", "public"), ("publishing:", "public")),
    Step("凭回执查", ("publishing:receipt", "public:receipt", "receipt"), ("receipt",)),
)
# What a member does on the phone. Icons are path data of a 24 × 24 outline.
PHONE = (
    Step(
        "我的一天",
        ("day", "web:day", "home"),
        ("day", "home"),
        "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
    ),
    Step(
        "写一件",
        ("write", "proposals:new", "submissions:new"),
        ("write", "proposals:new", "submissions:new"),
        "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4",
    ),
    Step(
        "我的来件",
        ("mine", "proposals:mine", "submissions:mine"),
        ("mine", "proposals:mine", "submissions:mine"),
        "M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5",
    ),
    Step(
        "消息",
        ("messages", "notices:list", "notices:inbox"),
        ("messages", "notices:"),
        "M4 5h16v11H9l-5 4z",
    ),
)


def find(names: Iterable[str], **kwargs: Any) -> str:
    """The address of the first name that resolves; empty when no room offers one yet."""
    for name in names:
        try:
            return reverse(name, kwargs=kwargs or None)
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
