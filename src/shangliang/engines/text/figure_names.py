"""What a figure is of: the noun before it, behind it, or carried from the words around.

"规上工业增加值同比增长5%", "培育标杆30个", "30个标杆": three ways of naming one thing.
"""

from __future__ import annotations

import re

from .quantities import Quantity
from .regions import regions_in

GROW = r"增长|增加|提高|提升|上升|上涨|扩大|加快|回升|增|升|涨"
FALL = r"下降|削减|压减|压缩|精减|精简|锐减|骤减|减少|降低|下滑|回落|收窄|下跌|萎缩|缩减|减|降|跌"
_VERBS = (
    rf"(?:负增长|增收|减收|增支|减支|增产|减产|增亏|减亏|约合|折合|比增|比降|同增|发展[到至]|达到峰值|按照?|转为|转变为|变为|{GROW}|{FALL}|达到|达|为|是|完成|实现|突破|超过|超|控制在|保持在|稳定在|安排|新增|仅有|只有|仅|有|累计|"
    r"高于|低于|不低于|不超过|不少于|不多于|不得低于|不高于|占|(?<![条公合契预节])约|近|约为|升至|升到|降至|降到|维持在?|至|到|在|由|从|了|预计|预期|目标|超额|共|总计|总计达|净增|接近|跃上|迈上|翻|压缩|缩短|精简|提前|不到|不足|不及|才|刚|过|的是|递增|递减|最[快慢高低]的是|较[快慢大小]的是|居)"
)
# A share of what was set: "完成年度任务的58%", "为年度预算的71%" is a figure of what stands before.
OF_PLAN = re.compile(
    r"(?:也|仅|只|已|均|分别)*(?:完成|达到?|为|占|相当于)?(?:了)?(?:[^，。；\d]{0,8}下达的?)?(?:全年|年度|年初|本年|序时|时序|既定|计划)*(?:任务|预算|计划|目标|进度)(?:任务|数|总额)?的(?:约|仅|只)?$"
    r"|(?:(?:完成|为|占|相当于)[^，。；：]{1,14}?|^预算数?)\d+(?:\.\d+)?[万亿]?[元吨亩人户](?:（[^（）]*）)?的(?:约|近)?$|(?:是|为|相当于)[^，。；：]{2,12}的(?:约|近|近似)?$"
)
# Where a change starts from: "由去年同期的68%降至65%" is named by what stands before 由.
_FROM = re.compile(
    r"[由从](?:去年|上年|年初|上半年|一季度|前三季度|上季度|上月|\d{1,2}月份?|期初|20\d\d年|[^，。；]{0,8}同期)?(?:末|底|同期|初)?的?(?:增长|下降|上涨)?$"
)
_ADVERBS = (
    r"(?:平均每[天月年]|[日月]均|(?:去年|今年|上年|20\d\d年)[底末]|比[一二三四五六七八九十\d]{1,2}年前|[一二三四五六七八九十\d]{1,2}年来?(?=累计|共|年均|平均)|可比|按?现价|按?不变价|连续(?:\d{1,2}|[两三四五六七八九十]{1,2})(?:年|个月|个季度|季度)|同比|环比|[与同]上年同期相比|[与同]去年同期相比|[较比]上年末|[较比]年初|[较比](?:上年|去年)?(?:年初)?预算|[一二两三四五六七八九十]年平均|比上年同期|比去年同期|较上年同期|较去年同期|比上年底|比上年|比去年|较上年|较去年|比上月|比20\d\d年|比19\d\d年|按可比价格计算|按可比口径|扣除价格因素|"
    r"实际|名义|净|相比|累计|年均|平均|分别|也|(?<!人)均|都|将|要|力争|已经|已|再|又|就能|(?<![产性技智潜动功热电职效])能|可|就|仍|还|则|大幅|小幅|进一步|超额|基本|首次|率先|同口径|尽早|可以|有望|只|争取|确保|拟|一直|持续|始终|逐年|稳步|逐步|每年|全年|当年|平均每年|总共|一共|继续|预期)"
)
TAIL = re.compile(rf"(?:{_ADVERBS}|{_VERBS}|[，、\s])+$")
BUILDS = re.compile(
    r"(?:培育|扩建|改建|迁建|建设|建成|打造|新建|新增|引进|实施|开工|改造|推进|形成|开放|取消(?:和下放)?|下放|启动|启动了|布局|设立|组建|创建|认定|培养|举办|完成|安排|推出|确定|认定|发放|下达|筹集|配建|落地|招引|集聚|选派|帮扶|支持|达到|有|共|获得|争取|奖励|补助|筹措|整合|下拨|入库|新开工|竣工|投产|开展了?总计|总计|累计)$"
)
_NOUN_AFTER = re.compile(r"[\u4e00-\u9fff“”A-Za-z（）+]{2,24}")
_BARE_NOUN = re.compile(
    r"^(?:[一二三四五六七八九十两近过去\d]+年来?|促进|引导|推进|推动|带动|解决|其中|同时|此外|另外|今年|去年|全年|其|这|也|而|但|使|对|以|在|按|为|是|约|近|每|各|该|共|并|与|和|于)$"
)
_CUTS = re.compile(
    r"^.*(?:(?<![中高初平同对])等(?=[\u4e00-\u9fff]{2,8}$)|安排(?=[\u4e00-\u9fff]{3}|资金)|的有|的是|其中|同时|此外|尤其是|特别是|主要是|包括|即|因为|由于|使得|使(?!用)|通过|以及|并且|预计|力争|让[^，]{2,8}(?:沿着|按照)[^，]{2,20}，)"
)


_MEASURED = re.compile(
    r"(?:值|收入|支出|投资|总额|产量|用电量|贷款|存款|余额|利润|税收|进出口|人数|率|增速|销售额|零售总额|就业|财政收入|总值)$"
)


# What was done with money or works, right before the figure: "资金到位8亿元", "支出仅140万元".
_SPENT = re.compile(
    r"(?P<act>支出|拨付|到岗|投入|到位|开工|完工|竣工|投产|(?:基本)?建成)(?:仅|只|约|了|达|超过)*$"
)


# "投资（不含农户）同比增长": an aside before the verb.
_ASIDE = re.compile(
    r"（[^（）]{1,12}）(?=(?:同比|环比|实际|名义|可比|分别)*(?:增长|下降|完成|实现|达到?)*$)"
)


def name_of(words: str, followed: bool = False) -> str:
    """The noun in front of a figure: "规上工业增加值同比增长" → 规上工业增加值, "看了" → "".

    ``followed``: a noun stands right behind the figure too, so that a plain noun before it is not
    what is counted ("公交站点500米覆盖率").
    """
    words = _ASIDE.sub("", words)
    words = re.sub(r"(?<=[到至为达])人均$", "", words)  # "标准提高到人均320元"
    planned = OF_PLAN.sub("", words)
    if planned != words:
        return clean_noun(TAIL.sub("", planned))
    begun = _FROM.sub("", words)
    if begun != words:
        return clean_noun(TAIL.sub("", begun))
    bare = TAIL.sub("", words)
    said = words[len(bare) :]
    whole = _SHARE_OF.search(words)
    if whole:
        return clean_noun(whole["part"]) and clean_noun(whole["part"]) + "占" + whole["whole"]
    sized = SIZED.search(words if not said else bare)
    if sized:
        return LEADING.sub("", sized.group())
    if said in ("了", "过", "到", "着"):
        return ""  # "看了4个": an act, no measure
    spent = _SPENT.search(words)
    if spent:
        noun = clean_noun(TAIL.sub("", words[: spent.start()]))
        if len(without_region(noun, "")) < 2:
            return ("未" if words[: spent.start()].endswith("未") else "") + spent["act"]
        return clean_noun(words[: spent.end("act")]) if spent["act"] == "支出" else noun
    if said or _MEASURED.search(bare) or _SIZE.search(bare) or _DONE.search(bare):
        return clean_noun(bare)
    reached = _REACHED.search(words) or _REACHED.search(without_region(words, ""))
    if reached:
        return clean_noun(reached["noun"])
    noun = without_region(clean_noun(bare), "")
    # "项目32个": a plain noun right before the figure.
    plain = re.fullmatch(r"[\u4e00-\u9fff“”（）+]{2,10}", noun) and not BUILDS.fullmatch(noun)
    return noun if plain and not followed and not _NO_NOUN.search(noun) else ""


# Words that can only name a measure.
_SIZE = re.compile(
    r"(?:总长|长度|里程|面积|规模|[数量额值率]|比重|占比|人口|能力|产能|容量|装机|床位|寿命|天数|成本|价格|费用|[密强浓高]度)$"
)
# "企业新录用人员完成培训819人": who did how much of what.
_DONE = re.compile(r"[\u4e00-\u9fff]{2}完成(?!后|时|情况|率|量|额|度)[\u4e00-\u9fff]{2,12}$")
# "民间投资占全部投资的52%": a share is named by its part and its whole.
_SHARE_OF = re.compile(
    r"(?P<part>[\u4e00-\u9fff“”A-Za-z\d]{2,14})(?<!其中)已?占(?P<whole>(?!比)[\u4e00-\u9fff]{2,12}?)的?(?:比重|比例|份额)?(?:约|为|近|达到?|超过?|仅|只有|到)*$"
)
# "税收500万元以上企业6家": what is counted is named with its size.
SIZED = re.compile(
    r"[\u4e00-\u9fff]{0,8}\d+(?:\.\d+)?[\u4e00-\u9fff]{1,3}以[上下]的?[\u4e00-\u9fff“”]{2,8}$|[\u4e00-\u9fff]{0,6}超过?\d+(?:\.\d+)?[万亿]?[元亩吨人]的?(?:企业|项目|园区|集群|乡镇|镇|村|产业)$"
)
# A unit, a period or a wish is nothing one measures.
_NO_MEASURE = re.compile(
    r"^每(?![百千万]人)|^(?:比|用)[^，]{4,}|我们|只要|能够|(?:就|也)(?:能|可以)|(?:大|强)国实现|(?:办公室|委员会|局|厅|部门|单位|政府|政协|党组)$|^(?:原则上|不少于|至少|最多)"
)
# Adverbs, pronouns and acts: what follows is a sentence, no noun.
_NO_NOUN = re.compile(
    r"^(?:我|你|他|她|它|大家|先后|随机|不少于|按|每|再|又|还|约|近|共|仅|只|第|前|后|这|那|某|有|无|凡|如|因|为|从|向|对|把|被|给|让|将|要|须|不|没|未|可|能|会|应|请|于|自)"
    r"|(?:选派|组织|召开|举行|抽调|邀请|参加|听取|视察|调研|走进|用时|历时|至少|最多|不超过|辐射|帮扶|结对|联系|占地|相距|距离)$"
)
_REACHED = re.compile(
    r"(?:^|共|累计|已|先后|将|要|再|又|分别|负责|”|院|政府|[局厅委会])(?:(?:关停|淘汰|减轻|接待|吸引|惠及|下达|筹措|列支|谋划|帮扶|储备(?!项目)|实现|完成|取得|安排|拨付|落实|新增|新建|改造|建成|建设|修建|转移|调整|打造|培育|引进|盘活|整治|修建|维修|提升|带动|拉动|撬动|压减|清理|发放|办理|走访|收集|开通|投放|种植|新开工|新开(?!工)|改扩建|新改建|报送|受理|立案|办结|征集|印发|举办|承办|评选|表彰|开展|实施|化解|救助|解决|减免|争取|签约|开工|竣工|投放|收回|组织|改建|扩建|新改扩建|维护|修复|清淤|搬迁|安置|培训|检查|排查|整改|查处|提出|制定|修订|出台|授予|培养|审议|受益|覆盖|到位|开发|获得|招聘|选聘|招引|流转|栽植|补植|铺设|硬化|疏浚|救治|资助|慰问|承接|设立|削减|退出|引入|认定|获批|创建|新建成|审批|核准|完工|交付|分配|采购|配备|更新|回收|处置|查获|追回|挽回|缴获|抓获|改善|拆除|清退|复垦|治理)(?:和|、)?){1,2}(?:了|到)?"
    r"(?P<noun>[\u4e00-\u9fff“”A-Za-z\d]{2,16})$"
)
LEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}年(?:来|间)?(?=(?!规划|计划|行动|级|期|制)[\u4e00-\u9fff]{3})|用于(?=[^，]{2,24}的[\u4e00-\u9fff]{2})|计划(?=[改新建实完安投开]|培育|引进)|筹集|筹措|是(?=在)|(?:推进|加快)(?=[\u4e00-\u9fff]{4})|到位(?=[\u4e00-\u9fff])|引进(?:落地)?(?=总投资)|退出(?=[\u4e00-\u9fff]{3})|(?:获得?|取得|争取到?|争列|引进|引入|奖励)了?(?=[\u4e00-\u9fff\d]{2})|建成(?:和|、|及)在建(?=[\u4e00-\u9fff]{2})|按[\u4e00-\u9fff]{2,10}(?:计算|折算|统计)的?(?=[\u4e00-\u9fff]{2})|尤其|运营的|现已|(?:修建|安装|铺设|栽植|分类处置|处置|办理|实施(?!率|方案)|拆除|疏浚|购置|清理|修(?=[蓄桥路渠])|创(?=[\u4e00-\u9fff]{2,}收入)|研发(?=[农新]))(?=[\u4e00-\u9fff\d“]{2})|[拉带]动(?=[\u4e00-\u9fff])|承接(?=[\u4e00-\u9fff]{3})|\d{1,2}[.．、）)]|[一二三四五六七八九十]是|其中|同时|此外|另外|目前|截至|截止|到(?!位|岗|账|期)|本次|此次|本轮|实际(?!利用|使用|到位)|发现|抽查|涉及|上半年|下半年|今年|去年|(?:年|月)?底前|全年|末|前[一二三四五六七八九十\d]+(?:季度|个?月)|[一二三四]季度|第[一二三四]季度|年末|年底|\d+月(?:份|底|末)?|\d{4}年(?:底|末)?|[\d—\-]+月|"
    r"通报的|目标[是为]|确保|共有(?!产权)(?=[\u4e00-\u9fff]{2})|拥有|现有(?=[\u4e00-\u9fff]{2})|其(?![他余])|除(?![尘险雪湿虫磷氮])|这项|该项|如果|已经|已|预计|力争|确定了|预期|实现(?!率)|完成(?!率|额|量|情况)|全部|使(?!用)|让|把|但(?!是[^，]{6})|对|以|的|了|也|都|各(?![类项级种地族])|将|要|，|、|和|及|与|在(?![建校岗职册园编库线外])|从|经过|当年|累计|共(?![同建享有产青])|发展(?=[\u4e00-\u9fff]{2})|即|约|全社会(?=固定))+"
)


def _bare(noun: str) -> str:
    """Without signs around it; a quotation mark stays where its partner stays."""
    noun = noun.strip("的、，和及与（） ")
    return noun if noun.count("“") == noun.count("”") else noun.strip("“”")


def clean_noun(words: str) -> str:
    noun = words.split("，")[-1].split("；")[-1].split("：")[-1]
    noun = _CUTS.sub("", noun)
    noun = re.sub(r"^.*[”]", "", noun) if noun.count("”") > noun.count("“") else noun
    noun = _bare(LEADING.sub("", noun))
    noun = re.sub(
        r"^(?:有|涉及)?\d+个(?:县区|县市|乡镇|[县市区村](?!重点|级|属|直)|部门|单位)", "", noun
    )
    noun = re.sub(r"^\d+(?:\.\d+)?[件个项家条所处户名]", "", noun)
    if noun.endswith("每") or _NO_MEASURE.search(noun):
        return ""
    noun = re.sub(r"(?:指标|工作|情况|方面|发展)$", "", noun)
    noun = re.sub(
        r"(?<=[\u4e00-\u9fff]{2})(?:累计)?(?:实现|完成)了?(?=[\u4e00-\u9fff]{2})", "", noun
    )
    noun = re.sub(r"(?:同比|环比|年均|平均)(?=(?:增|涨|降)幅$|增速$|增长率$)", "", noun)
    return "" if _BARE_NOUN.match(noun) or len(noun) < 2 else noun


# "投入6000万元改造老旧管网": what the money is for, not what is counted.
_PURPOSE = re.compile(
    r"用于|支持|实施|开展|建设(?!用地)|改造|修建|打造|完善|推进|给予|对|为|由|以|从|到|扶持|水平|标准$|目标$|增速$|速度$"
)


def noun_after(text: str, quantity: Quantity, words: str) -> str:
    """ "培育30个标杆": what is counted stands behind the figure."""
    bare = re.sub("^[，,]?其中", "", TAIL.sub("", words))
    if not (BUILDS.search(words.rstrip()) or bare == "" or BUILDS.search(bare)):
        return ""
    if re.search(rf"(?<![新净])(?:{GROW}|{FALL})(?:了|到|至)?$", words):
        return ""
    match = _NOUN_AFTER.match(text, quantity.end)
    if not match:
        return ""
    noun = re.split(
        r"以上|左右|以下|以内|(?<=[\u4e00-\u9fff]{2})(?:实现(?!率)|成为|予以|同时|获评|获得|荣获|入选|纳入|列入|进入|投入|达到|用于|顺利|全部|全面|正式|相继|陆续|先后|得到|享受|参与|转为|建成(?!区)|通过|完成|用上|喝上|住上|处于|属于|来自|愿意|选择|认为)|未(?=完|整|开|到|落|支)|尚未|没有|，|。|；|、|，|并|的",
        match.group(),
    )
    first = next((part for part in noun if len(part) >= 2), "")
    if first.count("（") != first.count("）") or _PURPOSE.match(first):
        return ""
    return first if 2 <= len(first) <= 20 else ""


# "611户规模以上企业工业总产值": how many there are is no part of the measure's name.
_COUNTED_FIRST = re.compile(
    r"^\d+(?:\.\d+)?(?:[个户家项件条所处名]|万[户家人])(?=[\u4e00-\u9fff]{3})"
)


def without_region(noun: str, region: str) -> str:
    noun = LEADING.sub("", noun)
    if region and noun.startswith(region):
        noun = noun[len(region) :]
    noun = _COUNTED_FIRST.sub("", noun)
    places = regions_in(noun)
    while places and places[0].start == 0:
        noun = _COUNTED_FIRST.sub("", noun[places[0].end :].lstrip("、和与"))
        places = regions_in(noun)
    return _bare(LEADING.sub("", noun))


_CITY_AND_COUNTRY = re.compile(
    r"^(城镇|城市)(?:和|、|与|及)(农村|乡村)((?:常住)?居民[\u4e00-\u9fff]+)$"
)


# "第一、二、三产业增加值", "一、二、三次产业投资": each has what stands behind the last.
_SECTORS = re.compile(
    r"^第?[一二三](?:次?产业)?(?:[、和与及]第?[一二三](?:次?产业)?){1,2}(?:次?产业)?(?P<rest>[\u4e00-\u9fff]*)$"
)


def joint_names(noun: str) -> list[str]:
    sectors = _SECTORS.match(noun)
    if sectors and "产业" in noun:
        head = noun[: sectors.start("rest")]
        return [f"第{n}产业{sectors['rest']}" for n in re.findall("[一二三]", head)]
    shared = _CITY_AND_COUNTRY.match(noun)
    if shared:
        return [shared[1] + shared[3], shared[2] + shared[3]]
    parts = re.split(r"[、和与]|以及", noun)
    return (
        parts
        if len(parts) > 1 and all(_MEASURED.search(part) and len(part) >= 3 for part in parts)
        else [noun]
    )
