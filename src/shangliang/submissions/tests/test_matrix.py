"""State × verb × role: the proposal's table written out, cell by cell, and default deny proven.

Each line names the verb, the states it is done from and the seats that may. Every other seat in
those states hears "who"; the right seat in any other state hears "state".
"""

import pytest

from shangliang.procedures.seat import Role
from shangliang.procedures.verdicts import verdict
from shangliang.rulebooks.models import Rulebook
from shangliang.submissions.flow import PROPOSAL
from shangliang.submissions.flow.proposal import STATES
from shangliang.submissions.models import CoSignature, Submission

SEATS = (
    "author",
    "co_signer",
    "other_member",
    "clerk",
    "second",
    "supervisor",
    "leader",
    "drafter",
    "approver",
    "unit",
    "unit_head",
    "admin",
    "security",
    "auditor",
)

# verb                who                        from
TABLE = """
edit                  author                     draft returned
discard               author                     draft
invite                author                     draft approving submitted reviewing returned
uninvite              author                     draft approving submitted reviewing returned
sign                  co_signer                  draft approving submitted reviewing returned
decline               co_signer                  draft approving submitted reviewing returned
second                other_member               submitted reviewing filed handling
send_for_approval     author                     draft returned
approve               -                          approving
refuse_approval       -                          approving
submit                author                     draft returned
take_back             author                     submitted
review                decider                    submitted reviewing
pass_on               clerk,second               submitted
file                  decider                    submitted reviewing
merge                 decider                    submitted reviewing
unmerge               clerk,second,supervisor    merged
divide                decider                    submitted reviewing
send_back             decider                    submitted reviewing
turn_to_report        decider                    submitted reviewing
turn_to_letter        decider                    submitted reviewing
refuse_filing         decider                    submitted reviewing
undo                  clerk,second               filed returned to_report to_letter not_filed
withdraw              author                     submitted reviewing returned filed
allow_withdrawal      clerk,second               handling
set_window            clerk,second               submitted reviewing filed
assign                clerk,second,supervisor    filed
reassign              clerk,second,supervisor    handling
urge                  clerk,second,supervisor    handling
rate                  author                     replied
enter_rating          clerk,second               replied
rehandle              clerk,second,supervisor    replied
close                 clerk,second,supervisor    replied
rate_service          author                     filed merged handling replied closed not_filed to_report to_letter
list_as_key           clerk,second,leader        filed handling replied
set_plan              clerk,second,leader        filed handling replied
nominate              clerk,second,supervisor    handling replied closed
award                 clerk,second,leader        handling replied closed
publish               clerk,second,supervisor    filed handling replied closed
unpublish             clerk,second,supervisor    filed handling replied closed
"""
LINES = {
    row[0]: (row[1], tuple(row[2:])) for row in (line.split() for line in TABLE.strip().split("\n"))
}


def allowed(verb: str, state: str) -> set[str]:
    """The seats a line of the table lets in. "decider": the first reviewer, then only the second."""
    who = LINES[verb][0]
    if who == "decider":
        return {"second"} if state == "reviewing" else {"clerk", "second"}
    return set() if who == "-" else set(who.split(","))


@pytest.fixture
def seats(city):
    """One seat of each kind, around one individual proposal with an open invitation."""
    case = city.submitted()
    CoSignature.objects.create(
        committee=city.committee,
        submission=case,
        person=city.people["member2"],
        role=CoSignature.Role.CO,
        state=CoSignature.State.INVITED,
    )
    names = {
        "author": "member",
        "co_signer": "member2",
        "other_member": "member3",
        "unit": "staff_housing",
        "unit_head": "head_housing",
    }
    return case, {name: city.seat(names.get(name, name)) for name in SEATS}


def test_the_written_table_names_every_verb_and_nothing_else():
    assert LINES.keys() == {move.verb for move in PROPOSAL}
    for verb, (_, states) in LINES.items():
        assert set(states) == set(PROPOSAL[verb].source), verb


@pytest.mark.parametrize("verb", LINES)
def test_each_cell_of_a_verbs_row_says_what_the_table_says(seats, verb):
    case, everyone = seats
    wrong = []
    for state in STATES:
        case.state = state
        for name, seat in everyone.items():
            said = verdict(PROPOSAL, PROPOSAL[verb], seat, case)
            may, from_here = name in allowed(verb, state), state in LINES[verb][1]
            expected = "who" if not may else "ok" if from_here else "state"
            got = "ok" if said.ok or said.kind == "when" else said.kind
            if got != expected or not (said.ok or said.reason.endswith("。")):
                wrong.append(f"{verb} in {state} by {name}: {expected} was to be, {said}")
    assert wrong == []


@pytest.mark.parametrize("verb", LINES)
def test_another_committees_seat_meets_the_wall(seats, verb):
    from dataclasses import replace

    case, everyone = seats
    for seat in everyone.values():
        stranger = replace(seat, committee_id=case.committee_id + 1000)
        assert verdict(PROPOSAL, PROPOSAL[verb], stranger, case).kind == "wall"


@pytest.mark.parametrize("verb", LINES)
def test_nobody_and_a_seat_without_roles_may_nothing(seats, verb):
    from shangliang.procedures.seat import Seat

    case, _ = seats
    bare = Seat(person_id=10**6, committee_id=case.committee_id)
    for state in STATES:
        case.state = state
        assert verdict(PROPOSAL, PROPOSAL[verb], bare, case).kind == "who"


@pytest.mark.parametrize("role", [Role.ADMIN, Role.SECURITY, Role.AUDITOR, Role.UNIT_STAFF])
def test_administrators_and_units_have_no_verb_of_a_proposal(seats, role):
    from shangliang.procedures.seat import Seat

    case, _ = seats
    seat = Seat(person_id=10**6, committee_id=case.committee_id, roles=frozenset({role}))
    for state in STATES:
        case.state = state
        for move in PROPOSAL:
            assert not verdict(PROPOSAL, move, seat, case), f"{move.verb} by {role}"


def test_a_collective_proposal_is_sealed_by_its_head_and_never_by_its_drafter(city):
    body = city.bodies["party"]
    case = Submission(
        committee=city.committee,
        rulebook=city.rulebook,
        session=city.session,
        nature="party",
        author=body,
        drafter=city.people["drafter"],
        state="approving",
    )
    case.save()
    for verb in ("approve", "refuse_approval"):
        move = PROPOSAL[verb]
        assert verdict(PROPOSAL, move, city.seat("approver"), case).kind != "who"
        assert verdict(PROPOSAL, move, city.seat("drafter"), case).kind == "who"
        assert verdict(PROPOSAL, move, city.seat("member"), case).kind == "who"
    case.drafter = city.people["approver"]  # one person wearing both hats
    assert verdict(PROPOSAL, PROPOSAL["approve"], city.seat("approver"), case).kind == "who"


@pytest.mark.parametrize("move", [m for m in PROPOSAL if m.step], ids=lambda m: m.verb)
def test_a_step_the_rulebook_switches_off_is_refused_to_everyone(seats, city, move):
    case, everyone = seats
    off = city.rulebook.body["steps"] | {move.step: False}
    case.rulebook = Rulebook.objects.create(
        committee=city.committee,
        version=9,
        name="关了一步",
        state="published",
        valid_from=city.rulebook.valid_from,
        body=city.rulebook.body | {"steps": off},
    )
    case.state = move.source[0]
    for seat in everyone.values():
        assert verdict(PROPOSAL, move, seat, case).kind == "step"
