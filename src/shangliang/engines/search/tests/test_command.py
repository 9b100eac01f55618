"""``shangliang classify | similar | hot`` on files as they come: broken lines, missing fields, nothing."""

import io
import json
import os
import subprocess
import sys

import pytest

from shangliang.engines.search import classes
from shangliang.engines.search.command import main

GOOD = [
    {
        "id": 1,
        "title": "加装电梯",
        "body": "老旧小区七层没有电梯，老人上下楼困难。",
        "label": "城建",
    },
    {"id": 2, "text": "小区的电梯坏了三个月，物业不修。", "label": "城建"},
    {"id": "三", "title": "学校食堂", "body": "学校食堂的饭菜太贵，学生吃不饱。", "label": "教育"},
    {"id": 4, "seg": "学校 老师 学生 食堂 太贵", "label": "教育"},
]
BAD = [
    (b"{broken", "第 2 行没有用：不是 JSON"),
    (b"[1, 2]", "不是一条记录"),
    (b'{"id": 9, "label": "x"}', "没有文字"),
    (b'{"id": 9, "title": ["x"], "label": "x"}', "title 不是文字"),
    (b'{"id": {"a": 1}, "text": "x", "label": "x"}', "id 不是"),
    (b'{"text": "\xff\xfe\xff"}', "读不出文字"),
    (b"[" * 50_000, "不是 JSON"),
]


def written(path, rows, *, after_first=b""):
    lines = [json.dumps(row, ensure_ascii=False).encode() for row in rows]
    if after_first:
        lines.insert(1, after_first)
    path.write_bytes(b"\n".join(lines) + b"\n")
    return str(path)


def rows_in(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("line", "reason"), BAD)
def test_a_line_that_cannot_be_used_is_named_and_the_rest_is_done(tmp_path, capsys, line, reason):
    given = written(tmp_path / "given.jsonl", GOOD, after_first=line)
    out = tmp_path / "out.jsonl"
    assert main("classify", ["--train", given, "--predict", given, "--out", str(out)]) == 0
    said = capsys.readouterr().err
    assert "第 2 行" in said
    assert reason in said
    answered = [(r["id"], r["label"]) for r in rows_in(out) if r["top"]]
    assert answered == [(r["id"], r["label"]) for r in GOOD]
    assert main("similar", ["--index", given, "--query", given, "--out", str(out)]) == 0
    assert [r["id"] for r in rows_in(out) if r["hits"] or r["id"] == "三"] == [1, 2, "三", 4]
    assert main("hot", ["--in", given, "--out", str(out), "--least", "1"]) == 0
    members = [m for e in json.loads(out.read_text("utf-8"))["events"] for m in e["members"]]
    assert sorted(map(str, members)) == sorted(str(r["id"]) for r in GOOD)


def test_an_example_without_label_is_named_and_a_row_to_classify_needs_none(tmp_path, capsys):
    train = written(tmp_path / "train.jsonl", [*GOOD, {"id": 5, "text": "没有类"}])
    ask = written(tmp_path / "ask.jsonl", [{"text": "电梯坏了"}])
    out = tmp_path / "out.jsonl"
    assert main("classify", ["--train", train, "--predict", ask, "--out", str(out)]) == 0
    assert "第 5 行没有用：没有 label" in capsys.readouterr().err
    assert rows_in(out)[0]["label"] == "城建"
    assert rows_in(out)[0]["id"] == "1"  # the number of its line


def test_a_question_without_text_gets_an_empty_answer(tmp_path, capsys):
    train = written(tmp_path / "train.jsonl", GOOD)
    ask = written(tmp_path / "ask.jsonl", [{"id": "空"}, {"id": "乱", "text": {"a": 1}}])
    out = tmp_path / "out.jsonl"
    assert main("classify", ["--train", train, "--predict", ask, "--out", str(out)]) == 0
    assert rows_in(out) == [{"id": i, "label": "", "p": 0.0, "top": []} for i in ("空", "乱")]
    assert main("similar", ["--index", train, "--query", ask, "--out", str(out)]) == 0
    assert rows_in(out) == [{"id": i, "hits": []} for i in ("空", "乱")]
    assert capsys.readouterr().err.count("没有用") == 4


def test_few_examples_never_make_sure(tmp_path, capsys):
    train = written(tmp_path / "train.jsonl", GOOD)
    out = tmp_path / "out.jsonl"
    main("classify", ["--train", train, "--predict", train, "--out", str(out)])
    assert all(row["p"] < 0.9 for row in rows_in(out))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "没有一行能用"),
        ([{"text": "无类"}], "没有一行能用"),
        ([{"text": "甲", "label": "一"}, {"text": "乙", "label": "二"}], "每一类都只有一个例子"),
    ],
)
def test_with_nothing_to_learn_from_the_command_says_so_and_leaves_no_result(
    tmp_path, capsys, rows, words
):
    train = written(tmp_path / "train.jsonl", rows)
    ask = written(tmp_path / "ask.jsonl", GOOD)
    out = tmp_path / "out.jsonl"
    assert main("classify", ["--train", train, "--predict", ask, "--out", str(out)]) == 2
    assert words in capsys.readouterr().err
    assert not out.exists()


def test_a_class_with_one_example_is_said_and_the_others_are_learned(tmp_path, capsys):
    train = written(tmp_path / "train.jsonl", [*GOOD, {"text": "独此一份", "label": "单一"}])
    out = tmp_path / "out.jsonl"
    assert main("classify", ["--train", train, "--predict", train, "--out", str(out)]) == 0
    assert "只有一个例子的类没有学：单一" in capsys.readouterr().err
    assert len(rows_in(out)) == 5


def test_one_class_only_is_said_without_sureness(tmp_path, capsys):
    train = written(tmp_path / "train.jsonl", GOOD[:2])
    out = tmp_path / "out.jsonl"
    assert main("classify", ["--train", train, "--predict", train, "--out", str(out)]) == 0
    assert {(row["label"], row["p"]) for row in rows_in(out)} == {("城建", 0.0)}


def test_nothing_to_look_in_gives_each_question_an_empty_answer(tmp_path, capsys):
    empty = written(tmp_path / "empty.jsonl", [])
    ask = written(tmp_path / "ask.jsonl", GOOD)
    out = tmp_path / "out.jsonl"
    assert main("similar", ["--index", empty, "--query", ask, "--out", str(out)]) == 0
    assert [row["hits"] for row in rows_in(out)] == [[], [], [], []]
    assert main("hot", ["--in", empty, "--out", str(out)]) == 0
    assert json.loads(out.read_text("utf-8")) == {"events": []}


@pytest.mark.parametrize(
    "words", [["--in", "no-such-file", "--out", "x"], ["--in", ".", "--out", "x"]]
)
def test_a_file_that_cannot_be_opened_ends_with_code_two(words, capsys):
    assert main("hot", words) == 2
    assert "文件打不开" in capsys.readouterr().err


def test_a_result_that_cannot_be_written_ends_with_code_two(tmp_path, capsys):
    given = written(tmp_path / "given.jsonl", GOOD)
    assert main("hot", ["--in", given, "--out", str(tmp_path / "no" / "x")]) == 2


def test_what_is_to_be_classified_must_be_there_before_anything_is_learned(tmp_path, capsys):
    train = written(tmp_path / "train.jsonl", [*GOOD, {"text": "没有类"}])
    none = str(tmp_path / "none.jsonl")
    assert main("classify", ["--train", train, "--predict", none, "--out", none]) == 2
    said = capsys.readouterr().err
    assert "文件打不开" in said
    assert "没有 label" not in said  # the examples were not even read


def test_a_long_file_is_answered_block_by_block_as_it_would_be_at_once(tmp_path, monkeypatch):
    train = written(tmp_path / "train.jsonl", GOOD)
    given = written(tmp_path / "given.jsonl", [*GOOD, {"id": "空"}, *GOOD])
    once, blocks = tmp_path / "once.jsonl", tmp_path / "blocks.jsonl"
    main("classify", ["--train", train, "--predict", given, "--out", str(once)])
    monkeypatch.setattr(classes, "BLOCK", 2)
    main("classify", ["--train", train, "--predict", given, "--out", str(blocks)])
    assert once.read_text("utf-8") == blocks.read_text("utf-8")


@pytest.mark.parametrize(
    "texts",
    [
        [f"编号{n:05d}" for n in range(240)],  # no word stands in two of them
        [
            "。",
            "？",
            "小区电梯",
            "小区电梯",
            "",
            "😀",
            "小区电梯",
            "小区电梯",
        ],  # most have no word at all
        ["电梯"] * 6,  # the same text under two classes
    ],
)
def test_examples_that_teach_nothing_still_give_an_answer_that_is_not_sure(tmp_path, texts):
    rows = [{"id": n, "text": t, "label": "甲乙"[n % 2]} for n, t in enumerate(texts)]
    train = written(tmp_path / "train.jsonl", rows)
    ask = written(tmp_path / "ask.jsonl", GOOD)
    out = tmp_path / "out.jsonl"
    assert main("classify", ["--train", train, "--predict", ask, "--out", str(out)]) == 0
    assert all(row["label"] in "甲乙" and row["p"] < 0.9 for row in rows_in(out))


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5"])
def test_a_number_below_one_is_refused(number, capsys):
    with pytest.raises(SystemExit) as left:
        main("similar", ["--index", "a", "--query", "b", "--out", "c", "--k", number])
    assert left.value.code == 2


def test_lines_of_the_old_encoding_and_a_mark_before_the_first_are_read(tmp_path, capsys):
    given = tmp_path / "given.jsonl"
    rows = [json.dumps(row, ensure_ascii=False) for row in GOOD]
    given.write_bytes(b"\xef\xbb\xbf" + rows[0].encode() + b"\r\n" + rows[1].encode("gb18030"))
    out = tmp_path / "out.json"
    assert main("hot", ["--in", str(given), "--out", str(out), "--least", "1"]) == 0
    assert not capsys.readouterr().err


def test_a_dash_is_standard_input_and_output(tmp_path, capsys, monkeypatch):
    given = written(tmp_path / "given.jsonl", GOOD)
    raw = io.TextIOWrapper(io.BytesIO((tmp_path / "given.jsonl").read_bytes()))
    monkeypatch.setattr(sys, "stdin", raw)
    assert main("similar", ["--index", given, "--query", "-", "--out", "-"]) == 0
    out, said = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in rows] == [1, 2, "三", 4]
    assert rows[0]["hits"][0]["id"] == 2
    assert "4 件" in said
    with pytest.raises(SystemExit):
        main("similar", ["--index", "-", "--query", "-", "--out", "-"])


@pytest.mark.slow  # three processes
def test_the_same_input_gives_the_same_output_in_every_process(tmp_path):
    rows = [
        {"id": n, "title": f"{p}{w}", "body": f"{p}的{w}已经三个月没人管，请解决。", "time": f"2026/3/{n % 20 + 1}"}
        for n, (p, w) in enumerate(
            (p, w) for p in ("新城花园", "东湖小区", "南门街") for w in ("电梯坏了", "停电", "垃圾成堆", "电梯停了")
        )
    ]  # fmt: skip
    given = written(tmp_path / "given.jsonl", rows)
    seen = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "shangliang.cli", "hot", "--in", given, "--out", "-"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(seen) == 1
