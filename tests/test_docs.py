"""The docs are true: links lead somewhere, commands and settings exist, every verb is told."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.core.management import get_commands, load_command_class
from django.urls import get_resolver

import shangliang
from shangliang.procedures.perform import REGISTRY

ROOT = Path(__file__).parent.parent
SOURCE = Path(shangliang.__file__).parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *SOURCE.rglob("*.md")])
IDS = [str(page.relative_to(ROOT)) for page in PAGES]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"(?:^|[`\s/])shangliang ([a-z][a-z-]+)", re.M)
OPTION = re.compile(r"--([a-z][a-z-]+)")
SETTING = re.compile(r"SHANGLIANG_[A-Z_]+")
MACHINE = re.compile(r"/(?:work|root|tmp|home)/")
TEXTS = {page: page.read_text(encoding="utf-8") for page in PAGES}
OPERATOR = (ROOT / "docs/operator/README.md").read_text(encoding="utf-8")


def fenced(text: str) -> list[str]:
    """Code blocks, lines that end in a backslash joined."""
    return [b.replace("\\\n", " ") for b in re.findall(r"```[a-z]*\n(.*?)```", text, re.S)]


# Commands of the engines, which run before any setting is read (cli.py).
WITHOUT_SETTINGS = {"classify", "gaps", "hot", "opinion", "read", "similar"}


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_link_and_picture_leads_somewhere(page):
    text = re.sub(r"```.*?```", "", TEXTS[page], flags=re.S)
    gone = [
        target
        for target in LINK.findall(text)
        if not target.startswith(("http://", "https://", "mailto:", "#"))
        and not (page.parent / unquote(target.split("#")[0])).exists()
    ]
    assert gone == []


def test_every_picture_is_shown_somewhere_and_is_small():
    pictures = list((ROOT / "docs/pictures").glob("*.png"))
    said = "\n".join(TEXTS.values())
    assert [p.name for p in pictures if p.name not in said] == []
    assert [p.name for p in pictures if p.stat().st_size > 120 * 1024] == []
    assert sum(p.stat().st_size for p in pictures) < 1.5 * 2**20


def test_the_script_of_the_pictures_makes_just_those_there_are():
    script = (ROOT / "tools/pictures.sh").read_text(encoding="utf-8")
    wanted = re.findall(r'WANTED="(.*?)"', script, re.S)[0].split()
    assert set(wanted) == {p.stem for p in (ROOT / "docs/pictures").glob("*.png")}


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_command_named_exists(page):
    known = {*get_commands(), *WITHOUT_SETTINGS}
    named = {name for block in [*fenced(TEXTS[page]), *re.findall(r"`([^`\n]+)`", TEXTS[page])]
             for name in COMMAND.findall(block)}  # fmt: skip
    assert {name for name in named if name.replace("-", "_") not in known} == set()


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_option_of_a_command_exists(page):
    wrong = []
    for block in fenced(TEXTS[page]):
        for line in block.splitlines():
            found = re.search(r"(?<![\w/.-])shangliang ([a-z][a-z-]+)(.*)", line)
            if not found:
                continue
            name = found.group(1).replace("-", "_")
            if name in WITHOUT_SETTINGS:
                continue
            command = load_command_class(get_commands()[name], name)
            known = {
                option
                for action in command.create_parser("shangliang", name)._actions
                for option in action.option_strings
            }
            wrong += [o for o in OPTION.findall(found.group(2)) if f"--{o}" not in known]
    assert wrong == []


def read_by_the_code() -> set[str]:
    """Every setting the product reads from the environment."""
    found: set[str] = set()
    for file in SOURCE.rglob("*.py"):
        if "tests" not in file.parts:
            found |= set(SETTING.findall(file.read_text(encoding="utf-8")))
    return found


def test_the_operators_table_names_every_setting_the_code_reads():
    assert sorted(read_by_the_code() - set(SETTING.findall(OPERATOR))) == []


def test_no_page_names_a_setting_that_nothing_reads():
    tools = [ROOT / "run.py", ROOT / "tools/pictures.sh", *(ROOT / "tests").rglob("*.py")]
    known = read_by_the_code().union(
        *(SETTING.findall(file.read_text(encoding="utf-8")) for file in tools)
    )
    named = {name.rstrip("_") for text in TEXTS.values() for name in SETTING.findall(text)}
    assert sorted(named - known) == []


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_no_page_names_a_place_of_one_machine(page):
    assert MACHINE.findall(TEXTS[page]) == []


@pytest.mark.django_db
def test_every_verb_of_every_table_stands_on_the_help_page(city, client):
    client.force_login(city.account("clerk"))
    page = client.get("/procedures/").content.decode()
    missing = [f"{table}.{verb}" for table, verb in REGISTRY if f'id="{table}-{verb}"' not in page]
    assert missing == []


def test_the_addresses_the_staff_pages_name_exist():
    resolver = get_resolver()
    for page in PAGES:
        if "docs" not in page.parts:
            continue
        for address in re.findall(r"`(/[a-z/-]+/)`", TEXTS[page]):
            assert resolver.resolve(address), f"{page.name}: {address}"


def test_the_staffs_sign_in_names_are_those_of_the_sample_city():
    made = "".join(f.read_text(encoding="utf-8") for f in (SOURCE / "demo").rglob("*.py"))
    index = (ROOT / "docs/staff/README.md").read_text(encoding="utf-8")
    named = {n for row in re.findall(r"^\|.*\|$", index, re.M) for n in re.findall(r"`(\w+)`", row)}
    assert {name for name in named if f'"{name}"' not in made} == set()
    assert "shangliang-demo" in made
