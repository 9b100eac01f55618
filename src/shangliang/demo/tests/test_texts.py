"""The sample city's texts are whole, varied, placed on real units, and our own."""

import os
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

TEXTS = Path(__file__).resolve().parents[1] / "texts"
CLASSES = {"economy": 16, "politics": 11, "culture": 11, "society": 16, "ecology": 12}
PLACES = [
    "一江区",
    "二桥区",
    "三塘区",
    "四泉县",
    "五峰县",
    "六合里县",
    "七星湖区",
    "八渡县",
    "九岭县",
    "十里铺区",
]
# Words of one level only: a text that any county may reuse must not hold them.
CITY_WORDS = ["我市", "本市", "全市", "市区", "市委", "市政府", "市直", "市里"]
COUNTY_WORDS = ["我县", "本县", "全县", "县委", "县政府", "县里", "我区", "本区", "全区"]
PLACEHOLDERS = {"place", "date", "promise_date", "year"}
MARKS = {
    "weak": {"no_ask", "two_matters", "too_general"},
    "refuse": {"litigation", "personal", "beyond_level"},
    "turn": {"report"},
}
RUN = 12  # characters; a shared run this long is more than a common phrase


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((TEXTS / f"{name}.toml").read_text(encoding="utf-8"))


PROPOSALS = [(name, p) for name in CLASSES for p in load(name)["proposal"]]
UNITS = {u["key"]: u for u in load("units")["unit"]}
IDS = [f"{name}-{p['key']}" for name, p in PROPOSALS]


def asks(p: dict[str, Any]) -> list[dict[str, Any]]:
    return p.get("ask", [])


def body(p: dict[str, Any]) -> str:
    return p["situation"] + p["analysis"] + "".join(a["text"] for a in asks(p))


def all_text(p: dict[str, Any]) -> str:
    answers = "".join(a[k] for a in asks(p) for k in ("answer_a", "answer_b", "answer_c"))
    return p["title"] + body(p) + answers


def is_plain(p: dict[str, Any]) -> bool:
    """An ordinary body: neither weak, nor to be refused, nor to be turned into a report."""
    return not MARKS.keys() & p.keys()


def has_all(record: dict[str, Any], *fields: str) -> bool:
    return all(record.get(f) not in (None, "", []) for f in fields)


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.toml")), ids=lambda p: p.stem)
def test_every_file_parses(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def test_keys_and_titles_are_unique() -> None:
    for field in ("key", "title"):
        doubled = [k for k, n in Counter(p[field] for _, p in PROPOSALS).items() if n > 1]
        assert not doubled


def test_there_are_at_least_sixty_different_bodies() -> None:
    assert len({body(p) for _, p in PROPOSALS if is_plain(p)}) >= 60


@pytest.mark.parametrize("name,least", CLASSES.items())
def test_each_class_has_its_share(name: str, least: int) -> None:
    own = [p for p in load(name)["proposal"] if is_plain(p) and "like" not in p]
    assert len(own) >= least


@pytest.mark.parametrize("name,p", PROPOSALS, ids=IDS)
def test_a_proposal_has_every_field(name: str, p: dict[str, Any]) -> None:
    assert has_all(p, "key", "title", "situation", "analysis")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", p["key"])
    assert re.fullmatch(r"关于.+的提案", p["title"])
    assert p["level"] in {"city", "county", "both"}
    assert 1 <= len(p["topics"]) <= 4
    for mark, values in MARKS.items():
        assert p.get(mark) in values | {None}
    for ask in asks(p):
        assert has_all(ask, "text", "short", "unit", "answer_a", "answer_b", "answer_c")
        assert has_all(ask["effect"], "baseline", "measure", "target", "value")


@pytest.mark.parametrize("name,p", PROPOSALS, ids=IDS)
def test_an_ordinary_proposal_is_of_usual_length_and_asks_two_to_five_things(
    name: str, p: dict[str, Any]
) -> None:
    length = len(re.sub(r"\s", "", body(p)))
    if is_plain(p):
        assert 470 <= length <= 1100
        assert 2 <= len(asks(p)) <= 5
    else:
        assert 150 <= length <= 1100


def test_only_the_body_marked_without_ask_has_none() -> None:
    without = {p["key"] for _, p in PROPOSALS if not asks(p)}
    assert without == {p["key"] for _, p in PROPOSALS if p.get("weak") == "no_ask"}


@pytest.mark.parametrize("name,p", PROPOSALS, ids=IDS)
def test_every_ask_goes_to_a_unit_that_exists_at_its_level(name: str, p: dict[str, Any]) -> None:
    for ask in asks(p):
        unit = UNITS[ask["unit"]]
        if p["level"] != "city":
            assert unit["county_name"], ask["short"]


@pytest.mark.parametrize("name,p", PROPOSALS, ids=IDS)
def test_a_text_that_counties_reuse_names_no_level_and_no_place(
    name: str, p: dict[str, Any]
) -> None:
    if p["level"] == "city":
        return
    found = [w for w in CITY_WORDS + COUNTY_WORDS + PLACES if w in all_text(p)]
    assert not found


@pytest.mark.parametrize("name,p", PROPOSALS, ids=IDS)
def test_only_known_placeholders_stand_in_the_text(name: str, p: dict[str, Any]) -> None:
    assert set(re.findall(r"\{(.*?)\}", all_text(p))) <= PLACEHOLDERS
    assert '"' not in all_text(p)
    for ask in asks(p):
        assert "{promise_date}" in ask["answer_b"]
        assert "{" not in ask["text"] + ask["short"]


@pytest.mark.parametrize("name,p", PROPOSALS, ids=IDS)
def test_target_and_verified_value_are_numbers_of_one_unit(name: str, p: dict[str, Any]) -> None:
    for ask in asks(p):
        parts = [re.fullmatch(r"\d+(?:\.\d+)?(\D*)", ask["effect"][k]) for k in ("target", "value")]
        assert all(parts), ask["effect"]
        assert parts[0][1] == parts[1][1], ask["effect"]  # type: ignore[index]


def test_near_duplicates_point_to_a_body_of_the_same_class() -> None:
    pairs = [(name, p) for name, p in PROPOSALS if "like" in p]
    assert len(pairs) >= 3
    for name, p in pairs:
        assert p["like"] in {q["key"] for n, q in PROPOSALS if n == name and "like" not in q}


def test_the_review_queue_has_something_of_every_kind() -> None:
    for mark, values in MARKS.items():
        assert {p[mark] for _, p in PROPOSALS if mark in p} == values
    assert sum("weak" in p for _, p in PROPOSALS) >= 4
    assert sum("refuse" in p for _, p in PROPOSALS) >= 3
    assert sum("turn" in p for _, p in PROPOSALS) >= 3


def test_units_can_be_told_apart() -> None:
    units = list(UNITS.values())
    assert len(units) == len(load("units")["unit"]) >= 60
    for field in ("name", "short"):
        assert len({u[field] for u in units}) == len(units)
    said = Counter(word for u in units for word in {u["short"], *u["aliases"]})
    assert [w for w, n in said.items() if n > 1] == []
    assert {u["system"] for u in units} == {"党群", "政府", "法检", "军队", "企事业"}
    for u in units:
        assert bool(u["county_name"]) == bool(u["county_short"])
        if u["county_name"]:
            assert "{place}" in u["county_name"]


def test_people_have_enough_parts() -> None:
    people = load("people")
    names = [s["name"] for s in people["surnames"]]
    assert len(names) == len(set(names)) >= 120
    assert {"欧阳", "司马"} <= set(names)
    assert len(set(people["given"])) == len(people["given"]) >= 200
    assert {"䶮", "㛃"} <= set(people["rare_given"])
    assert len(people["workplace"]) >= 60
    sectors = {s["name"] for s in load("sectors")["sector"]}
    assert {w["sector"] for w in people["workplace"]} <= sectors


def test_there_are_thirty_four_sectors_and_eight_committees_that_know_each_other() -> None:
    data = load("sectors")
    assert [s["order"] for s in data["sector"]] == list(range(1, 35))
    assert len(data["committee"]) == 8
    assert {s["committee"] for s in data["sector"]} <= {c["name"] for c in data["committee"]}


def test_notes_are_many_and_different() -> None:
    notes = load("contact_notes")
    lists = {
        "contact": ([c["text"] for c in notes["contact"]], 25),
        "review": (notes["review"]["comments"], 20),
        "return": ([r["text"] for r in notes["return_reason"]["reasons"]], 15),
        "extension": (notes["extension"]["reasons"], 15),
        "satisfied": (notes["opinion"]["satisfied"], 20),
        "basically": (notes["opinion"]["basically"], 20),
        "not_satisfied": (notes["opinion"]["not_satisfied"], 20),
        "supervision": (notes["supervision"]["notes"], 10),
        "verification": (notes["verification"]["notes"], 12),
    }
    for name, (texts, least) in lists.items():
        assert len(set(texts)) == len(texts) >= least, name
    assert {c["stage"] for c in notes["contact"]} == {"办前", "办中", "办后"}
    assert {r["better"] for r in notes["return_reason"]["reasons"]} <= UNITS.keys()


def _letters(text: str) -> str:
    return "".join(re.findall(r"[\u4e00-\u9fff0-9]", text))


def test_two_ordinary_bodies_share_no_long_run() -> None:
    owner: dict[str, str] = {}
    for _, p in PROPOSALS:
        text = _letters(p["situation"] + p["analysis"])
        for run in {text[i : i + RUN] for i in range(len(text) - RUN + 1)}:
            assert owner.setdefault(run, p["key"]) == p["key"], run


def test_no_sentence_is_shared_with_the_source_documents() -> None:
    beside = Path(__file__).resolve().parents[5] / "shared"
    seeds = Path(os.environ.get("SHANGLIANG_SHARED", beside)) / "seeds"
    if not seeds.is_dir():
        pytest.skip("the source documents are not beside this checkout")
    source = "\n".join(_letters(f.read_text(encoding="utf-8", errors="replace"))
                       for f in sorted(seeds.glob("*.txt")))  # fmt: skip
    runs = {source[i : i + RUN] for i in range(len(source) - RUN + 1)}
    for path in sorted(TEXTS.glob("*.toml")):
        text = _letters(path.read_text(encoding="utf-8"))
        shared = {text[i : i + RUN] for i in range(len(text) - RUN + 1)} & runs
        assert not shared, f"{path.name}: {sorted(shared)[:3]}"
