"""What a firm sends by its link."""

from django.db import transaction

from ...journal import write as journal
from ...procedures.office_calendar import today
from ...procedures.perform import lock
from ...procedures.verdicts import refuse
from ..grouping import guess
from ..models import Survey, SurveyAnswer, SurveyLink
from ..texts import keep_out_secrets


def answer_survey(
    committee_id: int, code: str, *, device: str, is_firm: bool, fields: dict[str, str]
) -> SurveyAnswer:
    """What a firm sends by its link.

    The firm's own answer may be changed from the device that gave it, until the end. From another
    device, or when the person says it is another firm, the answer is kept apart as forwarded and
    never lies over the firm's own. Raises Refused; nothing typed is lost, the page shows it again.
    """
    keep_out_secrets("open", fields.get("problem", ""))
    with transaction.atomic():
        link = SurveyLink.objects.filter(committee_id=committee_id, public_code=code).first()
        if link is None:
            raise refuse("这个填报链接不对，请核对或向发链接的人要。", "wall")
        survey = lock(Survey, link.survey_id, committee_id)
        if survey.state != "open" or survey.ends_on < today():
            raise refuse(f"这次摸底 {survey.ends_on:%-m 月 %-d 日}已经截止。")
        own = link.answers.filter(forwarded=False).first()
        mine = link.answers.filter(device=device).first()
        forwarded = not is_firm or (own is not None and own.device != device)
        row = mine or SurveyAnswer(
            committee_id=committee_id, link=link, survey=survey, device=device, forwarded=forwarded
        )
        if mine is None and forwarded and link.answers.count() > 50:
            raise refuse("这个链接被转发得太多，已停止接收。请向主办单位要本企业自己的链接。")
        fill(row, fields)
        row.save()
        journal.write(
            committee_id=committee_id, person_id=None, verb="survey.answered", case=survey,
            about=row, detail={"forwarded": row.forwarded},
        )  # fmt: skip
        return row


def fill(row: SurveyAnswer, fields: dict[str, str]) -> None:
    """The few answers, each of its own list; the free text gets its suggested class."""
    A = SurveyAnswer
    if fields.get("work") not in A.Work.values:
        raise refuse("请选开工情况。")
    row.work = fields["work"]
    row.orders = fields.get("orders", "") if fields.get("orders") in A.Trend.values else ""
    row.cash = fields.get("cash", "") if fields.get("cash") in A.Cash.values else ""
    share = fields.get("staff_back", "").strip()
    if share and not (share.isdigit() and int(share) <= 100):
        raise refuse("返岗比例写 0 到 100 的整数。")
    row.staff_back = int(share) if share else None
    row.trade = fields.get("trade", "").strip()[:20]
    text = fields.get("problem", "").strip()
    if len(text) > 1000:
        raise refuse(f"“最难的一件事”最多 1000 字，现在 {len(text)} 字。")
    row.problem = text
    if not row.matter_settled:
        row.matter = guess(text, row.survey.rules.matters).code if text else ""
