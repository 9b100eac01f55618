"""What a phone hands in after working without network: read strictly, before anything is written."""

from datetime import datetime
from typing import Any

from .actions.merge_ticks import MOST, OfflineTick


class BadBundle(ValueError):
    """``str()`` is the sentence for the clerk; the phone keeps its ticks."""


def moment(value: Any) -> datetime:
    try:
        found = datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError as error:
        raise BadBundle("有一条的时间读不出来。") from error
    if found.tzinfo is None or not 1990 < found.year < 2200:
        raise BadBundle("有一条的时间没有时区，或年份不对。")
    return found


def read(data: Any) -> dict[str, Any]:
    """``{"device", "now", "ticks": [{"key", "person", "what", "at"}]}`` to the verb's arguments."""
    if not isinstance(data, dict) or not isinstance(data.get("ticks"), list):
        raise BadBundle("不是本系统离线签到的内容。")
    if len(data["ticks"]) > MOST:
        raise BadBundle(f"一次最多送 {MOST} 条。")
    ticks: list[OfflineTick] = []
    for row in data["ticks"]:
        if not isinstance(row, dict) or not isinstance(row.get("person"), int):
            raise BadBundle("有一条没有写是谁。")
        if not 0 < row["person"] < 2**31 or row.get("what") not in ("in", "out"):
            raise BadBundle("有一条写得不对。")
        key = str(row.get("key", ""))[:30]
        if not key:
            raise BadBundle("有一条没有编号。")
        ticks.append(
            {"key": key, "person": row["person"], "what": row["what"], "at": moment(row.get("at"))}
        )
    return {
        "device": str(data.get("device", ""))[:40],
        "device_now": moment(data.get("now")),
        "ticks": ticks,
    }
