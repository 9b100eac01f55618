"""姓氏笔画 order: strokes first, then the first stroke (横竖撇点折), then the radical.

Data: strokes and radicals from the Unicode Han Database (Unicode License v3), packed by
tools/build_strokes.py. The first stroke is not in that database; ``FIRST_STROKE`` gives it for
common surnames, others fall back to the radical's own first stroke.
"""

import zlib
from functools import cache
from pathlib import Path

RANGES = ((0x3400, 0x9FFF), (0x20000, 0x323AF))
# 起笔: 1 横 2 竖 3 撇 4 点 5 折, for surnames where the radical would mislead.
FIRST_STROKE = {
    1: "丁于万王韦井支石左龙古艾平东匡邢成巩芮花严苏杜李杨吴轩贡苗范英林郁杭欧耿聂莫荣",
    2: "卜田史叶冉卢申由帅岑时肖吴别闵易罗岳国昌明咸柴党贾",
    3: "刁千毛仇公月丘白包乐冯印丛生仲任华伊向后全邬牟朱乔危何佟余邱狄邹金周郇侯段俞饶钟",
    4: "方文计卞邓宁永冯江汤池许阮闫安米汪沈宋沃辛宓庞郎郑单法宗官房祁祝施闻姜洪洛宣宫",
    5: "马习邓孔尹巴水允尤双邢阴阳孙纪那陆陈张邵邰幸孟屈承降姚娄骆贺姬",
}
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


def stroke_order(char: str) -> str:
    """Six digits (strokes, first stroke, radical) for Han; the rest sort after them by code point."""
    strokes, radical = strokes_and_radical(char)
    if not strokes:
        return f"z{min(ord(char), 99999):05d}"
    return f"{strokes:02d}{_FIRST.get(char, '9')}{radical:03d}"
