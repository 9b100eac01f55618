"""``shangliang read FILE [--json | --xlsx OUT]``: a document read at once, without any database."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from .engine import Reading, read_source
from .output import as_json, as_xlsx
from .reading import UploadRefused, source_of_file


def main(words: list[str] | None = None) -> int:
    """Read one file and print or write what was found. Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="shangliang read",
        description="读一份讲话、报告或方案：分篇、列提纲、找任务、指标、差距和疑点。",
    )
    parser.add_argument("file", help="要读的文件（.txt .docx .pdf .doc .wps；- 为标准输入）")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="输出 JSON（UTF-8）")
    shape.add_argument("--xlsx", metavar="OUT", help="写成 Excel 文件")
    asked = parser.parse_args(sys.argv[2:] if words is None else words)
    try:
        name, data = _taken(asked.file)
        reading = read_source(source_of_file(name, data))
    except UploadRefused as refused:
        sys.stderr.write(refused.message_zh + "\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"文件打不开：{_why(error)}\n")
        return 2
    if asked.xlsx:
        try:
            Path(asked.xlsx).write_bytes(as_xlsx(reading))
        except OSError as error:
            sys.stderr.write(f"结果写不进 {asked.xlsx}：{_why(error)}\n")
            return 2
        sys.stdout.write(f"已写入 {asked.xlsx}\n")
    elif asked.json:
        _say(json.dumps(as_json(reading), ensure_ascii=False, indent=1) + "\n")
    else:
        _say(summary(reading))
    return 0


def _why(error: OSError) -> str:
    """What the system said, in words."""
    known = {
        FileNotFoundError: "没有这个文件或文件夹。",
        IsADirectoryError: "这是一个文件夹，请指明文件。",
        PermissionError: "没有打开它的权限。",
    }
    return known.get(type(error)) or str(error.strerror or error)


def _taken(file: str) -> tuple[str, bytes]:
    if file == "-":
        return "标准输入.txt", sys.stdin.buffer.read()
    path = Path(file)
    return path.name, path.read_bytes()


def _say(words: str) -> None:
    """UTF-8 whatever the terminal's language is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(words.encode("utf-8"))
    sys.stdout.buffer.flush()


def summary(reading: Reading) -> str:
    """A page for people: what was found, in a few lines each."""
    data = as_json(reading)
    out = [f"共 {len(data['documents'])} 篇"]
    for number, document in enumerate(data["documents"], start=1):
        first, last = document["lines"]
        who = document["author"] or "作者不明"
        out.append(
            f"\n第{number}篇 {document['title'] or '（无题名）'}（第{first}—{last}行，{who}，{_SURE[document['author_status']]}）"
        )
        out += [
            f"  {'  ' * (o['level'] - 1)}{o['marker']}{o['text'][:40]}" for o in document["outline"]
        ]
    hard = [task for task in data["tasks"] if task["kind"] == "hard"]
    out.append(f"\n硬任务 {len(hard)} 项（另有一般要求 {len(data['tasks']) - len(hard)} 项）")
    for task in hard:
        limit = f"，{task['deadline']}" if task["deadline"] else ""
        lead = "、".join(task["lead"] or task["partners"]) or "未点名"
        out.append(f"  第{task['lines'][0]}行 [{lead}{limit}] {task['text'][:60]}")
    out.append(f"\n指标 {len(data['indicators'])} 个")
    for i in data["indicators"]:
        out.append(
            f"  第{i['lines'][0]}行 {i['region']} {i['indicator']} {i['value']}{i['unit']} {i['comparison']}"
        )
    out.append(f"\n差距 {len(data['gaps'])} 处，疑点 {len(data['flags'])} 处")
    out += [
        f"  第{flag['lines'][0]}行 {flag['text'][:30]}：{flag['why'][:80]}"
        for flag in data["flags"]
    ]
    return "\n".join(out) + "\n"


_SURE = {"certain": "确定", "suggested": "推断，请确认", "unknown": "未知"}
