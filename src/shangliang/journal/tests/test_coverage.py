"""One verb, one event: counted on a whole life, and looked for in the code of every room."""

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest

import shangliang
from shangliang.journal import write as journal
from shangliang.journal.models import Event
from shangliang.procedures import perform
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.plain import PLAIN
from shangliang.submissions.flow import ASSIGNMENT, PROPOSAL, REPLY
from shangliang.tasks.flow import TASK

ROOT = Path(shangliang.__file__).parent
WRITERS = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "update_or_create", "get_or_create"}  # fmt: skip
# What a page may change by itself: its own sign-in sessions, its own inbox. No record of a case.
OWN_STATE = {"Session", "Visit", "Notice"}
# Modules of ``actions`` without a verb of their own, and why.
SILENT = {
    "shangliang.accounts.actions.many": "one event an account, written by make_account",
    "shangliang.consensus.actions.answer": "bursts: anchored by one digest when the round closes (decision 5)",
    "shangliang.notices.actions.read": "a mark in one's own inbox",
    "shangliang.tasks.actions.promise": "part of delivering a reply, whose event it shares",
    "shangliang.accounts.actions.unused": "done by the clock, one event an account",
    "shangliang.accounts.actions.who": "rules asked by several verbs",
    "shangliang.actors.actions.rules": "rules asked by several verbs",
    "shangliang.yardsticks.actions.answer_pulse": "bursts: counted when the survey closes",
}


@pytest.mark.django_db
def test_a_whole_life_leaves_as_many_events_as_verbs_were_done(city, monkeypatch):
    done: list[str] = []
    real = perform.verdict

    def counting(table, move, seat, case):
        said = real(table, move, seat, case)
        if said:
            done.append(f"{table.name}.{move.verb}")
        return said

    monkeypatch.setattr(perform, "verdict", counting)
    city.replied()
    found = list(Event.objects.order_by("seq").values_list("verb", flat=True))
    # The quiet ones go on with an act the log already has (autosave); drafting stands outside.
    outside = [verb for verb in found if verb not in done]
    assert set(outside) <= {"proposal.start", "reply.start", "task.promise"}
    for verb in set(done):
        assert found.count(verb) <= done.count(verb)
        assert verb in found


@pytest.mark.parametrize("table", [PROPOSAL, ASSIGNMENT, REPLY, TASK], ids=lambda t: t.name)
def test_every_row_of_a_table_has_its_one_function(table):
    for move in table:
        action = REGISTRY.get((table.name, move.verb))
        assert action is not None, f"{table.name}.{move.verb} has no action"
        assert action.move is move


def rooms_with(part: str) -> list[str]:
    return [
        f"shangliang.{room.name}.{part}"
        for room in pkgutil.iter_modules(shangliang.__path__)
        if room.ispkg and (ROOT / room.name / part).is_dir()
    ]


def test_verbs_are_registered_under_one_name_each():
    registered = {id(run) for run in [*REGISTRY.values(), *PLAIN.values()]}
    assert len(registered) == len(REGISTRY) + len(PLAIN)


def direct_writes(file: Path) -> list[str]:
    """Calls in a view that change rows by themselves: ``Model.objects...create()`` and the like."""
    found = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        text = ast.unparse(node.func)
        if text.split(".")[0] in OWN_STATE:
            continue
        if node.func.attr in WRITERS and (".objects" in text or node.func.attr.startswith("bulk")):
            found.append(f"{file.relative_to(ROOT)}:{node.lineno} {text}")
    return found


def test_no_page_writes_rows_by_itself():
    views = [
        file
        for package in rooms_with("views")
        for file in (ROOT / Path(*package.split(".")[1:])).rglob("*.py")
    ]
    assert len(views) > 10
    found = [line for file in views for line in direct_writes(file)]
    assert found == []


@pytest.mark.parametrize("package", rooms_with("actions"))
def test_every_action_module_writes_its_event(package):
    """A module of actions holds a registered verb, or writes the event itself, or changes no case."""
    folder = importlib.import_module(package)
    known = {run.__module__ for run in [*REGISTRY.values(), *PLAIN.values()]}
    silent = []
    for module in pkgutil.iter_modules(folder.__path__):
        name = f"{package}.{module.name}"
        text = (ROOT / Path(*name.split(".")[1:])).with_suffix(".py").read_text(encoding="utf-8")
        if name not in known and "journal.write" not in text and "write(" not in text:
            silent.append(name)
    assert set(silent) <= SILENT.keys()


def test_an_action_module_holds_one_verb():
    """One verb, one file (CONTRIBUTING): what several verbs share stands in the room, not beside one."""
    held: dict[str, set[str]] = {}
    for run in (*REGISTRY.values(), *PLAIN.values()):
        if ".actions." in run.__module__:
            held.setdefault(run.__module__, set()).add(run.__name__)
    assert len(held) > 300
    several = {name: verbs for name, verbs in held.items() if len(verbs) > 1}
    assert several == {}


def test_the_log_is_written_in_one_place():
    """Nobody makes an Event but the writer: the chain's arithmetic stands in one function."""
    makers = [
        str(file.relative_to(ROOT))
        for file in ROOT.rglob("*.py")
        if "tests" not in file.parts
        and "migrations" not in file.parts
        and ("Event(" in (text := file.read_text(encoding="utf-8")))
        and "journal.models import" in text.replace("..", "journal.") + text
        and "class Event(" not in text
    ]
    assert set(makers) <= {"journal/write.py", "demo/city/pen.py"}
    assert journal.write
