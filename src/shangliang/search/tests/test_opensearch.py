"""The adapter against a stand-in that answers by OpenSearch's documented protocol."""

import json
import threading
import time
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from django.urls import reverse

from shangliang.engines.search.fold import fold
from shangliang.engines.search.query import parse
from shangliang.engines.search.tokens import IN_TITLE, OF_COMMITTEE, grams
from shangliang.jobs.models import Job
from shangliang.search import cluster as beside_database
from shangliang.search import opensearch
from shangliang.search.find import Filters, search
from shangliang.search.index import rebuild, standing
from shangliang.search.opensearch import Cluster, ClusterError, visible_first


def holds(tokens, query):
    if "range" in query:
        bounds = query["range"]["order"]
        return bounds["gte"] <= tokens[-1] <= bounds["lte"]
    if "term" in query:
        return query["term"]["tokens"] in tokens
    if "prefix" in query:
        return any(t.startswith(query["prefix"]["tokens"]) for t in tokens[:-1])
    inner = query["bool"]
    met = sum(holds(tokens, q) for q in inner.get("should", []))
    return all(holds(tokens, q) for q in inner.get("filter", [])) and met >= inner.get(
        "minimum_should_match", 0
    )


class StandIn(BaseHTTPRequestHandler):
    """Answers as the documentation says, and checks that it is asked so."""

    rows: ClassVar[dict] = {}
    asked: ClassVar[list] = []
    mood = ""  # how it misbehaves
    made = False

    def do_PUT(self):
        body = self.body()
        assert body["mappings"]["properties"]["tokens"] == {"type": "keyword"}
        if StandIn.made:
            error = {"type": "resource_already_exists_exception", "reason": "index exists"}
            return self.answer({"error": error, "status": 400}, 400)
        StandIn.made = True
        return self.answer({"acknowledged": True, "shards_acknowledged": True})

    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.asked.append((self.path, self.headers["Authorization"]))
        if self.mood == "slow":
            time.sleep(1.5)
        if self.mood == "closed":
            return self.connection.close()
        if self.mood == "html":
            return self.reply(b"<html>502</html>", 200)
        if self.mood in ("401", "429", "503"):
            error = {"type": "security_exception" if self.mood == "401" else "rejected"}
            return self.answer({"error": error, "status": int(self.mood)}, int(self.mood))
        if not StandIn.made:
            return self.answer({"error": {"type": "index_not_found_exception"}}, 404)
        return self.by_protocol(raw)

    def by_protocol(self, raw):
        path, _, options = self.path.partition("?")
        if path == "/offices/_bulk":
            assert self.headers["Content-Type"] == "application/x-ndjson"
            assert options == "refresh=wait_for"
            assert raw.endswith("\n")
            lines = [json.loads(line) for line in raw.splitlines()]
            if self.mood == "part":
                error = {"type": "es_rejected_execution_exception"}
                items = [{"index": {"_id": "1", "status": 429, "error": error}}]
                return self.answer({"errors": True, "items": items})
            for head, row in zip(lines[::2], lines[1::2], strict=True):
                assert set(row) == {"tokens", "committee", "order"}  # the mapping is strict
                self.rows[head["index"]["_id"]] = row
            return self.answer({"errors": False, "items": []})
        assert self.headers["Content-Type"] == "application/json"
        body = json.loads(raw)
        if path == "/offices/_delete_by_query":
            query = body["query"]
            for key, row in list(self.rows.items()):
                if key in query.get("ids", {}).get("values", ()) or row["committee"] == query.get("term", {}).get("committee"):  # fmt: skip
                    del self.rows[key]
            return self.answer({"deleted": 1, "failures": [], "timed_out": False})
        assert path == "/offices/_search"
        assert body["sort"] == [{"order": "desc"}]
        after = body.get("search_after", [1 << 62])[0]
        found = sorted(
            (r["order"] for r in self.rows.values()
             if r["order"] < after and holds(r["tokens"] + [r["order"]], body["query"])),
            reverse=True,
        )  # fmt: skip
        hits = [{"_id": str(o), "sort": [o]} for o in found[: body["size"]]]
        failed = int(self.mood == "shard")
        return self.answer(
            {"timed_out": False, "_shards": {"failed": failed}, "hits": {"hits": hits}}
        )

    def body(self):
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def answer(self, said, code=200):
        self.reply(json.dumps(said).encode(), code)

    def reply(self, raw, code):
        self.send_response(code)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *args):
        pass


@pytest.fixture
def address():
    StandIn.rows, StandIn.asked, StandIn.mood, StandIn.made = {}, [], "", False
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    server.handle_error = lambda *_: None  # who hung up is not news
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://search:p%40ss@127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def cluster(address):
    found = Cluster(address, "offices", seconds=1)
    found.create()
    return found


@pytest.fixture
def beside(city, address, settings, monkeypatch):
    """A city with a cluster named, filled."""
    settings.OPENSEARCH, settings.OPENSEARCH_INDEX = address, "offices"
    settings.OPENSEARCH_SECONDS = 0.7
    monkeypatch.setattr(beside_database, "_silent_until", 0.0)
    city.replied()
    rebuild(city.committee.pk)
    return city


def tokens(title, text, committee=1):
    found = grams(fold(f"{title}\n{text}")) | {IN_TITLE + g for g in grams(fold(title))}
    return sorted(found | {f"{OF_COMMITTEE}{committee}"})


def test_rows_are_put_found_newest_first_and_dropped(cluster):
    assert cluster.put([]) == 0
    cluster.put([(n, 1, tokens("加装电梯", f"第{n}个小区")) for n in (1, 2, 3)])
    cluster.put([(9, 2, tokens("加装电梯", "别处", 2))])
    terms = parse("电梯 小区").terms
    assert list(cluster.orders(terms, 1)) == [[3, 2, 1]]
    assert list(cluster.orders(parse("小区").terms, 1, title=True)) == []
    cluster.drop([2])
    assert list(cluster.orders(terms, 1)) == [[3, 1]]


def test_rows_are_sent_in_bodies_no_host_refuses(cluster, monkeypatch):
    monkeypatch.setattr(opensearch, "BULK", 4)
    monkeypatch.setattr(opensearch, "BULK_BYTES", 500)
    StandIn.asked.clear()
    long = "".join(map(chr, range(0x4E00, 0x4E80)))
    rows = [(n, 1, tokens("电梯", "短" if n < 9 else long)) for n in range(1, 13)]
    assert cluster.put(rows) == 12
    assert len(StandIn.asked) == 2 + 4  # by number, then by size
    assert sorted(row["order"] for row in StandIn.rows.values()) == list(range(1, 13))


def test_permission_is_asked_before_a_page_is_cut(cluster, monkeypatch):
    monkeypatch.setattr(opensearch, "SLICE", 10)
    cluster.put([(n, 1, tokens("电梯", "")) for n in range(1, 61)])
    seen = visible_first(
        cluster.orders(parse("电梯").terms, 1), lambda some: [o for o in some if o <= 12], 5
    )
    assert seen == [12, 11, 10, 9, 8]


@pytest.mark.parametrize("mood", ["slow", "closed", "html", "401", "429", "503", "shard"])
def test_whatever_goes_wrong_is_one_kind_of_fault(cluster, mood):
    StandIn.mood = mood
    with pytest.raises(ClusterError):
        list(cluster.orders(parse("电梯").terms, 1))


def test_a_fault_says_what_the_cluster_said(cluster):
    StandIn.mood = "401"
    with pytest.raises(ClusterError, match="401 security_exception"):
        list(cluster.orders(parse("电梯").terms, 1))
    StandIn.mood = "part"
    with pytest.raises(ClusterError, match="es_rejected_execution_exception"):
        cluster.put([(1, 1, tokens("电梯", ""))])
    with pytest.raises(ClusterError):
        list(Cluster("http://127.0.0.1:1", seconds=1).orders(parse("电梯").terms, 1))
    for wrong in ("file:///etc/passwd", "ftp://a", "nonsense", ""):
        with pytest.raises(ValueError, match="http"):
            Cluster(wrong)


def test_it_is_asked_with_the_password_and_made_once(cluster):
    cluster.create()  # stands already: as good
    list(cluster.orders(parse("电梯").terms, 1))
    assert StandIn.asked[-1] == ("/offices/_search", f"Basic {b64encode(b'search:p@ss').decode()}")


def found(city, typed, who="clerk", **narrowed):
    got = search(city.seat(who), typed, Filters(**narrowed))
    return [(h.kind, h.object_id, h.score) for h in got.hits]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed", ["电梯", "管养 机制", "第1号", "住", "“加装电梯后续”", "电梯 羊驼"]
)
@pytest.mark.parametrize("who", ["clerk", "member", "staff_housing", "admin"])
def test_the_cluster_answers_as_the_database_does(beside, settings, typed, who):
    StandIn.asked.clear()
    by_cluster = found(beside, typed, who)
    assert StandIn.asked or who == "admin"
    settings.OPENSEARCH = ""
    assert by_cluster == found(beside, typed, who)


@pytest.mark.django_db
def test_years_kind_and_title_narrow_the_same(beside, settings):
    asked = [
        {"kind": "proposal"},
        {"years": (2020, 2020)},
        {"years": (2020, 2199)},
        {"in_title": True},
    ]
    by_cluster = [found(beside, "电梯", **narrowed) for narrowed in asked]
    settings.OPENSEARCH = ""
    assert by_cluster == [found(beside, "电梯", **narrowed) for narrowed in asked]
    assert by_cluster[1] == []
    assert by_cluster[2]


@pytest.mark.django_db
def test_a_cluster_that_is_down_is_passed_by_said_and_left_alone(beside, client):
    well = found(beside, "电梯")
    StandIn.mood = "503"
    assert found(beside, "电梯") == well
    asked = len(StandIn.asked)
    client.force_login(beside.account("clerk"))
    page = client.get(reverse("search"), {"q": "电梯"}).content.decode()
    assert "检索集群没有应答" in page
    assert len(StandIn.asked) == asked  # not asked again for half a minute


@pytest.mark.django_db
def test_a_write_that_did_not_arrive_keeps_it_from_being_asked_until_it_is_filled(
    beside, monkeypatch, client, django_capture_on_commit_callbacks
):
    StandIn.mood = "503"
    with django_capture_on_commit_callbacks(execute=True):
        case = beside.draft(title="关于整治镬耳楼周边停车的提案")
    assert [pk for _, pk, _ in found(beside, "镬耳楼", "member")] == [case.pk]
    StandIn.mood = ""
    monkeypatch.setattr(beside_database, "_silent_until", 0.0)
    client.force_login(beside.account("clerk"))
    assert "还没有装满" in client.get(reverse("search"), {"q": "电梯"}).content.decode()
    assert Job.objects.filter(kind="search.rebuild").count() == 1
    rebuild(beside.committee.pk)
    assert standing(beside.seat("member")) == ""
    assert [pk for _, pk, _ in found(beside, "镬耳楼", "member")] == [case.pk]


@pytest.mark.django_db
def test_what_is_saved_is_in_the_cluster_at_once(beside, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        case = beside.draft(title="关于整治骉马巷停车的提案")
    assert any("骉马" in row["tokens"] for row in StandIn.rows.values())
    assert [pk for _, pk, _ in found(beside, "骉马巷", "member")] == [case.pk]
