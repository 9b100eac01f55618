"""现在等谁: who acts next, until when. One sentence a state, from the facts."""

from dataclasses import dataclass

from ...procedures.models import Clock
from ..flow.conditions import round_left
from ..models import Assignment
from .facts import Facts
from .lamps import Light, light_of, light_of_day

# What ended without being handled as this proposal: nobody is waited for here.
ENDED = {
    "divided": "分出的各件分别办理",
    "to_report": "按社情民意另行办理",
    "to_letter": "按来信另行办理",
    "not_filed": "没有人，没有立案",
    "withdrawn": "没有人，已撤案",
    "discarded": "没有人，已弃去",
}


@dataclass(frozen=True)
class Waiting:
    """Whom we wait for, and the lamp of the clock that runs on them."""

    who: str
    light: Light | None = None


def soonest(clocks: list[Clock], *kinds: str) -> Clock | None:
    """The running clock among these kinds that ends first."""
    running = [c for c in clocks if c.running and c.kind in kinds]
    return min(running, key=lambda c: c.due_on, default=None)


def with_clock(facts: Facts, who: str, *kinds: str) -> Waiting:
    clock = soonest(facts.clocks, *kinds)
    return Waiting(who, light_of(clock, facts.case.rules) if clock else None)


def waiting_for(facts: Facts) -> Waiting:
    """The answer on top of the chain page."""
    case = facts.case
    author = case.proposer_names or str(case.author)
    simple = {
        "draft": (f"{author}写完、提交", ("cosign",)),
        "approving": (f"{case.author}的审签人审签", ()),
        "submitted": ("提案委审查", ("review",)),
        "reviewing": ("提案委复审", ("review",)),
        "returned": (f"{author}修改后再提交", ()),
        "filed": ("督办机构交办", ("assign",)),
    }
    if case.state in simple:
        who, kinds = simple[case.state]
        return with_clock(facts, who, *kinds)
    if case.state == "merged" and case.group:
        return Waiting(f"随主案{case.group.lead.number_label}一起办理")
    if case.state == "handling":
        return handling(facts)
    if case.state == "replied":
        return replied(facts)
    if case.state == "closed":
        return after_closing(facts)
    return Waiting(ENDED.get(case.state, ""))


def step_of(facts: Facts, row: Assignment) -> tuple[str, tuple[str, ...]] | None:
    """What one unit's duty waits for, with the clocks that run on it; None when it is done."""
    unit = str(row.unit)
    if row.state == "issued":
        return f"{unit}签收", ("sign", "reply")
    if row.state == "contested":
        return f"督办机构答复{unit}的申退", ("return",)
    if row.state != "accepted":
        return None
    if getattr(row, "extension_open", False):
        return f"督办机构答复{unit}的延期申请", ("reply",)
    reply = next(
        (r for r in facts.replies if r.assignment_id == row.pk and r.round == row.round), None
    )
    if reply and reply.state == "checking":
        return f"督办机构审核{unit}的答复", ("check",)
    if reply and reply.state == "countersigning":
        return f"会办单位会签{unit}的答复", ("countersign", "reply")
    if not row.answers_itself:
        return f"{unit}提会办意见", ("co_opinion",)
    redo = [a.order for a in facts.asks if a.state == "redo"]
    if redo and row.round > 1:
        return f"{unit}重新办理第 {'、'.join(map(str, redo))} 条", ("reply",)
    return f"{unit}办理、答复", ("reply",)


def handling(facts: Facts) -> Waiting:
    steps = [(row, found) for row in facts.live if (found := step_of(facts, row))]
    if not steps:
        return Waiting("督办机构改定承办单位" if not facts.live else "督办机构")
    words = list(dict.fromkeys(found[0] for _, found in steps))
    who = "；".join(words[:3]) + (f"等 {len(words)} 处" if len(words) > 3 else "")
    wanted = []
    for row, (_, kinds) in steps:
        reply_ids = {r.pk for r in facts.replies if r.assignment_id == row.pk}
        wanted += [
            c
            for c in facts.clocks
            if c.running
            and c.kind in kinds
            and (
                (c.about_type == "assignment" and c.about_id == row.pk)
                or (c.about_type == "reply" and c.about_id in reply_ids)
            )
        ]
    clock = min(wanted, key=lambda c: c.due_on, default=None)
    return Waiting(who, light_of(clock, facts.case.rules) if clock else None)


def rated(facts: Facts) -> tuple[int, int]:
    """(voices heard this round, voices asked): those of what was merged in count too."""
    done = {r.person_id for r in facts.ratings if r.round == facts.case.round}
    asked = facts.voices
    return sum(bool(voice & done) for voice in asked), max(1, len(asked))


def replied(facts: Facts) -> Waiting:
    done, asked = rated(facts)
    clock = soonest(facts.clocks, "rating")
    unhappy = any(r.result == "not" and r.round == facts.case.round for r in facts.ratings)
    if done < asked and clock:
        return with_clock(facts, f"提案人逐条看、逐条评（已评 {done}／{asked}）", "rating")
    if unhappy and round_left(facts.seat, facts.case):
        return Waiting("督办机构组织面商，提案委办结")
    if unhappy:
        return Waiting("督办机构决定重办，或组织面商")
    return Waiting("提案委办结")


def after_closing(facts: Facts) -> Waiting:
    open_tasks = [a for a in facts.asks if getattr(a, "task_state", None) in ("doing", "reported")]
    reported = [a for a in open_tasks if a.task_state == "reported"]  # type: ignore[attr-defined]
    if reported:
        orders = "、".join(str(a.order) for a in reported)
        return Waiting(f"督办机构核实第 {orders} 条的承诺")
    if open_tasks:
        orders = "、".join(str(a.order) for a in open_tasks)
        due = min((a.task_due for a in open_tasks if a.task_due), default=None)  # type: ignore[attr-defined]
        return Waiting(f"单位兑现第 {orders} 条的承诺", light_of_day(due, facts.case.committee_id))
    unknown = [a.order for a in facts.asks if not judged(facts, a.pk)]
    if unknown:
        return Waiting(f"核实第 {'、'.join(map(str, unknown))} 条的成效")
    return Waiting("")


def judged(facts: Facts, ask_id: int) -> bool:
    """Whether somebody other than the doer has said what became of an ask."""
    return any(e.judge_id for e in facts.effects.get(ask_id, ()))
