"""The same questions put to an OpenSearch cluster, where one database is outgrown.

Only tokens go there: the cluster says which rows may answer, in the order of days; titles, passages, the
order of worth and, above all, permission stay here. Rows are asked for in slices (``search_after``) and
each slice is narrowed by the seat's own querysets, until enough that may be seen are together: a page is
never cut before permission is asked. Documented protocol of OpenSearch 2.x and 3.x: ``_bulk`` (NDJSON),
``_search`` with ``bool``/``terms``/``prefix``, ``_delete_by_query``. Tested against a stand-in server
that answers by that protocol; not against a real cluster.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ..engines.search.query import Term
from ..engines.search.tokens import IN_TITLE, IS_KEY, OF_COMMITTEE, OF_KIND

SLICE, MOST_SLICES = 500, 20
MAPPING = {
    "mappings": {
        "dynamic": "strict",
        "properties": {
            "tokens": {"type": "keyword"},
            "committee": {"type": "long"},
            "order": {"type": "long"},
        },
    }
}


class ClusterError(RuntimeError):
    """The cluster did not answer as it should; search falls back to the database."""


class Cluster:
    """One index of a cluster, spoken to over HTTP."""

    def __init__(self, address: str, index: str = "shangliang", seconds: float = 5.0) -> None:
        if not address.startswith(("http://", "https://")):
            raise ValueError("the address of a cluster begins with http:// or https://")
        self.address, self.index, self.seconds = address.rstrip("/"), index, seconds

    def call(
        self, method: str, path: str, body: bytes = b"", kind: str = "application/json"
    ) -> Any:
        """One request; every fault is a :class:`ClusterError`."""
        request = urllib.request.Request(  # noqa: S310 - scheme checked above
            f"{self.address}/{path}",
            data=body or None,
            method=method,
            headers={"Content-Type": kind},
        )
        try:
            with urllib.request.urlopen(request, timeout=self.seconds) as answer:  # noqa: S310
                return json.loads(answer.read() or b"{}")
        except (urllib.error.URLError, TimeoutError, OSError, ValueError) as error:
            raise ClusterError(str(error)) from error

    def create(self) -> None:
        """The index with its mapping."""
        self.call("PUT", self.index, json.dumps(MAPPING).encode())

    def put(self, rows: Iterable[tuple[int, int, Sequence[str]]]) -> int:
        """(order, committee, tokens) of each row, in one bulk. Returns how many."""
        lines: list[str] = []
        for order, committee, tokens in rows:
            lines.append(json.dumps({"index": {"_id": str(order)}}))
            lines.append(json.dumps({"tokens": list(tokens), "committee": committee, "order": order}, ensure_ascii=False))  # fmt: skip
        if not lines:
            return 0
        said = self.call(
            "POST",
            f"{self.index}/_bulk?refresh=wait_for",
            ("\n".join(lines) + "\n").encode(),
            "application/x-ndjson",
        )
        if said.get("errors"):
            raise ClusterError("some rows were not taken")
        return len(lines) // 2

    def drop(self, orders: Sequence[int]) -> None:
        """Rows go."""
        query = {"query": {"ids": {"values": [str(o) for o in orders]}}}
        self.call("POST", f"{self.index}/_delete_by_query?refresh=true", json.dumps(query).encode())

    def orders(
        self, terms: Sequence[Term], committee: int, *, kind: str = "", title: bool = False
    ) -> Iterator[list[int]]:
        """The rows that may answer, newest first, slice by slice."""
        must = [{"term": {"tokens": f"{OF_COMMITTEE}{committee}"}}]
        if kind:
            must.append({"term": {"tokens": f"{OF_KIND}{kind}"}})
        must += [clause(term, title) for term in terms]
        after: list[int] | None = None
        for _ in range(MOST_SLICES):
            body: dict[str, Any] = {
                "size": SLICE,
                "_source": False,
                "track_total_hits": False,
                "query": {"bool": {"filter": must}},
                "sort": [{"order": "desc"}],
            }
            if after:
                body["search_after"] = after
            said = self.call("POST", f"{self.index}/_search", json.dumps(body).encode())
            try:
                hits = said["hits"]["hits"]
                found = [int(hit["_id"]) for hit in hits]
            except (KeyError, TypeError, ValueError) as error:
                raise ClusterError("an answer without hits") from error
            if not found:
                return
            yield found
            if len(found) < SLICE:
                return
            after = [found[-1]]


def clause(term: Term, title: bool = False) -> dict[str, Any]:
    """One term as the cluster's query: its tokens, or one of its keys."""
    mark = IN_TITLE if title else ""
    word = "prefix" if term.prefix else "term"
    all_ = [{word: {"tokens": mark + token}} for token in term.tokens]
    either: list[dict[str, Any]] = [{"bool": {"filter": all_}}]
    either += [
        {("prefix" if key.startswith(f"{IS_KEY}p") else "term"): {"tokens": key}}
        for key in term.keys
    ]
    return {"bool": {"should": either, "minimum_should_match": 1}}


def visible_first(
    slices: Iterable[list[int]], narrow: Callable[[list[int]], list[Any]], most: int
) -> list[Any]:
    """The first ``most`` that may be seen: each slice is narrowed before the next is asked for."""
    found: list[Any] = []
    for some in slices:
        found += narrow(some)
        if len(found) >= most:
            return found[:most]
    return found
