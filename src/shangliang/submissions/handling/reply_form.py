"""What the reply page sends: read leniently for autosave, so that one bad date loses nothing."""

from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict

from ..actions.edit_reply import TEXTS, AnswerData
from ..models import Reply


@dataclass
class Sent:
    """Fields and answers as typed; ``errors``: field name -> what is wrong with it."""

    fields: dict[str, object] = field(default_factory=dict)
    answers: list[AnswerData] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    revision: int | None = None


def read(post: QueryDict, reply: Reply) -> Sent:
    """Everything the writer may change. A date that cannot be read keeps the saved one."""
    sent = Sent()
    if (given := post.get("revision", "")).isdecimal() and len(given) < 10:
        sent.revision = int(given)
    sent.fields = {name: post[name] for name in (*TEXTS, "publicity", "grade") if name in post}
    if reply.kind == Reply.Kind.REPLY and "publicity" in post:
        sent.fields["secrecy_checked"] = "secrecy_checked" in post
    for answer in reply.answers.all():
        sent.answers.append(one(post, answer.recommendation_id, sent.errors))
    return sent


def one(post: QueryDict, ask: int, errors: dict[str, str]) -> AnswerData:
    """The answer to one ask."""
    data: AnswerData = {"ask": ask}
    name = f"a{ask}-"
    if name + "text" in post:
        data["text"] = str(post[name + "text"])
    if name + "grade" in post:
        data["grade"] = str(post[name + "grade"])
    if name + "promise" in post:
        data["promise"] = str(post[name + "promise"])
    if name + "promise_owner" in post:
        data["promise_owner"] = str(post[name + "promise_owner"])
    if name + "promise_due" in post:
        typed = str(post[name + "promise_due"]).strip()
        try:
            data["promise_due"] = date.fromisoformat(typed) if typed else None
        except ValueError:
            errors[name + "promise_due"] = f"“{typed[:20]}”不是日期，请按“2026-06-30”这样写。"
    return data
