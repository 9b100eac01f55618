"""姓氏笔画 order: strokes first, then the first stroke (横竖撇点折), then the radical.

Data: strokes and radicals from the Unicode Han Database (Unicode License v3), packed by
tools/build_strokes.py. The first stroke is not in that database: ``FIRST_STROKE`` gives it for
some 590 surname characters, single and compound; elsewhere the radical's own first stroke stands
in, which is right wherever the radical is written first.
"""

import zlib
from functools import cache
from pathlib import Path

RANGES = ((0x3400, 0x9FFF), (0x20000, 0x323AF))
# 起笔 by GB 13000.1 笔顺规范: 1 横(提) 2 竖(竖钩) 3 撇 4 点(捺) 5 折.
FIRST_STROKE = {
    1: (
        "丁于万干才弋亓王韦元云井支戈尤车木太厉平石左龙古艾东甘戎邢成匡吉毕权有朴西达夹巩巨芮"
        "花严苏杜李杨束巫芦劳寿扶折连来励赤苗范英林郁杭欧松武苑苌苟茅邴青奉轩尧郅郏丽郦柏柳赵"
        "胡柯查荣茹荀荆南相项封咸厚厍政鄞秦袁班夏都桂桓莫贾顾索原聂莘耿晋栗郝敖曹戚盛黄萧龚堵"
        "梅菅赫萨彭葛蒋韩董惠越覃揭琴楚楼蓝雷蒲蓟蒙裘辜甄鄢赖靳蓬粟蔡蔺蔚慕臧嘉樊撒霍薛薄操融"
        "戴璩檀鞠丰贡殖壤百拓玉麦贲蒯燕幸芳荔莲荷覆"
    ),
    2: (
        "卜水山上贝史叶田申冉卢占由帅归吕曲岑时吴别师步肖里足易罗国明昌尚卓呼果非旷畅柴晁晏党"
        "赏常崔喻景路虞鄂裴督墨暴瞿冀颛訾是帖戢员晖晓哈"
    ),
    3: (
        "八毛仇公勾月从丘白包乐印付代仝仉令氏长牛殳风凤乌丛生华任仲伊伍伏向后全邬朱乔年仰危卯"
        "何余邱狄邹佟佘佴伯位利谷岳季和金周牧竺鱼采饱侯俞段钟秋禹保信须郗郇郈郜昝饶钦钭钮皇钱"
        "徐殷奚倪翁爱卿郤郄逄盘笪第符黎傅程储舒鲁焦鲍简解詹嵇腾微滕管魏穆衡籍鲜邸邾"
    ),
    4: (
        "卞方文计广门火亢兰宁永闪冯汉许江汤池安庄齐关农充刘羊米衣闫汝亦沈汪沙沃宋辛祁初冷况应"
        "怀闵言宓宗官房郎单郑法宛庞於冼邝诗施姜洪洛宣宫祝祖闻闾养语首唐席高郭凌浦涂海容家宰宾"
        "益娄栾谈诸扈章康商梁淳麻寇宿庾盖阎谌谯湛游温曾童富谢禄道雍廉阙慎满滑窦褚福谭廖漆端韶"
        "糜潘澹颜濮夔阚库宇郸郓训诚宦宪淡空濯禤"
    ),
    5: (
        "马习邓刀乜子卫女尹孔巴毋双弓刁司皮弘召边丑买孙纪阮阴阳那牟红邰张陆陈邵阿迟屈居孟练经"
        "终承姚贺骆费娥胥院陶能桑姬展通隆续隋随尉屠巢强隗逯羿缑缪熊翟暨疏骊骞邕骁函"
    ),
}
# First strokes of the 214 radicals in Kangxi order, in the form simplified text writes on the left.
RADICAL_STROKE = (
    "124352143333244355533111251552211333155412155251521545115533"
    "414113443412231321351333443335313341311332545352253142344345"
    "324511115313133335312233412343113211231414213233455311211124"
    "1353435241131333241413222213342133"
)
_FIRST = {c: str(order) for order, chars in FIRST_STROKE.items() for c in chars}


@cache
def _table() -> bytes:
    return zlib.decompress((Path(__file__).parent / "data" / "strokes.bin").read_bytes())


def strokes_and_radical(char: str) -> tuple[int, int]:
    """(total strokes, Kangxi radical) of a character; (0, 0) where the data know nothing."""
    code, offset = ord(char), 0
    for first, last in RANGES:
        if first <= code <= last:
            at = 2 * (offset + code - first)
            return _table()[at], _table()[at + 1]
        offset += last - first + 1
    return 0, 0


def first_stroke(char: str, radical: int) -> str:
    """1-5 for 横竖撇点折; 9 where nothing is known."""
    if char in _FIRST:
        return _FIRST[char]
    return RADICAL_STROKE[radical - 1] if 1 <= radical <= len(RADICAL_STROKE) else "9"


def stroke_order(char: str) -> str:
    """Six digits (strokes, first stroke, radical) for Han; the rest sort after them by code point."""
    strokes, radical = strokes_and_radical(char)
    if not strokes:
        return f"z{min(ord(char), 99999):05d}"
    return f"{strokes:02d}{first_stroke(char, radical)}{radical:03d}"
