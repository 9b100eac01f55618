"""What a ledger says as a whole: tables with their warnings, one function for each kind."""

from collections.abc import Callable

from .economy import by_region, candidates, chain, classes, credits, funnel, issues
from .tables import Digest, Given, Table, plain
from .work import carry, contacts, partners, portfolio, venues, visits

__all__ = ["DIGESTS", "Digest", "Given", "Table", "plain"]

DIGESTS: dict[str, Callable[[Given], Digest]] = {
    "classes": classes, "by_region": by_region, "credits": credits, "chain": chain, "funnel": funnel,
    "issues": issues, "candidates": candidates, "partners": partners, "visits": visits,
    "carry": carry, "portfolio": portfolio, "venues": venues, "contacts": contacts,
}  # fmt: skip
