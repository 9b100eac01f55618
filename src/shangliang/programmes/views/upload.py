"""The uploaded sheet as a table, and the sample to fill in."""

from typing import BinaryIO

from django import forms

from ...engines.papers.intake import Table, UploadRefused, check_upload, read_table
from ...records.exporting import Column, write_xlsx
from ..book import Sheet
from ..sheet_in import NoSheet, heads_of

LARGEST = 4 * 1024 * 1024


class SheetFile(forms.Form):
    """导入."""

    file = forms.FileField(
        label="表格", help_text="xlsx、xls 或 csv，第一行是表头。",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        error_messages={"required": "请选一个表格文件。"},
    )  # fmt: skip


def table_of(form: SheetFile) -> Table:
    """The file's first table. Raises NoSheet."""
    upload = form.cleaned_data["file"]
    data = upload.read(LARGEST + 1)
    try:
        check_upload(upload.name, data, {"xlsx", "xls", "csv"}, LARGEST)
        return read_table(data, upload.name)
    except UploadRefused as refused:
        raise NoSheet(refused.message_zh) from None


def template_of(out: BinaryIO, sheet: Sheet) -> None:
    """Empty columns, with the words one may choose from as the first row."""
    columns = [Column(head, 24 if head == "名称" else 16) for head in heads_of(sheet)]
    choices = {f.label: "／".join(f.choices) for f in sheet.fields if f.choices}
    row = [choices.get(h, "2026-06-30" if h == "日期" else "") for h in heads_of(sheet)]
    write_xlsx(
        out, sheet.name, columns, [row], "每行一条；选项照写其中一个；导入前删掉这一行和例行"
    )
