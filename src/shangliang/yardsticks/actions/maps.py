"""画县区图: the office's GeoJSON or grid layout becomes the drawing of the comparison."""

from ...engines.indicators.maps import (
    Drawing,
    MapRefused,
    Ring,
    draw,
    draw_grid,
    read_geojson,
    read_grid,
)
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Region, RegionMap, RegionName
from ..who import KEEPERS


def found_regions(committee_id: int, names: dict[str, str]) -> dict[str, Region]:
    """Each name (or its code) as a county; unknown and doubled ones are refused together."""
    counties = list(Region.objects.filter(committee_id=committee_id, level="county", until__isnull=True))  # fmt: skip
    by_name = {r.name: r for r in counties}
    by_code = {r.code: r for r in counties if r.code}
    others = RegionName.objects.filter(committee_id=committee_id, region__in=counties)
    by_name |= {o.name: o.region for o in others.select_related("region")}
    found: dict[str, Region] = {}
    unknown = []
    for name, code in names.items():
        region = by_name.get("".join(name.split())) or by_code.get(code)
        if region is None:
            unknown.append(name)
        elif region in found.values():
            raise refuse(f"{region}画了两次（“{name}”也是它）。")
        else:
            found[name] = region
    if unknown:
        raise refuse(
            f"这些名称不是登记过的县（市、区）：{'、'.join(unknown[:8])}。先登记，或给地区加别名。"
        )
    if bare := [r.name for r in counties if r not in found.values()]:
        raise refuse(f"图上没有：{'、'.join(bare[:12])}。县（市、区）要画全，缺的不替您补。")
    return found


@act("map.draw", "画县区图", *KEEPERS)
def draw_map(
    seat: Seat, *, source: str, geojson: str = "", grid: list[list[str]] | None = None
) -> Done:
    """All counties or none; whose drawing it is, with its review number, stands under it."""
    if not source.strip():
        raise refuse("请写图从哪里来、审图号是多少；自己画的示意图写“示意图”。")
    try:
        drawing, found = shaped(seat.committee_id, geojson) if geojson else tiled(seat.committee_id, grid or [])  # fmt: skip
    except MapRefused as refused:
        raise refuse(str(refused)) from None
    regions = {
        str(found[s.name].pk): {"rings": [[list(p) for p in ring] for ring in s.rings], "label": list(s.label)}
        for s in drawing.shapes
    }  # fmt: skip
    row = RegionMap.objects.create(
        committee_id=seat.committee_id, kind="grid" if drawing.grid else "shapes",
        data={"width": drawing.width, "height": drawing.height, "regions": regions},
        source=source.strip()[:200], by_id=seat.person_id,
    )  # fmt: skip
    return Done(case=row, detail={"kind": row.kind, "regions": len(regions)})


def shaped(committee_id: int, text: str) -> tuple[Drawing, dict[str, Region]]:
    """By a GeoJSON."""
    said = read_geojson(text)
    found = found_regions(committee_id, {name: code for name, (code, _) in said.items()})
    rings: dict[str, list[Ring]] = {name: r for name, (_, r) in said.items()}
    return draw(rings), found


def tiled(committee_id: int, rows: list[list[str]]) -> tuple[Drawing, dict[str, Region]]:
    """By a grid layout."""
    places = read_grid(rows)
    return draw_grid(places), found_regions(committee_id, dict.fromkeys(places, ""))
