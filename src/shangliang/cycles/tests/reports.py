"""What units hand in, for the tests of calls and meetings."""

from shangliang.cycles.actions.hand_in import hand_in
from shangliang.cycles.models import Handin

CONTENTS = [
    {"name": "主要经济指标", "words": ["指标", "增长"], "figures": True},
    {"name": "5G项目", "words": ["5G"]},
    {"name": "下一步举措", "words": ["下一步"]},
]


REPORT = """关于上半年工作的汇报
一、指标完成情况
上半年生产总值增长2.1%，规上工业增加值增长3.4%，固定资产投资增长5.0%，居全市第三位，比一季度回升两位。
二、下一步打算
下一步，进一步加强企业服务，切实帮助企业解决困难。
由商务局牵头，9月底前新引进项目3个。
"""


def handin(call, city, unit="housing"):
    return Handin.objects.get(call=call, unit=city.units[unit])


def handed(call, city, unit="housing", text=REPORT):
    row = handin(call, city, unit)
    hand_in(city.seat(f"staff_{unit}"), row.pk, text=text)
    return handin(call, city, unit)
