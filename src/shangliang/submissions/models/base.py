"""What rows with a state have in common, as procedures ask it."""

from typing import TYPE_CHECKING

from ...rulebooks.queries import rules_of

if TYPE_CHECKING:
    from ...rulebooks.body import ProposalRules


class HasRules:
    """A row that keeps the rulebook it began with; answers the questions clocks ask."""

    clock_round = 1
    clock_unit_id: int | None = None

    @property
    def rules(self) -> "ProposalRules":
        return rules_of(self.root.rulebook)  # type: ignore[attr-defined]

    def clock_key(self, kind: str) -> str:
        """The rulebook's key for a clock kind; one kind may have several limits."""
        return kind
