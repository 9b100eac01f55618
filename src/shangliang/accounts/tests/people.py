"""Everybody of the small city who knocks at doors."""

ROLES = (
    "member", "leader", "clerk", "second", "supervisor", "staff_housing", "head_housing",
    "drafter", "approver", "organiser", "editor", "convenor", "admin", "security", "auditor",
)  # fmt: skip
