"""起草: a new draft from a preset, from a version the committee has, or from a file."""

from typing import Any

from django.db.models import Max

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from .. import presets
from ..models import Rulebook
from ..toml_text import plain
from ..troubles import check

EDITORS = (Role.ADMIN, Role.CLERK)


def next_version(committee_id: int) -> int:
    """The number after the highest, drafts counted."""
    found = Rulebook.objects.filter(committee_id=committee_id, kind=Rulebook.Kind.PROPOSAL)
    return int(found.aggregate(top=Max("version"))["top"] or 0) + 1


@act("rulebook.draft", "起草规程", *EDITORS)
def draft_rulebook(
    seat: Seat,
    *,
    preset: str = "",
    version: int | None = None,
    name: str = "",
    body: dict[str, Any] | None = None,
) -> Done:
    """A draft that changes nothing until somebody else publishes it."""
    if body is not None:
        origin = "导入的文件"
        rules, troubles = check(body)
        if rules is None:
            raise refuse("；".join(map(str, troubles[:5])))
        body = plain(rules.model_dump(mode="json"))
    elif preset:
        if preset not in presets.names():
            raise refuse("没有这个范本，请从列出的范本里选。")
        title, body = presets.load(preset)
        name, origin = name or title, f"范本：{title}"
    else:
        found = Rulebook.objects.filter(pk=version or 0, committee_id=seat.committee_id).first()
        if found is None:
            raise refuse("没有找到这一版规程，可能已被弃去。", "wall")
        name, body, origin = name or found.name, found.body, f"第 {found.version} 版"
    book = Rulebook.objects.create(
        committee_id=seat.committee_id,
        version=next_version(seat.committee_id),
        name=(name or "提案规程")[:120],
        body=body,
        origin=origin[:120],
        edited_by_id=seat.person_id or None,
    )
    return Done(case=book, detail={"version": book.version, "preset": preset})
