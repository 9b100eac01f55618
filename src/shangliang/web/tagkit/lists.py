"""Lists are URLs: query strings that keep filters, sort heads, page numbers, the stroke pad."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.paginator import Page
from django.template import Context
from django.template.loader import render_to_string


def qs(context: Context | Mapping[str, Any], **changes: Any) -> str:
    """The page's own query string with changes; ``None`` drops a parameter, the rest is kept.

    A new filter or order begins at the first page again, so ``page`` falls away unless named.
    """
    query = context["request"].GET.copy()
    if "page" not in changes:
        query.pop("page", None)
    for name, value in changes.items():
        if value is None or value == "":
            query.pop(name, None)
        elif isinstance(value, (list, tuple)):
            query.setlist(name, [str(v) for v in value])
        else:
            query[name] = str(value)
    return "?" + query.urlencode()


def sort_state(key: str | None, sort: str | None) -> str:
    """The ``aria-sort`` word of a column: ascending, descending or empty."""
    if not key or not sort or sort.lstrip("-") != key:
        return ""
    return "descending" if sort.startswith("-") else "ascending"


def sort_next(key: str, sort: str | None) -> str:
    """What a press on the column head asks for: the same key again turns the order round."""
    return f"-{key}" if sort == key else key


def page_window(page: Page) -> list[int]:
    """Page numbers to show: first, last and two either side; 0 stands for a gap."""
    last, here = page.paginator.num_pages, page.number
    shown = sorted({1, last, *range(max(1, here - 2), min(last, here + 2) + 1)})
    out: list[int] = []
    for n in shown:
        if out and n - out[-1] > 1:
            out.append(0)
        out.append(n)
    return out


def stroke_pad(
    context: Context, counts: Mapping[int, int] | Iterable[tuple[int, int]], param: str = "strokes"
) -> str:
    """Keys by the stroke number of the surname. ``counts``: strokes -> people; empty keys are dead."""
    table = dict(counts)
    chosen = context["request"].GET.get(param, "")
    keys = [
        {
            "strokes": n,
            "count": table.get(n, 0),
            "current": chosen == str(n),
            "url": qs(context, **{param: n}),
        }
        for n in range(min(table, default=1), max(table, default=0) + 1)
    ]
    clear = qs(context, **{param: None}) if chosen else ""
    return render_to_string("parts/stroke_pad.html", {"keys": keys, "clear_url": clear})


FILTERS = {"sort_state": sort_state, "sort_next": sort_next, "page_window": page_window}
CONTEXT_TAGS: dict[str, Callable[..., Any]] = {"qs": qs, "stroke_pad": stroke_pad}
