"""Fourteen ways in which members write a proposal in Word. All text is made up."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

TITLE = "关于规范共享雨伞投放点管理的提案"
SITUATION = "全市现有共享雨伞投放点260处，多设在地铁口和商场门前。"
ANALYSIS = "投放点占用盲道，破损雨伞无人回收，收费标准没有公示。"
ASKS = [
    "由城管部门划定投放点位，让出盲道。",
    "要求企业每周回收一次破损雨伞。",
    "在投放架上公示收费标准和投诉电话。",
]


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _of(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def chinese_headings() -> bytes:
    return _of(
        TITLE,
        "一、情况",
        SITUATION,
        "二、分析",
        ANALYSIS,
        "三、建议",
        *[f"{n}.{ask}" for n, ask in enumerate(ASKS, 1)],
    )


def problem_and_remedy_headings() -> bytes:
    return _of(
        TITLE,
        "一、现状",
        SITUATION,
        "二、存在的问题",
        ANALYSIS,
        "三、意见建议",
        *[f"（{n}）{ask}" for n, ask in zip("一二三", ASKS)],
    )


def bare_bold_headings() -> bytes:
    document = Document()
    head = document.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run(TITLE).bold = True
    for name, text in (("基本情况", [SITUATION]), ("问题分析", [ANALYSIS]), ("对策建议", ASKS)):
        document.add_paragraph().add_run(name).bold = True
        for n, line in enumerate(text, 1):
            document.add_paragraph(f"{n}、{line}" if len(text) > 1 else line)
    return saved(document)


def labels_with_colons() -> bytes:
    return _of(
        f"案由：{TITLE}",
        f"情况：{SITUATION}",
        f"分析：{ANALYSIS}",
        "建议：",
        *[f"（{n}）{ask}" for n, ask in enumerate(ASKS, 1)],
    )


def word_heading_styles_and_lists() -> bytes:
    document = Document()
    document.add_heading(TITLE, 0)
    document.add_heading("现状", 1)
    document.add_paragraph(SITUATION)
    document.add_heading("原因分析", 1)
    document.add_paragraph(ANALYSIS)
    document.add_heading("建议", 1)
    for ask in ASKS:
        document.add_paragraph(ask, style="List Number")
    return saved(document)


def one_paragraph_with_hard_breaks() -> bytes:
    return _of(
        "\n".join(
            [
                TITLE,
                "一、情况",
                SITUATION,
                "二、分析",
                ANALYSIS,
                "三、建议",
                *[f"{n}. {ask}" for n, ask in enumerate(ASKS, 1)],
            ]
        )
    )


def form_table() -> bytes:
    document = Document()
    document.add_paragraph("政协示例市委员会提案表")
    table = document.add_table(rows=0, cols=2)
    for label, text in (
        ("案　由", TITLE),
        ("提案人", "林一"),
        ("联系电话", "0000-1234567"),
        ("情况", SITUATION),
        ("分析", ANALYSIS),
        ("建议", "\n".join(f"{n}.{a}" for n, a in enumerate(ASKS, 1))),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, text
    return saved(document)


def form_table_with_content_cell() -> bytes:
    document = Document()
    table = document.add_table(rows=0, cols=4)
    cells = table.add_row().cells
    for cell, text in zip(cells, ("提案人", "林一", "界别", "经济界")):
        cell.text = text
    cells = table.add_row().cells
    cells[0].text = "题目"
    cells[1].merge(cells[3]).text = TITLE
    cells = table.add_row().cells
    cells[0].text = "提案内容"
    cells[1].merge(cells[3]).text = "\n".join(
        [
            "一、情况",
            SITUATION,
            "二、问题",
            ANALYSIS,
            "三、办法",
            *[f"{n}、{a}" for n, a in enumerate(ASKS, 1)],
        ]
    )
    return saved(document)


def running_text_with_lead_in() -> bytes:
    return _of(
        TITLE,
        SITUATION,
        "存在问题：",
        ANALYSIS,
        "为此，建议：",
        "一是" + ASKS[0] + "二是" + ASKS[1] + "三是" + ASKS[2],
    )


def bracketed_headings_and_circled_numbers() -> bytes:
    return _of(
        TITLE,
        "【情况】",
        SITUATION,
        "【分析】",
        ANALYSIS,
        "【建议】",
        *[f"{n}{ask}" for n, ask in zip("①②③", ASKS)],
    )


def title_on_two_lines_and_signature() -> bytes:
    return _of(
        "政协示例市第十五届委员会第二次会议提案",
        "关于规范共享雨伞",
        "投放点管理的提案",
        "一、基本情况",
        SITUATION,
        "二、存在问题及原因",
        ANALYSIS,
        "三、工作建议",
        *[f"第{n}，{ask}" for n, ask in zip("一二三", ASKS)],
        "提案人：林一",
        "2027年1月10日",
    )


def bold_lead_in_same_paragraph() -> bytes:
    document = Document()
    document.add_paragraph(TITLE)
    for name, text in (("情况", SITUATION), ("分析", ANALYSIS)):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}：").bold = True
        paragraph.add_run(text)
    document.add_paragraph().add_run("建议：").bold = True
    for n, ask in enumerate(ASKS, 1):
        document.add_paragraph(f"{n}）{ask}")
    return saved(document)


def asks_numbered_like_the_parts() -> bytes:
    return _of(
        TITLE,
        "现状",
        SITUATION,
        "问题",
        ANALYSIS,
        "为此，提出如下建议：",
        *[f"{n}、{ask}" for n, ask in zip("一二三", ASKS)],
    )


def everything_in_one_framed_cell() -> bytes:
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "\n".join(
        [
            TITLE,
            "一、情况",
            SITUATION,
            "二、分析",
            ANALYSIS,
            "三、建议",
            *[f"{n}.{ask}" for n, ask in enumerate(ASKS, 1)],
        ]
    )
    return saved(document)


LAYOUTS: list[Callable[[], bytes]] = [
    chinese_headings,
    problem_and_remedy_headings,
    bare_bold_headings,
    labels_with_colons,
    word_heading_styles_and_lists,
    one_paragraph_with_hard_breaks,
    form_table,
    form_table_with_content_cell,
    running_text_with_lead_in,
    bracketed_headings_and_circled_numbers,
    title_on_two_lines_and_signature,
    bold_lead_in_same_paragraph,
    asks_numbered_like_the_parts,
    everything_in_one_framed_cell,
]
