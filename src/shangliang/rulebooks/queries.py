"""Which rulebook holds on a day."""

from datetime import date

from .body import ProposalRules
from .models import Rulebook


class NoRulebook(LookupError):
    """The committee has no published rulebook in force."""


def in_force(committee_id: int, day: date, kind: str = "proposal") -> Rulebook:
    """The published version with the latest date not after ``day``; the newest wins a tie."""
    found = (
        Rulebook.objects.filter(
            committee_id=committee_id,
            kind=kind,
            state=Rulebook.State.PUBLISHED,
            valid_from__lte=day,
        )
        .order_by("-valid_from", "-version")
        .first()
    )
    if found is None:
        raise NoRulebook("本政协还没有施行中的提案规程。请管理员在“规程”里选一个范本发布。")
    return found


_parsed: dict[tuple[int, str], ProposalRules] = {}


def rules_of(rulebook: Rulebook) -> ProposalRules:
    """The rules, parsed once a process: a published body never changes, a draft has a stamp."""
    key = (rulebook.pk, rulebook.updated_at.isoformat())
    if key not in _parsed:
        if len(_parsed) > 256:
            _parsed.clear()
        _parsed[key] = rulebook.rules
    return _parsed[key]
