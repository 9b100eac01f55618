"""Papers as Word files, from templates that an office may replace.

A template sees plain text and lists only, in a closed Jinja world: no globals, a handful of
filters, no attribute that begins with an underscore, no arithmetic that could fill the memory.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Pt
from docxtpl import DocxTemplate
from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from ..intake.archives import check_package
from ..intake.refusals import UploadRefused
from . import gbt9704 as gb
from .model import Paper
from .word_parts import element, set_property
from .word_tables import set_widths

TEMPLATES = Path(__file__).parent / "word"
_FILTERS = ("default", "first", "join", "last", "length", "replace", "trim", "upper")


class TemplateRefused(ValueError):
    """A Word template cannot be used; the message says why, in the office's words."""


class _ClosedWorld(ImmutableSandboxedEnvironment):
    """Jinja that can read the context and nothing else."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(f"operator {operator}")

    def call(self, *args: Any, **kwargs: Any) -> Any:
        # docxtpl and our templates call nothing; a call is someone trying doors.
        raise SecurityError("calls")

    def getattr(self, obj: Any, attribute: str) -> Any:
        if not isinstance(obj, dict):
            return super().getattr(obj, attribute)
        # A key is meant, never a method of the dictionary.
        return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)


def _environment() -> _ClosedWorld:
    world = _ClosedWorld(autoescape=True, undefined=StrictUndefined, loader=DictLoader({}))
    world.globals.clear()
    world.filters = {name: world.filters[name] for name in _FILTERS}
    return world


def to_docx(doc: Paper, template: bytes | None = None) -> bytes:
    """The paper as .docx, in our template or in the office's own.

    Raises ``TemplateRefused`` when the template is no Word file, has a name we do not give, or
    tries more than reading names.
    """
    context = doc.context()
    source = template if template is not None else (TEMPLATES / f"{doc.kind}.docx").read_bytes()
    try:
        check_package(source, "docx")
        document = DocxTemplate(io.BytesIO(source))
        unknown = document.get_undeclared_template_variables(_environment(), context)
        if unknown:
            names = "、".join(sorted(unknown))
            raise TemplateRefused(f"模板里有系统不提供的名称：{names}。请对照模板说明改正。")
        document.render(context, jinja_env=_environment(), autoescape=True)
        out = io.BytesIO()
        document.save(out)
    except TemplateRefused:
        raise
    except UploadRefused as error:
        raise TemplateRefused(f"模板不是能打开的 Word（.docx）文件。{error.message_zh}") from error
    except SecurityError as error:
        raise TemplateRefused("模板里有不允许的写法，只能写名称、条件和循环。") from error
    except UndefinedError as error:
        raise TemplateRefused(f"模板里有系统不提供的名称：{error.message}") from error
    except TemplateSyntaxError as error:
        raise TemplateRefused(f"模板里的花括号写法不完整：{error.message}") from error
    except TemplateError as error:
        raise TemplateRefused(f"模板不能使用：{error.message}") from error
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateRefused("模板不是能打开的 Word（.docx）文件。") from error
    return _fit(out.getvalue(), context)


def _fit(data: bytes, context: dict[str, Any]) -> bytes:
    """Measures that follow from the text: columns, or the mark's size and the signature's indents."""
    if "mark_pt" not in context and "sections" not in context:
        return data
    document = Document(io.BytesIO(data))
    _fit_columns(document, context)
    if "mark_pt" in context:
        _fit_letter(document, context)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _fit_columns(document: WordDocument, context: dict[str, Any]) -> None:
    """Tables of a report, as they come; an office's own template may have fewer, or others between."""
    wanted = [t for section in context.get("sections", []) for t in section["tables"]]
    for table in document.tables:
        found = table._tbl.tr_lst
        if wanted and found and len(found[0].tc_lst) == len(wanted[0]["widths"]):
            set_widths(table, wanted.pop(0)["widths"])


def _fit_letter(document: WordDocument, context: dict[str, Any]) -> None:
    for section in document.sections:
        for paragraph in section.first_page_header.paragraphs:
            if paragraph.style is not None and paragraph.style.name == "公文标志":
                for run in paragraph.runs:
                    run.font.size = Pt(context["mark_pt"])
    indents = {"公文署名": context["issuer_indent"], "公文日期": context["date_indent"]}
    signature = False
    for paragraph in reversed(document.paragraphs):
        name = paragraph.style.name if paragraph.style is not None else None
        if name in indents:
            chars = indents[name]
            right = {"rightChars": round(chars * 100), "right": round(chars * gb.CELL_PT * 20)}
            set_property(paragraph, element("ind", **right))
            signature = True
        elif signature:
            # 7.3.5: the signature never stands on a page alone; the last text line goes with it.
            set_property(paragraph, element("keepNext"))
            if paragraph.text.strip():
                break
