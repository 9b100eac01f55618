"""The queue's filter, wholly in the URL, so that a colleague can be sent the same list."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from ...procedures.seat import Role, Seat
from ..models import CoSignature, Submission
from ..queries import visible

TABS: dict[str, tuple[str, tuple[str, ...]]] = {
    "first": ("待我审", ("submitted",)),
    "second": ("待复审", ("reviewing",)),
    "returned": ("退回修改", ("returned",)),
    "done": (
        "已审",
        (
            "filed",
            "merged",
            "divided",
            "to_report",
            "to_letter",
            "not_filed",
            "withdrawn",
            "handling",
            "replied",
            "closed",
        ),
    ),
}
KEPT = ("tab", "session", "window", "nature", "class")


@dataclass(frozen=True)
class QueueFilter:
    """Which rows of review are shown. Empty words mean "all"."""

    tab: str = "first"
    session: int | None = None
    window: str = ""
    nature: str = ""
    class_code: str = ""

    @classmethod
    def read(cls, query: QueryDict, seat: Seat) -> "QueueFilter":
        """From the URL; what is not understood counts as not given. A second reviewer's own desk
        is the second tab."""
        own = "second" if seat.has(Role.SECOND_REVIEWER) else "first"
        tab, session = query.get("tab", ""), query.get("session", "")
        window, nature = query.get("window", ""), query.get("nature", "")
        return cls(
            tab=tab if tab in TABS else own,
            session=int(session) if session.isdecimal() and len(session) < 10 else None,
            window=window if window in Submission.Window.values else "",
            nature=nature if nature in Submission.Nature.values else "",
            class_code=query.get("class", "")[:30],
        )

    def query(self, **more: object) -> str:
        """The URL's query string of this filter, with what the page adds."""
        out = QueryDict(mutable=True)
        pairs = (self.tab, self.session, self.window, self.nature, self.class_code)
        for name, value in [*zip(KEPT, pairs, strict=True), *more.items()]:
            if value not in (None, ""):
                out[name] = str(value)
        return out.urlencode()

    def narrowed(self) -> bool:
        """Whether something is left out."""
        return bool(self.session or self.window or self.nature or self.class_code)

    def within(self, seat: Seat) -> QuerySet[Submission]:
        """All rows of the filter, whatever the tab."""
        rows = visible(seat).filter(kind=Submission.Kind.PROPOSAL)
        if self.session:
            rows = rows.filter(session_id=self.session)
        if self.window:
            rows = rows.filter(window=self.window)
        if self.nature:
            rows = rows.filter(nature=self.nature)
        if self.class_code:
            rows = rows.filter(class_code=self.class_code)
        return rows

    def rows(self, seat: Seat) -> QuerySet[Submission]:
        """The queue: first come first, what is done newest first."""
        rows = self.within(seat).filter(state__in=TABS[self.tab][1])
        return rows.order_by("-id") if self.tab == "done" else rows.order_by("submitted_at", "id")


def unsigned() -> Q:
    """A co-signer was asked and has not answered."""
    return Q(
        Exists(
            CoSignature.objects.filter(
                submission=OuterRef("pk"),
                role=CoSignature.Role.CO,
                state=CoSignature.State.INVITED,
            )
        )
    )
