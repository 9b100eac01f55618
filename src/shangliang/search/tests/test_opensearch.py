"""The adapter against a stand-in that answers by OpenSearch's documented protocol."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from shangliang.engines.search.fold import fold
from shangliang.engines.search.query import parse
from shangliang.engines.search.tokens import IN_TITLE, OF_COMMITTEE, grams
from shangliang.search import opensearch
from shangliang.search.opensearch import Cluster, ClusterError, visible_first


def holds(tokens, query):
    if "term" in query:
        return query["term"]["tokens"] in tokens
    if "prefix" in query:
        return any(t.startswith(query["prefix"]["tokens"]) for t in tokens)
    inner = query["bool"]
    return all(holds(tokens, q) for q in inner.get("filter", [])) and (
        not inner.get("should") or any(holds(tokens, q) for q in inner["should"])
    )


class StandIn(BaseHTTPRequestHandler):
    rows: dict = {}
    broken = False

    def do_PUT(self):
        self.answer({"acknowledged": True})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.broken:
            self.send_response(503)
            self.end_headers()
            return
        if "_bulk" in self.path:
            assert self.headers["Content-Type"] == "application/x-ndjson"
            assert body.endswith("\n")
            lines = [json.loads(line) for line in body.splitlines()]
            for head, row in zip(lines[::2], lines[1::2], strict=True):
                self.rows[head["index"]["_id"]] = row
            self.answer({"errors": False, "items": []})
        elif "_delete_by_query" in self.path:
            for one in json.loads(body)["query"]["ids"]["values"]:
                self.rows.pop(one, None)
            self.answer({"deleted": 1})
        else:
            asked = json.loads(body)
            after = asked.get("search_after", [1 << 62])[0]
            found = sorted(
                (r["order"] for r in self.rows.values()
                 if r["order"] < after and holds(r["tokens"], asked["query"])),
                reverse=True,
            )  # fmt: skip
            hits = [{"_id": str(o), "sort": [o]} for o in found[: asked["size"]]]
            self.answer({"hits": {"hits": hits}})

    def answer(self, said):
        raw = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *args):
        pass


@pytest.fixture
def cluster():
    StandIn.rows, StandIn.broken = {}, False
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Cluster(f"http://127.0.0.1:{server.server_port}")
    server.shutdown()


def tokens(title, text, committee=1):
    found = grams(fold(f"{title}\n{text}")) | {IN_TITLE + g for g in grams(fold(title))}
    return sorted(found | {f"{OF_COMMITTEE}{committee}"})


def test_rows_are_put_found_newest_first_and_dropped(cluster):
    cluster.create()
    assert cluster.put([]) == 0
    cluster.put([(n, 1, tokens("加装电梯", f"第{n}个小区")) for n in (1, 2, 3)])
    cluster.put([(9, 2, tokens("加装电梯", "别处", 2))])
    terms = parse("电梯 小区").terms
    assert list(cluster.orders(terms, 1)) == [[3, 2, 1]]
    assert list(cluster.orders(parse("小区").terms, 1, title=True)) == []
    cluster.drop([2])
    assert list(cluster.orders(terms, 1)) == [[3, 1]]


def test_permission_is_asked_before_a_page_is_cut(cluster, monkeypatch):
    monkeypatch.setattr(opensearch, "SLICE", 10)
    cluster.put([(n, 1, tokens("电梯", "")) for n in range(1, 61)])
    seen = visible_first(
        cluster.orders(parse("电梯").terms, 1), lambda some: [o for o in some if o <= 12], 5
    )
    assert seen == [12, 11, 10, 9, 8]


def test_a_cluster_that_is_down_or_talks_nonsense_is_one_kind_of_fault(cluster):
    StandIn.broken = True
    with pytest.raises(ClusterError):
        list(cluster.orders(parse("电梯").terms, 1))
    with pytest.raises(ClusterError):
        list(Cluster("http://127.0.0.1:1", seconds=1).orders(parse("电梯").terms, 1))
    with pytest.raises(ValueError, match="http"):
        Cluster("file:///etc/passwd")
