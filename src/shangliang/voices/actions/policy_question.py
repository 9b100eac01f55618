"""问政策: a firm's question becomes a difficulty with the policy beside it, so that it has a clock."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..queries import open_policies
from .receive import receive


@act("policy.ask", "问政策")
def ask_about_policy(
    seat: Seat, pk: int, *, text: str, secrecy: str, name: str = "", contact: str = "", client_key: str = ""
) -> Done:  # fmt: skip
    """Returns the voice: its receipt is the firm's way back. The same key gives the same one."""
    policy = open_policies(seat.committee_id).filter(pk=pk).first()
    if policy is None:
        raise refuse("没有找到这条政策，或者已经停用。", "wall")
    case = receive(
        seat, kind="difficulty", secrecy=secrecy, client_key=client_key, source_name=name,
        source_contact=contact,
        fields={"text": text, "title": f"问政策：{policy.title}", "wished_unit": policy.unit_id},
    )  # fmt: skip
    if case.policy_id is None:
        case.policy = policy
        case.save(update_fields=["policy"])
    return Done(case=policy, about=case, result=case)
