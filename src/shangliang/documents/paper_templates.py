"""Word templates of a committee (文书模板): which one is in use for a paper.

A template is a Document of kind ``template`` whose ``about_type`` names the paper. The one in use
is the newest that is not put away; with none the template that ships with the product is used.
"""

from django.db.models import QuerySet

from .models import Document

PREFIX = "paper."
# paper -> (its name, the engine's kind of paper whose names a template may use)
PAPERS: dict[str, tuple[str, str]] = {
    "proposal": ("提案印件", "proposal"),
    "transfer": ("转办单", "sheet"),
    "reply": ("答复函", "letter"),
    "opinion": ("会办意见", "letter"),
    "feedback": ("征询意见表", "sheet"),
    "return": ("申退单", "sheet"),
    "extension": ("延期办理申请表", "sheet"),
    "assignment": ("交办通知", "assignment"),
    "member_year": ("委员年度履职表", "member_year"),
    "report": ("报告、通报", "report"),
    "bulletin": ("社情民意、专报", "bulletin"),
}


def history(committee_id: int, key: str | None = None) -> QuerySet[Document]:
    """Every template ever uploaded, newest first; those put away too, so that one can go back."""
    rows = Document.objects.filter(committee_id=committee_id, kind=Document.Kind.TEMPLATE)
    rows = rows.filter(about_type=PREFIX + key) if key else rows
    return rows.select_related("by").order_by("-id")


def in_use(committee_id: int, key: str) -> Document | None:
    """The office's own template in use, or None: then ours."""
    return history(committee_id, key).filter(removed_at__isnull=True).first()


def template_of(committee_id: int, key: str) -> bytes | None:
    """The bytes for ``to_docx(paper, template=…)``; None means the shipped template."""
    found = in_use(committee_id, key)
    if found is None:
        return None
    with found.file.open("rb") as file:
        return bytes(file.read())
