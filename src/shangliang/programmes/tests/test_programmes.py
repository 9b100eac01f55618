"""专项: each kind does what it is for, a refusal says why, and nobody sees a single amount."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from shangliang.actors.models import Actor, Tie
from shangliang.groups.tests.test_teams import words
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused
from shangliang.programmes.actions.items import add_item, amend_item, move_item, void_item
from shangliang.programmes.actions.start_programme import start_programme
from shangliang.programmes.book import kinds
from shangliang.programmes.digests import DIGESTS
from shangliang.programmes.models import Item
from shangliang.programmes.totals import shown_of
from shangliang.search.index import rebuild

K = Tie.Kind
DAY = timedelta(days=1)


def do(verb, seat, row, **data):
    return REGISTRY[("programme", verb)](seat, row.pk, **data)


def start(city, kind, **more):
    given = {"title": "一个专项", "aim": "做成", "basis": "本会文件", "starts_on": date(2020, 1, 1)}
    return start_programme(city.seat("organiser"), kind=kind, **(given | more))


def partner(city, case, name="民革澄州市委会", kind="party"):
    body = Actor.objects.create(committee=city.committee, kind=kind, name=name)
    do("add_partner", city.seat("organiser"), case, who=body.pk, part="出技术")
    return case.partners.get(who=body)


def enter(city, case, sheet, who="organiser", **more):
    given = {"title": "一条", "on": today(), "proof": "票据一张"}
    return add_item(city.seat(who), case.pk, sheet=sheet, **(given | more))


def gift(city, case, who, money="1000", what="资金", people="20"):
    return enter(city, case, "gift", partner=who.pk, data={"what": what, "money": money, "people": people})  # fmt: skip


def test_every_kind_of_the_preset_says_its_source_and_has_its_digests():
    for kind in kinds().values():
        assert kind.source
        for sheet in kind.sheets:
            assert sheet.digest in DIGESTS or sheet.digest == ""
            known = {f.code for f in sheet.fields}
            assert {d.field for d in sheet.demands} <= known
            assert {c for s in sheet.steps for c in s.needs} <= known
            assert not sheet.private or sheet.private in known


def test_no_sheet_asks_for_a_person_in_need_a_belief_or_a_score():
    for kind in kinds().values():
        for sheet in kind.sheets:
            for field in sheet.fields:
                assert not any(w in field.label for w in ("姓名", "电话", "身份证", "信仰", "立场", "思想", "打分", "资产")), field  # fmt: skip


def test_help_sums_what_each_partner_gave_and_takes_nothing_without_evidence(city, client):
    case = start(city, "help", title="同心帮扶")
    one, other = partner(city, case), partner(city, case, "民盟澄州市委会")
    gift(city, case, one, "1000")
    gift(city, case, one, "2500.5")
    with pytest.raises(Refused, match="请写凭据"):
        enter(city, case, "gift", partner=one.pk, proof=" ", data={"what": "资金", "people": "1"})
    client.force_login(city.account("organiser"))
    page = words(client.get(case.get_absolute_url()))
    assert "3500.5" in page
    assert f"还没有记录的参加方：{other}" in page


def test_a_member_sees_no_single_amount_and_the_public_only_kinds_with_enough_givers(city, client):
    case = start(city, "help", title="同心帮扶", public=True)
    givers = [partner(city, case, f"第{n}支部", "branch" if n > 9 else "party") for n in range(5)]
    for giver in givers:
        gift(city, case, giver, "7777", "物资")
    alone = gift(city, case, givers[0], "98765", "资金")
    client.force_login(city.account("member"))
    for url in (case.get_absolute_url(), alone.get_absolute_url()):
        page = words(client.get(url))
        assert "98765" not in page
        assert "7777" not in page
    client.logout()
    page = words(client.get(reverse("programme-public", args=[case.pk])))
    assert "38,885" in page  # five gifts of five givers
    assert "98765" not in page.replace(",", "")
    assert "137650" not in page.replace(",", "")  # nor the sum that would tell it
    assert str(givers[0]) not in page
    assert shown_of(case)[0].hidden == 1


def test_a_programme_that_is_not_public_has_no_public_page(city, client):
    case = start(city, "help")
    assert client.get(reverse("programme-public", args=[case.pk])).status_code == 404


def test_a_mechanism_needs_its_ground_and_shows_tasks_with_their_states(city, client):
    with pytest.raises(Refused, match="要有依据"):
        start(city, "mechanism", basis="")
    case = start(city, "mechanism", title="文化交流合作机制")
    unit = partner(city, case, "市文化馆", "organisation")
    office = city.seat("organiser")
    for title, due in (("办一次书画展", today() - DAY), ("建联络点", today() + DAY), ("编通讯", today())):  # fmt: skip
        do("plan_line", office, case, title=title, due_on=due, partner=unit.pk)
    done = case.lines.get(title="编通讯")
    with pytest.raises(Refused, match="请写结果"):
        do("finish_line", office, case, line=done.pk, result="")
    do("finish_line", office, case, line=done.pk, result="编了四期")
    client.force_login(city.account("member"))
    page = words(client.get(case.get_absolute_url()))
    for word in ("本会文件", "市文化馆", "过期", "进行中", "编了四期"):
        assert word in page
    with pytest.raises(Refused, match="依据的文件"):
        do("plan_line", office, case, title="x", due_on=today(), level="province")


def book_of(rows):
    sheet = Workbook()
    sheet.active.append(["名称", "日期", "类别", "地点", "惠及人次"])
    for row in rows:
        sheet.active.append(row)
    out = io.BytesIO()
    sheet.save(out)
    return SimpleUploadedFile("项目.xlsx", out.getvalue())


def test_two_hundred_projects_come_in_and_three_bad_rows_say_why(city, client):
    case = start(city, "culture", title="文化项目")
    rows = [[f"第{n}场", f"{2023 + n % 3}-05-{n % 28 + 1:02}", ("演出", "展览")[n % 2], "文化馆", 10] for n in range(197)]  # fmt: skip
    rows += [["没有日期", "春天", "演出", "馆", 1], ["乱类", "2024-01-01", "杂技团", "馆", 1], ["", "2024-01-02", "演出", "馆", 1]]  # fmt: skip
    client.force_login(city.account("organiser"))
    url = reverse("programme-import", args=[case.pk, "project"])
    page = client.post(url, {"file": book_of(rows)})
    text = words(page)
    assert "不收的 3 行" in text
    for why in ("看不懂", "请选演出", "请写项目的名称"):
        assert why in text
    kept = page.context["rows"]
    assert client.post(url, {"rows": kept}).status_code == 302
    client.post(url, {"rows": kept})  # the same file once more adds nothing
    assert Item.objects.filter(programme=case).count() == 197
    text = words(client.get(case.get_absolute_url()))
    assert "1970" in text
    for year in ("2023", "2024", "2025"):
        assert year in text
    assert client.post(url, {"rows": "x"}).status_code == 409
    bad = client.post(url, {"file": SimpleUploadedFile("a.xlsx", b"no sheet")})
    assert bad.status_code == 422


def test_an_oral_history_with_consent_is_written_checked_placed_and_found(city, client):
    case = start(city, "history", title="文史资料")
    data = {"form": "口述", "origin": "老工人口述，2026 年 5 月录", "consent": "还没有问"}
    row = enter(city, case, "piece", title="南河码头旧事", data=data)
    editor, clerk = city.seat("organiser"), city.seat("clerk")
    with pytest.raises(Refused, match="先填：整理稿"):
        move_item(editor, row.pk, step="written", note="整理完")
    amend_item(editor, row.pk, data={"text": "那年码头上有三十条木船。"}, note="")
    move_item(editor, row.pk, step="written", note="整理完")
    amend_item(editor, row.pk, data={"check": "对过航运志", "volume": "第二卷"}, note="")
    with pytest.raises(Refused, match="不能由登记的人自己做"):
        move_item(editor, row.pk, step="checked", note="核过")
    move_item(clerk, row.pk, step="checked", note="核过")
    with pytest.raises(Refused, match="还没有同意编卷"):
        move_item(clerk, row.pk, step="placed", note="编入")
    amend_item(editor, row.pk, data={"consent": "同意编卷出版", "consented": "2026-06-01"}, note="补签")  # fmt: skip
    move_item(clerk, row.pk, step="placed", note="编入第二卷")
    client.force_login(city.account("member"))
    page = words(client.get(case.get_absolute_url()))
    assert "第二卷" in page
    rebuild(city.committee.pk)
    found = words(client.get(f"{reverse('search')}?q=三十条木船"))
    assert "南河码头旧事" in found


def test_thirty_seeking_and_twenty_two_places_show_what_is_unmatched(city, client):
    case = start(city, "labour", title="就业对接")
    for skill, n in (("焊工", 18), ("护理", 12)):
        enter(city, case, "seek", data={"skill": skill, "place": "北乡", "n": n})
    for skill, n in (("焊工", 10), ("护理", 4), ("缝纫", 8)):
        enter(city, case, "offer", data={"skill": skill, "place": "园区", "n": n})
    old = enter(city, case, "placed", on=today() - timedelta(days=100), data={"skill": "焊工", "n": 9})  # fmt: skip
    client.force_login(city.account("member"))
    page = client.get(case.get_absolute_url())
    table = page.context["sheets"][0]["digest"].tables[0]
    assert table.foot == ["合计", 30, 22, 14, 16, 8]
    assert "1 场满三个月还没有回访" in words(page)
    amend_item(city.seat("organiser"), old.pk, data={"still": 7}, note="回访")
    assert "没有回访" not in words(client.get(case.get_absolute_url()))


def test_a_call_from_above_shows_which_local_acts_answer_it_with_their_results(city, client):
    case = start(city, "party", title="同心行动")
    who, office = partner(city, case), city.seat("organiser")
    do("plan_line", office, case, title="助推都市圈", due_on=today(), level="province", basis="省委会文件")  # fmt: skip
    do(
        "plan_line",
        office,
        case,
        title="黄河保护",
        due_on=today(),
        level="centre",
        basis="中央文件",
    )
    line = case.lines.get(title="助推都市圈")
    enter(city, case, "action", title="通勤调研", partner=who.pk, line=line.pk, data={"what": "调研", "result": "开了两条跨市公交"})  # fmt: skip
    client.force_login(city.account("member"))
    page = words(client.get(case.get_absolute_url()))
    assert f"{who}：通勤调研" in page
    assert "开了两条跨市公交" in page
    assert "还没有动作的部署：黄河保护" in page


def test_a_commission_goes_from_brief_to_paper_to_review_by_somebody_else(city):
    case = start(city, "research", title="委托研究")
    who = partner(city, case, "澄州经济研究所", "organisation")
    data = {"brief": "物流成本高在哪里", "due": (today() + DAY).isoformat()}
    row = enter(city, case, "commission", partner=who.pk, data=data)
    editor, clerk = city.seat("organiser"), city.seat("clerk")
    amend_item(editor, row.pk, data={"answer": "高在空驶", "paper": "办公室存档 12 号"}, note="")
    move_item(editor, row.pk, step="given", note="按时交")
    amend_item(editor, row.pk, data={"review": "数据可靠，建议要再具体"}, note="")
    with pytest.raises(Refused, match="不能由登记的人自己做"):
        move_item(editor, row.pk, step="reviewed", note="好")
    move_item(clerk, row.pk, step="reviewed", note="两位专家看过")
    move_item(clerk, row.pk, step="kept", note="入库")
    assert Item.objects.get(pk=row.pk).step_label == "已入库"


def test_a_members_project_is_on_the_board_only_after_consent_and_can_leave_it(city, client):
    case = start(city, "venture", title="项目对接")
    data = {"trade": "农产品", "wants": "找冷库", "agree": "不同意"}
    row = enter(city, case, "project", who="member", title="果品加工", data=data)
    mine, url = city.seat("member"), case.get_absolute_url()

    def seen():
        client.force_login(city.account("member2"))
        return "果品加工" in words(client.get(url))

    assert not seen()
    assert client.get(row.get_absolute_url()).status_code == 404
    amend_item(mine, row.pk, data={"until": "2099-01-01"}, note="")
    with pytest.raises(Refused, match="本人还没有同意"):
        move_item(mine, row.pk, step="board", note="上")
    amend_item(mine, row.pk, data={"agree": "同意"}, note="")
    with pytest.raises(Refused, match="登记的本人来做"):
        move_item(city.seat("organiser"), row.pk, step="board", note="代上")
    move_item(mine, row.pk, step="board", note="上板")
    assert seen()
    move_item(mine, row.pk, step="off", note="谈成了")
    assert not seen()


def test_each_host_of_a_joint_action_has_its_section_and_who_wrote_none_is_named(city, client):
    case = start(city, "joint", title="黄河岸线联合视察")
    one, other = partner(city, case, "四泉县政协", "county"), partner(city, case, "柏塘县政协", "county")  # fmt: skip
    enter(city, case, "section", title="北岸堆了渣土", partner=one.pk, data={"text": "三处"})
    client.force_login(city.account("member"))
    page = words(client.get(case.get_absolute_url()))
    assert "北岸堆了渣土" in page
    assert f"还没有写的：{other}" in page


def test_the_head_of_a_partner_writes_its_rows_and_nobody_elses(city, client):
    case = start(city, "help")
    mine, other = partner(city, case), partner(city, case, "民盟澄州市委会")
    city.tie("member", K.HEADS, mine.who)
    row = enter(city, case, "gift", who="member", partner=mine.pk, data={"what": "岗位", "people": "3", "money": "500"})  # fmt: skip
    with pytest.raises(Refused, match="各记各的"):
        enter(city, case, "gift", who="member", partner=other.pk, data={"what": "岗位", "people": "3"})  # fmt: skip
    with pytest.raises(Refused, match="各记各的"):
        enter(city, case, "gift", who="member2", partner=mine.pk, data={"what": "岗位", "people": "3"})  # fmt: skip
    client.force_login(city.account("member"))
    assert "500" in words(client.get(row.get_absolute_url()))
    assert client.get(reverse("programme-item-new", args=[case.pk, "gift"])).status_code == 200


def test_a_void_row_stays_to_be_read_and_counts_no_more(city, client):
    case = start(city, "help")
    who = partner(city, case)
    row = gift(city, case, who, "4321")
    void_item(city.seat("organiser"), row.pk, why="记重了")
    with pytest.raises(Refused, match="已经作废"):
        void_item(city.seat("organiser"), row.pk, why="再来")
    client.force_login(city.account("organiser"))
    page = client.get(case.get_absolute_url())
    assert "记重了" in words(page)
    assert page.context["sheets"][0]["digest"].tables[0].rows[0][2] == "0"


def test_a_closed_programme_takes_nothing_more(city):
    case = start(city, "culture")
    do("close_programme", city.seat("organiser"), case, why="到期，办了四场")
    with pytest.raises(Refused, match="已经结束"):
        enter(city, case, "project", data={"what": "演出", "place": "馆"})


def test_bad_input_keeps_what_was_typed(city, client):
    case = start(city, "culture")
    client.force_login(city.account("organiser"))
    url = reverse("programme-item-new", args=[case.pk, "project"])
    answer = client.post(url, {"title": "年画展", "on": today(), "f_what": "展览", "f_place": "馆", "f_people": "很多"})  # fmt: skip
    assert answer.status_code == 422
    assert "不是数" in words(answer)
    assert "年画展" in words(answer)
    answer = client.post(url, {"title": "明天的", "on": today() + DAY, "f_what": "展览", "f_place": "馆"})  # fmt: skip
    assert "日期还没有到" in words(answer)
    answer = client.post(reverse("programme-new", args=["mechanism"]), {"title": "机制", "aim": "x", "starts_on": today()})  # fmt: skip
    assert answer.status_code == 422


def test_a_new_programme_is_started_on_its_page_and_its_forms_open(city, client):
    client.force_login(city.account("organiser"))
    assert client.get(reverse("programme-new", args=["help"])).status_code == 200
    client.post(reverse("programme-new", args=["help"]), {"title": "同心", "aim": "帮扶", "starts_on": "2026-01-01", "public": "on"})  # fmt: skip
    case = start(city, "help")
    partner(city, case)
    for verb in ("edit_programme", "add_partner", "drop_partner", "plan_line", "finish_line", "forgo_line", "close_programme"):  # fmt: skip
        assert client.get(reverse("do", args=["programme", verb, case.pk])).status_code == 200, verb
    assert client.get(reverse("programme-sheet", args=[case.pk, "gift"])).status_code == 200


@pytest.mark.parametrize("rows", [1, 30])
def test_pages_ask_a_fixed_number_of_questions(city, client, django_assert_max_num_queries, rows):
    case = start(city, "help")
    who = partner(city, case)
    for _ in range(rows):
        gift(city, case, who)
    client.force_login(city.account("member"))
    client.get(reverse("programmes"))
    with django_assert_max_num_queries(12):
        assert client.get(reverse("programmes")).status_code == 200
    with django_assert_max_num_queries(15):
        assert client.get(case.get_absolute_url()).status_code == 200


def test_another_committees_programme_is_not_there(city, client):
    from shangliang.demo.small import build_small_city

    case = start(city, "culture")
    county = build_small_city("四泉县", prefix="sq_")
    client.force_login(county.account("clerk"))
    assert client.get(case.get_absolute_url()).status_code == 404
    with pytest.raises(Refused, match="没有找到"):
        add_item(county.seat("clerk"), case.pk, sheet="project", title="x", on=today(), data={})
