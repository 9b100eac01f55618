"""Every page, in its role, at phone and desktop width: no violation, no complaint, no overflow."""

from importlib import import_module
from importlib.util import find_spec

import pytest

from shangliang.accounts.tests.street import ROOMS

from .conftest import WIDTHS

pytestmark = pytest.mark.browser
PAGES = {
    "": ["/", "/sign-in/", "/demo/", "/public/"],
    "weiyuan": [
        "/day/",
        "/proposals/mine/",
        "/proposals/",
        "/messages/",
        "/members/",
        "/units/",
        "/account/",
        "/procedures/",
    ],
    "chushen": [
        "/day/",
        "/desk/review/",
        "/desk/assign/",
        "/proposals/",
        "/supervise/",
        "/commitments/",
        "/key/",
        "/honours/",
        "/effects/",
        "/qualities/",
        "/statistics/",
        "/papers/",
        "/imports/",
        "/sessions/",
        "/rulebooks/",
        "/calendar/",
        "/jobs/",
    ],
    "ducha": ["/day/", "/supervise/", "/commitments/", "/desk/assign/"],
    "zhujian": ["/day/", "/unit/", "/commitments/"],
    "fuzhuxi": ["/day/", "/lead/", "/key/", "/statistics/"],
    "zhibi": ["/day/", "/proposals/mine/"],
    "xitong": ["/day/", "/rulebooks/", "/calendar/", "/health/"],
    "shenji": ["/day/", "/journal/"],
}
# A further room names its pages beside its tests: <room>/tests/pages.py, PAGES as above.
for room in ROOMS:
    if find_spec(f"shangliang.{room}.tests.pages"):
        for who, pages in import_module(f"shangliang.{room}.tests.pages").PAGES.items():
            PAGES[who] = [*PAGES.get(who, []), *pages]
CASES = [(who, page, width) for who, pages in PAGES.items() for page in pages for width in WIDTHS]


@pytest.mark.parametrize(("who", "page", "width"), CASES)
def test_a_page_is_clean(visitor, who, page, width):
    from axe_playwright_python.sync_playwright import Axe

    person = visitor(who, width, returning=True)
    person.go(page)
    name = (who or "public") + page.replace("/", "-").rstrip("-")
    person.picture(name, whole=True)
    found = Axe().run(person.page)
    assert found.violations_count == 0, found.generate_report()
    assert person.fits(), f"{page} scrolls sideways at {width}"
    assert person.complaints == []
