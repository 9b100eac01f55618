"""The pages, whole: what each shows, to whom, in how many questions."""

import re

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from shangliang.actors.models import Actor
from shangliang.procedures.perform import REGISTRY
from shangliang.subjects.actions.add_fund_line import add_fund_line
from shangliang.subjects.actions.add_subject import add_subject
from shangliang.tasks.actions.assign_task import assign_task
from shangliang.yardsticks.circular import circular
from shangliang.yardsticks.comparing import compare
from shangliang.yardsticks.models import Benchmark, Gap, Reading, Sheet, Yardstick

PAGES = {
    "compare": 15, "decompose": 15, "whatif": 12, "gaps": 12, "targets": 15, "yardsticks": 12,
    "figures-in": 12, "benchmarks": 15, "sheets": 12, "three-lists": 12, "notebooks": 15,
    "practices": 12, "needs": 15, "pulses": 15, "measure-effects": 12,
    "gap": 15, "figure": 15, "sheet": 15, "practice": 15, "framework": 15, "region": 15,
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_within_its_budget(full, client, name, django_assert_max_num_queries):
    url = reverse(name, args=[full.ids[name]] if name in full.ids else [])
    for who in ("organiser", "staff_housing"):
        if who == "staff_housing" and name in ("figures-in", "needs", "pulses"):
            continue
        client.force_login(full.account(who))
        client.get(url)
        with django_assert_max_num_queries(PAGES[name]):
            answer = client.get(url)
        assert answer.status_code == 200, (who, url)


def text_of(client, full, who, url):
    client.force_login(full.account(who))
    return client.get(url).content.decode()


def test_the_comparison_shows_ranks_notes_claims_pairs_and_the_reason_why(full, client):
    me = full.regions["一江区"].pk
    page = text_of(client, full, "organiser", f"/compare/?me={me}")
    for said in (
        "2026年前三季度", "(3)", "注1", "异议", "去年基数高", "主要指标大都由负转正", "负增长1个",
        "工业用电量下降59.1%", "已有说明", "综合分怎么来的", "任一权重上下动20%", "离全市线多远", "不是各县区的简单平均",
    ):  # fmt: skip
        assert said in page, said
    moved = text_of(client, full, "organiser", f"/compare/?me={me}&x_gdp_rate=9.9")
    assert "3.3 → 9.9%" in moved
    assert "不是一个数" in text_of(client, full, "organiser", f"/compare/?me={me}&x_gdp_rate=甲")


def test_members_read_the_published_indicators_only(full, client):
    page = text_of(client, full, "member", "/compare/")
    assert "地区生产总值增速" in page
    assert "固定资产投资增速" not in page
    hidden = Reading.objects.filter(yardstick=full.rulers["invest_rate"]).first()
    assert client.get(reverse("figure", args=[hidden.pk])).status_code == 404
    assert client.get(reverse("compare-circular")).status_code == 200
    assert "invest_rate" not in b"".join(
        client.get("/exports/figures.csv").streaming_content
    ).decode("utf-8-sig")


def test_the_circular_is_a_word_file_with_ranks_in_brackets(full, client):
    import io

    from docx import Document

    client.force_login(full.account("organiser"))
    answer = client.get(reverse("compare-circular"), {"me": full.regions["一江区"].pk})
    text = "\n".join(
        cell.text for table in Document(io.BytesIO(answer.content)).tables for row in table.rows for cell in row.cells
    )  # fmt: skip
    assert "（3）" in text
    assert "—" in text
    said = "\n".join(p.text for p in Document(io.BytesIO(answer.content)).paragraphs)
    assert "数据来源：市统计局（" in said
    assert "落后项的举措" in said


@pytest.mark.parametrize("kind", ["figures", "gaps", "targets", "three-lists"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_each_export_takes_a_fixed_number_of_questions(
    full, client, kind, form, django_assert_max_num_queries
):
    client.force_login(full.account("organiser"))
    with django_assert_max_num_queries(12):
        answer = client.get(f"/exports/{kind}.{form}")
        data = b"".join(answer.streaming_content)
    assert answer.status_code == 200
    assert data
    if (kind, form) == ("figures", "csv"):
        assert "OBS_VALUE" in data.decode("utf-8-sig")


def test_a_small_group_is_hidden_with_others_beside_it(full, client):
    page = text_of(client, full, "organiser", "/pulses/")
    assert page.count("遮</span>") >= 4
    assert "n=120" in page


def test_an_act_page_keeps_what_was_typed_and_says_why(full, client):
    client.force_login(full.account("organiser"))
    url = reverse("yardstick-act", args=["target"])
    data = {
        "indicator": full.rulers["gdp_rate"].pk,
        "region": full.regions["一江区"].pk,
        "period": "2026年",
        "rule": "≥ 某某",
        "basis": "会",
    }
    answer = client.post(url, data)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "看不懂" in page
    assert "≥ 某某" in page
    client.force_login(full.account("member"))
    assert client.get(url).status_code == 403


def test_a_unit_answers_its_sheet_and_all_questions_are_compulsory(full, client):
    client.force_login(full.account("staff_housing"))
    url = reverse("sheet", args=[full.ids["sheet"]])
    data = {}
    for n in range(1, 6):
        data |= {f"q{n}_verdict": "enough", f"q{n}_evidence": "有台账"}
    answer = client.post(url, data | {"submit": "1"})
    assert answer.status_code == 409
    assert "第6问没有答够不够" in answer.content.decode()
    data |= {"q6_verdict": "not", "q6_evidence": "没有", "q6_gap_text": "窗口少"}
    assert client.post(url, data | {"submit": "1"}).status_code == 302
    made = Gap.objects.get(subject="窗口少")
    assert (made.source_type, made.owner_id) == ("sheet", full.units["housing"].pk)
    assert "没有举措" in client.get(url).content.decode()


def test_a_sheet_that_is_started_opens_and_calls_no_question_optional(full, client):
    client.force_login(full.account("staff_housing"))
    url = reverse("yardstick-act", args=["sheet"])
    page = client.post(url, {"owner": full.units["housing"].pk}).content.decode()
    assert "请选“答哪一份”。" in page
    assert "这个字段是必填项" not in page
    frame = Yardstick.objects.get(committee=full.committee, kind="questions")
    data = {"yardstick": frame.pk, "owner": full.units["housing"].pk, "round": "再一轮"}
    made = client.post(url, data)
    row = Sheet.objects.get(round="再一轮")
    assert made.url == reverse("sheet", args=[row.pk])
    row.answers.filter(number=1).update(standard="对照年初目标")
    page = client.get(made.url).content.decode()
    assert page.count("交卷前必答") == 6
    assert "对照：年初目标" in page


def test_another_committees_rows_are_not_there(full, client):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻县", prefix="x-")
    client.force_login(other.account("organiser"))
    for name, pk in full.ids.items():
        if name != "measure":
            assert client.get(reverse(name, args=[pk])).status_code == 404, name
    assert "一江区" not in client.get("/compare/").content.decode()


def test_the_figures_that_were_left_out_of_the_comparison_are_counted_and_named(ruler):
    for region, value in (("一江区", 3.1), ("全市", 4.4)):
        ruler.record("gdp_rate", region, "2026Q3", value)
    ruler.record("gdp_rate", "二桥区", "2026Q2", 9.9)
    ruler.record("gdp_rate", "三塘县", "2025Q3", 8.8)
    client = Client()
    client.force_login(ruler.account("organiser"))
    text = client.get("/compare/?period=2026Q3").content.decode()
    assert "没有拿来比的旧数 2 个" in text
    assert "二桥区地区生产总值增速（2026年上半年）" in text
    assert "三塘县地区生产总值增速（2025年前三季度，过期）" in text
    old = client.get("/compare/?period=2025Q3").content.decode()
    assert "只看历史" in old
    assert "列入差距台账" not in old


def test_a_benchmark_names_its_quarters_in_words_and_asks_for_a_measure_first(full, client):
    client.force_login(full.account("organiser"))
    page = client.get(reverse("benchmarks")).content.decode()
    assert re.search(r"\d{4}年.{1,8}差 ", page)
    assert not re.search(r">\d{4}Q\d 差", page)
    row = Benchmark.objects.select_related("gap").get(committee=full.committee)
    live = row.gap.measures.exclude(state="dropped").exists()
    assert ("检验…" in page) is live
    assert ("去定措施" in page) is not live


def test_a_region_shows_what_its_county_and_its_government_carry(ruler, client):
    office, committee = ruler.seat("supervisor"), ruler.committee
    county = Actor.objects.create(committee=committee, kind=Actor.Kind.COUNTY, name="一江区")
    fund = add_subject(office, kind="fund", name="改造补助资金", unit=ruler.units["finance"].pk)
    line = add_fund_line(office, fund=fund.pk, level="county", unit=county.pk)
    REGISTRY[("fund_line", "enter_money")](office, line.pk, kind="due", amount="3.7亿")
    for body, title in ((county.pk, "区里的事"), (ruler.units["housing"].pk, "区政府的事")):
        assign_task(office, title=title, owner=body)
    client.force_login(ruler.account("supervisor"))
    page = client.get(reverse("region-work", args=[ruler.regions["一江区"].pk])).content.decode()
    for word in ("改造补助资金", "区里的事", "区政府的事", "一江区名下的", "应到位 3.7亿"):
        assert word in page
    other = client.get(reverse("region-work", args=[ruler.regions["三塘县"].pk])).content.decode()
    assert "名册里没有这个县" in other
    assert "区里的事" not in other


def test_an_indicator_nobody_has_a_figure_of_is_named_in_the_circular_and_is_no_column(
    ruler, client
):
    for region, value in (("一江区", 5.1), ("二桥区", 2.9), ("全市", 4.4)):
        ruler.record("gdp_rate", region, "2026Q3", value)
    seat = ruler.seat("organiser")
    table = circular(seat, compare(seat, QueryDict("period=2026Q3"))).sections[1].tables[0]
    assert table.rows[0] == ["一江区", "5.1（1）"]
    assert all(len(row) == len(table.header) for row in table.rows)
    assert "这一期还没有数的指标：固定资产投资增速、工业用电量增速。" in table.note


def test_the_first_figures_of_a_new_period_do_not_empty_the_page(ruler):
    for region in ("一江区", "二桥区", "三塘县", "全市"):
        ruler.record("gdp_rate", region, "2025Q3", 5.1)
    ruler.record("gdp_rate", "一江区", "2025Q4", 5.2)
    seat = ruler.seat("organiser")
    assert compare(seat, QueryDict("")).period.code == "2025Q3"
    assert compare(seat, QueryDict("period=2025Q4")).period.code == "2025Q4"
    ruler.record("gdp_rate", "二桥区", "2025Q4", 4.2)
    assert compare(seat, QueryDict("")).period.code == "2025Q4"
