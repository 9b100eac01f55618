"""委员年度履职情况登记表, from facts; opinions and seals are left as room for a hand."""

from ...engines.papers.official import MemberYear as Form
from ...procedures.seat import Seat
from ..member_year import MemberYear


def form(seat: Seat, year: MemberYear) -> Form:
    """Typed content for Word and PDF."""
    who = year.person
    facts = [(f.label, f"{f.number}件") for f in year.facts]
    facts += [(label, f"{number}次") for label, number in year.further]
    return Form(
        committee=seat.committee_name,
        year=year.year,
        name=who.name,
        sex=who.sex,
        ethnicity=who.ethnicity,
        birth=f"{who.birth_year}年" if who.birth_year else "",
        party=year.party,
        workplace="，".join(part for part in (who.workplace, who.post) if part),
        sector=year.sector,
        special_committee=year.special_committee,
        facts=facts,
    )
