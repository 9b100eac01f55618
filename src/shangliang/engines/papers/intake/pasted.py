"""Text pasted from Word or a web page: what people wrote stays, the rubbish goes and is named."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import nh3

from .refusals import UploadRefused

LONGEST = 2_000_000  # characters; a hundred pages of Word paste are about half of that

_BLOCKS = set(
    "p div h1 h2 h3 h4 h5 h6 li tr br hr table ul ol blockquote section article pre dt dd".split()  # noqa: SIM905
)
_CELLS = {"td", "th"}
_INLINE = {"span", "font"}  # kept for one question only: is it hidden?
_NAMES = {
    "script": "脚本",
    "iframe": "嵌入的网页",
    "object": "嵌入的对象",
    "embed": "嵌入的对象",
    "svg": "图形",
    "form": "表单",
    "math": "公式",
    "img": "图片",
    "v:imagedata": "图片",
    "video": "音视频",
    "audio": "音视频",
}
_LEFT_OUT = {"script", "style", "title", "iframe", "object", "svg", "math", "xml", "noscript"}
_COUNTED = re.compile(rf"<({'|'.join(_NAMES)})(?![\w:-])", re.IGNORECASE)
DEEPEST = 2_000
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)")
_SELF_CLOSING = set("p li tr td th dt dd br hr img col input meta link wbr".split())  # noqa: SIM905
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE
)


def clean_pasted_html(html: str) -> tuple[str, list[str]]:
    """Plain text with paragraphs, numbering and simple tables ("a | b"), and what was dropped.

    The result is text, never HTML: whoever shows it must escape it as any other text. Raises
    ``UploadRefused`` with ``too_big`` above ``LONGEST`` and ``too_deep`` above ``DEEPEST``.
    """
    if len(html) > LONGEST:
        raise UploadRefused("too_big", "粘贴的内容太长。请分几次粘贴，或者直接上传 Word 文件。")
    if _depth(html) > DEEPEST:
        raise UploadRefused(
            "too_deep", "粘贴的内容格式太乱，读不下去。请先粘贴到记事本，再复制过来。"
        )
    # A browser's own rules of reading first: torn markup becomes whole, comments and scripts go,
    # and the walk below meets nothing that it does not know.
    plain = nh3.clean(
        html,
        tags=_BLOCKS | _CELLS | _INLINE,
        clean_content_tags=_LEFT_OUT,
        attributes={"*": {"style"}, "ol": {"start"}},
        strip_comments=True,
    )
    parser = _Paste()
    for found in _COUNTED.findall(html):
        parser.dropped[_NAMES[found.lower()]] += 1
    parser.feed(plain)
    parser.close()
    lines = [re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in "".join(parser.out).split("\n")]
    text = "\n".join(line.strip(" |") if set(line) <= {" ", "|"} else line for line in lines)
    text = re.sub(r"\n{2,}", "\n", text).strip()
    return text, [f"{name} {count} 处" for name, count in parser.dropped.items()]


def _depth(html: str) -> int:
    """The most elements open at once, roughly: reading time grows with its square."""
    deepest = depth = 0
    for closing, tag in _TAG.findall(html):
        if tag.lower() not in _SELF_CLOSING:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


class _Paste(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.dropped: Counter[str] = Counter()
        self.hidden: list[str] = []  # open elements inside a hidden one
        self.lists: list[int] = []  # next number of each open list; 0 = bullets
        self.cells = 0
        self.in_cell = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if self.hidden or _HIDDEN.search(named.get("style") or ""):
            if not self.hidden:
                self.dropped["隐藏的文字"] += 1
            if tag not in ("br", "hr"):
                self.hidden.append(tag)
        elif tag in _CELLS:
            if self.cells:
                self.out.append(" | ")
            self.cells += 1
            self.in_cell += 1
        elif tag in _BLOCKS:
            self._open_block(tag, named.get("start") or "1")

    def _open_block(self, tag: str, start: str) -> None:
        self.out.append(" " if self.in_cell and tag != "tr" else "\n")
        if tag == "tr":
            self.cells = 0
        elif tag in ("ol", "ul"):
            first = int(start) if start.isdigit() and len(start) < 6 else 1
            self.lists.append(first if tag == "ol" else 0)
        elif tag == "li" and self.lists and self.lists[-1]:
            self.out.append(f"{self.lists[-1]}. ")
            self.lists[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if self.hidden[-1] == tag:
                self.hidden.pop()
        elif tag in _CELLS:
            self.in_cell = max(0, self.in_cell - 1)
        elif tag in _BLOCKS:
            self.out.append(" " if self.in_cell else "\n")
            if tag in ("ol", "ul") and self.lists:
                self.lists.pop()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            # Word wraps its source lines; between Chinese characters that is no space.
            self.out.append(
                re.sub(r"(?<=[ -~])\s*[\r\n]+\s*(?=[ -~])", " ", data).translate(_NO_BREAKS)
            )


_NO_BREAKS = {ord("\r"): None, ord("\n"): None}
