"""A text taken in, its findings decided one by one; what is refused is never stored."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from shangliang.documents.actions.accept import accept
from shangliang.documents.actions.accept_certain import accept_certain
from shangliang.documents.actions.add_extract import add_extract
from shangliang.documents.actions.bring_back import bring_back
from shangliang.documents.actions.close import close
from shangliang.documents.actions.hand_over import hand_over
from shangliang.documents.actions.mend import mend
from shangliang.documents.actions.park import park
from shangliang.documents.actions.refuse_extract import refuse_extract
from shangliang.documents.actions.reread import reread
from shangliang.documents.actions.settle import settle
from shangliang.documents.actions.settle_author import settle_author
from shangliang.documents.actions.switch_suggestions import switch_suggestions
from shangliang.documents.actions.take_in import take_in
from shangliang.documents.models import Clause, Document, Extract, Intake
from shangliang.journal.models import Event
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.models import Task
from shangliang.tasks.sources import named

SPEECH = """在全市项目建设推进会上的讲话
（2026年4月12日）
同志们：
今天召开会议，主要任务是分析一季度形势，部署下一步工作。
一、看清形势
一季度，全市固定资产投资增长5.0%，但进展不平衡，四泉县固定资产投资下降2.1%。
二、抓实重点
市住建局要在五月底前查清资金支出慢的原因，逐个小区列出清单。市财政局要按月通报拨付情况。
希望大家高度重视，切实抓好落实。
三、跟踪问效
就老旧小区改造、垃圾分类等组织调研协商活动。四泉县工业增速与先进县相比还有不小差距。
"""


def read(city, who="supervisor", text=SPEECH, **more):
    return take_in(city.seat(who), text=text, **more)


def first(intake, kind, **more):
    return intake.extracts.filter(kind=kind, soft=False, **more).first()


def test_a_speech_gives_clauses_tasks_figures_gaps_and_topics_with_their_lines(city):
    intake = read(city)
    assert (intake.state, intake.title) == ("open", "在全市项目建设推进会上的讲话")
    kinds = set(intake.extracts.values_list("kind", flat=True))
    assert {"clause", "task", "indicator", "topic"} <= kinds
    task = first(intake, "task", text__contains="住建局")
    assert (task.first, task.data["lead"]) == (8, ["市住建局"])
    lines = SPEECH.splitlines()
    for row in intake.extracts.exclude(kind="flag"):
        assert row.text[:4] in "".join(lines[row.first - 1 : row.last])


def test_every_line_of_the_source_is_shown(city):
    intake = read(city)
    shown = {line for p in intake.paragraphs.all() for _, line in p.breaks}
    wanted = {n for n, line in enumerate(SPEECH.splitlines(), 1) if line.strip()}
    assert wanted <= shown


def test_accepting_a_task_makes_none_until_somebody_hands_it_over(city):
    intake = read(city)
    row = first(intake, "task", text__contains="住建局")
    seat = city.seat("supervisor")
    accept(seat, row.pk)
    assert not Task.objects.exists()
    with pytest.raises(Refused, match="谁交办"):
        hand_over(seat, row.pk, owner=city.units["housing"].pk, basis_kind="assigned")
    hand_over(
        seat, row.pk, owner=city.units["housing"].pk, basis_kind="instruction", basis_by="市长"
    )
    task = Task.objects.get()
    assert (task.source_type, task.source_id, task.owner) == (
        "extract",
        row.pk,
        city.units["housing"],
    )
    row.refresh_from_db()
    assert (row.state, row.made_type, row.made_id) == ("made", "task", task.pk)


def test_a_task_needs_a_unit(city):
    intake = read(city)
    row = first(intake, "task")
    with pytest.raises(Refused, match="没有责任单位"):
        hand_over(city.seat("supervisor"), row.pk, owner=None, basis_by="市长")


def test_the_source_sentence_goes_with_the_task_for_the_unit_too(city):
    intake = read(city)
    row = first(intake, "task", text__contains="住建局")
    hand_over(city.seat("supervisor"), row.pk, owner=city.units["housing"].pk, basis_by="督查室")
    pair = ("extract", row.pk)
    unit = named(city.seat("staff_housing"), [pair])[pair]
    assert unit.title == row.text
    assert unit.url == ""  # the whole text is not the unit's
    assert named(city.seat("supervisor"), [pair])[pair].url == f"/extracts/{row.pk}/"


def test_each_decision_leaves_one_event_without_a_word_of_the_text(city):
    intake = read(city)
    seat = city.seat("supervisor")
    rows = list(intake.extracts.filter(kind="task", soft=False))
    before = Event.objects.count()
    mend(seat, rows[0].pk, title="查清资金支出慢的原因")
    refuse_extract(seat, rows[0].pk, reason="unit", note="应是财政局")
    bring_back(seat, rows[0].pk)
    park(seat, rows[0].pk)
    events = list(Event.objects.order_by("seq"))[before:]
    assert [e.verb for e in events] == [
        "extract.mend", "extract.refuse", "extract.bring_back", "extract.park"
    ]  # fmt: skip
    assert all("资金" not in str(e.detail) and "财政" not in str(e.detail) for e in events)


def test_what_is_certain_is_accepted_at_once_and_doubts_and_unnamed_tasks_stay(city):
    intake = read(city)
    accept_certain(city.seat("clerk"), intake.pk)
    assert Clause.objects.filter(intake=intake).count() == 3
    assert [c.address for c in Clause.objects.filter(intake=intake)] == ["1.一", "1.二", "1.三"]
    assert not intake.extracts.filter(kind="flag").exclude(state="open").exists()
    assert not Task.objects.exists()
    with pytest.raises(Refused, match="没有可以一并采纳的"):
        accept_certain(city.seat("clerk"), intake.pk)


def test_a_doubt_is_settled_by_a_person_and_the_text_stays(city):
    text = SPEECH.replace("（2026年4月12日）", "（2006年4月12日）").replace(
        "今天召开会议", "2024年11月11日，市里召开了会议，今天再次召开会议"
    )
    intake = read(city, text=text)
    flag = intake.extracts.filter(kind="flag", title="impossible_date").first()
    assert flag is not None
    with pytest.raises(Refused, match="直接写怎么定"):
        accept(city.seat("clerk"), flag.pk)
    settle(city.seat("clerk"), flag.pk, answer="check", note="请起草处核")
    flag.refresh_from_db()
    assert (flag.state, flag.answer) == ("accepted", "check")
    assert "2024年11月11日" in flag.text


def test_with_suggestions_off_a_person_marks_everything_by_hand(city):
    intake = read(city, suggestions=False)
    assert not intake.extracts.exists()
    seat = city.seat("organiser")
    for kind, words in (
        ("task", "市财政局要按月通报拨付情况"),
        ("gap", "四泉县工业增速与先进县相比还有不小差距"),
        ("topic", "老旧小区改造"),
        ("indicator", "全市固定资产投资增长5.0%"),
        ("clause", "跟踪问效"),
        ("flag", "今天召开会议"),
    ):
        row = add_extract(seat, intake.pk, kind=kind, text=words)
        assert (row.origin, row.text) == ("hand", words)
        if kind != "flag":
            accept(seat, row.pk)
    assert Clause.objects.filter(intake=intake).count() == 1
    with pytest.raises(Refused, match="原文里找不到"):
        add_extract(seat, intake.pk, kind="task", text="原文没有的一句")


def test_a_corrected_file_keeps_what_was_decided(city):
    intake = read(city)
    seat = city.seat("supervisor")
    housing = first(intake, "task", text__contains="住建局")
    finance = first(intake, "task", text__contains="财政局")
    accept(seat, housing.pk)
    refuse_extract(seat, finance.pk, reason="not_one")
    accept_certain(seat, intake.pk)
    clauses = set(Clause.objects.values_list("address", flat=True))
    mine = add_extract(seat, intake.pk, kind="gap", text="进展不平衡")
    corrected = "补一行说明。\n" + SPEECH.replace(
        "逐个小区列出清单", "逐个小区列出详细清单"
    ).replace("市财政局要按月通报拨付情况。", "")
    reread(seat, intake.pk, text=corrected)
    housing.refresh_from_db()
    finance.refresh_from_db()
    mine.refresh_from_db()
    assert (housing.state, housing.changed, housing.gone) == ("accepted", True, False)
    assert "详细" in housing.text
    assert (finance.state, finance.gone) == ("refused", True)
    assert (mine.gone, mine.first) == (False, 7)
    assert set(Clause.objects.values_list("address", flat=True)) == clauses
    assert intake.extracts.filter(kind="clause", state="made").count() == 3
    intake.refresh_from_db()
    assert intake.version == 2
    with pytest.raises(Refused, match="新稿里没有"):
        hand_over(
            seat, bring_back(seat, finance.pk).pk, owner=city.units["finance"].pk, basis_by="市长"
        )


def test_the_same_file_again_is_no_new_draft(city):
    intake = read(city)
    with pytest.raises(Refused, match="一模一样"):
        reread(city.seat("clerk"), intake.pk, text=SPEECH)


def test_an_author_is_never_assigned_silently(city):
    intake = read(city)
    part = intake.parts.get()
    assert (part.author, part.author_status) == ("", "unknown")
    settle_author(city.seat("clerk"), intake.pk, part=1, author="市长")
    part.refresh_from_db()
    assert (part.author, part.author_status) == ("市长", "settled")


def test_a_text_is_closed_when_everything_is_decided_or_put_by(city):
    intake = read(city)
    seat = city.seat("clerk")
    with pytest.raises(Refused, match="没定"):
        close(seat, intake.pk)
    for row in intake.extracts.filter(state="open", soft=False):
        park(seat, row.pk)
    assert close(seat, intake.pk).state == "closed"
    with pytest.raises(Refused, match="现在是“已拆完”"):
        switch_suggestions(seat, intake.pk)


@pytest.mark.parametrize(
    "name, data, words",
    [
        ("空.txt", b"", "空的"),
        ("坏.docx", b"PK\x03\x04broken", "打不开|损坏|不完整|不是"),
        ("程序.exe", b"MZ\x90", "不能上传 .exe"),
        ("二进制.txt", b"\x00\x01\x02\x03" * 400, "不是文本文件|编码"),
        ("涉密.txt", "机密★三年\n关于某项工作的通知\n正文。".encode(), "密级标志"),
        ("涉密国标.txt", "秘密★一年\n某市文件\n一、工作。".encode("gb18030"), "密级标志"),
        ("空白.txt", "\n \n　\n".encode(), "没有文字|空"),
    ],
)
def test_a_refused_file_is_told_in_words_and_leaves_no_trace(city, name, data, words):
    events = Event.objects.count()
    with pytest.raises(Refused, match=words):
        take_in(city.seat("clerk"), upload=SimpleUploadedFile(name, data))
    assert not Intake.objects.exists()
    assert not Document.objects.exists()
    assert Event.objects.count() == events


def test_a_text_marked_secret_by_its_sender_is_refused(city):
    with pytest.raises(Refused, match="涉密的文件不能进本系统"):
        read(city, level="secret")
    assert not Intake.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_text_files_come_in_any_usual_encoding(city, encoding):
    upload = SimpleUploadedFile("讲话.txt", SPEECH.encode(encoding))
    intake = take_in(city.seat("clerk"), upload=upload)
    assert intake.lines == len(SPEECH.split("\n"))
    assert first(intake, "task", text__contains="住建局")


def test_a_long_text_is_read_by_a_job(city, django_capture_on_commit_callbacks):
    filler = "".join(
        f"全市要进一步做好第{n}项工作，确保各项任务落到实处，取得实效。\n" for n in range(2200)
    )
    with django_capture_on_commit_callbacks(execute=True):
        intake = read(city, text=SPEECH + filler)
        assert intake.state == "reading"
    intake.refresh_from_db()
    assert intake.state == "open"
    assert first(intake, "task", text__contains="住建局")


@pytest.mark.parametrize("who", ["member", "staff_housing", "leader", "editor", "admin"])
def test_others_may_not_take_in_a_text(city, who):
    with pytest.raises(Refused):
        read(city, who=who)


def test_nothing_is_decided_over_the_wall(city):
    from shangliang.demo.small import build_small_city

    intake = read(city)
    other = build_small_city("邻州市", prefix="lin-")
    with pytest.raises(Refused):
        accept(other.seat("clerk"), first(intake, "task").pk)
    assert Extract.objects.get(pk=first(intake, "task").pk).state == "open"
