"""One file, several speeches: where each begins, what it is called, who may have given it.

A boundary needs evidence (a numbered head, a title with a greeting, a closing formula followed by an
opening one, a numbering that starts again). An author is certain only where the name stands next to
the title and the text; everything else is a suggestion with its reasons, never an assignment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .formulas import CLOSING, OPENING, SELF
from .markers import block_marker
from .people import is_date_line, is_name, is_office, office_holder
from .source import Source
from .wraps import GREETING, Paragraph

_NUMBERED_HEAD = re.compile(
    r"^(?:第[一二三四五六七八九十]{1,3}篇|[【〔]?篇[一二三四五六七八九十]{1,3}|(?:范文|例文|发言稿?|讲话稿?)[一二三四五六七八九十\d]{1,3})[】〕]?\s*[：:、 ]?"
)
_TITLE_WORD = re.compile(
    r"(?:讲话|发言|致辞|报告|摘要|体会|汇报|主持词|通知|意见|方案|办法|规划|计划|要点|总结|提纲|若干措施|规定|决定|通报|倡议书|清单)"
    r"(?:[（(〔][^（）()]{0,30}[）)〕])?(?:的通知)?$"
)
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
    starts = _starts(paragraphs)
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


def _starts(paragraphs: list[Paragraph]) -> list[int]:
    starts = [0] if paragraphs else []
    highest = 0  # the highest top-level number since the last boundary
    body_seen = False
    numbers = [_top_number(p.text) for p in paragraphs]
    upcoming = _upcoming_ones(numbers, paragraphs)
    rank = 0
    while rank < len(paragraphs):
        if rank > starts[-1] and body_seen:
            block = _head_block(paragraphs, rank)
            if _begins(paragraphs, rank, block, highest, upcoming[rank + block]):
                starts.append(rank)
                highest, body_seen = 0, False
        highest = max(highest, numbers[rank])
        body_seen = body_seen or _is_prose(paragraphs[rank].text)
        rank += 1
    return starts


def _top_number(text: str) -> int:
    marker = block_marker(text)
    return marker.number if marker and marker.style in ("comma", "ordinal") else 0


def _upcoming_ones(numbers: list[int], paragraphs: list[Paragraph]) -> list[bool]:
    """For each paragraph whether the next top-level number, within a dozen paragraphs, is one."""
    out = [False] * (len(numbers) + 1)
    distance, is_one = 10**6, False
    for rank in range(len(numbers) - 1, -1, -1):
        if numbers[rank]:
            distance, is_one = 0, numbers[rank] == 1
        else:
            distance += 1
        out[rank] = is_one and distance <= 12
    return out


def _is_prose(text: str) -> bool:
    return len(text) > 30 and text[-1] in "。！？：；”"


def _head_block(paragraphs: list[Paragraph], rank: int) -> int:
    """How many paragraphs from here on are titles, names, dates or greetings."""
    size = 0
    while rank + size < len(paragraphs) and size < 8:
        text = paragraphs[rank + size].text
        if not (_is_head_line(text) or GREETING.match(text)):
            break
        size += 1
    return size


def _is_head_line(text: str) -> bool:
    if block_marker(text) or len(text) > 70:
        return False
    if _NUMBERED_HEAD.match(text) or is_name(text) or is_date_line(text) or office_holder(text):
        return True
    return text[-1] not in "。！？；：，、" and not re.search("[。；]", text)


def _begins(
    paragraphs: list[Paragraph], rank: int, block: int, highest: int, restarts: bool
) -> bool:
    text = paragraphs[rank].text
    before = paragraphs[rank - 1].text
    head = [p.text for p in paragraphs[rank : rank + block]]
    if _NUMBERED_HEAD.match(text) and len(text) <= 70:
        return True
    if re.match(r"^附件?\s*[\d一二三四五六七八九十]{0,2}[：:]?", text):
        return False
    closed = bool(CLOSING.search(before[-60:]))
    greeted = any(GREETING.match(line) for line in head)
    titled = any(_TITLE_WORD.search(line) for line in head)
    named = any(is_name(line) or office_holder(line) for line in head)
    ended = before[-1] in "。！？”’!"
    if greeted and titled and ended:
        return True
    if block and named and ended and (titled or len(head) >= 2) and (closed or restarts):
        return True
    after = paragraphs[rank + block].text if rank + block < len(paragraphs) else ""
    opens = bool(OPENING.match(after)) and (block == 0 or ended)
    fresh = restarts and highest >= 2
    if greeted and not titled and not named:
        return closed and ended and fresh
    if opens and ended and (closed or fresh):
        return bool(fresh or closed and (SELF.search(after[:400]) or titled))
    return bool(fresh and titled and ended)


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
            _is_head_line(text) or GREETING.match(text) or len(text) <= 2 or _WEB_FIELD.match(text)
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
    bare = _NUMBERED_HEAD.sub("", chosen.text)
    words = _NUMBERED_HEAD.sub("", _words(chosen))
    speech.repeated = [
        p for p in plain if p is not chosen and _NUMBERED_HEAD.sub("", p.text) == bare and bare
    ]
    speech.title, speech.title_status = words.strip(), "stated"
    speech.title_lines = (chosen.first, chosen.last)
    before = [p for p in plain if p.last == chosen.first - 1 and _is_first_half(p.text)]
    if before and _TITLE_WORD.search(chosen.text) and not _NUMBERED_HEAD.match(chosen.text):
        speech.title = _words(before[0]) + speech.title
        speech.title_lines = (before[0].first, chosen.last)
    after = [p for p in plain if p.first == chosen.last + 1 and p not in speech.repeated]
    if after and not _TITLE_WORD.search(chosen.text) and _TITLE_WORD.search(after[0].text):
        speech.title += _words(after[0])
        speech.title_lines = (chosen.first, after[0].last)


def _is_first_half(text: str) -> bool:
    """A title's first line: no title by itself, no letterhead, no page head."""
    return (
        len(text) >= 8
        and not _TITLE_WORD.search(text)
        and not _NUMBERED_HEAD.match(text)
        and not re.search(r"文件$|〔\d{4}〕|\d号$|集团$|网$", text)
    )


def _best_title(plain: list[Paragraph]) -> Paragraph:
    worded = [p for p in plain if _TITLE_WORD.search(p.text)]
    numbered = [p for p in worded if _NUMBERED_HEAD.match(p.text)]
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
