"""Who comes in at each address of this room."""

from typing import Any

from shangliang.accounts.tests.door import LEADS, MEMBER, SIGNED, UNIT, Door
from shangliang.demo.small import SmallCity
from shangliang.publications.actions.keep_outlet import keep_outlet
from shangliang.publications.actions.start_gazette import start_gazette

from .helpers import effect, issued, out
from .test_lectures import asked, talk

WRITES = frozenset({"editor", "organiser"})
PRESS = LEADS | WRITES
DOORS = {
    "publications": Door(PRESS),
    "piece": Door(PRESS | UNIT),
    "piece-claims": Door(WRITES),
    "practices": Door(PRESS | UNIT),
    "media": Door(PRESS),
    "outlet-new": Door(WRITES),
    "outlet": Door(WRITES),
    "clipping-new": Door(WRITES),
    "gazettes": Door(PRESS),
    "gazette": Door(PRESS),
    "gazette-paper": Door(PRESS),
    "lectures": Door(PRESS | UNIT | MEMBER),
    "lecture-new": Door(WRITES),
    "lecture": Door(PRESS | MEMBER, no=(403, 404)),
    "lecture-poster": Door(PRESS | MEMBER, no=(403, 404)),
    "lecture-ask": Door(SIGNED, public=True),
    "lecture-code": Door(SIGNED, public=True),
    "doubt": Door(SIGNED, public=True),
    "press-answers": Door(SIGNED, public=True),
    "press": Door(SIGNED, public=True),
    "press-piece": Door(SIGNED, public=True),
    "press-kit": Door(SIGNED, public=True),
    "press-gazette": Door(SIGNED, public=True),
    "press-gazette-paper": Door(SIGNED, public=True),
}


def behind(city: SmallCity) -> dict[str, dict[str, Any]]:
    """A release, an issue, an outlet, a talk with a question."""
    judged = effect(city)
    piece, gazette = {"pk": out(city, row=judged).pk}, {"pk": issued(city, row=judged).pk}
    draft = start_gazette(city.seat("editor"), name="政协信息")
    outlet = keep_outlet(city.seat("editor"), kind="paper", name="澄州日报")
    row = talk(city)  # its speaker is the member
    lecture, code = {"pk": row.pk}, {"code": row.code}
    return {
        "lecture": lecture, "lecture-poster": lecture, "lecture-ask": code, "lecture-code": code,
        "doubt": {"code": asked(city, row).public_code},
        "piece": piece, "piece-claims": piece, "outlet": {"pk": outlet.pk}, "gazette": gazette,
        "gazette-paper": {"pk": draft.pk, "ext": "docx"}, "press-piece": piece, "press-kit": piece,
        "press-gazette": gazette, "press-gazette-paper": gazette | {"ext": "docx"},
    }  # fmt: skip
