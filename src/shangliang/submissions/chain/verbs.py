"""我能做什么: the seat's verbs on this case and on its own duties, as buttons."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from ...procedures.forms import FORMS
from ...procedures.verdicts import Offer, offers, verdict
from ..flow import ASSIGNMENT, PROPOSAL, REPLY
from .facts import Facts

# Verbs that have a page of their own instead of the general form.
PAGES = {
    "edit": "proposal-edit",
    "invite": "proposal-invite",
    "approve": "proposal-approve",
    "sign": "proposal-sign",
    "decline": "proposal-sign",
    "rate": "proposal-rate",
}
# The clerk's judgement is made in the queue, beside the other cases.
AT_THE_DESK = frozenset(
    {"review", "pass_on", "file", "merge", "divide", "send_back", "refuse_filing"}
    | {"turn_to_report", "turn_to_letter", "set_window"}
)
# What comes first when several verbs are offered: the step that moves the case on.
FIRST = (
    "sign", "approve", "submit", "assign", "accept", "grant_return", "grant_extension",
    "rate", "rehandle", "close", "edit", "send_for_approval", "urge", "second",
)  # fmt: skip


def address(name: str, *args: Any) -> str:
    """The page's address, or nothing while no room offers it."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def button(offer: Offer, table: str, pk: int, back: str, suffix: str = "") -> dict[str, Any] | None:
    """One button; None where the verb cannot be done from here."""
    move = offer.move
    query = urlencode({"next": back})
    url = f"{reverse('do', args=[table, move.verb, pk])}?{query}"
    form = (table, move.verb) in FORMS
    if table == "proposal" and move.verb in PAGES:
        own = address(PAGES[move.verb], pk)
        if not own:
            return None
        url, form = own, True
    elif move.form and not form:
        return None
    return {
        "verb": move.verb,
        "label": f"{move.label}{suffix}",
        "url": url,
        "form": form,
        "tone": "danger" if move.refusal else "",
        "disabled": "" if offer.verdict else offer.verdict.reason,
    }


def beside_the_point(verb: str, facts: Facts) -> bool:
    """Verbs the table allows that would only be refused here: nothing nominated, nothing open."""
    row = getattr(facts.case, "publication", None)
    is_open = row is not None and row.withdrawn_at is None
    told = {event.verb for event in facts.events}
    return {
        "award": "proposal.nominate" not in told or facts.case.excellent,
        "nominate": "proposal.nominate" in told,
        "unpublish": not is_open,
        "set_plan": not facts.case.key,
    }.get(verb, False)


def of_case(facts: Facts, back: str) -> Iterable[dict[str, Any] | None]:
    case = facts.case
    found = [
        o
        for o in offers(PROPOSAL, facts.seat, case)
        if o.move.verb not in AT_THE_DESK and not beside_the_point(o.move.verb, facts)
    ]
    seen: set[str] = set()
    for offer in found:
        # sign and decline share a page, and so do edit and invite: one button leads there
        page = PAGES.get(offer.move.verb, offer.move.verb)
        if page not in seen:
            seen.add(page)
            yield button(offer, "proposal", case.pk, back)


def of_duties(facts: Facts, back: str) -> Iterable[dict[str, Any] | None]:
    """Verbs on assignments: the unit's own, or all of them for the supervising office."""
    rows = facts.live if facts.office else facts.mine
    several = len(rows) > 1
    for row in rows:
        suffix = f"（{row.unit}）" if several else ""
        for offer in offers(ASSIGNMENT, facts.seat, row):
            if offer.verdict or row in facts.mine:
                yield button(offer, "assignment", row.pk, back, suffix)


def of_replies(facts: Facts, back: str) -> Iterable[dict[str, Any] | None]:
    """What the supervising office may do to a delivered reply without opening it."""
    # What a unit said in an earlier round is past: its latest word is what may be graded.
    latest = {r.assignment_id: r for r in sorted(facts.replies, key=lambda r: r.round)}
    several = len(latest) > 1
    for reply in latest.values():
        said = verdict(REPLY, REPLY["change_grade"], facts.seat, reply)
        if said and reply.kind == "reply":
            suffix = f"（{reply.assignment.unit}）" if several else ""
            yield button(Offer(REPLY["change_grade"], said), "reply", reply.pk, back, suffix)


def links(facts: Facts) -> Iterable[dict[str, Any]]:
    """Places where the next step is done: the queue, the reply's editor, its check."""
    case, seat = facts.case, facts.seat
    in_review = case.state in ("submitted", "reviewing") and facts.office
    if in_review and (url := address("review-desk")):
        yield link("去审查", f"{url}?case={case.pk}")
    if case.state == "filed" and facts.office and (url := address("assign-desk")):
        yield link("去交办台", url, tone="")
    for reply in facts.replies:
        unit = str(reply.assignment.unit)
        mine = reply.assignment.unit_id in seat.units
        url = address("reply", reply.pk)
        if not url:
            continue
        if reply.state == "draft" and mine:
            yield link("接着写答复", url)
        elif reply.state == "countersigning":
            co = any(a.role == "co" for a in facts.mine)
            if mine or co:
                yield link("去会签" if co else "看会签", url)
        elif reply.state == "checking" and facts.office:
            yield link(f"审核{unit}的答复", url)
    written = {(r.assignment_id, r.round) for r in facts.replies}
    for row in facts.mine:
        due = row.state == "accepted" and (row.pk, row.round) not in written
        if due and (url := address("assignment-reply", row.pk)):
            word = "写答复" if row.answers_itself else "写会办意见"
            yield link(word, url) | {"form": False}  # posts: it opens the reply of this round


def link(label: str, url: str, tone: str = "primary") -> dict[str, Any]:
    return {"verb": "", "label": label, "url": url, "form": True, "tone": tone, "disabled": ""}


def buttons(facts: Facts, back: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """(the few that stand in sight, the rest under 更多). One primary at most."""
    places = list(links(facts))
    verbs = [
        b for b in (*of_case(facts, back), *of_duties(facts, back), *of_replies(facts, back)) if b
    ]
    live = [b for b in verbs if not b["disabled"]]
    ordered = sorted((b for b in live if b["verb"] in FIRST), key=lambda b: FIRST.index(b["verb"]))
    shown = places[:2] + ordered[: 3 - len(places[:2])]
    rest = [b for b in places + verbs if b not in shown]
    if shown and not any(b["tone"] == "primary" for b in shown):
        first = shown[0]
        if first["verb"] not in ("urge", "second") and not first["tone"]:
            first["tone"] = "primary"
    for extra in (b for b in shown if b["tone"] == "primary"):
        if extra is not shown[0]:
            extra["tone"] = ""
    return shown, rest
