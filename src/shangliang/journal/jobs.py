"""Proving the chain as a job, with every fault on its page."""

from ..jobs.models import Job
from ..jobs.nightly import verify_one
from ..jobs.run import Outcome, Progress, job
from .models import Chain, Event


@job("journal.verify", "核验事件链")
def prove(row: Job, progress: Progress) -> Outcome:
    """Recompute every digest of the committee's chain."""
    progress.total(Event.objects.filter(committee_id=row.committee_id).count())
    faults = verify_one(row.committee_id)
    row.done = row.total
    if not faults:
        head = Chain.objects.filter(committee_id=row.committee_id).first()
        short = f"，链尾摘要 {head.digest[:16]}" if head and head.digest else ""
        return Outcome(f"完整：{row.total} 条逐条对上{short}。")
    return Outcome(
        f"对不上，第一处在第 {faults[0].seq} 条：{faults[0].what}。请立即告诉安全管理员，不要动数据库。",
        ("第几条", "哪里不对"),
        tuple((str(fault.seq), fault.what) for fault in faults),
        ok=False,
    )
