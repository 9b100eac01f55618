"""What the editor's desk shows: tabs, the queue, one case with its verbs and what is alike."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, QuerySet, prefetch_related_objects

from ..procedures.models import Clock
from ..procedures.seat import Role, Seat
from ..procedures.verdicts import offers
from ..submissions.chain.lamps import Light, light_of
from .flow import VOICE
from .likening import alike, original, woven
from .models import Consent, Voice
from .people import family
from .queries import visible

PAGE = 50
TABS: dict[str, tuple[str, tuple[str, ...]]] = {
    "new": ("待看", ("received",)),
    "editing": ("编辑", ("screened", "editing")),
    "consent": ("征意见", ("consenting",)),
    "agreed": ("待签发", ("agreed",)),
    "signed": ("已签发", ("signed",)),
    "out": ("已印发", ("issued", "sent", "adopted", "answered")),
    "rest": ("其他", ("returned", "kept", "merged", "converted", "closed")),
}
# What stands on the bar, in this order; the rest waits behind 更多.
FIRST = (
    "screen",
    "edit_text",
    "ask_consent",
    "sign_off",
    "record_adoption",
    "merge_into",
    "answer_back",
)


@dataclass(frozen=True)
class Filter:
    """Which rows: the tab and the kind; a list is a URL."""

    tab: str = "new"
    kind: str = ""

    @staticmethod
    def read(data: Any, seat: Seat) -> "Filter":
        default = "new" if seat.has(Role.EDITOR) else "agreed"
        tab, kind = data.get("tab", default), data.get("kind", "")
        return Filter(tab if tab in TABS else default, kind if kind in Voice.Kind.values else "")

    def query(self, **more: Any) -> str:
        return urlencode(
            {k: v for k, v in {"tab": self.tab, "kind": self.kind, **more}.items() if v}
        )

    def rows(self, seat: Seat) -> QuerySet[Voice]:
        found = visible(seat).filter(state__in=TABS[self.tab][1])
        found = found.filter(kind=self.kind) if self.kind else found
        order = ("submitted_at", "id") if self.tab not in ("out", "rest") else ("-id",)
        return found.order_by("-urgent", *order)


def counts(seat: Seat) -> dict[str, int]:
    """How many in each tab: one question."""
    rows = visible(seat).order_by().values_list("state").annotate(n=Count("pk"))
    by_state = dict(rows)
    return {tab: sum(by_state.get(s, 0) for s in states) for tab, (_, states) in TABS.items()}


WITH = ("author", "editor", "signer", "wished_unit", "entered_by")


def page_of(flt: Filter, seat: Seat, number: str, many: int | None = None) -> Page[Voice]:
    """``many``: how many there are, where they were counted already."""
    pages = Paginator(flt.rows(seat).select_related(*WITH), PAGE)
    if many is not None:
        pages.count = many  # type: ignore[misc]
    return pages.get_page(number)


def case_of(seat: Seat, rows: list[Voice], pk: int | None) -> Voice | None:
    """The case looked at: mostly one of the queue."""
    case = next((row for row in rows if row.pk == pk), None)
    if case is None and pk:
        case = visible(seat).select_related(*WITH).filter(pk=pk).first()
    if case is not None:  # asked by verbs and by the panel; once
        prefetch_related_objects([case], Prefetch("merged", Voice.objects.select_related("author")))
    return case


def item(row: Voice, flt: Filter, current: bool) -> dict[str, Any]:
    """A line of the queue."""
    notes = [row.get_kind_display()]
    notes.append(row.author.name if row.author else "没有留名" if row.anonymous else "群众")
    warnings = ["急件"] if row.urgent else []
    if row.masked:
        warnings.append("匿名指名")
    return {
        "key": row.pk,
        "number": row.number_label,
        "title": row.shown_title,
        "url": f"?{flt.query(case=row.pk)}",
        "notes": notes,
        "warnings": warnings,
        "current": current,
        "selected": False,
    }


@dataclass
class Panel:
    """One case as the desk shows it."""

    case: Voice
    label: str
    light: Light | None
    first: list[Any]
    more: list[Any]
    refusals: list[Any]
    waits: list[str]
    family: list[Voice]
    alike: list[tuple[Voice, int, str]]
    chunks: list[tuple[str, str]]
    consents: list[Consent]


def panel_of(seat: Seat, case: Voice) -> Panel:
    """Everything beside the text; likeness only where something may still be merged."""
    found = [o for o in offers(VOICE, seat, case) if o.move.verb not in ("edit", "agree", "object")]
    live = [o for o in found if o.verdict.ok]
    place = {name: n for n, name in enumerate(FIRST)}
    first = sorted((o for o in live if o.move.verb in place), key=lambda o: place[o.move.verb])
    clock = Clock.objects.filter(
        committee_id=case.committee_id, about_type="voice", about_id=case.pk, met_on=None, dropped_on=None
    ).first()  # fmt: skip
    at_desk = case.state in ("received", "screened", "editing")
    return Panel(
        case=case,
        label=VOICE.label_of(case.state),
        light=light_of(clock) if clock else None,
        first=first,
        more=[o for o in live if o.move.verb not in place and not o.move.refusal],
        refusals=[o for o in live if o.move.refusal],
        waits=[f"不能{o.move.label}：{o.verdict.reason}" for o in found if not o.verdict.ok],
        family=family(case) if case.state != "merged" else [],
        alike=alike(case) if at_desk and seat.has(Role.EDITOR) else [],
        chunks=woven(original(case), case.edited_text) if case.edited_text else [],
        consents=list(case.consents.filter(round=case.round).select_related("person")),
    )
