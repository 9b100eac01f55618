"""Pages of the reading of texts: what they show, to whom, with how many questions."""

import io

import pytest
from openpyxl import load_workbook

from shangliang.documents.actions.accept import accept
from shangliang.documents.actions.accept_certain import accept_certain
from shangliang.documents.actions.add_measure import add_measure
from shangliang.documents.actions.clause_to_topic import clause_to_topic
from shangliang.documents.actions.record_use import record_use
from shangliang.documents.actions.refuse_extract import refuse_extract
from shangliang.documents.actions.report_measure import report_measure
from shangliang.documents.actions.set_columns import set_columns
from shangliang.documents.actions.take_in import take_in
from shangliang.documents.models import Clause, ClauseMeasure, Extract
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.models import Task

from .test_reading import SPEECH

POLICY = "关于支持创新的措施\n" + "\n".join(
    f"{n}、对第{i}类企业给予补助" for i, n in enumerate("一二三四五六七八九十", 1)
)


@pytest.fixture
def policy(city):
    intake = take_in(city.seat("clerk"), text=POLICY, kind="opinion")
    accept_certain(city.seat("clerk"), intake.pk)
    return intake


@pytest.fixture
def speech(city):
    return take_in(city.seat("clerk"), text=SPEECH)


def test_the_pages_keep_their_query_budgets(
    city, client, speech, policy, django_assert_max_num_queries
):
    for row in speech.extracts.filter(kind="task", soft=False):
        accept(city.seat("clerk"), row.pk)
    clause = Clause.objects.filter(intake=policy).first()
    client.force_login(city.account("clerk"))
    for path, most in (
        ("/documents/", 12),
        (f"/documents/{speech.pk}/", 15),
        (f"/documents/{speech.pk}/?kind=clause", 15),
        (f"/documents/{speech.pk}/tasks/", 15),
        (f"/documents/{policy.pk}/matrix/", 15),
        (f"/clauses/{clause.pk}/", 15),
        (f"/exports/extracts.xlsx?intake={speech.pk}", 12),
    ):
        client.get(path)
        with django_assert_max_num_queries(most):
            answer = client.get(path)
            assert answer.status_code == 200
            b"".join(answer) if answer.streaming else answer.content


def test_the_reader_does_not_ask_more_for_a_long_text(city, client, django_assert_max_num_queries):
    words = SPEECH + "".join(
        f"{n}．检查\n市住建局要在年底前完成第{n}个小区的检查。\n" for n in range(150)
    )
    intake = take_in(city.seat("clerk"), text=words)
    client.force_login(city.account("clerk"))
    client.get(f"/documents/{intake.pk}/")
    with django_assert_max_num_queries(15):
        page = client.get(f"/documents/{intake.pk}/?page=2").content.decode()
    assert "第50个小区" in page
    assert "第2个小区" not in page


def test_source_and_findings_point_at_each_other(city, client, speech):
    row = speech.extracts.filter(kind="task", soft=False).first()
    client.force_login(city.account("clerk"))
    page = client.get(f"/documents/{speech.pk}/?kind=task").content.decode()
    assert f'id="e{row.pk}"' in page
    assert f'data-ids="{row.pk}"' in page
    assert f'id="L{row.first}"' in page
    answer = client.get(f"/extracts/{row.pk}/")
    assert answer.status_code == 302
    assert answer.url.endswith(f"line={row.first}&kind=task#e{row.pk}")


def test_a_refusal_is_said_on_the_card_and_nothing_is_lost(city, client, speech):
    row = speech.extracts.filter(kind="task", soft=False).first()
    client.force_login(city.account("clerk"))
    answer = client.post(
        f"/extracts/{row.pk}/refuse/", {"reason": "no such"}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    row.refresh_from_db()
    assert row.state == "open"


def test_a_refused_upload_keeps_what_was_typed(city, client):
    client.force_login(city.account("clerk"))
    answer = client.post(
        "/documents/new/",
        {"title": "讲话", "kind": "speech", "level": "secret", "text": SPEECH, "given_on": ""},
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "涉密的文件不能进本系统" in page
    assert "逐个小区列出清单" in page


def test_a_leader_reads_and_has_no_buttons(city, client, speech):
    row = speech.extracts.filter(kind="task", soft=False).first()
    client.force_login(city.account("leader"))
    page = client.get(f"/documents/{speech.pk}/?kind=task").content.decode()
    assert f"/extracts/{row.pk}/accept/" not in page
    client.post(f"/extracts/{row.pk}/accept/")
    assert Extract.objects.get(pk=row.pk).state == "open"


def test_another_committees_text_is_not_there(city, client, speech):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="lin-")
    client.force_login(other.account("clerk"))
    row = speech.extracts.first()
    for path in (
        f"/documents/{speech.pk}/",
        f"/documents/{speech.pk}/matrix/",
        f"/documents/{speech.pk}/tasks/",
        f"/extracts/{row.pk}/",
    ):
        assert client.get(path).status_code == 404
    assert client.get(f"/files/{speech.document_id}/").status_code == 404


def test_many_are_made_tasks_by_one_act_and_each_stands_by_itself(city, client, speech):
    seat = city.seat("supervisor")
    rows = list(speech.extracts.filter(kind="task", soft=False))
    for row in rows:
        accept(seat, row.pk)
    client.force_login(city.account("supervisor"))
    data = {"selected": [r.pk for r in rows], "basis_kind": "assigned", "basis_by": "市长"}
    for row in rows:
        data |= {f"title-{row.pk}": row.title, f"due_on-{row.pk}": ""}
    data[f"owner-{rows[0].pk}"] = city.units["housing"].pk
    data[f"owner-{rows[1].pk}"] = ""
    answer = client.post(f"/documents/{speech.pk}/tasks/", data)
    assert answer.status_code == 422
    assert Task.objects.count() == 1
    page = answer.content.decode()
    assert "请选责任单位" in page
    assert rows[1].title in page


def test_what_was_wrong_is_exported_with_its_reason(city, client, speech):
    row = speech.extracts.filter(kind="task", soft=False).first()
    refuse_extract(city.seat("clerk"), row.pk, reason="unit", note="应是城管局")
    client.force_login(city.account("clerk"))
    answer = client.get("/exports/wrong-extracts.xlsx")
    data = b"".join(answer) if answer.streaming else answer.content
    lines = [[c.value for c in r] for r in load_workbook(io.BytesIO(data)).active.iter_rows()]
    assert len(lines) == 3
    assert {"单位不对", "应是城管局", row.text} <= set(map(str, lines[2]))


def test_the_matrix_shows_what_nobody_took_and_later_what_is_done(city, client, policy):
    seat = city.seat("clerk")
    set_columns(seat, policy.pk, columns="与学习结合\n与履职结合\n与自身建设结合\n与宣传结合")
    clauses = list(Clause.objects.filter(intake=policy))
    assert len(clauses) == 10
    add_measure(seat, clauses[0].pk, owner=city.units["housing"].pk, text="开一次学习会", column=3)
    client.force_login(city.account("clerk"))
    page = client.get(f"/documents/{policy.pk}/matrix/?show=open").content.decode()
    assert '没人领 <b><a href="?show=open">9</a>' in page
    measure = ClauseMeasure.objects.get()
    with pytest.raises(Refused, match="要写结果"):
        report_measure(city.seat("staff_housing"), measure.pk, state="done")
    report_measure(city.seat("staff_housing"), measure.pk, state="done", result="开了")
    page = client.get(f"/documents/{policy.pk}/matrix/").content.decode()
    assert "已落实 <b>1</b>" in page
    answer = client.get(f"/documents/{policy.pk}/matrix.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    heads = [c.value for c in sheet[2]]
    assert heads[:6] == [
        "条目号",
        "条目",
        "与学习结合",
        "与履职结合",
        "与自身建设结合",
        "与宣传结合",
    ]
    assert "开一次学习会" in sheet[3][5].value


def test_clauses_nobody_used_are_shown(city, client, policy):
    clauses = list(Clause.objects.filter(intake=policy))
    for n, clause in enumerate(clauses):
        record_use(city.seat("clerk"), clause.pk, count=0 if n in (2, 6) else n + 1)
    client.force_login(city.account("clerk"))
    page = client.get(f"/documents/{policy.pk}/matrix/").content.decode()
    said = page[page.index("没有人用过的条目") :].split("</p>")[0]
    assert clauses[2].address in said
    assert clauses[6].address in said
    assert said.count("<a ") == 2


def test_an_unclaimed_clause_becomes_a_topic_in_one_step(city, policy):
    clause = Clause.objects.filter(intake=policy).first()
    topic = clause_to_topic(city.seat("organiser"), clause.pk)
    assert (topic.title, topic.about_type, topic.about_id) == (clause.text, "clause", clause.pk)


def test_a_unit_reports_its_own_measure_only(city, client, policy):
    clause = Clause.objects.filter(intake=policy).first()
    add_measure(city.seat("clerk"), clause.pk, owner=city.units["housing"].pk, text="办")
    measure = ClauseMeasure.objects.get()
    with pytest.raises(Refused, match="不是本单位的"):
        report_measure(city.seat("staff_finance"), measure.pk, state="doing")
    client.force_login(city.account("staff_finance"))
    assert client.get(f"/measures/{measure.pk}/").status_code == 404
    assert client.get(f"/clauses/{clause.pk}/").status_code == 404


def test_a_clause_becomes_a_task_only_by_somebodys_act(city, policy):
    clause = Clause.objects.filter(intake=policy).first()
    unit = city.units["housing"].pk
    with pytest.raises(Refused, match="谁交办的"):
        add_measure(city.seat("clerk"), clause.pk, owner=unit, text="办", as_task=True)
    assert not ClauseMeasure.objects.exists()
    add_measure(
        city.seat("clerk"), clause.pk, owner=unit, text="办", as_task=True, basis_by="秘书长",
        due_on=today(),
    )  # fmt: skip
    assert Task.objects.get().source_id == clause.pk


def test_what_is_certain_is_accepted_of_the_speech_shown_and_no_other(city, client):
    clerk = city.seat("clerk")
    two = "第一篇：在启动会上的讲话\n一、抓开局\n各单位要把开局的每一件事都排进月历，一件一件往前赶。\n\n第二篇：在总结会上的讲话\n一、抓收尾\n各单位要把没有收尾的每一件事都列成清单，一件一件销号。\n"
    intake = take_in(clerk, text=two)
    assert intake.parts.count() == 2
    client.force_login(city.account("clerk"))
    page = client.get(f"/documents/{intake.pk}/?part=2").content.decode()
    assert '<input type="hidden" name="part" value="2">' in page
    client.post(f"/do/intake/accept_certain/{intake.pk}/", {"part": "2"})
    decided = intake.extracts.exclude(state="open").values_list("part", flat=True)
    assert set(decided) == {2}
