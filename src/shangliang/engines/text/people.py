"""Lines that are a person's name, a date, a place: what stands between a title and its text."""

from __future__ import annotations

import re

# The four hundred commonest surnames would add little: a name line also has to stand alone.
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
    "鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜"
    "郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉"
    "钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋"
    "仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴"
    "胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹"
    "习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾"
    "辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖覃兰代付佟涂闫岳苑阳年敬揭斯么牟"
)
_DOUBLE = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "夏侯",
    "司徒",
)
_NOT_NAMES = re.compile(
    r"[的和与及在是了不为对向把]|经验|工作|建设|发展|附件|目录|摘要|通知|方案|说明|前言|结语|单位|成员|时间|地点|方面|任务|思想|高度|全面"
)
_HAN = re.compile(r"^[\u4e00-\u9fff]{2,4}$")
_DATE_LINE = re.compile(
    r"^[（(]?\s*(?:[12]\d{3}|[一二三四五六七八九〇零oO0ｏＯ]{4})\s*年(?:\s*[一二三四五六七八九十\d]{1,3}\s*月(?:\s*[一二三四五六七八九十\d]{1,3}\s*日)?)?\s*[）)]?$"
)
_OFFICE = re.compile(
    r"(?:主席|副主席|书记|副书记|市长|县长|区长|省长|州长|镇长|乡长|局长|主任|部长|厅长|秘书长|总理|委员长|常委|委员)$"
)
_OFFICE_HOLDER = re.compile(
    r"^(?P<office>[\u4e00-\u9fff、·（）()\s]{1,40}?(?:主席|书记|市长|县长|区长|省长|州长|镇长|乡长|局长|主任|部长|厅长|秘书长|总理|委员|组长|会长))"
    r"\s*(?P<name>[\u4e00-\u9fff]{2,4}|[xX×＊*○]{1,3}|[\u4e00-\u9fff][xX×＊*某]{1,2})$"
)


def is_name(words: str) -> bool:
    """Whether a line is nothing but a Chinese personal name (李　强 with a blank inside too)."""
    bare = re.sub(r"\s", "", words)
    if not _HAN.match(bare) or _NOT_NAMES.search(bare):
        return False
    return bare[:2] in _DOUBLE and len(bare) >= 3 or (bare[0] in _SURNAMES and len(bare) <= 3)


def is_date_line(words: str) -> bool:
    """Whether a line is nothing but the day of a speech."""
    return bool(_DATE_LINE.match(words.strip())) and len(words.strip()) <= 34


def office_holder(words: str) -> tuple[str, str] | None:
    """("市政协主席", "xxx") of a line that gives office and name, or None."""
    found = _OFFICE_HOLDER.match(words.strip())
    if not found or len(words) > 46 or _NOT_NAMES.search(found["name"]):
        return None
    if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", found["name"]) and not is_name(found["name"]):
        return None
    return found["office"].strip(), found["name"]


def is_office(words: str) -> bool:
    """Whether a line ends in an office: "国务院总理"."""
    return bool(_OFFICE.search(words.strip())) and len(words.strip()) <= 24
