"""Downloading an export: the same rows and the same filter as the list it was pressed on."""

import tempfile

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone

from ...web.access import needs, seat_of
from ..exporting import EXPORTERS, XLSX, csv_lines, write_xlsx


@needs()
def export(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    """``/exports/<kind>.xlsx?<the list's own filter>``."""
    exporter = EXPORTERS.get(kind)
    if exporter is None:
        raise Http404
    seat = seat_of(request)
    if exporter.roles and not seat.has(*exporter.roles):
        names = "、".join(role.label for role in exporter.roles)
        raise PermissionDenied(f"这份表供{names}导出。")
    rows = exporter.rows(seat, request)
    day = timezone.localdate()
    name = f"{exporter.title}-{day:%Y%m%d}.{form}"
    if form == "csv":
        answer = StreamingHttpResponse(
            csv_lines(exporter.columns, rows), content_type="text/csv; charset=utf-8"
        )
        answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quoted(name)}"
        return answer  # type: ignore[return-value]
    note = f"{seat.committee_name}　{exporter.title}　{day:%Y-%m-%d} 导出"
    # A file and not memory: a hundred thousand rows stay flat.
    file = tempfile.TemporaryFile()  # noqa: SIM115  FileResponse closes it
    write_xlsx(file, exporter.title, exporter.columns, rows, note)
    file.seek(0)
    return FileResponse(  # type: ignore[return-value]
        file, as_attachment=True, filename=name, content_type=XLSX
    )


def quoted(name: str) -> str:
    """RFC 5987 for a header."""
    from urllib.parse import quote

    return quote(name)
