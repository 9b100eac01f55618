"""演示: choose a role and walk in. The page exists only in demo mode (ASVS 6.3.2)."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ...actors.models import Tie
from ...procedures.office_calendar import today
from ..seats import LEADING
from .gate import onward
from .sign_in import enter

K = Tie.Kind


@dataclass(frozen=True)
class Door:
    """One role to walk in as: its job in a sentence, and the tie that makes it."""

    key: str
    label: str
    job: str
    first: str
    kind: str
    titles: tuple[str, ...] = ()


DOORS = (
    Door("member", "委员", "写提案、会签、看办到哪一步、给答复打分。手机上就能做完。", "从“写一件”开始", K.MEMBER),
    Door("drafter", "集体提案执笔人", "替党派、界别、专委会起草集体提案，送负责人审签。", "从“我的来件”开始", K.DRAFTS),
    Door("approver", "集体提案审签人", "看执笔人送来的稿，签发或退回。", "从“我的一天”开始", K.HEADS),
    Door("clerk", "提案委初审", "逐件审查：立案、并案、退回、转信息，全用键盘，不离开收件台。", "从收件台开始", K.CLERK, ("初审", "")),
    Door("second", "提案委复审", "复核初审意见，立案编号，定重点提案。", "从收件台开始", K.CLERK, ("复审",)),
    Door("supervisor", "交办督办", "交办会上成批交办，处理申退、延期，催办逾期，核查答复。", "从督办台账开始", K.SUPERVISOR),
    Door("unit_staff", "承办单位经办人", "签收、联系提案人、逐条拟答复、报进展。", "从单位收件箱开始", K.UNIT_STAFF),
    Door("unit_head", "承办单位负责人", "看经办人拟的答复，签发。", "从单位收件箱开始", K.UNIT_HEAD),
    Door("leader", "政协领导", "一页看完：哪几件晚了、领办的重点提案到哪了。", "从领导一页开始", K.OFFICE, tuple(LEADING)),
    Door("organiser", "专委会工作人员", "管议题、年度协商计划、协商和活动，读文件、跟指标，把会上说定的交办下去。", "从“我的一天”开始", K.ORGANISER),
    Door("editor", "信息编辑", "编社情民意：筛选、合并、编发，录采用和批示，告诉每一位来稿人。", "从“我的一天”开始", K.EDITOR),
    Door("convenor", "议事召集人", "在社区议事室开议事会：谁来了、商定了什么、谁去办。", "从“我的一天”开始", K.CONVENOR),
    Door("admin", "系统管理员", "开账号、停用、重置密码。看不到任何提案。", "从账号开始", K.ADMIN),
    Door("security", "安全管理员", "授予和结束职责，撤第二因子。不能授给自己。", "从账号开始", K.SECURITY),
    Door("auditor", "审计管理员", "只看日志：谁在什么时候做了什么，链有没有断。", "从日志开始", K.AUDITOR),
)  # fmt: skip


def people_of_doors() -> dict[str, Tie]:
    """Door key -> the tie of the first demonstration person of that role, in two queries."""
    held = (
        Tie.objects.filter(
            kind__in=[d.kind for d in DOORS],
            who__account__demo=True,
            who__account__is_active=True,
            who__active=True,
        )
        .on(today())
        .values("kind", "title")
        .annotate(first=Min("pk"))
        .order_by()
    )
    firsts = sorted((row["first"], row["kind"], row["title"]) for row in held)
    ties = Tie.objects.select_related("who", "who__account", "who__committee", "whom").in_bulk(
        [pk for pk, _, _ in firsts]
    )
    out: dict[str, Tie] = {}
    for door in DOORS:
        for pk, kind, title in firsts:
            if kind == door.kind and (not door.titles or title in door.titles):
                out.setdefault(door.key, ties[pk])
    return out


def demo(request: HttpRequest) -> HttpResponse:
    """One press walks in; what is done is done as that person."""
    if not settings.DEMO:
        raise Http404("演示模式没有打开")
    found = people_of_doors()
    if request.method == "POST":
        tie = found.get(request.POST.get("role", ""))
        account = tie.who.account if tie else None
        if account is None or not account.demo:
            return redirect("demo-entry")
        request.session.pop("person", None)
        enter(request, account, "sign_in_demo")
        request.session["person"] = tie.who_id if tie else None
        return redirect(onward(request))
    context = {
        "doors": [(door, found[door.key]) for door in DOORS if door.key in found],
        "next": onward(request, ""),
    }
    return render(request, "accounts/demo.html", context)
