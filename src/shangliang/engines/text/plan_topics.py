"""Topics of a year's plan: what is to be looked at, in which form, under which aim (S-025).

"就智慧城市建设、垃圾分类等组织调研协商活动" gives two topics of the form 调研协商. A list of things gives
one topic each; a chain of deeds ("深化…、助推…") is one. Suggestions only: a person confirms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .engine import Reading
from .findings import Place
from .mapped import Span
from .reading_parts import Sections, place_of, words_of
from .sentences import clauses, sentences

# Forms of a consultative body's work, the longer names first (docs/field.md; S-009 to S-023).
FORMS: tuple[tuple[str, str], ...] = (
    ("常委视察团", "常委视察团视察"),
    ("常委会议专题议政", "常委会议专题议政"),
    ("专题议政性常委会", "常委会议专题议政"),
    ("专题议政", "专题议政"),
    ("重点调研视察", "重点调研视察"),
    ("调研视察", "调研视察"),
    ("调研协商", "调研协商"),
    ("视察监督", "视察监督"),
    ("监督性视察", "视察监督"),
    ("民主监督", "民主监督"),
    ("专题协商", "专题协商"),
    ("对口协商", "对口协商"),
    ("界别协商", "界别协商"),
    ("提案办理协商", "提案办理协商"),
    ("双月协商", "双月协商"),
    ("协商议政", "协商议政"),
    ("议政建言", "议政建言"),
    ("委员视察", "委员视察"),
    ("专题视察", "专题视察"),
    ("专题调研", "专题调研"),
    ("联合调研", "联合调研"),
    ("民主评议", "民主评议"),
    ("视察", "视察"),
    ("调研", "调研"),
)
_FORM = "|".join(word for word, _ in FORMS)
_END = rf"(?P<form>(?:{_FORM})(?:[\u4e00-\u9fff]{{0,6}}(?:视察)?(?:活动|会议|会))?)[。；，;]?$"
_DO = r"(?:组织|开展好|开展|进行|召开|举办|举行|承办)"
_ABOUT = re.compile(
    rf"(?:就|围绕|针对|聚焦)(?P<what>[^，。；]{{2,90}}?){_DO}[^，。；]{{0,8}}?{_END}"
)
_AHEAD = re.compile(rf"{_DO}(?:对)?(?P<what>[^，。；、“”]{{2,26}}?)(?:的)?{_END}")
_QUOTED = re.compile(rf"(?P<what>(?:“[^”]{{2,40}}”[、和与及]?){{1,6}})[^，。；“”]{{0,6}}?{_END}")
_TAIL = re.compile(r"等?(?:方面)?(?:课题|问题|议题|题目|内容|工作|专题)?$")
_SPLIT = re.compile(r"、|(?<=[\u4e00-\u9fff]{3})(?:和|以及|及)(?=[\u4e00-\u9fff]{4})")
_DEED = re.compile(
    r"^(?:深化|助推|推动|推进|加强|促进|提升|加快|优化|完善|健全|改善|保护|打造|构建|发展|强化|引导|支持|培育|做好|建设)"
)
_EMPTY = re.compile(r"^(?:深入|广泛|认真|多种形式的?|各类|各种|系列|委员|相关|有关|积极)*$")
_AIM = re.compile(r"(?:聚焦|围绕|着眼|立足)[^，。；]{4,60}$")
# "自己将带领…": a plan names a subject matter; these are ways of working in general.
_GENERAL = re.compile(r"调查研究|深入基层|这些问题|下列|以下|委员对|抓紧|到政协")


@dataclass(frozen=True)
class PlanTopic:
    """One topic: its words, the form as written and by its usual name, the aim it serves."""

    title: str
    form: str
    form_words: str
    aim: str
    text: str
    section: str
    place: Place


def topics_in(reading: Reading) -> list[PlanTopic]:
    """The topics of every document of a reading, in order."""
    found: list[PlanTopic] = []
    for number, document in enumerate(reading.documents):
        sections = Sections(document)
        for rank, paragraph in enumerate(document.speech.body):
            text = paragraph.text
            for sentence in sentences(text):
                for clause in clauses(text, sentence):
                    for title, form, said, aim, span in _of_clause(text, clause):
                        place = place_of(number, rank, paragraph, span)
                        section = sections.at(rank, span.start)
                        words = words_of(paragraph, span)
                        found.append(PlanTopic(title, form, said, aim, words, section, place))
    return found


def _of_clause(text: str, clause: Span) -> list[tuple[str, str, str, str, Span]]:
    """(title, form, form as written, aim, where) of one clause, part by part."""
    out: list[tuple[str, str, str, str, Span]] = []
    aim = ""
    for part in clauses(text, clause, "，,"):
        words = text[part.start : part.end]
        match = _QUOTED.search(words) or _ABOUT.search(words) or _AHEAD.search(words)
        if match is None or _GENERAL.search(match["what"]):
            bare = words.rstrip("，。；,;")
            if found := _AIM.search(bare):
                aim = found.group()
            continue
        said = match["form"]
        name = next(usual for word, usual in FORMS if said.startswith(word))
        span = Span(part.start + match.start(), part.end)
        for title in _titles(match["what"]):
            out.append((title, name, said.rstrip("。；，;"), aim, span))
    return out


def _titles(what: str) -> list[str]:
    """The single matters of a list; a chain of deeds is one matter."""
    if what.startswith("“"):
        return re.findall(r"“([^”]+)”", what)
    bare = _TAIL.sub("", what)
    parts = [p.strip() for p in _SPLIT.split(bare) if p and p.strip()]
    if len(parts) > 1 and all(_DEED.match(p) for p in parts):
        return [bare]
    return [p for p in parts if len(p) >= 3 and not _EMPTY.match(p)]
