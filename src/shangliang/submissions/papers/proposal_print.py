"""提案印件: the proposal as it is printed and filed. Field order: docs/field.md 10.2."""

from django.utils import timezone

from ...actors.models import Tie
from ...engines.papers.official import ProposalPrint, Proposer
from ...procedures.office_calendar import today
from ..chain.facts import Facts
from ..models import UnitChoice
from .words import class_number, full_meeting, signers, unit_line


def may_see_contacts(facts: Facts) -> bool:
    """Addresses and telephones go to those who handle the case and to its own proposers."""
    return facts.office or bool(facts.mine) or facts.proposer


def proposers(facts: Facts) -> list[Proposer]:
    """Each proposer with sector; the first one also with contacts, where this seat may see them."""
    case, open_ = facts.case, may_see_contacts(facts)
    if case.collective:
        contact = case.drafter.name if case.drafter else ""
        phone = case.drafter.phone if case.drafter and open_ else ""
        return [Proposer(case.author.name, contact=contact, phone=phone)]
    people = [s.person for s in signers(facts)] or [case.author]
    sectors = dict(
        Tie.objects.filter(
            committee_id=case.committee_id, kind=Tie.Kind.SECTOR, who__in=[p.pk for p in people]
        )
        .on(today())
        .values_list("who_id", "whom__name")
    )
    return [
        Proposer(
            name=p.name,
            body=sectors.get(p.pk, ""),
            address=(p.address or p.workplace) if open_ else "",
            phone=p.phone if open_ else "",
            email=p.email if open_ else "",
        )
        for p in people
    ]


def review_opinion(facts: Facts) -> str:
    """立案，主办：…；会办：…. A reviewer's own notes stay with the reviewers."""
    case = facts.case
    if not case.filed_at:
        return ""
    units = unit_line(facts.live)
    return f"立案{f'，{units}' if units else ''}。"


def build(facts: Facts, of: int | None = None) -> ProposalPrint:
    """The print of one proposal as this seat may read it."""
    case = facts.case
    wished = UnitChoice.objects.filter(
        committee_id=case.committee_id, submission=case, layer=UnitChoice.Layer.WISHED
    ).select_related("unit")
    consent = "同意" if case.consent_public else f"不同意　{case.consent_reason}".strip()
    return ProposalPrint(
        committee="中国人民政治协商会议",
        session=full_meeting(case),
        year=case.session.year,
        number=f"{case.number:04d}" if case.number else "",
        class_number=class_number(case),
        title=case.title,
        proposers=proposers(facts),
        situation=case.situation,
        analysis=case.analysis,
        asks=[a.text for a in facts.asks],
        seconders=[
            s.person.name for s in facts.signatures if s.role == "second" and s.state == "signed"
        ],
        consent=consent,
        units_suggested=[c.unit.name for c in wished],
        review_opinion=review_opinion(facts),
        received=timezone.localdate(case.submitted_at) if case.submitted_at else None,
    )


def missing(facts: Facts, paper: ProposalPrint) -> list[str]:
    """What the print still lacks."""
    case = facts.case
    found = []
    if not case.number:
        found.append("还没有立案，没有编号")
    if not case.situation.strip():
        found.append("没有写情况")
    if not facts.asks:
        found.append("没有写建议")
    unsigned = [s.person.name for s in facts.signatures if s.state == "invited"]
    if unsigned:
        found.append(f"还没有会签：{'、'.join(unsigned)}")
    return found
