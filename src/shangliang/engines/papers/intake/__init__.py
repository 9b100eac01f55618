"""Safe reading of what people send in: files are looked at before they are stored."""

from .asks import split_asks
from .checks import KINDS, Checked, check_upload
from .legacy import to_docx as legacy_to_docx
from .names import safe_name
from .pasted import clean_pasted_html
from .proposals import ProposalDraft, read_proposal_docx
from .refusals import UploadRefused
from .tables import Table, read_table

__all__ = [
    "KINDS",
    "Checked",
    "ProposalDraft",
    "Table",
    "UploadRefused",
    "check_upload",
    "clean_pasted_html",
    "legacy_to_docx",
    "read_proposal_docx",
    "read_proposal_file",
    "read_table",
    "safe_name",
    "split_asks",
]


def read_proposal_file(data: bytes, kind: str) -> ProposalDraft:
    """A member's .docx, .doc or .wps; the old formats need LibreOffice on the machine."""
    return read_proposal_docx(data if kind == "docx" else legacy_to_docx(data, kind))
