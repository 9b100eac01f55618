"""Printed divisions of work that stand in a paragraph of their own.

    （二）健全物业管理机制
    制定物业服务企业信用评价办法。
    牵头单位：市住建局
    配合单位：市市场监管局
    完成时限：6月底前

The lines say who answers for what stands before them: the item they close, or a whole list where they
close the list and no item of it has such a line. They make no task of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import Anchor, dates_in
from .deadlines import due_of, limit_in, limit_words
from .findings import Place, Task
from .mapped import Span
from .outline import Heading
from .printed_duties import LABEL, PERSON, TIME, Duty, labelled_fields, shared_out
from .reading_parts import Read, Sections, words_of
from .task_findings import act_and_object, first_sentence
from .wraps import Paragraph

Name = tuple[int, Span]  # the paragraph a name stands in, and where


@dataclass(frozen=True)
class Standing:
    """Annotation lines ``ranks`` and the paragraphs ``first..last`` they answer for."""

    ranks: tuple[int, ...]
    first: int
    last: int
    lead: tuple[Name, ...]
    partners: tuple[Name, ...]
    deadline: Name | None

    def names(self, body: list[Paragraph]) -> set[str]:
        """Everybody printed."""
        return {words_of(body[rank], span) for rank, span in (*self.lead, *self.partners)}

    def task(self, number: int, document: Read, sections: Sections) -> Task:
        """What stands before the lines, as one hard task of those printed."""
        body = document.speech.body
        covered = range(self.first, self.last + 1)
        home = body[self.first]
        said = "\n".join(body[rank].words.words(0, len(body[rank].text)) for rank in covered)
        count = next((q for rank in covered for q in document.quantities[rank]), None)
        deadline, due = self._limit(document)
        printed = "；".join(words_of(body[r], Span(0, len(body[r].text))) for r in self.ranks)
        return Task(
            said,
            *act_and_object(words_of(home, first_sentence(home.text, Span(0, len(home.text))))),
            tuple(words_of(body[rank], span) for rank, span in self.lead),
            tuple(words_of(body[rank], span) for rank, span in self.partners),
            deadline,
            due,
            count.words if count else "",
            "hard",
            sections.at(self.first, 1),
            f"文中印明分工：{printed[:60]}",
            Place(number, self.first, 0, len(home.text), (home.first, body[self.last].last)),
        )

    def _limit(self, document: Read) -> tuple[str, str]:
        """(words, day): the printed limit before one said in the text."""
        body = document.speech.body
        if self.deadline:
            rank, span = self.deadline
            words = words_of(body[rank], span).strip("。；; ")
            return words, day_of(body[rank].text, span, document.anchor)
        for rank in range(self.first, self.last + 1):
            text = body[rank].text
            limit = limit_in(text, Span(0, len(text)), document.dates[rank])
            if limit:
                return limit_words(body[rank], limit), due_of(limit)
        return "", ""


def day_of(text: str, span: Span, anchor: Anchor) -> str:
    """The last day a printed limit means, "" where it names none."""
    return due_of(limit_in(text, span, dates_in(text, anchor)))


def standing_in(
    body: list[Paragraph],
    outline: list[Heading],
    duties: list[list[Duty]],
    taken: set[int],
) -> list[Standing]:
    """The runs of annotation lines that have something before them, in order.

    ``duties``: those of each paragraph; ``taken``: paragraphs already read as fields of a topic.
    """
    heads = {h.paragraph: h.level for h in outline if not h.inline}
    alone = [
        rank not in taken and _alone(paragraph.text, duties[rank])
        for rank, paragraph in enumerate(body)
    ]
    out: list[Standing] = []
    floor = 0  # nothing before this paragraph is open any more
    rank = 0
    while rank < len(body):
        if not alone[rank]:
            floor = rank + 1 if duties[rank] or rank in taken else floor
            rank += 1
            continue
        begin = rank
        while rank < len(body) and (alone[rank] or PERSON.match(body[rank].text)):
            rank += 1
        if begin > floor:
            home = _answered_for(body, heads, floor, begin, rank)
            found = _run(body, range(begin, rank), duties, home)
            if found:
                out.append(found)
        floor = rank
    return out


def _alone(text: str, duties: list[Duty]) -> bool:
    """Whether a paragraph is nothing but an annotation."""
    if LABEL.match(text):
        return True
    return (
        bool(duties)
        and not text[: duties[0].span.start].strip()
        and (not text[duties[-1].span.end :].strip("。；; "))
    )


def _answered_for(
    body: list[Paragraph], heads: dict[int, int], floor: int, begin: int, after: int
) -> tuple[int, int]:
    """The paragraphs from ``floor`` on that lines at ``begin`` close."""
    head = next((rank for rank in range(begin - 1, floor - 1, -1) if rank in heads), None)
    if head is None:
        return begin - 1, begin - 1
    items = _list_closed(heads, floor, head, begin, after)
    if items is not None:
        return items, begin - 1
    # The heading is the section; what is to be done stands under it.
    bare_head = head + 1 < begin and not re.search("[。；]", body[head].text)
    return head + bare_head, begin - 1


def _list_closed(
    heads: dict[int, int], floor: int, head: int, begin: int, after: int
) -> int | None:
    """Where the list begins that ends at ``begin``; None where only its last item is meant."""
    level = heads[head]
    following = next((heads[rank] for rank in sorted(heads) if rank >= after), 0)
    if following >= level:
        return None  # the list goes on: each item has its own line or none
    items = [head]
    for rank in sorted((r for r in heads if r < head), reverse=True):
        if heads[rank] < level:
            whole = rank >= floor - 1
            break
        if rank < floor:
            return None  # an item before has its own line
        if heads[rank] == level:
            items.append(rank)
    else:
        whole = True
    single = all(
        b - a == 1 for a, b in zip(reversed(items), [*reversed(items[:-1]), begin], strict=True)
    )
    return items[-1] if whole and len(items) > 1 and (level > 1 or single) else None


def _run(
    body: list[Paragraph],
    ranks: range,
    duties: list[list[Duty]],
    home: tuple[int, int],
) -> Standing | None:
    """One run of lines, read as one annotation."""
    fields: list[tuple[str, list[Name]]] = []
    lead: list[Name] = []
    partners: list[Name] = []
    deadline: Name | None = None
    for rank in ranks:
        text = body[rank].text
        if LABEL.match(text):
            for label, span, names in labelled_fields(text, 0, len(text)):
                if re.fullmatch(TIME, label):
                    deadline = deadline or (rank, span)
                else:
                    fields.append((label, [(rank, name) for name in names]))
        elif not PERSON.match(text):
            for duty in duties[rank]:
                lead += [(rank, name) for name in duty.lead]
                partners += [(rank, name) for name in duty.partners]
                deadline = deadline or ((rank, duty.deadline) if duty.deadline else None)
    first, joined = shared_out(fields)
    lead, partners = [*lead, *first], [*partners, *joined]
    if not lead and not partners:
        return None
    return Standing(tuple(ranks), *home, tuple(lead), tuple(partners), deadline)
