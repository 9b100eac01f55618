"""Places a figure may belong to: 我市, 全省, 示范区, 夏邑县 - and words that only look like one."""

from __future__ import annotations

import re

from .mapped import Span

_OWN = "全城区|我[镇乡村]|我街道|全街道|我省|我市|我县|我区|我州|我国|全国|全省|全市|全县|全区|全州|全镇|全乡|全村|(?<![资基根成])本(?:市(?!场)|县|区)|省内|市内"
_FALSE = (
    "建成区|城乡|棚户区|郊区|城镇|乡镇|村镇|集镇|城区|地区|社区|园区|小区|库区|山区|牧区|灾区|景区|校区|矿区|集聚区|功能区|片区|辖区|市区|县区|城市|超市|股市|上市|"
    "楼市|门市|省市|都市|市县|区县|各县|各市|各区|全市|贫困县|试点市|试点县|示范县|示范市|先进县|百强县|自贸区|保税区|综保区|特区|街区|厂区|林区|湖区|滩区|"
    "开放区|实验区|试验区|先导区|引领区|集中区|核心区|主城区|中心城区|产业区|工业区|商业区|老区|新区|农区|产区|灌区|汛区|湿地公园区|和县|市、县"
)
# Signs that no place name here begins with or holds: they belong to the words before it.
_NO = "等上强弱现是为有的和与及在由让使从把被除但而各该如按据以至又也还且来我全本年半超落实好对请要将个（）“”、，。；：！？"
_NAME = rf"[^\W\d_{_NO}]"
_NAMED = re.compile(
    rf"(?P<own>{_OWN})|"
    r"(?P<all>(?:其他|其余|各|相关|这几个|有关)?(?:[一二两三四五六七八九十]+|\d{1,3})?个?(?:县|市)（(?:市|区|县)(?:、(?:市|区))*）|各（市、区）|其[他余][一二两三四五六七八九十]个[区县市]|(?<![\u4e00-\u9fff])[三四五六七八九两]区(?![间域]))|"
    r"(?P<name>(?:和平区|和田市|和顺县|示范区|高新区|经开区|开发区|"
    rf"{_NAME}{{1,3}}(?:高新区|经开区|开发区|示范区|新区)|{_NAME}{{1,3}}(?:省|市|县|区|州|旗)|{_NAME}{{2,3}}(?:镇|乡|街道)))"
)
# "永城市" and "梁园区" are places though they end like 城市 and 园区.
_SHORT = re.compile(
    r"^[^都型级类大小老新此座江山水滨宜心位慧绵丽明产业工科校景片主中社贫点建重特轻棚]\S[市区县]$"
)


# Words cut through by a match that begins one character too early: "其|中东陵县".
_BROKEN = (
    "其中",
    "希望",
    "要求",
    "目前",
    "同时",
    "包括",
    "尤其",
    "以及",
    "分别",
    "通过",
    "指出",
    "当中",
)


def regions_in(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Where places are named, without words such as 园区 and 城市."""
    out: list[Span] = []
    at, stop = start, len(text) if end is None else end
    while at < stop:
        match = _NAMED.search(text, at, stop)
        if match is None:
            break
        begin, finish = match.span()
        at = finish
        if match["name"]:
            if text[max(0, begin - 1) : begin + 1] in _BROKEN:
                begin += 1
            begin = _after_act(text, begin, finish)
            words = text[begin:finish]
            if len(words) < 2 or (
                words.endswith(("区", "市", "县"))
                and len(words) < 3
                and text[begin - 1 : begin] not in ("", *"，。；：、（的和与及在")
            ):
                continue
            if re.search(rf"(?:{_FALSE})$", words) and words != "示范区":
                before = text[begin - 1] if begin else "，"
                if not (
                    _SHORT.match(words) and (before in _NO or before.isdigit() or before == "%")
                ):
                    continue
            if text[begin] in "年月日" and text[begin - 1 : begin].isdigit():
                continue  # "1—7月区本级": the sign belongs to the date
            if text.startswith("内外", finish):
                continue
            if re.search(r"[国省市]家?级", words):
                continue  # 国家级开发区: a rank such zones have, no zone
            if words.endswith("地区") and text.startswith("生产总值", finish):
                continue
            if text[finish : finish + 1] in tuple("场委政级域间民直属容值长人城外"):
                continue
        out.append(Span(begin, finish))
    return out


# What is done to or in a place, written right before its name: 督促江岸县, 位于江岸县.
_ACT = re.compile(
    r"^.{0,3}(?:其中|支持|督促|推动|推进|指导|帮助|协助|位于|发展|利用|建设|通报|约谈|走访|涉及|覆盖|带动|奖励|表扬|争列|商务|中央|联系|前往|调研|考察)"
)


def _after_act(text: str, begin: int, finish: int) -> int:
    """Where a place's name begins once an act before or at its head is left out."""
    low = max(0, begin - 1)
    act = _ACT.match(text[low:finish])
    return max(begin, low + act.end()) if act else begin


# A place others are measured by: 居全省第5位, 高于全市平均, 走在全国前列.
_YARDSTICK = re.compile(
    r"(?:(?:各|所有)?(?:县区|地市|市州|省份|同类)?(?:平均|排名?|排位|第[一二三四五六七八九十\d]|前[列茅一二三四五六七八九十\d]|首[位个]|最[高低快慢大好前多]|领先|上游|中游|下游|唯一|率先|进位))"
)
_MEASURED_BY = re.compile(
    r"(?:纳入|列入|入选|作为|成为|评为|高于|低于|快于|慢于|优于|超过|好于|跑赢|领先于?|落后于?|居|位居|列|位列|保持|走在|排在|排名|占)$"
)


def measured_by(text: str, place: Span) -> bool:
    """Whether a place is only what others are held against; the figures after it are not its own."""
    if not re.match("[我全]", text[place.start]):
        return False
    after = text[place.end : place.end + 12]
    return bool(
        _YARDSTICK.match(after)
        or (
            _MEASURED_BY.search(text[max(0, place.start - 4) : place.start])
            and not re.match(r"的[有是]", after)
        )
    )
