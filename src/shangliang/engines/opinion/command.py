"""``shangliang opinion VOTES.csv`` and ``shangliang opinion verify DOWNLOAD``, without any database."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

from .analysis import MODES, analyse
from .download import verify
from .files import (
    Statements,
    Unreadable,
    read_groups,
    read_participants,
    read_statements,
    read_votes,
)
from .model import Opinion


def main(words: list[str] | None = None) -> int:
    """Analyse one file, or verify a download. Returns the exit code: 1 not equal, 2 unreadable."""
    words = sys.argv[2:] if words is None else words
    try:
        return _verify(words[1:]) if words[:1] == ["verify"] else _analyse(words)
    except Unreadable as refused:
        sys.stderr.write(refused.message_zh + "\n")
        return 2


def _analyse(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="shangliang opinion",
        description="算一份投票：分组、共识、分歧和各组的代表性观点。",
    )
    parser.add_argument(
        "votes", help="投票文件（CSV，可为 .gz）：participant,statement,vote,timestamp_ms"
    )
    parser.add_argument("--comments", help="观点文件（CSV）：statement,moderated,is_meta")
    parser.add_argument(
        "--mode",
        choices=MODES,
        default="sound",
        help="sound（默认）或 parity（与 Polis 公布的一致）",
    )
    parser.add_argument("--participants", help="只给这些人分组（每行一个编号）")
    parser.add_argument("--groups", help="已知的分组（CSV）：participant,group")
    parser.add_argument("--json", metavar="OUT", help="结果写到这个文件（- 为标准输出）")
    asked = parser.parse_args(words)
    votes = read_votes(asked.votes)
    said = read_statements(asked.comments) if asked.comments else Statements()
    known = {str(s) for s in votes.statements}
    opinion = analyse(
        votes,
        mode=asked.mode,
        excluded=said.excluded,
        meta=said.meta,
        participants=read_participants(asked.participants) if asked.participants else None,
        groups=read_groups(asked.groups) if asked.groups else None,
    )
    silent = sum(str(s) not in known for s in said.known if s not in said.excluded)
    if silent:
        opinion = replace(opinion, notes=(*opinion.notes, f"有 {silent} 条观点还没有人投票。"))
    if not asked.json:
        _say(summary(opinion))
        return 0
    text = json.dumps(opinion.as_json(), ensure_ascii=False, allow_nan=False) + "\n"
    if asked.json == "-":
        _say(text)
        return 0
    try:
        Path(asked.json).write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unreadable(f"结果写不进 {asked.json}：{error.strerror or error}。") from error
    return 0


def _verify(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="shangliang opinion verify",
        description="按公开下载的投票和参数重算一次，看与发布的结果是否一致。",
    )
    parser.add_argument("download", help="下载包（.zip）或解开后的文件夹")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    asked = parser.parse_args(words)
    verdict = verify(asked.download)
    if asked.json:
        _say(json.dumps(asdict(verdict), ensure_ascii=False) + "\n")
    else:
        said = "一致" if verdict.equal else "不一致"
        lines = [f"{said}：重算后比较了 {verdict.compared} 个数值。", *verdict.notes]
        _say("\n".join([*lines, *(f"  {d}" for d in verdict.differences)]) + "\n")
    return 0 if verdict.equal else 1


def _say(words: str) -> None:
    """UTF-8 whatever the terminal's language is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(words.encode("utf-8"))
    sys.stdout.buffer.flush()


def summary(opinion: Opinion) -> str:
    """A page for people."""
    out = [f"{opinion.participants} 人，{opinion.statements} 条观点"]
    for group in opinion.groups:
        sure = "" if group.stability is None else f"，稳定度 {group.stability:.0%}"
        out.append(f"第 {group.id} 组：{group.size} 人{sure}")
    for title, points in (
        ("多数赞成", opinion.consensus_agree),
        ("多数不赞成", opinion.consensus_disagree),
    ):
        out.append(f"\n{title} {len(points)} 条")
        out += [
            f"  {p.statement}：{p.score:.0%}（{p.low:.0%}—{p.high:.0%}，{p.seen} 人看过）"
            for p in points[:10]
        ]
    for name, typical in opinion.representative.items():
        out.append(f"\n第 {name} 组的代表性观点")
        out += [
            f"  {t.statement} {'赞成' if t.direction == 'agree' else '不赞成'}："
            f"本组 {t.share:.0%}，其他组 {t.others:.0%}"
            for t in typical[:10]
        ]
    if opinion.mode == "sound":
        out.append(f"\n有分歧 {len(opinion.divisive)} 条")
        out += [f"  {d.statement}：差距 {d.score:.2f}" for d in opinion.divisive[:10]]
    if opinion.notes:
        out += ["\n说明", *(f"  {note}" for note in opinion.notes)]
    return "\n".join(out) + "\n"
