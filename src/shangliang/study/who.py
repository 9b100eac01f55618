"""Who takes part in study, and who keeps it."""

from ..procedures.seat import Role

# 机关: keeps plans, banks and contests.
KEEPERS = (Role.ORGANISER, Role.CLERK)
# Those a plan can reach: the committee's own people, never the handling units.
LEARNERS = (
    Role.MEMBER,
    Role.LEADER,
    Role.CLERK,
    Role.SECOND_REVIEWER,
    Role.ORGANISER,
    Role.EDITOR,
    Role.CONVENOR,
    Role.DRAFTER,
    Role.APPROVER,
)
# Those who see names beside what is not done: who must remind them.
NAMES = KEEPERS
