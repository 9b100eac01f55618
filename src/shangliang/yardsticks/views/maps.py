"""县区图: one indicator on the office's own drawing, with its table; and the page that takes a drawing."""

import csv
import io
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.maps import draw_map
from ..comparing import compare
from ..mapping import NONE, STEPS, drawing, places
from ..models import Region, RegionMap
from ..who import KEEPERS, READERS, keeps

MOST = 8 * 1024 * 1024


@needs(*READERS)
def region_map(request: HttpRequest) -> HttpResponse:
    """Where the figures are good and where not; each county leads to its own comparison."""
    seat = seat_of(request)
    found = compare(seat, request.GET, brief=True)
    if found is None or found.focus is None:
        return render(request, "yardsticks/empty.html", {"keeper": keeps(seat)})
    column = found.focus
    row = RegionMap.objects.filter(committee_id=seat.committee_id).first()
    url = f"{reverse('compare')}?period={found.period.code}&c={column.yardstick.pk}&me="
    rows = places(column, found.regions, url, found.me.pk if found.me else None)
    title = f"{column.yardstick}，{found.period.label(cumulative=True)}"
    context: dict[str, Any] = {
        "found": found, "map": row, "title": title, "keeper": keeps(seat),
        "svg": drawing(row, rows, f"{title}：各县区地图"),
        "rows": sorted(rows, key=lambda p: (column.ranks[p.region.pk].place if p.region.pk in column.ranks else 999, p.region.rank)),
        "legend": (*STEPS, NONE), "line": column.city is not None and column.yardstick.shape != "level",
        "city": column.city, "columns": found.columns,
        "period_names": [(p.code, p.label(cumulative=True)) for p in found.periods],
        "crumbs": [("县区比较", reverse("compare")), ("地图", "")],
    }  # fmt: skip
    return render(request, "yardsticks/map.html", context)


def text_of(data: bytes) -> str:
    """UTF-8 or GB18030, as bureaux save it."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("文件不是文本。请传 .geojson、.json 或 .csv。")


@needs(*KEEPERS)
def map_new(request: HttpRequest) -> HttpResponse:
    """Upload a GeoJSON or a grid layout; what is wrong is said by name."""
    seat = seat_of(request)
    problem = ""
    if request.method == "POST":
        given = request.FILES.get("file")
        pasted = request.POST.get("grid", "")
        try:
            if given is not None and (given.size or 0) > MOST:
                raise ValueError("文件太大，最多 8 MB。请先简化图形。")
            text = text_of(given.read()) if given is not None else pasted
            if not text.strip():
                raise ValueError("还没有选文件，也没有写格子。")
            source = request.POST.get("source", "")
            if text.lstrip().startswith(("{", "[")):
                draw_map(seat, source=source, geojson=text)
            else:
                said = text.replace("\t", ",").replace("，", ",")
                rows = [r for r in csv.reader(io.StringIO(said, newline="")) if any(c.strip() for c in r)]  # fmt: skip
                draw_map(seat, source=source, grid=rows)
        except (ValueError, Refused) as error:
            problem = str(error)
        else:
            return redirect("compare-map")
    names = Region.objects.filter(committee_id=seat.committee_id, level="county", until__isnull=True)  # fmt: skip
    example = "地区,列,行\n" + "\n".join(f"{r},{n % 4 + 1},{n // 4 + 1}" for n, r in enumerate(names))  # fmt: skip
    context = {
        "problem": problem, "grid": request.POST.get("grid") or example, "source": request.POST.get("source", ""),
        "crumbs": [("县区比较", reverse("compare")), ("地图", reverse("compare-map")), ("换一张图", "")],
    }  # fmt: skip
    return render(request, "yardsticks/map_new.html", context, status=409 if problem else 200)
