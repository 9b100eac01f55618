"""Papers of this room from one content each: minutes, results, the joint report."""

from ..engines.papers.official import Para, Report, Section, Table, paragraphs
from ..procedures.office_calendar import today
from .actions.cast_vote import CHOICES
from .models import Adoption, Consultation, Result, Space
from .presets import result_kinds


def minutes_paper(case: Consultation) -> Report:
    """The signed text as it is; a draft says that it is one."""
    return Report(
        title=f"{case.title}{case.kind.short}纪要",
        subtitle=case.minutes_number or "（草稿，未签发）",
        sections=[Section(paragraphs=paragraphs(case.minutes))],
        issuer=str(case.lead),
        date=case.signed_on or today(),
    )


def result_paper(case: Result) -> Report:
    """Cover line with number and level, text, recommendations, where it goes; the vote if any."""
    kind = result_kinds()[case.kind]
    names = [d.addressee for d in case.deliveries.all()]
    # 主送机关 stands above the text, flush left, with a colon (GB/T 9704-2012, 7.3.2).
    head = [Para("、".join(names) + "：", "flat")] if names else []
    sections = [Section(paragraphs=[*head, *paragraphs(case.body)])]
    advices = list(case.advices.select_related("unit"))
    if advices:
        text = "\n".join(
            f"{a.order}. {a.text}" + (f"（建议{a.unit}）" if a.unit else "") for a in advices
        )
        sections.append(Section.of("建议", text))
    vote = case.adoptions.filter(state="passed").first()
    if vote:
        sections.append(Section.of("通过情况", vote_line(vote)))
    answered = [a for a in advices if a.outcome]
    if answered and case.state in ("answered", "done"):
        table = Table(
            ["序号", "结果", "答复"],
            [[str(a.order), a.get_outcome_display(), a.answer] for a in answered],
        )
        sections.append(Section.of("答复与跟踪", case.summary, table))
    return Report(
        title=case.title,
        subtitle="　".join(
            x
            for x in (
                ""
                if case.number.startswith(kind.label)
                else kind.label,  # 建议案〔2026〕2号 says it
                case.number or "（草稿，未编号）",
                case.level,
            )
            if x
        ),
        sections=sections,
        issuer=case.committee.name,
        date=case.issued_on or today(),
    )


def vote_line(vote: Adoption) -> str:
    """由…无记名表决：应到 9，赞成 7，反对 1，弃权 1，通过。"""
    counts = "，".join(f"{label} {getattr(vote, key)}" for key, label in CHOICES.items())
    electors = vote.electors.count()
    return f"{vote.body}{vote.get_kind_display()}：应到 {electors}，{counts}，{vote.get_state_display()}。"


def joint_paper(space: Space) -> Report:
    """The common report: each city's part under its name; advice with who supports it, and who not."""
    sections = [
        Section.of(f"{s.heading}（{s.side.name}）", s.text)
        for s in space.sections.select_related("side")
    ]
    papers = list(space.papers.select_related("side"))
    if papers:
        rows = [[p.side.name, p.title, p.author] for p in papers]
        sections.append(Section.of("各市论文", "", Table(["城市", "论文", "作者单位"], rows)))
    rows = []
    for a in space.advices.prefetch_related("stands__side"):
        stands = list(a.stands.all())
        yes = "、".join(s.side.name for s in stands if s.supports)
        no = "；".join(f"{s.side.name}：{s.note}" for s in stands if not s.supports)
        rows.append([str(a.order), a.text, yes or "—", no or "—"])
    if rows:
        sections.append(
            Section.of("共同建议", "", Table(["序号", "建议", "支持的城市", "不同意见"], rows))
        )
    return Report(
        title=space.title,
        subtitle=f"{space.get_kind_display()}　第 {space.revision} 稿",
        sections=sections,
        issuer="、".join(space.sides.exclude(right="reads").values_list("name", flat=True)),
        date=space.finished_on or today(),
    )
