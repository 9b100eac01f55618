"""共识: rounds of statements, positions, what all share and what divides."""
