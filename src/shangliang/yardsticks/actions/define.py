"""登记标尺和地区: definitions, versions, names, ends. A changed definition is a further version."""

from decimal import Decimal
from typing import Any

from ...engines.indicators.index import IndexRefused, Part, compose
from ...engines.indicators.units import known
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Region, RegionName, Yardstick
from ..who import KEEPERS

Y = Yardstick


@act("yardstick.define", "登记标尺", *KEEPERS)
def define(
    seat: Seat,
    *,
    kind: str,
    code: str,
    name: str,
    source: str,
    body: dict[str, Any] | None = None,
    **more: Any,
) -> Done:
    """An indicator, list of questions, framework or index. A known code makes the next version.

    ``more``: unit, direction, shape, span, decimals, group, rank, note, headline, published,
    weighted_by, valid_from.
    """
    if kind not in Y.Kind.values:
        raise refuse("请选指标、问题清单、框架或综合指数。")
    if not name.strip() or not code.strip():
        raise refuse("请写名称和代码。")
    if not source.strip():
        raise refuse("请写来源：哪份文件、哪个单位的口径。标尺不能没有出处。")
    content = body or {}
    if kind == Y.Kind.INDICATOR and not more.get("unit", "").strip():
        raise refuse("请写单位。没有单位的数不能比。")
    if kind in (Y.Kind.QUESTIONS, Y.Kind.FRAMEWORK) and not content.get("items"):
        raise refuse("请至少写一条。条目由本机关填写，系统不代拟。")
    if kind == Y.Kind.INDEX:
        check_index(seat.committee_id, content)
    before = (
        Y.objects.filter(committee_id=seat.committee_id, code=code.strip())
        .order_by("-version")
        .first()
    )
    if before and before.kind != kind:
        raise refuse(f"代码{code}已经用在“{before.name}”上。")
    since = more.pop("valid_from", None)
    if before:
        since = since or today()
        before.valid_to = since
        before.save(update_fields=["valid_to"])
    row = Y.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        code=code.strip()[:40],
        name=name.strip()[:80],
        source=source.strip()[:200],
        version=before.version + 1 if before else 1,
        valid_from=since,
        body=content,
        **more,
    )
    return Done(case=row, detail={"kind": kind, "version": row.version})


def check_index(committee_id: int, body: dict[str, Any]) -> None:
    """Weights sum to one, the parts exist and have a direction."""
    parts = body.get("parts") or []
    codes = [p.get("code", "") for p in parts]
    rows = {
        r.code: r
        for r in Y.objects.filter(committee_id=committee_id, code__in=codes).order_by("version")
    }
    if missing := [c for c in codes if c not in rows]:
        raise refuse(f"综合指数里的指标没有登记：{'、'.join(missing)}。")
    if flat := [rows[c].name for c in codes if rows[c].direction == Y.Direction.NONE]:
        raise refuse(f"不比高低的指标不能进综合指数：{'、'.join(flat)}。")
    try:
        compose([Part(c, Decimal(str(p["weight"]))) for c, p in zip(codes, parts, strict=True)], {})
    except (IndexRefused, ArithmeticError, KeyError) as error:
        raise refuse(str(error) or "权数不是数。") from None


def unit_is_known(unit: str) -> bool:
    """Whether figures in this unit convert; an unknown one stands alone."""
    return known(unit)


def free(committee_id: int, name: str) -> None:
    """A name means one region."""
    taken = Region.objects.filter(committee_id=committee_id, name=name).first()
    other = RegionName.objects.filter(committee_id=committee_id, name=name).first()
    if taken or other:
        raise refuse(f"“{name}”已经指{taken or (other and other.region)}。")
