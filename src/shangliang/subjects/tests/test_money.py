"""资金: exact amounts, two failures, reasons by the county itself, a sheet by rows."""

import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from shangliang.actors.models import Actor, Tie
from shangliang.notices.models import Notice
from shangliang.procedures.clocks import running
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused
from shangliang.subjects.actions.add_fund_line import add_fund_line
from shangliang.subjects.actions.add_subject import add_subject
from shangliang.subjects.failures import failures_of
from shangliang.subjects.models import FundEntry, FundLine
from shangliang.subjects.money import NoAmount, amount_of, words_of
from shangliang.subjects.moneyboard import board_of
from shangliang.subjects.queries import lines
from shangliang.topics.actions.nominate import nominate

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7\x9a\xa0\xa0"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)


def do(verb, seat, line, **data):
    return REGISTRY[("fund_line", verb)](seat, line.pk, **data)


def words(answer):
    return answer.content.decode()


def proof():
    return SimpleUploadedFile("进账单.png", PNG)


@pytest.fixture
def counties(city):
    """Ten counties of the city as bodies of its own register, the first with a person."""
    names = [f"{n}县" for n in "甲乙丙丁戊己庚辛壬癸"]
    made = [
        Actor.objects.create(committee=city.committee, kind=Actor.Kind.COUNTY, name=name)
        for name in names
    ]
    city.tie("staff_market", Tie.Kind.UNIT_STAFF, made[0])
    return made


@pytest.fixture
def fund(city):
    return add_subject(city.seat("supervisor"), kind="fund", name="风险抵押金")


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("3.7亿", "370000000"),
        ("3.7 亿元", "370000000"),
        ("606万", "6060000"),
        ("606 万元", "6060000"),
        ("1,200.5万", "12005000"),
        ("12000元", "12000"),
        ("0.01元", "0.01"),
        ("６０６万", "6060000"),
        ("3千万", "30000000"),
        ("0", "0"),
    ],
)
def test_an_amount_is_kept_exact_as_it_was_written(text, yuan):
    assert amount_of(text) == Decimal(yuan)


@pytest.mark.parametrize("text", ["", "606", "-3万", "3.7", "abc", "1.23456789012元", "9999999亿", "3 7亿x", "万"])  # fmt: skip
def test_what_is_no_amount_is_said_in_words(text):
    with pytest.raises(NoAmount) as error:
        amount_of(text)
    assert str(error.value)


@given(st.decimals(min_value="0.01", max_value=10**13, places=2))
def test_whatever_is_shown_reads_back_the_same(yuan):
    assert amount_of(words_of(yuan)) == yuan


def test_one_of_one_city_and_none_of_ten_counties_until_one_proof(city, fund, counties):
    """S-169: the city's part is in place, the counties' is not; one proof makes 1/10."""
    office = city.seat("supervisor")
    own = add_fund_line(office, fund=fund.pk, level="city", unit=city.units["finance"].pk)
    do("enter_money", office, own, kind="due", amount="5000万")
    do("enter_money", office, own, kind="arrived", amount="5000万", proof=proof())
    rows = []
    for county in counties:
        rows.append(add_fund_line(office, fund=fund.pk, level="county", unit=county.pk))
        do("enter_money", office, rows[-1], kind="due", amount="200万")

    def stand():
        board = board_of(list(lines(office).filter(fund=fund)))
        return [(x.key, x.arrived, x.wanted) for x in board.levels]

    assert stand() == [("city", 1, 1), ("county", 0, 10)]
    do("enter_money", office, rows[0], kind="arrived", amount="200万")
    assert stand()[1] == ("county", 0, 10)  # red until proven
    row = FundEntry.objects.get(line=rows[0], kind="arrived")
    do("void_entry", office, rows[0], entry=row.pk, why="补凭证重记")
    do("enter_money", office, rows[0], kind="arrived", amount="200万", proof=proof())
    assert stand()[1] == ("county", 1, 10)


@pytest.fixture
def renewal(city, fund, counties):
    """S-175: 3.7 亿 in place long ago, 606 万 spent by one of three."""
    office = city.seat("supervisor")
    made = []
    for county, amount in zip(counties[:3], ("1.7亿", "1亿", "1亿"), strict=True):
        line = add_fund_line(office, fund=fund.pk, level="county", unit=county.pk)
        for kind in ("due", "arrived"):
            do("enter_money", office, line, kind=kind, amount=amount, on=today().replace(day=1).replace(year=today().year - 1), proof=proof())  # fmt: skip
        made.append(line)
    do("enter_money", office, made[2], kind="spent", amount="606万")
    return [FundLine.objects.get(pk=x.pk) for x in made]


def test_in_place_and_unspent_is_a_failure_of_its_own(city, renewal, client, fund):
    board = board_of(renewal)
    assert (board.words["arrived"], board.words["spent"], str(board.rate)) == (
        "3.7亿",
        "606万",
        "1.64",
    )
    assert [failures_of(x) for x in renewal] == [["unspent"]] * 3
    assert (board.missing, board.unspent) == (0, 3)
    client.force_login(city.account("supervisor"))
    page = words(client.get(reverse("fund", args=[fund.pk])))
    for part in ("3.7亿", "606万", "1.64%", "没有到位", "到位没有支出", "要求说明"):
        assert part in page


def test_the_county_itself_gives_the_reason_it_was_asked_for(city, renewal):
    office, line = city.seat("supervisor"), renewal[0]
    do("ask_reason", office, line)
    assert running(line, "fund_reason").exists()
    assert Notice.objects.filter(kind="fund_line.ask_reason", needs_act=True).count() == 1
    with pytest.raises(Refused, match="自己说明"):
        do("give_reason", office, line, code="design", text="设计变更")
    own = city.seat("staff_market")
    with pytest.raises(Refused, match="从清单里选"):
        do("give_reason", own, line, code="lazy", text="设计变更")
    line = do("give_reason", own, line, code="design", text="设计变更，下月复工。")
    assert (line.state, line.reason_code, line.reason_on) == ("open", "design", today())
    assert not running(line, "fund_reason").exists()


def test_a_healthy_line_is_asked_nothing(city, fund, counties):
    office = city.seat("supervisor")
    line = add_fund_line(office, fund=fund.pk, level="county", unit=counties[0].pk)
    with pytest.raises(Refused, match="还没有记应到位"):
        do("ask_reason", office, line)
    do("enter_money", office, line, kind="due", amount="1万")
    do("enter_money", office, line, kind="arrived", amount="1万", proof=proof())
    with pytest.raises(Refused, match="不用说明"):
        do("ask_reason", office, line)


def test_a_fund_spent_beyond_what_is_in_place_needs_a_word(city, fund, counties):
    office = city.seat("supervisor")
    line = add_fund_line(office, fund=fund.pk, level="county", unit=counties[0].pk)
    do("enter_money", office, line, kind="arrived", amount="100万")
    with pytest.raises(Refused, match="超过到位 20万（到位 100万，已支出 0）"):
        do("enter_money", office, line, kind="spent", amount="120万")
    assert do("enter_money", office, line, kind="spent", amount="120万", note="县财政垫付").spent == 1200000  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"kind": "due", "amount": "606"}, "没有写单位"),
        ({"kind": "due", "amount": "0"}, "金额是 0"),
        ({"kind": "x", "amount": "1万"}, "请选应到位"),
    ],
)
def test_a_bad_entry_changes_no_sum(city, fund, counties, data, said):
    line = add_fund_line(city.seat("supervisor"), fund=fund.pk, level="county", unit=counties[0].pk)
    with pytest.raises(Refused, match=said):
        do("enter_money", city.seat("supervisor"), line, **data)
    assert not FundEntry.objects.exists()


def test_a_county_sees_and_enters_its_own_money_only(city, renewal, client):
    client.force_login(city.account("staff_market"))
    assert client.get(reverse("fund-line", args=[renewal[0].pk])).status_code == 200
    assert client.get(reverse("fund-line", args=[renewal[1].pk])).status_code == 404
    with pytest.raises(Refused, match="可以记"):
        do("enter_money", city.seat("staff_market"), renewal[1], kind="spent", amount="1万")


def book(*rows):
    out = io.BytesIO()
    made = Workbook()
    for row in rows:
        made.active.append(row)
    made.save(out)
    return SimpleUploadedFile("资金.xlsx", out.getvalue())


HEAD = ("县区", "级次", "应到位", "到位", "支出", "说明")


def test_a_sheet_is_looked_at_then_written_in_one_go(city, fund, counties, client):
    client.force_login(city.account("supervisor"))
    url = reverse("money-import", args=[fund.pk])
    sheet = book(HEAD, ("甲县", "县级", 200, "200", 5.5, ""), ("乙县", "县级", "0.02亿", None, None, ""), ("合计", "", 400, "", "", ""))  # fmt: skip
    answer = client.post(url, {"file": sheet, "unit": "万"})
    assert not FundLine.objects.exists()
    assert "可以导入" in words(answer)
    assert client.post(url, {"sheet": answer.context["commit"]}).status_code == 302
    found = {x.unit.name: (x.due, x.arrived, x.spent) for x in FundLine.objects.all()}
    assert found == {"甲县": (2000000, 2000000, 55000), "乙县": (2000000, 0, 0)}


def test_errors_are_said_by_row_and_nothing_is_written(city, fund, counties, client):
    client.force_login(city.account("supervisor"))
    sheet = book(
        HEAD, ("无名县", "县级", 1, "", "", ""), ("甲县", "乡级", 1, "", "", ""),
        ("乙县", "县级", "很多", "", "", ""), ("丙县", "县级", "", "", "", ""),
        ("丁县", "县级", 1, "", "", ""), ("丁县", "县级", 2, "", "", ""),
    )  # fmt: skip
    answer = client.post(reverse("money-import", args=[fund.pk]), {"file": sheet, "unit": "万"})
    page = words(answer)
    for part in ("名册里没有", "级次“乡”不认识", "看不懂", "没有金额", "和第 6 行重复", "5 行有错"):
        assert part in page
    assert "commit" not in answer.context
    assert not FundLine.objects.exists()


@pytest.mark.parametrize("data", [b"", b"MZ", b"\x00" * 50])
def test_a_sheet_that_cannot_be_read_says_so(city, fund, client, data):
    client.force_login(city.account("supervisor"))
    upload = SimpleUploadedFile("资金.xlsx", data)
    answer = client.post(reverse("money-import", args=[fund.pk]), {"file": upload, "unit": "万"})
    assert answer.status_code == 422
    assert "field-err" in words(answer)


def test_a_changed_sheet_is_not_taken(city, fund, client):
    client.force_login(city.account("supervisor"))
    answer = client.post(reverse("money-import", args=[fund.pk]), {"sheet": "eyJ4IjoxfQ:x:y"})
    assert answer.status_code == 409
    assert not FundLine.objects.exists()


def test_fund_and_topic_lead_to_each_other(city, fund, client):
    topic = nominate(city.seat("organiser"), title="老旧小区改造怎样更快", source="people", about_type="subject", about_id=fund.pk)  # fmt: skip
    client.force_login(city.account("supervisor"))
    assert topic.title in words(client.get(reverse("fund", args=[fund.pk])))
    assert topic.title in words(client.get(reverse("subject", args=[fund.pk])))


def test_money_pages_ask_a_fixed_number_of_questions(
    city, renewal, client, fund, django_assert_max_num_queries
):
    do("ask_reason", city.seat("supervisor"), renewal[0])
    client.force_login(city.account("supervisor"))
    client.get(reverse("money"))
    with django_assert_max_num_queries(12):
        client.get(reverse("money"))
    for name, pk in (("fund", fund.pk), ("fund-line", renewal[0].pk), ("subject", fund.pk)):
        client.get(reverse(name, args=[pk]))
        with django_assert_max_num_queries(15):
            client.get(reverse(name, args=[pk]))
    with django_assert_max_num_queries(8):
        answer = client.get(reverse("export", args=["money", "xlsx"]))
        rows = list(load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active.values)
    assert len(rows) == 5
