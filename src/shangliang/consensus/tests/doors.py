"""Who may open the addresses of this room."""

from shangliang.accounts.tests.door import BUSINESS, SIGNED, Door
from shangliang.consensus.actions.add_statement import add_statement
from shangliang.consensus.actions.open_round import open_round
from shangliang.consensus.actions.start_round import start_round

HOSTS = frozenset({"organiser", "convenor"})
PUBLIC = Door(SIGNED, public=True)
DOORS = {
    "talks": PUBLIC,
    "talk": PUBLIC,
    "talk-join": Door(SIGNED, method="post", public=True),
    "talk-vote": PUBLIC,
    "talk-say": PUBLIC,
    "talk-mine": PUBLIC,
    "talk-back": PUBLIC,
    "talk-policy": PUBLIC,
    "talk-result": PUBLIC,
    "talk-download": Door(SIGNED, public=True, missing=True),
    "talk-code": PUBLIC,
    "talk-wall": PUBLIC,
    "talk-counts": PUBLIC,
    "rounds": Door(SIGNED),
    "round-balance": Door(frozenset({"organiser", "clerk", "second", "leader", "supervisor"})),
    "round-new": Door(HOSTS),
    "round": Door(BUSINESS, no=(404,)),
    "round-tickets": Door(HOSTS),
}


def behind(city):
    seat = city.seat("convenor")
    made = start_round(seat, title="树下的空地，做什么用？")
    add_statement(seat, made.pk, text="做儿童乐园好。\n划成停车位好。")
    open_round(seat, made.pk)
    code = {"code": made.code}
    names = [n for n in DOORS if n.startswith("talk") and n != "talks"]
    slips = start_round(seat, title="楼下的信箱，换不换？", entry="tickets")
    return dict.fromkeys(names, code) | {
        "round": {"pk": made.pk},
        "round-tickets": {"pk": slips.pk},
    }
