"""The wizard of sheets: from the file to the report, each refusal on its page."""

import io

import openpyxl
import pytest

from shangliang.actors.models import (
    Actor,
    ImportSheet,
    Tie,
)

K = Tie.Kind


def text(answer) -> str:
    return answer.content.decode()


def roster(*rows) -> io.BytesIO:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    out.name = "名册.xlsx"
    return out


def test_the_wizard_walks_from_the_file_to_the_report(city, as_):
    clerk = as_("clerk")
    data = roster(["姓名", "性别", "政治面貌"], ["陶然一", "女", "星火社"], ["褚望", "她", ""])
    answer = clerk.post("/imports/", {"kind": "members", "file": data})
    pk = ImportSheet.objects.get().pk
    assert answer.url == f"/imports/{pk}/"
    assert "这张表的每一列是什么" in text(clerk.get(answer.url))
    clerk.post(answer.url, {"column-0": "name", "column-1": "sex", "column-2": "party"})
    page = text(clerk.get(answer.url))
    assert "请写“男”或“女”" in page
    assert "星火社" in page
    clerk.post(f"/imports/{pk}/create/", {"create": "party"})
    assert "陶然一" in text(clerk.get(f"/imports/{pk}/?show=new"))
    errors = clerk.get(f"/imports/{pk}/errors.xlsx")
    assert errors["Content-Type"].endswith("sheet")
    clerk.post(f"/imports/{pk}/commit/")
    clerk.post(f"/imports/{pk}/commit/")
    assert Actor.objects.filter(name="陶然一").count() == 1
    report = text(clerk.get(f"/imports/{pk}/"))
    assert "新增 <b>1</b>" in report
    assert "有错没导 <b>1</b>" in report
    assert clerk.get(f"/imports/{pk}/errors.xlsx").status_code == 200


@pytest.mark.parametrize(
    "name, data, words",
    [
        ("空.xlsx", b"", "空"), ("坏.xlsx", b"PK\x03\x04xx", "损坏"), ("假.xlsx", b"MZ" * 100, "不"),
        ("图.png", b"x", "不能上传"), ("密.xls", b"\xd0\xcf\x11\xe0" * 4, ""),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_on_the_page(city, as_, name, data, words):
    upload = io.BytesIO(data)
    upload.name = name
    answer = as_("clerk").post("/imports/", {"kind": "members", "file": upload})
    assert answer.status_code == 422
    assert words in text(answer)
    assert not ImportSheet.objects.exists()
