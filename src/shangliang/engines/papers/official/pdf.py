"""Papers as PDF, by Typst. Content goes in as JSON data; no markup is ever built from it."""

from __future__ import annotations

import json
from pathlib import Path

import typst

from . import gbt9704
from .fonts import faces, families
from .model import Paper

TEMPLATES = Path(__file__).parent / "typst"

_NUMBERS = {
    "page_width": gbt9704.PAGE_WIDTH_MM,
    "page_height": gbt9704.PAGE_HEIGHT_MM,
    "top": gbt9704.TOP_MM,
    "bottom": gbt9704.BOTTOM_MM,
    "left": gbt9704.LEFT_MM,
    "right": gbt9704.RIGHT_MM,
    "body": gbt9704.BODY_PT,
    "title": gbt9704.TITLE_PT,
    "small": gbt9704.SMALL_PT,
    "cell": gbt9704.CELL_PT,
    "line": gbt9704.LINE_PT,
    "number_below": gbt9704.PAGE_NUMBER_BELOW_MM,
    "mark_top": gbt9704.LETTER_MARK_TOP_MM,
    "rule_under_mark": gbt9704.LETTER_RULE_UNDER_MARK_MM,
    "rule_foot": gbt9704.LETTER_RULE_FOOT_MM,
    "rule_width": gbt9704.LETTER_RULE_WIDTH_MM,
    "red": gbt9704.RED,
}


def to_pdf(doc: Paper) -> bytes:
    """The paper as PDF, the same bytes for the same content and the same faces."""
    inputs = {
        "data": json.dumps(doc.context(), ensure_ascii=False),
        "faces": json.dumps(families(), ensure_ascii=False),
        "numbers": json.dumps(_NUMBERS),
    }
    pdf = typst.compile(
        str(TEMPLATES / f"{doc.kind}.typ"),
        root=str(TEMPLATES),
        font_paths=faces(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
        timestamp=0,
    )
    assert isinstance(pdf, bytes)
    return pdf
