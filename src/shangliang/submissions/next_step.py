"""What happens next to one's own proposal, in one sentence, for lists that ask nothing a row."""

from .chain.lamps import Light
from .models import Submission


def by(light: Light | None) -> str:
    """12 月 4 日前, when a clock runs."""
    return f"，{light.due.month} 月 {light.due.day} 日前" if light and light.due else ""


def next_step(case: Submission, light: Light | None = None, rated: bool = False) -> str:
    """The sentence under a title in "my proposals"; ``light``: the soonest running clock."""
    units = case.lead_names or "承办单位"
    match case.state:
        case "draft":
            return "还没有提交"
        case "approving":
            return "等单位审签人审签"
        case "submitted":
            return f"等提案委审查{by(light)}"
        case "reviewing":
            return f"等提案委复审{by(light)}"
        case "returned":
            return "请您修改后再提交"
        case "filed":
            return f"已立案，等交办{by(light)}"
        case "merged":
            return "已并案，随主案一起办理、一起答复您"
        case "divided":
            return "已分成几件，各自办理"
        case "handling":
            again = f"第 {case.round} 轮，" if case.round > 1 else ""
            return f"{again}{units}办理{by(light)}答复"
        case "replied":
            return "您已评价，等办结" if rated else f"已答复，请您逐条看、逐条评{by(light)}"
        case "closed":
            return "已办结"
        case "to_report":
            return "已转为社情民意信息"
        case "to_letter":
            return "已转为委员来信"
        case "not_filed":
            return "没有立案，请看理由"
        case "withdrawn":
            return "已撤案"
    return ""
