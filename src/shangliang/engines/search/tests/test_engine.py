"""The search engine: folding, tokens, likeness, classes, events, summaries, and its commands."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shangliang.engines.search import classes
from shangliang.engines.search.classes import Classifier, segmented
from shangliang.engines.search.command import main
from shangliang.engines.search.fold import fold
from shangliang.engines.search.hot import Letter, day_of, events_of
from shangliang.engines.search.matching import matches
from shangliang.engines.search.matters import answering, matters
from shangliang.engines.search.passages import marked, passage
from shangliang.engines.search.places import place_of
from shangliang.engines.search.query import parse
from shangliang.engines.search.shelf import Shelf, Text
from shangliang.engines.search.summary import keywords, summary
from shangliang.engines.search.tokens import grams

ELEVATOR = "老旧小区七层以上没有电梯，老人上下楼困难。建议市住建局出台加装电梯的补助办法，每台补助二十万元。"
LAKE = "东湖水质下降，夏天有异味。建议清淤并截污，沿岸的餐饮油污要接进管网。"


@settings(deadline=None)  # dictionaries are loaded at the first call
@given(st.text(max_size=300))
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_anything_can_be_read_as_a_query(text):
    query = parse(text)
    for term in query.terms:
        for token in term.tokens:
            assert token
            assert not set(token) & set(" \"'\\")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(min_size=1, max_size=8))
def test_marks_never_change_the_text(text, term):
    assert "".join(p.text for p in marked(text, [fold(term)])) == text
    passage(text, [fold(term)])


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("A市地铁充值", ["地铁", "充值"]),
        ("骉 停车", ["骉", "停车"]),
        ("住", ["住"]),
        ("镬耳楼", ["镬耳楼"]),
    ],
)
def test_a_single_character_between_words_is_not_sought(typed, sought):
    assert [term.text for term in parse(typed).terms] == sought


def test_traditional_forms_and_full_width_fold_together():
    assert fold("電梯ＡＢＣ１２３") == fold("电梯abc123")


def test_every_two_neighbours_are_a_token():
    assert {"电梯", "加装", "装电"} <= grams("加装电梯")


def test_a_copy_with_other_words_around_it_is_found_first():
    shelf = Shelf()
    shelf.add([Text("a", ELEVATOR, "加装电梯"), Text("b", LAKE, "治理东湖")] * 1)
    near = shelf.near(Text("q", "领导好。老人上下楼困难，建议出台加装电梯的补助办法。盼复。"), 2)
    assert near[0].id == "a"
    assert near[0].score > 0.4


def test_a_text_is_not_like_itself_but_like_its_copy_under_another_name():
    shelf = Shelf()
    shelf.add([Text("a", ELEVATOR, "加装电梯"), Text("c", ELEVATOR, "加装电梯")])
    assert [n.id for n in shelf.near(Text("a", ELEVATOR, "加装电梯"))] == ["c"]


def test_what_is_near_does_not_depend_on_how_the_texts_are_cut_into_segments(monkeypatch):
    texts = [
        Text(f"{n}", f"{said}这里是第{n}处，" + said[: 4 + n], title)
        for n, (said, title) in enumerate([(ELEVATOR, "加装电梯"), (LAKE, "治理东湖")] * 6)
    ]
    asked = Text("q", ELEVATOR[3:], "老楼加装电梯")
    found = []
    for size in (2, 5, 100):
        monkeypatch.setattr("shangliang.engines.search.shelf.SEGMENT", size)
        shelf = Shelf()
        shelf.add(texts)
        assert len(shelf.segments) == -(-len(texts) // size)
        found.append(shelf.near(asked, 8))
    assert found[0] == found[1] == found[2]


def test_a_part_of_a_long_text_finds_the_whole_before_a_shorter_likeness():
    shelf = Shelf()
    long = "。".join([LAKE, ELEVATOR, "公交线路要改", "学校门口要装灯", "菜市场的摊位要分开"])
    shelf.add([Text("long", long), Text("short", ELEVATOR[: len(ELEVATOR) * 2 // 3])])
    assert shelf.near(Text("q", ELEVATOR), 1)[0].id == "long"


def test_stock_phrases_make_nothing_alike():
    shelf = Shelf()
    shelf.add([Text("a", "关于进一步加强和完善相关工作机制的提案")])
    assert shelf.near(Text("q", "关于切实推进和提升有关工作水平的建议")) == []


@pytest.mark.parametrize("text", ["", "。", "好", "😀", "\ud800x", "a" * 100_000])
def test_odd_texts_neither_break_the_shelf_nor_are_like_everything(text):
    shelf = Shelf()
    shelf.add([Text("a", ELEVATOR), Text("odd", text)])
    assert all(0 <= n.score <= 1.001 for n in shelf.near(Text("q", text)))


def test_an_empty_shelf_has_nothing_alike():
    assert Shelf().near(Text("q", ELEVATOR)) == []


def test_sentences_stand_side_by_side_word_for_word():
    other = "情况如下。我市应出台加装电梯的补助办法，分楼层补助。"
    found = matches(ELEVATOR, other)
    assert found
    for match in found:
        assert ELEVATOR[match.mine.start : match.mine.end] == match.mine.text
        assert other[match.theirs.start : match.theirs.end] == match.theirs.text
    assert "加装电梯" in "".join(found[0].phrases)


def test_a_class_with_one_example_is_left_out_and_said():
    texts = ["电梯 小区 物业", "物业 小区 收费", "学校 老师 学生", "学生 教室 学校", "独此 一份"]
    model = Classifier()
    model.learn(texts, ["城建", "城建", "教育", "教育", "单一"])
    assert model.measured.left_out == ["单一"]
    assert model.guess(["小区 物业 电梯"])[0][0].label == "城建"


def test_with_nothing_to_learn_from_nothing_is_said():
    model = Classifier()
    model.learn(["甲"], ["一"])
    assert model.guess(["乙"]) == [[]]


def test_probabilities_survive_being_kept():
    texts = [segmented(t) for t in [ELEVATOR, ELEVATOR[5:], LAKE, LAKE[4:]] * 3]
    model = Classifier()
    model.learn(texts, ["住建", "住建", "环保", "环保"] * 3)
    again = Classifier.load(model.dump())
    assert again.guess([segmented(ELEVATOR)]) == model.guess([segmented(ELEVATOR)])


def test_many_examples_are_told_by_words_and_by_characters(monkeypatch):
    """From so many texts on, machines weigh what a class prefers: one of words, one of characters."""
    monkeypatch.setattr(classes, "SMALL", 10)
    texts = [segmented(f"{t}第{n}次") for n in range(6) for t in (ELEVATOR, LAKE)]
    model = Classifier()
    model.learn(texts, ["住建", "环保"] * 6)
    assert not model.small
    for text, label in ((ELEVATOR[8:30], "住建"), (LAKE[6:], "环保")):
        assert model.guess([segmented(text)])[0][0].label == label
    again = Classifier.load(model.dump())
    assert again.guess(texts) == model.guess(texts)


def test_few_examples_leave_the_duties_a_unit_has_by_its_name_a_say():
    texts = ["路面 坑洼 反映", "路面 破损 反映", "材料 盖章 反映", "材料 证明 反映"] * 2
    model = Classifier()
    model.learn(texts, ["1", "1", "2", "2"] * 2, names={"1": "交通运输局", "2": "教育局"})
    assert model.guess(["幼儿园 学位 反映"])[0][0].label == "2"  # none of the examples says so
    assert model.guess(["路面 坑洼"])[0][0].label == "1"  # the past outweighs


@pytest.mark.parametrize(
    ("name", "keys"),
    [("市教育局", {"education"}), ("县人民政府办公室", set()), ("", set()), ("民政", {"civil"})],
)
def test_a_unit_answers_for_fields_by_its_name(name, keys):
    assert {m.key for m, is_so in zip(matters(), answering(name), strict=True) if is_so} == keys


def test_letters_on_one_matter_at_one_place_become_an_event():
    letters = [
        Letter(f"n{i}", f"柳岸小区夜间{w}噪音扰民", "柳岸小区旁边的工地夜间施工，睡不着。", date(2026, 3, i + 1))
        for i, w in enumerate(["施工", "工地", "打桩", "搅拌"])
    ] + [Letter("x", "咨询公积金提取手续", "请问要什么材料。", None)]  # fmt: skip
    events = events_of(letters)
    assert set(events[0].members) == {"n0", "n1", "n2", "n3"}
    assert (events[0].first, events[0].last) == (date(2026, 3, 1), date(2026, 3, 4))
    assert "柳岸小区" in events[0].place
    assert all("x" not in e.members for e in events)


def test_a_place_is_the_nearest_name_most_titles_share():
    assert place_of(["A3区柳岸小区太吵", "A3区柳岸小区施工"]) == "A3区柳岸小区"


@pytest.mark.parametrize(
    ("said", "day"),
    [("2019/2/28 11:25", date(2019, 2, 28)), ("2019-13-40", None), ("", None), ("昨天", None)],
)
def test_days_are_read_or_left_out(said, day):
    assert day_of(said) == day


def test_a_summary_quotes_word_for_word_with_its_place():
    body = ELEVATOR + LAKE + "另据调查，全市有三百个这样的小区。" + "住户多数赞成加装电梯。"
    found = summary("加装电梯", body, 2)
    assert len(found) == 2
    for quoted in found:
        assert body[quoted.start : quoted.end] == quoted.text


def test_keywords_name_the_matter():
    assert "电梯" in "".join(w for w, _ in keywords("关于加装电梯的提案", ELEVATOR))


def rows(path, listed):
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in listed), "utf-8")
    return str(path)


def test_the_commands_read_rows_and_write_rows(tmp_path, capsys):
    docs = rows(
        tmp_path / "d.jsonl",
        [
            {"id": "a", "title": "加装电梯", "body": ELEVATOR},
            {"id": "b", "text": LAKE},
            "not json",
            "[1]",
        ],
    )
    query = rows(tmp_path / "q.jsonl", [{"id": "q", "text": ELEVATOR[8:40]}, {"id": "empty"}])
    out = tmp_path / "o.jsonl"
    assert main("similar", ["--index", docs, "--query", query, "--k", "2", "--out", str(out)]) == 0
    first, empty = map(json.loads, out.read_text("utf-8").splitlines())
    assert first["hits"][0]["id"] == "a"
    assert first["hits"][0]["why"]
    assert empty["hits"] == []
    assert "不是一条记录" in capsys.readouterr().err
    train = rows(
        tmp_path / "t.jsonl",
        [
            {"id": i, "text": t, "label": k}
            for i, (t, k) in enumerate([(ELEVATOR, "住建"), (LAKE, "环保")] * 4)
        ],
    )
    assert main("classify", ["--train", train, "--predict", docs, "--out", str(out)]) == 0
    said = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [r["label"] for r in said] == ["住建", "环保"]
    assert set(said[0]) == {"id", "label", "p", "top"}
    hot = tmp_path / "h.json"
    assert main("hot", ["--in", docs, "--out", str(hot), "--least", "1"]) == 0
    assert {"id", "members", "place", "from", "to", "title"} == set(
        json.loads(hot.read_text("utf-8"))["events"][0]
    )


def test_a_file_that_is_not_there_is_said(tmp_path, capsys):
    none = str(tmp_path / "none.jsonl")
    assert main("hot", ["--in", none, "--out", str(tmp_path / "x")]) == 2
    assert "打不开" in capsys.readouterr().err
    empty = rows(tmp_path / "e.jsonl", [])
    assert main("classify", ["--train", empty, "--predict", empty, "--out", none]) == 2
    assert main("similar", ["--index", empty, "--query", empty, "--out", none]) == 0
    assert main("hot", ["--in", empty, "--out", none]) == 0


@pytest.mark.parametrize(
    ("titles", "bodies", "place"),
    [
        (["B3区云栖新城小区旁建搅拌站", "云栖新城小区粉尘大"], [], "B3区云栖新城小区"),
        (["C市松涧苑捆绑卖车位", "松涧苑车位捆绑"], [], "C市松涧苑"),
        # A name may go on after what looks like its end; a sentence that ends like a name is none.
        (["D2区白鹭湾畔小区开餐馆", "白鹭湾畔小区违规开餐馆"], [], "D2区白鹭湾畔小区"),
        (["油烟呛人"] * 2, ["没有烟道导致油烟排入小区，请管一管。"] * 2, ""),
        (["请问政府为何不同意"] * 2, ["有关部门和政府都不管。"] * 2, ""),
        (["路灯不亮"] * 2, ["南塘路的灯不亮。"] * 2, "南塘路"),  # where the titles name nothing
    ],
)
def test_a_place_is_a_name_and_not_a_piece_of_a_sentence(titles, bodies, place):
    assert place_of(titles, bodies) == place
