"""``shangliang classify | similar | hot``: the engine from the command line, files in, files out.

No database and no web framework. Rows that can't be read are named and left out; an unreadable file
ends the command with code 2.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .matching import matches
from .shelf import Shelf, Text

USAGE = {
    "classify": "按已分好类的例子学习，给新的文稿分类。",
    "similar": "在一批文稿里找和另一批相近的。",
    "hot": "把来信按同一地点、同一件事归成热点。",
}


def main(command: str, words: list[str]) -> int:
    """Run one command. Returns the exit code."""
    parser = argparse.ArgumentParser(prog=f"shangliang {command}", description=USAGE[command])
    if command == "classify":
        parser.add_argument("--train", required=True, help="例子，JSONL，每行有 label")
        parser.add_argument("--predict", required=True, help="要分类的，JSONL")
        parser.add_argument("--top", type=int, default=3, help="列出前几类（3）")
    elif command == "similar":
        parser.add_argument("--index", required=True, help="在哪里找，JSONL")
        parser.add_argument("--query", required=True, help="找什么，JSONL")
        parser.add_argument("--k", type=int, default=10, help="每件列几个（10）")
    else:
        parser.add_argument("--in", dest="given", required=True, help="来信，JSONL")
        parser.add_argument("--least", type=int, default=2, help="几封以上算一件（2）")
    parser.add_argument("--out", required=True, help="结果写到哪里")
    asked = parser.parse_args(words)
    try:
        {"classify": _classify, "similar": _similar, "hot": _hot}[command](asked)
    except OSError as error:
        sys.stderr.write(f"文件打不开或写不进：{error}\n")
        return 2
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def read(path: str) -> Iterator[dict[str, Any]]:
    """The rows of a JSONL file; what is no row is named on the error output and left out."""
    with Path(path).open(encoding="utf-8-sig", errors="replace") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            if not isinstance(row, dict):
                sys.stderr.write(f"{path} 第 {number} 行不是一条记录，没有用。\n")
                continue
            row.setdefault("id", str(number))
            yield row


def text_of(row: dict[str, Any]) -> Text:
    """A row as a text: ``text``, or ``title`` and ``body``, or segmented ``seg``."""
    said = row.get("text") or row.get("body") or str(row.get("seg") or "").replace(" ", "")
    return Text(str(row["id"]), str(said), str(row.get("title") or ""))


def write_rows(path: str, rows: Iterator[dict[str, Any]]) -> int:
    count = 0
    with Path(path).open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def _classify(asked: argparse.Namespace) -> None:
    from .classes import Classifier, as_seg

    examples = [row for row in read(asked.train) if row.get("label")]
    if not examples:
        raise ValueError("例子里没有一行带 label，学不了。")
    model = Classifier()
    model.learn(
        [as_seg(row) for row in examples],
        [str(row["label"]) for row in examples],
        [str(row.get("group") or row["id"]) for row in examples],
    )
    if model.measured.left_out:
        sys.stderr.write(f"只有一个例子的类没有学：{'、'.join(model.measured.left_out)}\n")
    rows = list(read(asked.predict))
    guesses = model.guess([as_seg(row) for row in rows], max(1, asked.top))
    count = write_rows(
        asked.out,
        (
            {
                "id": row["id"],
                "label": some[0].label if some else "",
                "p": some[0].p if some else 0.0,
                "top": [{"label": g.label, "p": g.p} for g in some],
            }
            for row, some in zip(rows, guesses, strict=True)
        ),
    )
    held = model.measured
    sys.stdout.write(
        f"学了 {len(examples)} 个例子，分类 {count} 件；留出检验首选对 {held.right:.3f}\n"
    )


def _similar(asked: argparse.Namespace) -> None:
    began = time.perf_counter()
    shelf = Shelf()
    texts = [text_of(row) for row in read(asked.index)]
    shelf.add(texts)
    built = time.perf_counter() - began

    def answers() -> Iterator[dict[str, Any]]:
        for row in read(asked.query):
            query = text_of(row)
            hits: list[dict[str, Any]] = []
            for near in shelf.near(query, max(1, asked.k)):
                hit: dict[str, Any] = {"id": near.id, "score": near.score}
                if len(hits) < 3:  # what both say is read out for the first ones
                    both = matches(query.whole, shelf.wholes[near.index], 2)
                    hit["why"] = [{"query": m.mine.text, "text": m.theirs.text} for m in both]
                else:
                    hit["why"] = []
                hits.append(hit)
            yield {"id": row["id"], "hits": hits}

    count = write_rows(asked.out, answers())
    sys.stdout.write(f"{len(shelf)} 件，建库 {built:.1f} 秒；找了 {count} 件\n")


def _hot(asked: argparse.Namespace) -> None:
    from .hot import Letter, day_of, events_of

    letters = [
        Letter(t.id, t.title or t.body[:40], t.body, day_of(str(row.get("time") or row.get("date") or "")))
        for row in read(asked.given)
        for t in (text_of(row),)
    ]  # fmt: skip
    events = events_of(letters, max(1, asked.least))
    listed = [
        {
            "id": e.id,
            "members": list(e.members),
            "place": e.place,
            "from": e.first.isoformat() if e.first else None,
            "to": e.last.isoformat() if e.last else None,
            "title": e.title,
        }
        for e in events
    ]
    Path(asked.out).write_text(
        json.dumps({"events": listed}, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    sys.stdout.write(f"{len(letters)} 件，归成 {len(events)} 个热点\n")
