"""A real server with the sample city, and real browsers at phone and desktop width."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

PASSWORD = "shangliang-demo"
CHROMIUM = os.environ.get("SHANGLIANG_CHROMIUM") or shutil.which("chromium") or ""
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
    "--no-first-run",
]
WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
PICTURES = os.environ.get("SHANGLIANG_PICTURES")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def own_database(url: str) -> str:
    """A fresh PostgreSQL database for this run."""
    import psycopg

    name = f"browser_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}"')
    return url.rsplit("/", 1)[0] + f"/{name}"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of ``shangliang demo``, started as a stranger would start it."""
    if running := os.environ.get("SHANGLIANG_SITE"):
        yield running
        return
    folder = tmp_path_factory.mktemp("site")
    port = free_port()
    env = {k: v for k, v in os.environ.items() if not k.startswith(("DJANGO_", "SHANGLIANG_"))}
    env |= {"SHANGLIANG_DATA_DIR": str(folder), "SHANGLIANG_DEMO": "1"}
    if url := os.environ.get("SHANGLIANG_DATABASE_URL", ""):
        env["SHANGLIANG_DATABASE_URL"] = own_database(url)
    log = (folder / "server.log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "shangliang.cli", "demo", "--port", str(port)],
        env=env,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(480):
            if server.poll() is not None:
                raise RuntimeError((folder / "server.log").read_text()[-3000:])
            try:
                with urllib.request.urlopen(f"{address}/sign-in/", timeout=2):
                    break
            except OSError:
                time.sleep(0.5)
        else:
            raise RuntimeError("the server did not answer within four minutes")
        yield address
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """One person at one width. ``complaints`` gathers what the console or the policy says."""

    page: Any
    site: str
    width: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Any:
        answer = self.page.goto(self.site + path)
        assert answer.status < 400, f"{path}: {answer.status}"
        return answer

    def sign_in(self, username: str) -> "Visitor":
        self.page.goto(self.site + "/sign-in/")
        self.page.fill("input[name=username]", username)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.locator("main button[type=submit], main form button").first.click()
        self.page.wait_for_load_state()
        assert "/sign-in/" not in self.page.url, self.page.inner_text("main")
        return self

    def picture(self, name: str, tall: int = 0, at: str = "", whole: bool = False) -> None:
        """A screenshot for the docs, when asked for: what stands on the screen.

        ``tall``: a screen of this height; ``at``: the part brought to its top; ``whole``: all of it.
        """
        if not PICTURES:
            return
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        wide, high = WIDTHS[self.width]
        self.page.set_viewport_size({"width": wide, "height": tall or high})
        self.page.evaluate(
            "at => at ? document.querySelector(at).scrollIntoView() : scrollTo(0, 0)", at
        )
        self.page.wait_for_timeout(150)
        self.page.screenshot(path=f"{PICTURES}/{name}-{self.width}.png", full_page=whole)
        self.page.set_viewport_size({"width": wide, "height": high})

    def fits(self) -> bool:
        """Whether the page needs no sideways scroll."""
        return bool(
            self.page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"
            )
        )


@pytest.fixture(scope="session")
def signed_in() -> dict[str, Any]:
    """What the browsers of those who signed in before hold: username → cookies."""
    return {}


@pytest.fixture
def visitor(
    chromium: Any, site: str, signed_in: dict[str, Any]
) -> Iterator[Callable[..., Visitor]]:
    """``visitor("weiyuan", "phone")`` gives a signed-in person; without a name a stranger.

    ``returning``: comes back with an earlier session, for those who only look and never sign out.
    """
    contexts = []

    def come(username: str = "", width: str = "desktop", returning: bool = False) -> Visitor:
        w, h = WIDTHS[width]
        held = signed_in.get(username) if returning else None
        context = chromium.new_context(
            viewport={"width": w, "height": h},
            has_touch=width == "phone",
            locale="zh-CN",
            storage_state=held,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        person = Visitor(page, site, width)
        page.on(
            "console",
            lambda m: (
                person.complaints.append(f"{page.url}: {m.text}") if m.type == "error" else None
            ),
        )
        page.on("pageerror", lambda e: person.complaints.append(str(e)))
        if username and not held:
            person.sign_in(username)
            if returning:
                signed_in[username] = context.storage_state()
        return person

    yield come
    for context in contexts:
        context.close()
