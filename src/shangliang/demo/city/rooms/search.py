"""Five members on one matter, each in own words: what the desk proposes to merge, with the reason.

The index itself is built when every room is filled (demo/city/indexed.py).
"""

from ....accounts.seats import seat_of
from ....submissions.actions.edit import edit
from ....submissions.actions.start import start
from ....submissions.actions.submit import submit
from ..bodies import Body

ONE_MATTER = (
    (
        "关于在学校周边设置家长接送临时停车区的提案",
        "早晚高峰，三所小学门口的接送车辆占满两条机动车道，最长排到路口，公交车要绕开走。",
        "接送的时间集中在二十分钟里，学校门口没有临时停车区，家长只能沿路停。",
        "在学校周边三百米内划出家长接送临时停车区，只在上学放学的四十分钟里开放。",
    ),
    (
        "关于学校周边设置接送临时停车区的提案",
        "学校门口早晚高峰接送车辆乱停，学生从车缝里过街，今年已有两起刮碰。",
        "交警一天只能管一个门口，家长没有地方临时停车。",
        "学校周边划出家长接送临时停车区，限时二十分钟，由护学岗引导。",
    ),
    (
        "关于划出学校周边家长接送临时停车区的提案",
        "上学放学时段，学校周边两条路堵半个小时，接送车辆沿路临时停车，公交车进不了站。",
        "错时放学只在一所学校试过，没有推开。",
        "推开错时放学，并在学校周边利用机关大院、公园的空车位作家长接送临时停车区。",
    ),
    (
        "关于学校周边开放单位车位作家长接送临时停车区的提案",
        "学校门口没有地方停，家长接送学生只好占道临时停车，早晚高峰路口走不动。",
        "学校周边的机关、银行在这个时段空着车位。",
        "由街道牵线，学校周边的单位在上学放学时段开放车位，作为家长接送临时停车区。",
    ),
    (
        "关于学校周边建家长接送临时停车区和护学通道的提案",
        "小学门口接送车辆临时停车占了人行道，学生走在机动车道上，早晚高峰最危险。",
        "学校门口的路面没有划分，家长接送和过路的车混在一起。",
        "小学门口建护学通道，学校周边划出家长接送临时停车区，护学岗早晚值守。",
    ),
)


def fill(city: Body, counties: list[Body]) -> None:
    """Written and handed in by five members, one after another."""
    place = city.place
    for author, (title, situation, analysis, ask) in zip(
        city.members[20:], ONE_MATTER, strict=False
    ):
        seat = seat_of(author)
        case = start(seat)
        edit(
            seat,
            case.pk,
            fields={
                "title": title,
                "situation": f"{situation}这是在{place}三个街道走访时看到的。",
                "analysis": analysis,
            },
            asks=[{"text": f"建议公安交警部门会同教育部门：{ask}"}],
        )
        submit(seat, case.pk)
