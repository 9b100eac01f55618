"""分组排座: groups and seats as a list, one line a person."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Attendance


@verb(ACTIVITY, "seat_people", Activity)
def seat_people(case: Activity, seat: Seat, *, lines: str) -> Done:
    """Each line: name, group, seat, parted by commas or tabs. Two of one name: say it by code."""
    rows = list(Attendance.objects.filter(activity=case).select_related("person"))
    by_name: dict[str, list[Attendance]] = {}
    for row in rows:
        for key in {row.person.name, row.person.code} - {""}:
            by_name.setdefault(key, []).append(row)
    changed: list[Attendance] = []
    for n, line in enumerate(lines.splitlines(), 1):
        parts = [p.strip() for p in line.replace("，", ",").replace("\t", ",").split(",")]
        if not parts[0]:
            continue
        found = by_name.get(parts[0], [])
        if not found:
            raise refuse(f"第 {n} 行：名单上没有“{parts[0][:20]}”。其余各行也没有存。")
        if len(found) > 1:
            raise refuse(f"第 {n} 行：有 {len(found)} 位“{parts[0][:20]}”，请写委员编号。")
        row = found[0]
        row.group_name = parts[1][:40] if len(parts) > 1 else row.group_name
        row.seat_label = parts[2][:20] if len(parts) > 2 else row.seat_label
        changed.append(row)
    if not changed:
        raise refuse("请每行写一位：姓名，分组，座位。")
    seats = [r.seat_label for r in rows if r.seat_label]
    if twice := next((s for s in seats if seats.count(s) > 1), ""):
        raise refuse(f"座位“{twice}”排给了两个人。")
    Attendance.objects.bulk_update(changed, ["group_name", "seat_label"])
    return Done(detail={"people": len(changed)})
