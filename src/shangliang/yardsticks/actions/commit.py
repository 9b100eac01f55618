"""记入报表."""

from ...jobs.run import enqueue
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..figures import S, open_batch
from ..who import KEEPERS

AT_ONCE = 3_000  # figures; more are a job


JOB = "yardsticks.figures"


@act("figures.commit", "记入报表", *KEEPERS)
def commit(seat: Seat, pk: int) -> Done:
    """Take in every figure that nothing stops; the others are named by row."""
    from ..batches import store

    row = open_batch(seat, pk)
    if row.state != S.MAPPED:
        raise refuse("请先对应指标、看过预览，再记入。")
    size = len(row.sheet["rows"]) * (
        1 if row.sheet["layout"] == "long" else len(row.mapping["columns"])
    )
    if size > AT_ONCE:
        row.state = S.RUNNING
        row.save(update_fields=["state"])
        job = enqueue(
            committee_id=seat.committee_id, person_id=seat.person_id, kind=JOB,
            params={"batch": pk}, title=f"记入报表：{row.file_name}",
        )  # fmt: skip
        return Done(case=row, result=job, detail={"job": job.pk})
    report = store(row, seat.person_id)
    if not report["new"] and not report["revised"] and not report["same"]:
        raise refuse("每一行都有疑点，没有可以记入的。请改好再传。")
    return Done(case=row, detail={k: report[k] for k in ("new", "revised", "same", "wrong")})
