"""The same questions put to an OpenSearch cluster, where one database is outgrown.

Only tokens go there: the cluster says which rows may answer, in the order of days; titles, passages, the
order of worth and, above all, permission stay here. Rows are asked for in slices (``search_after``) and
each slice is narrowed by the seat's own querysets, until enough that may be seen are together: a page is
never cut before permission is asked. How it is kept and when it is passed by: cluster.py.

Documented protocol of OpenSearch 2.x and 3.x: ``_bulk`` (NDJSON), ``_search`` with
``bool``/``term``/``prefix``/``range`` and ``search_after``, ``_delete_by_query``. Tested against a stand-in server
that answers by that protocol; not against a real cluster.
"""

import json
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from http.client import HTTPException
from itertools import islice
from typing import Any
from urllib.parse import unquote, urlsplit

from ..engines.search.query import Term
from ..engines.search.tokens import IN_TITLE, IS_KEY, OF_COMMITTEE, OF_KIND

SLICE, MOST_SLICES, BULK = 500, 20, 500
BULK_BYTES = 5_000_000
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


def reason_of(error: urllib.error.HTTPError) -> str:
    """The cluster's own word for a fault."""
    try:
        said = json.loads(error.read())["error"]
        return str(said.get("type", said)) if isinstance(said, dict) else str(said)
    except (ValueError, KeyError, TypeError, OSError):
        return str(error.reason)


def first_fault(said: dict[str, Any]) -> str:
    """What a bulk says of the first row it did not take."""
    for item in said.get("items", []):
        for done in item.values():
            if error := done.get("error"):
                return str(error.get("type", error) if isinstance(error, dict) else error)
    return "no reason given"


def batched(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    waiting = iter(rows)
    while some := list(islice(waiting, size)):
        yield some


def bulks(rows: Iterable[tuple[int, int, Sequence[str]]]) -> Iterator[tuple[int, bytes]]:
    """Rows as bodies of ``_bulk`` with how many each has: an action line and a source line each, and no
    body much above :data:`BULK_BYTES`, as the documentation advises and some hosts demand."""
    lines: list[bytes] = []
    size = 0
    for order, committee, tokens in rows:
        row = {"tokens": list(tokens), "committee": committee, "order": order}
        lines.append(json.dumps({"index": {"_id": str(order)}}).encode())
        lines.append(json.dumps(row, ensure_ascii=False).encode())
        size += len(lines[-1])
        if len(lines) == 2 * BULK or size >= BULK_BYTES:
            yield len(lines) // 2, b"\n".join([*lines, b""])
            lines, size = [], 0
    if lines:
        yield len(lines) // 2, b"\n".join([*lines, b""])


class Cluster:
    """One index of a cluster, spoken to over HTTP. ``address`` may carry ``user:password@``."""

    def __init__(self, address: str, index: str = "shangliang", seconds: float = 5.0) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("the address of a cluster begins with http:// or https://")
        host = parts.hostname + (f":{parts.port}" if parts.port else "")
        self.address = f"{parts.scheme}://{host}{parts.path.rstrip('/')}"
        self.index, self.seconds = index, seconds
        self.headers: dict[str, str] = {}
        if parts.username:
            said = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            self.headers["Authorization"] = f"Basic {b64encode(said.encode()).decode()}"

    def call(
        self, method: str, path: str, body: bytes = b"", kind: str = "application/json"
    ) -> Any:
        """One request; every fault is a :class:`ClusterError` with what the cluster said."""
        request = urllib.request.Request(  # noqa: S310 - scheme checked above
            f"{self.address}/{path}",
            data=body or None,
            method=method,
            headers={"Content-Type": kind, "Accept": "application/json"} | self.headers,
        )
        try:
            with urllib.request.urlopen(request, timeout=self.seconds) as answer:  # noqa: S310
                said = json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as error:
            raise ClusterError(f"{error.code} {reason_of(error)}") from error
        except (urllib.error.URLError, HTTPException, TimeoutError, OSError, ValueError) as error:
            raise ClusterError(str(error)) from error
        if not isinstance(said, dict):
            raise ClusterError("an answer that is no object")
        return said

    def create(self) -> None:
        """The index with its mapping; one that stands already is as good."""
        try:
            self.call("PUT", self.index, json.dumps(MAPPING).encode())
        except ClusterError as error:
            if "resource_already_exists_exception" not in str(error):
                raise

    def put(self, rows: Iterable[tuple[int, int, Sequence[str]]]) -> int:
        """(order, committee, tokens) of each row, in bulks. Returns how many; all or a fault."""
        count = 0
        for many, body in bulks(rows):
            said = self.call(
                "POST", f"{self.index}/_bulk?refresh=wait_for", body, "application/x-ndjson"
            )
            if said.get("errors"):
                raise ClusterError(f"some rows were not taken: {first_fault(said)}")
            count += many
        return count

    def drop(self, orders: Sequence[int]) -> None:
        """Rows go."""
        for some in batched(orders, BULK):
            self.forget({"ids": {"values": [str(o) for o in some]}})

    def clear(self, committee: int) -> None:
        """All rows of a committee go."""
        self.forget({"term": {"committee": committee}})

    def forget(self, query: dict[str, Any]) -> None:
        path = f"{self.index}/_delete_by_query?refresh=true&conflicts=proceed"
        said = self.call("POST", path, json.dumps({"query": query}).encode())
        if said.get("failures") or said.get("timed_out"):
            raise ClusterError("some rows were not deleted")

    def orders(
        self, terms: Sequence[Term], committee: int, *, kind: str = "", title: bool = False,
        all_but: int = 0, between: tuple[int, int] | None = None,
    ) -> Iterator[list[int]]:  # fmt: skip
        """The rows that may answer, newest first, slice by slice. ``all_but``: so many terms may be
        missing; ``between``: keys of the days asked for."""
        must: list[dict[str, Any]] = [{"term": {"tokens": f"{OF_COMMITTEE}{committee}"}}]
        if kind:
            must.append({"term": {"tokens": f"{OF_KIND}{kind}"}})
        if between:
            must.append({"range": {"order": {"gte": between[0], "lte": between[1]}}})
        each = [clause(term, title) for term in terms]
        if all_but:
            least = max(1, len(each) - all_but)
            must.append({"bool": {"should": each, "minimum_should_match": least}})
        else:
            must += each
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
            if said.get("timed_out") or said.get("_shards", {}).get("failed"):
                raise ClusterError("only a part of the cluster answered")
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
