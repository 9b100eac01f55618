"""One proposal's whole life, in every role, on real pages: from a Word file to a verified effect.

Walked once at phone width and once at desktop width. With ``SHANGLIANG_PICTURES`` set, each step
leaves the picture the docs show.
"""

import io
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from .conftest import WIDTHS, Visitor

pytestmark = pytest.mark.browser
TITLE = "关于给老旧小区加装电梯后续管养立规矩的提案"


def word_file(title: str) -> bytes:
    """A member's own Word file, with headings of his own."""
    from docx import Document

    paper = Document()
    paper.add_paragraph(title)
    paper.add_paragraph("一、基本情况")
    paper.add_paragraph(
        "今年春天走访了二十个小区，已装的六十台电梯里有九台停着。住在高层的老人下不了楼。"
    )
    paper.add_paragraph("二、原因分析")
    paper.add_paragraph("装的时候只说好建设费怎么分，没有说好以后谁修、谁出钱。")
    paper.add_paragraph("三、意见建议")
    paper.add_paragraph("1. 制定管养协议示范文本，写明费用分摊比例，年内印发。")
    paper.add_paragraph("2. 设立应急维修周转金，先修后筹，明年一季度到位。")
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


class Walk:
    """The steps, each a person at a page."""

    def __init__(self, come: Callable[..., Visitor], width: str) -> None:
        self.come, self.width = come, width
        shown = {"phone": "手机", "desktop": "电脑"}[width]
        self.title = TITLE.replace("立规矩", f"立规矩（{shown}）")
        self.pk = 0
        self.people: dict[str, Visitor] = {}

    def person(self, name: str) -> Visitor:
        if name not in self.people:
            self.people[name] = self.come(name, self.width)
        return self.people[name]

    def write(self) -> None:
        """The member hands in a Word file, looks at what went where, adds addressees, submits."""
        who = self.person("weiyuan")
        page = who.page
        who.go("/proposals/new/")
        page.get_by_role("button", name="开始写").first.click()
        page.wait_for_url(re.compile(r"/proposals/\d+/edit/"))
        self.pk = int(re.findall(r"/proposals/(\d+)/", page.url)[0])
        page.set_input_files(
            "#word-file",
            {
                "name": "我的提案.docx",
                "mimeType": "application/octet-stream",
                "buffer": word_file(self.title),
            },
        )
        page.get_by_role("button", name="读一读").click()
        page.get_by_role("button", name="放进来").wait_for()
        who.picture("word")
        assert page.locator("main").inner_text().count("周转金") >= 1
        page.get_by_role("button", name="放进来").click()
        page.wait_for_url(re.compile("/edit/"))
        for n, (typed, unit) in enumerate((("zhujian", "市住建局"), ("财政", "市财政局"))):
            box = page.locator(f"#id_asks-{n}-addressee_box")
            box.fill(typed)
            box.press("Enter")
            assert box.input_value() == unit
        page.get_by_text(re.compile(r"已存 \d")).first.wait_for()
        who.picture("write", tall=1100)
        page.get_by_role("button", name="提交", exact=True).click()
        page.wait_for_url(re.compile("/sent/"))
        who.picture("sent")

    def review(self) -> None:
        """First reviewer: class, unit, opinion, on to the second; who files it."""
        clerk = self.person("chushen")
        page = clerk.page
        clerk.go(f"/desk/review/?case={self.pk}")
        page.locator("#o-class").select_option(label="社会建设")
        page.fill("#o-lead", "市住建局")
        page.fill("#o-words", "情况有数，建议可行，拟立案。")
        with page.expect_response(re.compile("/opinion/")):
            page.get_by_role("button", name="保存意见").click()
        page.wait_for_timeout(400)
        clerk.picture("review", tall=960 if self.width == "desktop" else 1400)
        self.press(page, "转复审")
        second = self.person("fushen")
        second.go(f"/desk/review/?tab=second&case={self.pk}")
        self.press(second.page, "立案")
        second.page.wait_for_timeout(400)
        second.go(f"/proposals/{self.pk}/")
        assert "已立案" in second.page.inner_text("main")

    def press(self, page: object, label: str) -> None:
        """A verb of the queue's bar, done by htmx."""
        with page.expect_response(re.compile("/do/")) as done:  # type: ignore[attr-defined]
            page.locator("#actbar").get_by_role(  # type: ignore[attr-defined]
                "button", name=re.compile(f"^{label}")
            ).first.click()
        assert done.value.status == 200, done.value.text()[:500]

    def assign(self) -> None:
        office = self.person("ducha")
        page = office.page
        office.go("/desk/assign/")
        while not page.locator(f"#row-{self.pk}").count():
            page.get_by_role("link", name=re.compile("下一页")).click()
        row = page.locator(f"#row-{self.pk}")
        office.picture("assign")
        row.get_by_role("button", name="交办这一件").click()
        page.wait_for_load_state()
        office.go(f"/proposals/{self.pk}/")
        assert "交办" in page.inner_text("main")

    def handle(self, grades: str, round_: int = 1) -> None:
        """The unit signs, talks with the proposer, answers ask by ask, sends for the check."""
        unit = self.person("zhujian")
        page = unit.page
        unit.go(f"/proposals/{self.pk}/")
        if round_ == 1:
            page.get_by_role("button", name="签收").first.click()
            page.wait_for_load_state()
            unit.go("/unit/")
            unit.picture("unit")
            unit.go(f"/proposals/{self.pk}/")
        page.get_by_role("button", name="写答复").or_(
            page.get_by_role("link", name="写答复")
        ).first.click()
        page.wait_for_url(re.compile(r"/replies/\d+/"))
        if round_ == 1:
            page.get_by_text("记一次沟通…").click()
            page.get_by_label("办前").check()
            page.select_option("select[name$=means]", label="面商")
            page.fill("textarea[name$=note]", "到提案人单位当面听取意见，提案人希望写明期限。")
            page.locator("button[name=act][value=contact]").click()
            page.wait_for_load_state()
        boxes = page.locator(".ask-edit")
        for n in range(boxes.count()):
            box, grade = boxes.nth(n), grades[n]
            box.locator("textarea").first.fill(f"第{n + 1}条：已办，见附后说明，年内全部落实。")
            box.locator(f"input[value={grade}]").check()
            if grade == "B":
                box.locator("input[name$=promise]").fill("设立应急维修周转金")
                box.locator("input[type=date]").fill(str(date.today() + timedelta(days=90)))
        page.locator(f"#grade-{max(grades[: boxes.count()])}").check()
        page.check("#secrecy_checked")
        page.locator("button[name=act][value=save]").last.click()
        page.wait_for_load_state()
        unit.picture(f"reply-{round_}", tall=1300)
        page.locator("button[name=act][value=submit_reply]").click()
        page.wait_for_load_state()
        assert "等督办机构审核" in page.inner_text("main"), page.inner_text("main")[:600]
        reply = page.url.split("/replies/")[1].split("/")[0]
        office = self.person("ducha")
        office.go(f"/replies/{reply}/")
        office.picture(f"check-{round_}", tall=1000)
        office.page.get_by_role("button", name="审核通过，送达提案人").click()
        office.page.wait_for_load_state()

    def rate(self, result: str, redo: str = "") -> None:
        member = self.person("weiyuan")
        page = member.page
        member.go(f"/proposals/{self.pk}/rate/")
        page.locator("input[name=attitude][value=satisfied]").check()
        page.locator(f"input[name=result][value={result}]").check()
        if redo:
            page.locator(f"input[name=redo][value='{redo}']").check()
            page.fill("textarea[name=text]", "周转金没有说清从哪里出，请重新答复。")
        member.picture(f"rate-{result}", tall=1500)
        page.get_by_role("button", name="送出评价").click()
        page.wait_for_load_state()
        assert "您的评价" in page.inner_text("main")

    def again(self) -> None:
        """Not satisfied: the office opens a second round for the ask named."""
        office = self.person("ducha")
        office.go(f"/do/proposal/rehandle/{self.pk}/")
        page = office.page
        box = page.locator("input[name=asks][value='2']")
        if box.count():
            box.check()
        page.locator("main form button").filter(has_text="重办").first.click()
        page.wait_for_load_state()
        office.go(f"/proposals/{self.pk}/")
        assert "第 2 轮" in page.inner_text("main")

    def shielded(self) -> None:
        """The unit sees which ask goes again, never what anyone said of it."""
        unit = self.person("zhujian")
        unit.go(f"/proposals/{self.pk}/")
        words = unit.page.inner_text("main")
        assert "没有说清从哪里出" not in words
        assert "不满意" not in words.replace("不满意的", "")

    def close(self) -> None:
        clerk = self.person("chushen")
        clerk.go(f"/do/proposal/close/{self.pk}/")
        clerk.page.locator("main form button").filter(has_text="办结").first.click()
        clerk.page.wait_for_load_state()
        clerk.go(f"/proposals/{self.pk}/")
        assert "已办结" in clerk.page.inner_text("main")

    def verify(self) -> None:
        """The unit says what changed: 单位自报; it counts when somebody else has looked."""
        unit = self.person("zhujian")
        unit.go(f"/proposals/{self.pk}/effects/")
        form = unit.page.locator("section[aria-labelledby=rec] form")
        for name, words in (
            ("measure", "停用电梯台数"),
            ("baseline", "9 台"),
            ("value", "1 台"),
            ("measured_on", str(date.today())),
        ):
            form.locator(f"[name={name}]").fill(words)
        form.get_by_role("button", name="记下").click()
        unit.page.wait_for_load_state()
        assert unit.page.locator(".chip", has_text="单位自报").count() == 1
        office = self.person("ducha")
        page = office.page
        office.go(f"/proposals/{self.pk}/effects/")
        page.get_by_text("核实…").first.click()
        form = page.locator("details[open] form")
        form.locator("input[name=verdict][value=solved]").check()
        form.locator("[name=how]").fill("到五个小区逐台看过，八台恢复运行，一台等配件。")
        form.locator("[name=measured_on]").fill(str(date.today()))
        form.get_by_role("button", name="核实").click()
        page.wait_for_load_state()
        words = page.inner_text("main")
        assert "见效" in words
        assert page.locator(".chip", has_text="单位自报").count() == 0
        office.picture("effects", tall=1100)

    def publish(self) -> None:
        """Opened to the public; a stranger follows it without an account."""
        clerk = self.person("chushen")
        clerk.go(f"/do/proposal/publish/{self.pk}/")
        form = clerk.page.locator("main form").last
        for box in form.locator("input[type=checkbox]").all():
            box.check()
        form.locator("button").filter(has_text="公开").first.click()
        clerk.page.wait_for_load_state()
        clerk.go(f"/proposals/{self.pk}/")
        clerk.picture("chain", tall=1500)
        code = re.findall(r"TA-\w{4}-\w{4}", clerk.page.inner_text("main"))[0]
        stranger = self.come("", self.width)
        stranger.go(f"/public/{code}/")
        assert self.title in stranger.page.inner_text("main")
        stranger.picture("public", tall=1400)
        self.people["stranger"] = stranger

    def papers(self) -> None:
        """Word and PDF of the case come down and are what they say."""
        clerk = self.person("chushen")
        for kind, form, magic in (
            ("proposal", "docx", b"PK"),
            ("proposal", "pdf", b"%PDF"),
            ("transfer", "docx", b"PK"),
            ("reply", "pdf", b"%PDF"),
        ):
            answer = clerk.page.request.get(f"{clerk.site}/proposals/{self.pk}/paper/{kind}.{form}")
            assert answer.status == 200, f"{kind}.{form}: {answer.status}"
            assert answer.body().startswith(magic)
        sheet = clerk.page.request.get(f"{clerk.site}/exports/proposals.xlsx?q={self.title}")
        assert sheet.body().startswith(b"PK")

    def look_round(self) -> None:
        """Where each role's day begins."""
        for name, path, picture in (
            ("weiyuan", "/day/", "day-member"),
            ("chushen", "/day/", "day-clerk"),
            ("fuzhuxi", "/lead/", "leader"),
            ("anquan", "/accounts/", "accounts"),
            ("xitong", "/health/", "health"),
        ):
            person = self.person(name)
            person.go(path)
            person.picture(picture)

    def ledger(self) -> None:
        """The promise stands in the ledger until somebody else than the unit has verified it."""
        office = self.person("ducha")
        office.go("/commitments/")
        office.picture("commitments")
        assert "承诺" in office.page.inner_text("main")
        office.go("/supervise/")
        office.picture("supervise")

    def other_rule(self) -> None:
        """90 days become 60 in a draft; the page says in words what differs, and changes nothing."""
        clerk = self.person("chushen")
        page = clerk.page
        clerk.go("/rulebooks/new/")
        page.get_by_role("button", name=re.compile("为底")).first.click()
        page.wait_for_url(re.compile(r"/rulebooks/\d+/$"))
        book = page.url.rstrip("/").rsplit("/", 1)[-1]
        clerk.go(f"/rulebooks/{book}/edit/clocks/")
        page.locator("[name=reply_ordinary__span]").fill("60天")
        page.get_by_role("button", name=re.compile("^保存")).first.click()
        page.wait_for_load_state()
        clerk.go(f"/rulebooks/{book}/diff/")
        words = page.inner_text("main")
        assert "平时提案答复" in words
        assert "60" in words
        clerk.picture("rulebook")
        clerk.go(f"/rulebooks/{book}/")


@pytest.mark.parametrize("width", list(WIDTHS))
def test_a_proposal_walks_its_whole_life_in_every_role(visitor, width):
    walk = Walk(visitor, width)
    walk.write()
    walk.review()
    walk.assign()
    walk.handle("AB")
    walk.rate("not", redo="2")
    walk.again()
    walk.shielded()
    walk.handle("A", round_=2)
    walk.rate("satisfied")
    walk.close()
    walk.verify()
    walk.publish()
    walk.papers()
    walk.ledger()
    walk.other_rule()
    walk.look_round()
    for name, person in walk.people.items():
        assert person.complaints == [], name
