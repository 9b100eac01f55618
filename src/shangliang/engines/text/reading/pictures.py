"""Scans and pictures: read by RapidOCR where the optional extra is installed, else told clearly."""

from __future__ import annotations

import importlib
import importlib.util
import logging
from functools import lru_cache
from typing import Any

from ...papers.intake import UploadRefused
from ...papers.intake.refusals import BROKEN
from ..source import Source

NO_OCR = (
    "这份文件是扫描件或图片，里面没有可读的文字，而这台机器没有装文字识别。"
    "请上传带文字的版本，或请管理员安装可选组件：pip install 'shangliang[ocr]'。"
)


def ocr_installed() -> bool:
    """Whether the optional extra is there; its models come with it."""
    return all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime"))


@lru_cache(maxsize=1)
def _engine() -> Any:
    made = importlib.import_module("rapidocr").RapidOCR()
    logging.getLogger("RapidOCR").setLevel(logging.WARNING)  # it tells of every model it loads
    return made


def lines_of_image(image: Any) -> list[str]:
    """The lines of one picture (bytes or an array), from top to bottom. Raises ``UploadRefused``."""
    if not ocr_installed():
        raise UploadRefused("no_ocr", NO_OCR)
    try:
        found = _engine()(image)
    except Exception as error:  # noqa: BLE001 - the recogniser raises whatever a torn picture provokes
        raise UploadRefused("broken", BROKEN) from error
    if found is None or found.txts is None:
        return []
    placed = [
        (
            float(min(point[1] for point in box)),
            float(max(point[1] for point in box)),
            float(min(point[0] for point in box)),
            str(words),
        )
        for box, words in zip(found.boxes, found.txts, strict=False)
    ]
    return _in_rows(placed)


def _in_rows(placed: list[tuple[float, float, float, str]]) -> list[str]:
    """Boxes at one height form a line, from left to right."""
    rows: list[list[tuple[float, float, float, str]]] = []
    for box in sorted(placed):
        top, bottom = box[0], box[1]
        if rows and top < (rows[-1][0][0] + rows[-1][0][1]) / 2 and bottom > rows[-1][0][0]:
            rows[-1].append(box)
        else:
            rows.append([box])
    return ["   ".join(words for *_, words in sorted(row, key=lambda b: b[2])) for row in rows]


def source_of_picture(data: bytes) -> Source:
    """A photographed page as one page of lines."""
    lines = lines_of_image(data)
    return Source(tuple(lines), tuple(1 for _ in lines))
