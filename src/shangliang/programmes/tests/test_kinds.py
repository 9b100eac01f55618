"""专项: each kind does what it is for."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from shangliang.actors.models import Tie
from shangliang.groups.tests.helpers import words
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.programmes.actions.amend_item import amend_item
from shangliang.programmes.actions.move_item import move_item
from shangliang.programmes.book import kinds
from shangliang.programmes.digests import DIGESTS
from shangliang.programmes.models import Item
from shangliang.search.index import rebuild

from .helpers import book_of, do, enter, gift, partner, start

K = Tie.Kind
DAY = timedelta(days=1)


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
    assert "2025 年逐月" in text
    assert "等 65 场" in text
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
