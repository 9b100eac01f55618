"""提议题: anybody of the committee, another room, or the public desk puts a matter in the pool."""

from django.db import IntegrityError, transaction

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..codes import new_code
from ..intake import keep_secrets_out
from ..models import Topic

LONGEST_TEXT = 2000
DESK = (Role.ORGANISER, Role.CLERK, Role.SECOND_REVIEWER, Role.CONVENOR, Role.EDITOR)


@act("topic.nominate", "提议题")
def nominate(
    seat: Seat,
    *,
    title: str,
    source: str,
    text: str = "",
    about_type: str = "",
    about_id: int | None = None,
    room: int | None = None,
    via: str = "seat",
    nominator: str = "",
    contact: str = "",
) -> Done:
    """A topic with its receipt code; ``source`` is party, people or firms. Returns the Topic.

    ``about_type``/``about_id`` name what it grew from. ``via`` open and desk: the nominator has no
    account (``nominator`` and ``contact`` as far as they chose). Raises Refused.
    """
    title, text = " ".join(title.split()), text.strip()
    if len(title) < 4:
        raise refuse("请用一句话写明议题，至少 4 个字。")
    if len(title) > 80:
        raise refuse("议题写得太长了，请写在 80 个字以内，细节写在“情况”里。")
    if len(text) > LONGEST_TEXT:
        raise refuse(f"情况请写在 {LONGEST_TEXT} 字以内。")
    if source not in Topic.Source.values:
        raise refuse("请选议题来源：党政重点、群众热点或企业难点。")
    if via not in Topic.Via.values or (via == "open" and seat.signed_in):
        raise refuse("请选议题是怎么来的。")
    if via != "open" and not seat.signed_in:
        raise refuse("请先登录，或从公众征集页提出。", "who")
    if via == "desk" and not seat.has(*DESK):
        raise refuse("只有工作人员或召集人可以代录。", "who")
    keep_secrets_out(title, text, nominator, contact)
    if room is not None and not Actor.objects.filter(
        committee_id=seat.committee_id, pk=room, kind=Actor.Kind.ROOM, active=True
    ):
        raise refuse("没有这个协商议事室。")
    topic = kept(
        Topic(
            committee_id=seat.committee_id,
            title=title,
            source=source,
            text=text,
            via=via,
            nominated_by_id=seat.person_id or None if via in ("seat", "room") else None,
            nominator=nominator.strip()[:40],
            contact=contact.strip()[:60],
            room_id=room,
            about_type=about_type,
            about_id=about_id,
        )
    )
    return Done(case=topic, detail={"source": source, "via": via, "room": room})


def kept(topic: Topic) -> Topic:
    """Save under a fresh code; one that exists already is drawn again."""
    for _ in range(5):
        topic.public_code = new_code()
        try:
            with transaction.atomic():
                topic.save(force_insert=True)
        except IntegrityError:
            continue
        return topic
    raise refuse("回执号没有取到，请再提交一次。")
