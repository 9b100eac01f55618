"""Units by name and alias: "市工信局" is "市工业和信息化局", whoever wrote it.

The lexicon is an argument: a body brings its own list; ours holds the common departments of a city,
as they are called since the reforms of 2018 and 2023, with their everyday names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .mapped import Span


@dataclass(frozen=True)
class Unit:
    """A department without its place: full name first, then what people say and write."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """What a name resolves to: ``confidence`` 1 for a full name, less for an alias or inference."""

    name: str
    confidence: float
    how: str


def _unit(words: str) -> Unit:
    name, *aliases = words.split()
    return Unit(name, tuple(aliases))


COMMON: tuple[Unit, ...] = tuple(
    _unit(line)
    for line in """\
发展和改革委员会 发展改革委 发改委 发展和改革局 发展改革局 发改局
经济和信息化局 经信局 经信委 经信厅 经济和信息化厅
工业和信息化局 工信局 工信委 工信厅 工业和信息化厅 工业和信息化委员会
教育局 教体局 教育体育局 教育厅 教委
科学技术局 科技局 科技厅 科学技术厅 科技委
公安局 公安厅
民政局 民政厅
司法局 司法厅
财政局 财政厅
人力资源和社会保障局 人社局 人力社保局 人力资源社会保障局 人社厅 人力社保厅 人力资源社会保障厅 人力资源社会保障部
自然资源和规划局 自然资源局 资规局 自规局 自然资源厅 规划局 规划和自然资源局 国土资源局
生态环境局 环保局 生态环境厅
住房和城乡建设局 住建局 住房城乡建设局 住建厅 住房城乡建设厅 建设局 建设厅
城市管理局 城管局 综合行政执法局 执法局 城管委 城市管理综合执法局
交通运输局 交通局 交通运输厅
水利局 水务局 水利厅
农业农村局 农业局 农业农村厅 农业农村委
商务局 商务厅
文化广电和旅游局 文旅局 文广旅局 文化旅游局 文化广电旅游局 文化和旅游局 文化广电和旅游厅 文化和旅游厅 文旅厅
卫生健康委员会 卫健委 卫生健康委 卫健局 卫生健康局 卫生局
退役军人事务局 退役军人局 退役军人事务厅
应急管理局 应急局 应急管理厅
审计局 审计厅
国有资产监督管理委员会 国资委 国资局
市场监督管理局 市场监管局 市监局
体育局
统计局
医疗保障局 医保局
信访局
税务局
金融工作局 金融局 地方金融监督管理局 地方金融监管局 金融办 金融工作办公室
政务服务和大数据局 大数据局 政务服务局 政务服务管理局 政数局 大数据管理局 大数据中心
数据局 数据资源局 数据资源管理局
行政审批服务局 行政审批局 审批局
林业局 林业和草原局 林草局 园林局 园林绿化局
海洋发展局 海洋局 海洋经济厅
粮食和物资储备局 粮食局 粮储局
能源局
乡村振兴局 扶贫办 乡村振兴办
通信管理局
药品监督管理局 药监局
知识产权局
密码管理局
国家安全局 国家安全厅
机关事务管理局 机关事务局
外事办公室 外事办 外办
侨务办公室 侨办
台湾事务办公室 台办
民族宗教事务局 民宗局 民宗委 民族和宗教事务局
人民防空办公室 人防办
气象局
消防救援支队 消防支队 消防救援局
邮政管理局
海关
供销合作社 供销社 供销合作社联合社
监察委员会 监委
监狱管理局
住房公积金管理中心 公积金中心
投资促进局 招商局 投促局
""".splitlines()
)

_PLACE = (
    r"(?:国家|中央|全国|[\u4e00-\u9fff]{2,3}(?:省|市|县|区|州|盟|旗)|省|自治区|市|州|盟|县|区|旗)?"
)
# Composites and offices that no list of departments holds.
_GENERAL = (
    r"(?:省|市|县|区|州|自治区)?纪委(?:省|市|县|区)?监委|"
    r"(?:省|市|县|区|州)(?:委|政府|人大|政协|人大常委会|政协常委会)(?:办公厅|办公室|宣传部|组织部|统战部|政法委|网信办|编办|人才办|金融办|改革办|财经办|农办|"
    r"老干部局|政研室|政策研究室|督查室|巡察办|党校|研究室|提案委|经济委|社法委|社会法制委|农业和农村委|人资环委|人口资源环境委|科教卫体委|教科卫体委|文史委|民宗委|港澳台侨委|[\u4e00-\u9fff]{2,4}委(?![员托派])|"
    r"[\u4e00-\u9fff]{2,10}(?:专门)?委员会|机关|党组)|"
    r"[^\W\d_被其中等从委省市县区政各关在由对与和及把实]{2,3}(?:市|县|区|州|省)(?:人民)?(?:政府|政协|法院|检察院|人大常委会)|(?:省|市|县|区)政府(?!主|工|采|部|性|和|的)|"
    r"(?:省|市|县|区|州)政协(?!章程|组织|系统|工作|委员|论坛|主席|常委|机关|党组|领导|干部|办)|"
    r"(?:省|市|县|区)(?:总工会|妇联|残联|科协|文联|侨联|社科联|工商联|红十字会|贸促会|法院|检察院|中级人民法院|供电公司|电力公司|烟草局|城投集团|城投公司|交投集团|水务集团|文旅集团|创新投资集团)|"
    r"团(?:中央|省|市|县|区)委|"
    r"(?:人民银行|人行)[\u4e00-\u9fff]{2,4}(?:省|市)?(?:中心支行|分行|支行)|"
    r"[\u4e00-\u9fff]{2,3}(?:金融监管局|证监局|银保监局|海事局)|国家金融监督管理总局[\u4e00-\u9fff]{2,4}监管(?:局|分局)|"
    r"[\u4e00-\u9fff]{2,3}(?:市|县|区)(?:数据资源局|数据局)|[\u4e00-\u9fff]{2,5}(?:实验室)|"
    r"(?:省|市|县|区)[\u4e00-\u9fff（）()〔〕]{2,24}领导小组(?:办公室|成员单位)?|"
    r"(?:省|市|县|区)[\u4e00-\u9fff]{2,8}(?:专班|指挥部(?:办公室)?)|"
    r"[\u4e00-\u9fff]{2,4}(?:高新区|经开区|开发区|示范区|新区|园区)管委会"
)


class Lexicon:
    """Departments and their aliases, compiled for finding and resolving."""

    def __init__(self, units: Iterable[Unit] = COMMON) -> None:
        self.units = tuple(units)
        self._names: dict[str, tuple[str, bool]] = {}
        for unit in self.units:
            self._names.setdefault(unit.name, (unit.name, True))
            for alias in unit.aliases:
                self._names.setdefault(alias, (unit.name, False))
        for name in [*self._names]:
            if name.endswith("局") and len(name) > 3:  # a branch in a district
                self._names.setdefault(name[:-1] + "分局", (name[:-1] + "分局", True))
        known = "|".join(sorted(map(re.escape, self._names), key=len, reverse=True))
        self.pattern = re.compile(
            rf"(?P<place>{_PLACE})(?P<core>{known})(?P<also>（[^（）]{{2,14}}局）)?(?![\u4e00-\u9fff]*?长[、，])|{_GENERAL}"
            if known
            else _GENERAL
        )

    def resolve(self, words: str) -> Match | None:
        """One unit for a name as written: the full name with its place, or None if nobody knows it."""
        bare = re.sub(r"（[^（）]*）$", "", words.strip())
        for cut in range(len(bare)):
            core = bare[cut:]
            if core in self._names:
                name, full = self._names[core]
                place = bare[:cut]
                if place and not re.fullmatch(_PLACE, place):
                    break
                how = "全称" if full else f"“{core}”是“{name}”的简称或另一写法"
                return Match(place + self._level(name, core), 1.0 if full else 0.9, how)
        if self.pattern.fullmatch(bare):
            return Match(bare, 0.8, "按机构名称的写法识别")
        return None

    @staticmethod
    def _level(name: str, core: str) -> str:
        """A province's 厅 keeps its 厅: the alias tells the level."""
        if core.endswith("厅") and name.endswith("局"):
            return name[:-1] + "厅"
        if core.endswith("部") and name.endswith("局"):
            return name[:-1] + "部"
        return name


@lru_cache(maxsize=1)
def common_lexicon() -> Lexicon:
    """Our own generic lexicon, compiled once."""
    return Lexicon()


_NOT_BEFORE_BARE = re.compile(r"[\u4e00-\u9fff]$")
_LINK_WORDS = "由请和与及对向让同是经报的按在会望，、；：。（〔[ （”’"


def units_in(text: str, lexicon: Lexicon | None = None) -> list[Span]:
    """Where units are named. A core without place counts only after a link word or a stop."""
    lexicon = lexicon or common_lexicon()
    out: list[Span] = []
    for match in lexicon.pattern.finditer(text):
        start, end = match.span()
        place = match.groupdict().get("place")
        if match.groupdict().get("core") and not place:
            before = text[start - 1] if start else "，"
            if before not in _LINK_WORDS or (match["core"] == "海关" and before not in "由请"):
                continue
        if place and len(place) > 1:
            start += _false_place(place)
        elif not match.groupdict().get("core"):
            start += _false_place(match.group())
            level = _LEVEL.match(text[start:end])
            if (
                level
                and start
                and "\u4e00" <= text[start - 1] <= "\u9fff"
                and text[start - 1] not in _LINK_WORDS
            ):
                start += level.start("level")  # "…工作安排市政协": the place is no place
        if text[end : end + 1] in ("长", "党") and text[end : end + 2] not in (
            "长期",
            "党组",
            "党委",
        ):
            continue
        out.append(Span(start, end))
    return out


_LEVEL = re.compile(
    r"[\u4e00-\u9fff]{2,3}(?P<level>[省市县区州])(?:人民)?(?:政府|政协|法院|检察院|人大)"
)


def _false_place(place: str) -> int:
    """How many characters a place took too many: "请县", "由市", "求各市"."""
    called = re.match(r"建议|希望|要求|责成|委托|恳请|请求", place)
    start = called.end() if called and len(place) > called.end() else 0
    cuts = [
        n
        for n, sign in enumerate(place[:-1])
        if sign in "由请和与及对向让同是经报按照在会望求各日月前后"
    ]
    return max(start, *(n + 1 for n in cuts)) if cuts else start


# -- who is meant by a word for several ----------------------------------------------------------

_COLLECTIVE = re.compile(r"(?P<number>[一二两三四五六七八九十])(?:个)?(?P<kind>区|县|市|县区)")


def members_of(words: str, known: Sequence[str]) -> Match | None:
    """ "三区" or "其他两个区" among the places a speech names: who they are, with how sure that is.

    Only an exact count is offered: three districts named in all, three meant.
    """
    found = _COLLECTIVE.search(words)
    if not found:
        return None
    number = "一二三四五六七八九十".find(found["number"].replace("两", "二")) + 1
    kind = found["kind"][0]
    fits = [name for name in dict.fromkeys(known) if name.endswith(kind)]
    if len(fits) != number:
        return None
    return Match("、".join(fits), 0.7, f"文中以“{kind}”结尾的恰有{number}个，据此推断")


def others_of(words: str, among: Sequence[str], named: Sequence[str]) -> Match | None:
    """ "其他两个区": those of a group not named beside it."""
    found = _COLLECTIVE.search(words)
    if not found or not words.startswith(("其他", "其余", "另外")):
        return None
    number = "一二三四五六七八九十".find(found["number"].replace("两", "二")) + 1
    kind = found["kind"][0]
    rest = [name for name in dict.fromkeys(among) if name.endswith(kind) and name not in named]
    if len(rest) != number:
        return None
    return Match("、".join(rest), 0.6, f"除“{'、'.join(named)}”外恰余{number}个，据此推断")
