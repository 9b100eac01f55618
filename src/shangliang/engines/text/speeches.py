"""One file, several speeches: where each begins, what it is called, who may have given it.

A boundary needs evidence (a numbered head, a title with a greeting, a closing formula followed by an
opening one, a numbering that starts again). An author is certain only where the name stands next to
the title and the text; everything else is a suggestion with its reasons, never an assignment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .people import is_date_line, is_name, is_office, office_holder
from .source import Source
from .speech_starts import NUMBERED_HEAD, TITLE_WORD, is_head_line, speech_starts
from .wraps import GREETING, Paragraph

# Fields a web page prints above a document.
_WEB_FIELD = re.compile(r"^(?:索引号|发布机构|文件编号|有效性|发布日期|当前位置|统一编号|组配分类)")


@dataclass
class Speech:
    """One document of a file. ``lines`` include its head; ``body`` are its paragraphs."""

    title: str = ""
    title_status: str = "missing"
    title_lines: tuple[int, int] = (0, 0)
    author: str = ""
    author_status: str = "unknown"
    candidates: list[tuple[str, str, int]] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    dated: str = ""
    head: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    repeated: list[Paragraph] = field(default_factory=list)
    subtitle: str = ""

    @property
    def lines(self) -> tuple[int, int]:
        """First and last source line."""
        all_of_it = [*self.head, *self.body]
        if not all_of_it:
            return (0, 0)
        return min(p.first for p in all_of_it), max(p.last for p in all_of_it)


@dataclass(frozen=True)
class _Head:
    """A name and a title that stand together without a text of their own."""

    name: str
    title: str
    line: int


def speeches_of(source: Source, paragraphs: list[Paragraph]) -> list[Speech]:
    """The speeches of a file in order; at least one where there is any text."""
    if not paragraphs:
        return []
    starts = speech_starts(paragraphs)
    speeches: list[Speech] = []
    spare: list[_Head] = []
    for begin, end in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        speech, heads = _speech(paragraphs[begin:end])
        if not speech.body and speeches and not heads:
            continue
        speeches.append(speech)
        spare.extend(heads)
    _suggest_authors(speeches, spare)
    return speeches


# -- where a speech begins ---------------------------------------------------------------------


# -- what stands at its head -------------------------------------------------------------------


def _speech(paragraphs: list[Paragraph]) -> tuple[Speech, list[_Head]]:
    speech = Speech()
    size = _whole_head(paragraphs)
    head, speech.body = paragraphs[:size], paragraphs[size:]
    heads = _heads_in(head)
    titles = [p for p in head if _may_be_title(p)]
    if len(heads) > 1:
        speech.body = paragraphs[size:]
        last = heads[-1]
        speech.title, speech.title_status = last.title, "suggested"
        speech.title_lines = (last.line, last.line)
        speech.evidence.append(f"第{last.line}行的题名紧接正文；同处还有另一人的题名，请确认")
        return speech, heads
    speech.head = head
    _take_title(speech, titles)
    _take_date(speech, head)
    _take_author(speech, head, heads)
    return speech, heads if not speech.author else []


def _whole_head(paragraphs: list[Paragraph]) -> int:
    size = 0
    greeted = False
    for paragraph in paragraphs[:30]:
        text = paragraph.text
        if greeted or not (
            is_head_line(text) or GREETING.match(text) or len(text) <= 2 or _WEB_FIELD.match(text)
        ):
            break
        greeted = bool(GREETING.match(text))
        size += 1
    return size if size < len(paragraphs) else 0


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        len(text) >= 5
        and not GREETING.match(text)
        and not is_name(text)
        and not is_date_line(text)
        and not office_holder(text)
        and not re.fullmatch(r"[\d\W]+", text)
        and not re.match(r"附件|[^，]{2,14}〔\d{4}〕|简繁", text)
        and not _WEB_FIELD.match(text)
        and not is_office(text)
    )


def _heads_in(head: list[Paragraph]) -> list[_Head]:
    found = []
    for name, after in zip(head, head[1:], strict=False):
        if is_name(name.text) and _may_be_title(after):
            found.append(_Head(name.text, after.words.words(0, len(after.text)), after.first))
    return found


def _take_title(speech: Speech, titles: list[Paragraph]) -> None:
    if not titles:
        return
    subtitles = [p for p in titles if p.text.startswith(("—", "－", "--"))]
    plain = [p for p in titles if p not in subtitles]
    if subtitles:
        speech.subtitle = _words(subtitles[0])
    if not plain:
        speech.title, speech.title_status = speech.subtitle.lstrip("—－- "), "suggested"
        speech.title_lines = (subtitles[0].first, subtitles[0].last)
        return
    chosen = _best_title(plain)
    bare = NUMBERED_HEAD.sub("", chosen.text)
    words = NUMBERED_HEAD.sub("", _words(chosen))
    speech.repeated = [
        p for p in plain if p is not chosen and NUMBERED_HEAD.sub("", p.text) == bare and bare
    ]
    speech.title, speech.title_status = words.strip(), "stated"
    speech.title_lines = (chosen.first, chosen.last)
    before = [p for p in plain if p.last == chosen.first - 1 and _is_first_half(p.text)]
    if before and TITLE_WORD.search(chosen.text) and not NUMBERED_HEAD.match(chosen.text):
        speech.title = _words(before[0]) + speech.title
        speech.title_lines = (before[0].first, chosen.last)
    after = [p for p in plain if p.first == chosen.last + 1 and p not in speech.repeated]
    if after and not TITLE_WORD.search(chosen.text) and TITLE_WORD.search(after[0].text):
        speech.title += _words(after[0])
        speech.title_lines = (chosen.first, after[0].last)


def _is_first_half(text: str) -> bool:
    """A title's first line: no title by itself, no letterhead, no page head."""
    return (
        len(text) >= 8
        and not TITLE_WORD.search(text)
        and not NUMBERED_HEAD.match(text)
        and not re.search(r"文件$|〔\d{4}〕|\d号$|集团$|网$", text)
    )


def _best_title(plain: list[Paragraph]) -> Paragraph:
    worded = [p for p in plain if TITLE_WORD.search(p.text)]
    numbered = [p for p in worded if NUMBERED_HEAD.match(p.text)]
    return next(iter(numbered or worded), plain[0])


def _words(paragraph: Paragraph) -> str:
    return paragraph.words.words(0, len(paragraph.text))


def _take_date(speech: Speech, head: list[Paragraph]) -> None:
    speech.dated = next((_words(p) for p in head if is_date_line(p.text)), "")


def _take_author(speech: Speech, head: list[Paragraph], heads: list[_Head]) -> None:
    for paragraph in head:
        held = office_holder(paragraph.text)
        if held:
            office, name = held
            if re.fullmatch(r"[xX×*＊○]+|.[xX×*＊某]+", name):
                speech.author, speech.author_status = _words(paragraph), "unknown"
                speech.evidence.append(f"第{paragraph.first}行写的是“{office}”，姓名被遮去")
            else:
                speech.author, speech.author_status = name, "certain"
                speech.evidence.append(f"第{paragraph.first}行：{office}")
            return
    names = [p for p in head if is_name(p.text)]
    if len(names) == 1 and speech.body:
        speech.author = re.sub(r"\s", "", _words(names[0]))
        speech.author_status = "certain"
        speech.evidence.append(f"第{names[0].first}行的姓名与题名、正文相连")


def _suggest_authors(speeches: list[Speech], spare: list[_Head]) -> None:
    """Heads without a text of their own are offered to the texts without a head.

    The head next above a text is offered to it, the others to the texts before it in their order;
    words the title shares with the text are named as evidence. Nothing is assigned.
    """
    if not spare:
        return
    open_ones = [s for s in speeches if not s.author]
    taken: set[str] = set()
    for head in reversed(spare):
        below = [s for s in open_ones if s.body and s.body[0].first > head.line and not s.author]
        near = below[0] if below and _next_text(speeches, head.line) is below[0] else None
        if near is not None and head.name not in taken and not near.candidates:
            _offer(near, head, f"“{head.name}”的题名（第{head.line}行）紧接这篇正文")
            taken.add(head.name)
    for head in spare:
        if head.name in taken:
            continue
        above = [s for s in open_ones if not s.author and s.body and s.body[-1].last < head.line]
        if above:
            _offer(
                above[-1],
                head,
                f"“{head.name}”的题名（第{head.line}行）排在这篇正文之后，按次序推断",
            )
            taken.add(head.name)
    for speech in open_ones:
        for head in spare:
            shared = _shared_words(head.title, speech)
            note = f"；题名与正文共有“{'”“'.join(shared)}”" if shared else ""
            speech.candidates.append((head.name, f"第{head.line}行的题名{note}", head.line))


def _offer(speech: Speech, head: _Head, why: str) -> None:
    speech.author, speech.author_status = head.name, "suggested"
    speech.evidence.append(why)
    if not speech.title or speech.title_status == "suggested":
        speech.title, speech.title_status = head.title, "suggested"
        speech.title_lines = (head.line, head.line)


def _next_text(speeches: list[Speech], line: int) -> Speech | None:
    return next((s for s in speeches if s.body and s.body[0].first > line), None)


def _shared_words(title: str, speech: Speech) -> list[str]:
    """Four-character phrases of a title that the text says too."""
    text = "".join(p.text for p in speech.body)
    phrases = re.findall(r"[\u4e00-\u9fff]{4,}", title)
    pieces = {phrase[i : i + 4] for phrase in phrases for i in range(len(phrase) - 3)}
    return sorted(piece for piece in pieces if piece in text)[:4]
