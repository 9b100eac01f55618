"""Text pasted from Word or a web page: what people wrote stays, the rubbish goes and is named."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

_BLOCKS = {
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "tr",
    "br",
    "hr",
    "table",
    "ul",
    "ol",
    "blockquote",
    "section",
    "article",
    "pre",
    "dt",
    "dd",
}
_SILENT = {
    "script": "脚本",
    "style": "",
    "head": "",
    "title": "",
    "xml": "",
    "template": "",
    "noscript": "",
    "iframe": "嵌入的网页",
    "object": "嵌入的对象",
    "svg": "图形",
    "form": "表单",
    "math": "公式",
}
_VOID_DROPPED = {
    "img": "图片",
    "embed": "嵌入的对象",
    "input": "表单",
    "video": "音视频",
    "audio": "音视频",
    "v:imagedata": "图片",
}
_VOID = {"br", "hr", "img", "embed", "input", "meta", "link", "col", "area", "base", "wbr"}
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE
)


def clean_pasted_html(html: str) -> tuple[str, list[str]]:
    """Plain text with paragraphs, numbering and simple tables ("a | b"), and what was dropped.

    The result is text, never HTML: whoever shows it must escape it as any other text.
    """
    parser = _Paste()
    # Word's bare markers around list numbers carry no text; a comment never closed hides the rest.
    html = re.sub(r"<!\[(?:if|endif)[^>-]*\]>", "", html)
    parser.feed(re.sub(r"<!--(?:(?!-->).)*\Z", "", html, flags=re.DOTALL))
    parser.close()
    lines = [re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in "".join(parser.out).split("\n")]
    text = "\n".join(line.strip(" |") if set(line) <= {" ", "|"} else line for line in lines)
    text = re.sub(r"\n{2,}", "\n", text).strip()
    dropped = [f"{name} {count} 处" for name, count in parser.dropped.items()]
    return text, dropped


class _Paste(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.dropped: Counter[str] = Counter()
        self.silent: list[str] = []  # open elements inside something left out
        self.lists: list[int] = []  # next number of each open list; 0 = bullets
        self.cells = 0
        self.in_cell = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.silent:
            if tag not in _VOID:
                self.silent.append(tag)
            return
        style = dict(attrs).get("style") or ""
        if tag in _VOID_DROPPED:
            self.dropped[_VOID_DROPPED[tag]] += 1
            return
        if tag in _SILENT or _HIDDEN.search(style):
            name = _SILENT.get(tag, "隐藏的文字")
            if name:
                self.dropped[name] += 1
            if tag not in _VOID:
                self.silent.append(tag)
            return
        self._open(tag, dict(attrs))

    def _open(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag in ("td", "th"):
            if self.cells:
                self.out.append(" | ")
            self.cells += 1
            self.in_cell += 1
            return
        if tag in _BLOCKS:
            self.out.append(" " if self.in_cell and tag != "tr" else "\n")
        if tag == "tr":
            self.cells = 0
        elif tag in ("ol", "ul"):
            start = attrs.get("start") or "1"
            self.lists.append((int(start) if start.isdigit() else 1) if tag == "ol" else 0)
        elif tag == "li" and self.lists and self.lists[-1]:
            self.out.append(f"{self.lists[-1]}. ")
            self.lists[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag in self.silent:
                while self.silent.pop() != tag:
                    continue
            return
        if tag in ("td", "th"):
            self.in_cell = max(0, self.in_cell - 1)
        elif tag in _BLOCKS:
            self.out.append(" " if self.in_cell else "\n")
            if tag in ("ol", "ul") and self.lists:
                self.lists.pop()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.out.append(re.sub(r"[\r\n]+", " " if re.search(r"[A-Za-z]", data) else "", data))
