"""``shangliang classify | similar | hot``: the engine from the command line, files in, files out.

No database and no web framework. Rows that cannot be used are named with line and reason on the error
output and left out, the rest is done (code 0); a question without text gets an empty answer. Where nothing can be done (a file that cannot be opened
or written, no example to learn from, a wrong argument) the code is 2 and no result is left behind.
The same input gives the same output.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import blake2b
from itertools import islice
from typing import Any

from .matching import matches
from .rows import Row, check, read, said, tell, text_of, write, write_rows
from .shelf import Shelf, Text

USAGE = {
    "classify": "按已分好类的例子学习，给新的文稿分类。",
    "similar": "在一批文稿里找和另一批相近的。",
    "hot": "把来信按同一地点、同一件事归成热点。",
}


def main(command: str, words: list[str]) -> int:
    """Run one command. Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog=f"shangliang {command}",
        description=USAGE[command],
        epilog="文件名写 - 是标准输入输出。",
    )
    if command == "classify":
        parser.add_argument("--train", required=True, help="例子，JSONL，每行有 label")
        parser.add_argument("--predict", required=True, help="要分类的，JSONL")
        parser.add_argument("--top", type=at_least_one, default=3, help="列出前几类（3）")
    elif command == "similar":
        parser.add_argument("--index", required=True, help="在哪里找，JSONL")
        parser.add_argument("--query", required=True, help="找什么，JSONL")
        parser.add_argument("--k", type=at_least_one, default=10, help="每件列几个（10）")
    else:
        parser.add_argument("--in", dest="given", required=True, help="来信，JSONL")
        parser.add_argument("--least", type=at_least_one, default=2, help="几封以上算一件（2）")
    parser.add_argument("--out", required=True, help="结果写到哪里")
    asked = parser.parse_args(words)
    if [asked.__dict__.get(n) for n in ("train", "predict", "index", "query")].count("-") > 1:
        parser.error("标准输入只能用一次。")
    do: dict[str, Callable[[argparse.Namespace], None]] = {
        "classify": _classify,
        "similar": _similar,
        "hot": _hot,
    }
    try:
        do[command](asked)
    except OSError as error:
        sys.stderr.write(f"文件打不开或写不进：{error}\n")
        return 2
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def at_least_one(said: str) -> int:
    """A number of one or more."""
    number = int(said)
    if number < 1:
        raise argparse.ArgumentTypeError("要写 1 或更大的整数")
    return number


def _classify(asked: argparse.Namespace) -> None:
    from .classes import BLOCK, Classifier, as_seg

    check(asked.predict)  # before minutes are spent on learning
    examples = list(read(asked.train, label=True))
    if not examples:
        raise ValueError("例子里没有一行能用的（要有文字和 label），学不了。")
    model = Classifier()
    segs = [as_seg(row) for row in examples]
    # Copies are never held back from each other, which would flatter what is said of sureness.
    groups = [
        str(row.get("group") or blake2b(seg.encode(), digest_size=8).hexdigest())
        for row, seg in zip(examples, segs, strict=True)
    ]
    model.learn(segs, [str(row["label"]) for row in examples], groups)
    if model.measured.left_out:
        sys.stderr.write(f"只有一个例子的类没有学：{'、'.join(model.measured.left_out)}\n")
    if not model.labels:
        raise ValueError("每一类都只有一个例子，学不了。")

    def answers() -> Iterator[Row]:
        rows = read(asked.predict, asking=True)
        while block := list(islice(rows, BLOCK)):
            segs = [as_seg(row) for row in block]
            for row, seg, some in zip(block, segs, model.guess(segs, asked.top), strict=True):
                some = some if seg.strip() else []
                yield {
                    "id": row["id"],
                    "label": some[0].label if some else "",
                    "p": some[0].p if some else 0.0,
                    "top": [{"label": g.label, "p": g.p} for g in some],
                }

    count = write_rows(asked.out, answers())
    held = model.measured
    checked = f"；留出检验首选对 {held.right:.3f}" if held.texts else ""
    tell(asked.out, f"学了 {len(examples)} 个例子，分类 {count} 件{checked}")


def _similar(asked: argparse.Namespace) -> None:
    began = time.perf_counter()
    shelf = Shelf()
    ids: list[Any] = []

    def shelved() -> Iterator[Text]:
        for row in read(asked.index):
            ids.append(row["id"])
            yield text_of(row)

    shelf.add(shelved())
    built = time.perf_counter() - began

    def answers() -> Iterator[Row]:
        for row in read(asked.query, asking=True):
            query = text_of(row)
            hits: list[Row] = []
            for near in shelf.near(query, asked.k):
                hit: Row = {"id": ids[near.index], "score": near.score}
                if len(hits) < 3:  # what both say is read out for the first ones
                    both = matches(query.whole, shelf.wholes[near.index], 2)
                    hit["why"] = [{"query": m.mine.text, "text": m.theirs.text} for m in both]
                else:
                    hit["why"] = []
                hits.append(hit)
            yield {"id": row["id"], "hits": hits}

    count = write_rows(asked.out, answers())
    tell(asked.out, f"{len(shelf)} 件，建库 {built:.1f} 秒；找了 {count} 件")


def _hot(asked: argparse.Namespace) -> None:
    from .hot import Letter, day_of, events_of

    rows = list(read(asked.given))
    letters = [
        Letter(
            str(at), t.title or t.body[:40], t.body, day_of(said(row, "time") or said(row, "date"))
        )
        for at, row in enumerate(rows)
        for t in (text_of(row),)
    ]
    events = events_of(letters, asked.least)
    listed = [
        {
            "id": e.id,
            "members": [rows[int(at)]["id"] for at in e.members],
            "place": e.place,
            "from": e.first.isoformat() if e.first else None,
            "to": e.last.isoformat() if e.last else None,
            "title": e.title,
        }
        for e in events
    ]
    write(asked.out, [json.dumps({"events": listed}, ensure_ascii=False, indent=1)])
    tell(asked.out, f"{len(letters)} 件，归成 {len(events)} 个热点")
