"""The arguments, and what the command answers with.

Exit codes: 0 done (flags do not fail: they are the result), 2 a file that cannot be read or written, or
arguments that cannot be understood; then nothing was written.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ..analysis import analyse
from .figures import read_directions, read_figures
from .files import Unreadable, load
from .told import as_json, summary
from .weights import beside_table, read_weights

FORM = """\
FIGURES.csv：一行一个数，表头 region,indicator,period,value,unit（地区、指标、期间、数值、单位也行），列的次序不限，
可以多一列 direction（越高越好、越低越好、不比高低）；表头上面可以有题目和单位。UTF-8 或 GB18030。
WEIGHTS.csv：region,weight，或 region,indicator,weight。比重合计要是 1 或 100%；也可以直接给上年总量。
“全市”“全省”两行是公布数，不参加排位。退出码：0 做完（疑点是结果，不算失败）；2 读不了或写不了。
JSON 的各栏见 docs/developer/gaps.md。"""


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    found = argparse.ArgumentParser(
        prog="shangliang gaps",
        description="读一张指标表，给出位次、加权平均、贡献、差距和疑点。",
        epilog=FORM,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument("figures", help="指标表 .csv；- 为标准输入")
    found.add_argument("--weights", help="权数表 .csv")
    found.add_argument("--json", metavar="OUT", help="写成 JSON 文件；- 为标准输出")
    found.add_argument(
        "--lower", action="append", default=[], metavar="指标", help="越低越好的指标，可写多次"
    )
    return found


def main(words: list[str] | None = None) -> int:
    """Returns the exit code."""
    asked = parser().parse_args(sys.argv[2:] if words is None else words)
    try:
        table = load(asked.figures)
        figures, flags = read_figures(table)
        weights = read_weights(load(asked.weights)) if asked.weights else None
    except Unreadable as error:
        sys.stderr.write(f"读不了：{error}\n")
        return 2
    if weights:
        flags = [*flags, *beside_table(weights, figures)]
    found = analyse(figures, weights, lower=asked.lower, directions=read_directions(table))
    found.flags[:0] = flags
    text = json.dumps(as_json(found), ensure_ascii=False, indent=1) + "\n"
    if asked.json == "-":
        say(text)
    elif asked.json:
        try:
            Path(asked.json).write_text(text, encoding="utf-8")
        except OSError as error:
            sys.stderr.write(f"写不进 {asked.json}：{error.strerror}\n")
            return 2
        say(f"已写入 {asked.json}：{len(found.blocks)} 组数，{len(found.flags)} 处疑点\n")
    else:
        say(summary(found))
    return 0


def say(words: str) -> None:
    """UTF-8 whatever the terminal's language is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(words.encode("utf-8"))
    sys.stdout.buffer.flush()
