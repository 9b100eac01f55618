"""议题：改议题."""

from datetime import date

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TOPIC
from ..intake import keep_secrets_out
from ..models import Deployment, Topic


@verb(TOPIC, "amend_topic", Topic)
def amend_topic(
    case: Topic,
    seat: Seat,
    *,
    title: str,
    source: str,
    text: str = "",
    deployment: int | None = None,
    decision: str = "",
    decision_on: date | None = None,
) -> None:
    """Wording, source, the deployment it serves and the decision it should reach in time."""
    if len(title.strip()) < 4:
        raise refuse("请用一句话写明议题，至少 4 个字。")
    keep_secrets_out(title, text)
    if source not in Topic.Source.values:
        raise refuse("请选议题来源。")
    if deployment and not Deployment.objects.filter(committee_id=seat.committee_id, pk=deployment):
        raise refuse("没有这项部署。")
    case.title, case.source, case.text = title.strip()[:80], source, text.strip()[:2000]
    case.deployment_id, case.decision = deployment, decision.strip()[:80]
    case.decision_on = decision_on
