"""Who is told to do something, and with whom: units, classes of units, lists of both."""

from __future__ import annotations

import re

from .mapped import Span

_CLASS = (
    r"(?:各|相关|有关|这几个|其他|其余|所有|上述|排名靠后的)?(?:[一二两三四五六七八九十]个)?(?:县|市)（(?:市|区|旗)(?:、(?:市|区|旗|县))*）|各（市、区）|"
    r"(?:各|有关|相关|其他)县区|各县、?(?:市、?)?区|各(?:设区|市)?市、县（市、区）(?:人民政府)?|各[地市县区乡镇村](?:各部门)?(?=[要须应抓尽])|[三两四五六七八九]区(?=[要须应])|"
    r"(?:市直|县直|区直|省直|各|有关|相关|各有关|各相关|各责任|各牵头|各承办|各成员|各参会|上述|市级|县级)?(?:部门|单位|责任单位|牵头单位|承办单位|成员单位)(?:和[\u4e00-\u9fff]{1,8}单位)?|"
    r"各(?:镇街|专门委员会|专委会|民主党派|乡镇|街道|镇街|园区|开发区|企业|银行|学校|医院|村|工作组|专班|组)|"
    r"分管副(?:省|市|县|区)长|[^\W\d_副分按照在由对与和及把从向]{1,4}(?:县|区|市|镇|乡|街道)(?!长|民|场|域|间)(?:政府|委|政协)?|示范区|高新区|开发区|经开区|管委会|"
    r"[\u4e00-\u9fff]{2,10}(?:公司|集团|银行|医院|学校|大学|中心|专班|领导小组(?:办公室)?|指挥部|办公室|委员会|党组|党委|机关|总队|支队)"
)


NOBODY = re.compile(
    r"^(?:我们|大家|同志们|全体|广大|全市上下|全区上下|全县上下|全社会|每个人|每一个|各级(?!.*(?:局|部门|单位|政府))|全市各级|政协委员|委员们?|党员干部|领导干部|团干部|人民政协|政协组织|青年|自己)"
)


_CLASS_AT = re.compile(_CLASS)


def class_at(text: str, start: int, end: int) -> Span | None:
    match = _CLASS_AT.match(text, start, end)
    return Span(match.start(), match.end()) if match else None


def listed(text: str, unit: Span, known: list[Span], end: int) -> Span:
    """Units in a row: A、B和C."""
    last = unit.end
    while last < end and text[last] in "、和与及":
        after = next((u for u in known if u.start == last + 1), None) or class_at(
            text, last + 1, end
        )
        if after is None:
            break
        last = after.end
    return Span(unit.start, last)


_ACTOR_END = re.compile(
    r"(?:局|委|办|厅|部|部门|单位|）|[^地社园小城景灾]区|县|[^城]市|镇|乡|街|街道|园区|开发区|管委会|公司|集团|银行|学校|医院|政府|党委|党组|政协|人大|法院|检察院|中心|委员会|专委会|工作组|专班|领导小组|办公室|站|所|院|大队|支队|总队|协会|商会|团委|妇联|工会|组织|机关|负责同志|负责人|同志|各地|主席|书记|局长|主任)$"
)


def actor_in(text: str, span: Span, known: list[Span]) -> Span | None:
    """The actor between a clause's beginning and its modal word, if it reads like one."""
    start, end = span.start, span.end
    while end > start and text[end - 1] in "都也还更均就同时 ":
        end -= 1
    words = text[start:end]
    if not words or len(words) > 56:
        return None
    if NOBODY.match(words):
        return Span(start, end)
    for unit in known:
        if unit.start >= start and unit.end == end:
            first = _first_of_list(text, unit, start, known)
            if (
                first == start
                or re.match(
                    r"(?:下一步|下半年|今年|会后|由|请|其中|近期|对此|同时|此次)", text[start:first]
                )
                or first - start <= 8
            ):
                return Span(first, end)
    dated = re.sub(r"(?:近期|下半年|今年|会后|下一步|年底前|月底前)$", "", words)
    if (
        dated
        and _ACTOR_END.search(dated)
        and not re.match(
            r"(?:这|那|因此|所以|但|而|只|如|对于|关于|围绕|通过|为了|按照|根据)(?!几个)", dated
        )
    ):
        if re.search(r"[是了着过]|^(?:要|把|对|以|在|从)", dated) and "的" not in dated:
            return None
        return Span(start, start + len(dated))
    return None


def _first_of_list(text: str, unit: Span, start: int, known: list[Span]) -> int:
    first = unit.start
    while first > start and text[first - 1] in "、和与及":
        before = next((u for u in known if u.end == first - 1), None)
        if before is None:
            match = None
            for found in _CLASS_AT.finditer(text, start, first - 1):
                match = found if found.end() == first - 1 else match
            if match is None:
                break
            first = match.start()
        else:
            first = before.start
    return first


def names_of(text: str, actor: Span, known: list[Span]) -> tuple[Span, ...]:
    inside = [u for u in known if u.start >= actor.start and u.end <= actor.end]
    if inside and inside[-1].end == actor.end:
        pieces = text[actor.start : actor.end]
        if len(inside) == 1 and inside[0].start == actor.start:
            return (inside[0],)
        if re.fullmatch(r"(?:[^、和与及]+[、和与及])*[^、和与及]+", pieces) and len(inside) >= 1:
            covered = sum(len(u) for u in inside)
            if covered >= len(pieces) - len(inside) - 1:
                return tuple(inside)
            first = inside[0]
            return (
                (*_split_names(text, Span(actor.start, first.start)), *inside)
                if first.start > actor.start
                else tuple(inside)
            )
    return (actor,) if "的" in text[actor.start : actor.end] else tuple(_split_names(text, actor))


def _split_names(text: str, span: Span) -> list[Span]:
    out, start, depth = [], span.start, 0
    for at in range(span.start, span.end):
        depth += (text[at] == "（") - (text[at] == "）")
        if text[at] == "、" and not depth and not text.startswith("政府", at + 1):
            out.append(Span(start, at))
            start = at + 1
    out.append(Span(start, span.end))
    return [part for part in out if len(part) > 1]


_PARTNER = re.compile(
    r"(?:会同|联合|协同|(?<![市县省区招协])商(?=[市县省区有各]))(?P<with>[^，。；]{2,40}?)(?=[，。；]|抓|做|开|制|研|建|推|组|负|对|尽|按|在|于|共|完|提|出|编|落|加|拿|全|每|定期|通报|督促|督导|认真|抓紧)|(?:在)(?P<helped>[^，。；]{2,20}?)(?:的)?(?:配合|协助|支持)下|(?:[，；]|(?<=牵头)、)(?P<joins>[^，。；]{2,60}?)(?:等)?(?:积极|密切|做好)?(?:配合|协办|协助|参与|参加)(?=[，。；]|$)"
)


def partners_in(text: str, span: Span, known: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for match in _PARTNER.finditer(text, span.start, span.end):
        group = next(name for name in ("with", "helped", "joins") if match[name])
        start, end = match.span(group)
        inside = [u for u in known if u.start >= start and u.end <= end + 4]
        parts = _split_names(text, Span(start, end))
        if len(inside) >= len(parts):
            out.extend(inside)
        else:
            out.extend(p for p in parts if _ACTOR_END.search(text[p.start : p.end]))
    return tuple(dict.fromkeys(out))
