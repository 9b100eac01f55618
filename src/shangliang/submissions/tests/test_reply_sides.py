"""答复页的另外几方: the co-unit countersigns, the office checks, proposers see no draft."""

from django.urls import reverse

from shangliang.submissions.actions.accept import accept
from shangliang.submissions.actions.assign import assign
from shangliang.submissions.actions.circulate import circulate
from shangliang.submissions.actions.countersign import countersign
from shangliang.submissions.actions.draft_reply import draft_reply
from shangliang.submissions.actions.edit_reply import edit_reply
from shangliang.submissions.actions.merge import merge
from shangliang.submissions.actions.pass_check import pass_check
from shangliang.submissions.actions.submit_reply import submit_reply

from .replies import address, words


def test_the_lead_reads_the_opinions_it_received_and_the_co_unit_countersigns(city, client):
    case = city.accepted()
    seat = city.seat("staff_finance")
    opinion = draft_reply(seat, city.assignment(case, "finance").pk)
    for answer in opinion.answers.all():
        edit_reply(
            seat,
            opinion.pk,
            fields={},
            answers=[{"ask": answer.recommendation_id, "text": "财政可以安排八十万元。"}],
        )
    submit_reply(seat, opinion.pk)
    reply = city.reply(case)
    client.force_login(city.account("staff_housing"))
    assert "财政可以安排八十万元" in words(client.get(address(reply)))
    circulate(city.seat("staff_housing"), reply.pk)
    client.force_login(city.account("staff_finance"))
    page = words(client.get(address(reply)))
    assert "请贵单位会签" in page
    url = reverse("do", args=["reply", "countersign", reply.pk])
    refused = client.post(url, {"agree": "0", "remark": "", "next": address(reply)})
    assert "请写明哪里不同意" in words(refused)
    client.post(url, {"agree": "0", "remark": "数字要改为九十万元。", "next": address(reply)})
    assert reply.countersigns.get().state == "differs"
    client.force_login(city.account("staff_housing"))
    page = words(client.get(address(reply)))
    assert "带不同意见送审" in page
    submit_reply(city.seat("staff_housing"), reply.pk)
    client.force_login(city.account("supervisor"))
    page = words(client.get(address(reply)))
    assert "1 个会办单位有不同意见" in page
    assert "数字要改为九十万元" in page


def test_the_checker_sees_both_sides_and_passes_rejects_or_regrades(city, client):
    case = city.accepted(units=(("housing", "lead"),))
    reply = city.reply(case)
    submit_reply(city.seat("staff_housing"), reply.pk)
    client.force_login(city.account("supervisor"))
    page = words(client.get(address(reply)))
    for part in ("请制定第1项办法", "第1条已办", "审核通过，送达提案人", "退回重拟", "面商"):
        assert part in page
    do = lambda verb: reverse("do", args=["reply", verb, reply.pk])  # noqa: E731
    client.post(do("change_grade"), {"grade": "C", "reason": "没有期限"})
    page = words(client.get(address(reply)))
    assert "单位自定 B，督办机构改定" in page
    client.post(do("reject_check"), {"reason": "第 1 条没有写到什么程度"})
    client.force_login(city.account("staff_housing"))
    assert "第 1 条没有写到什么程度" in words(client.get(address(reply)))


def test_what_was_merged_in_stands_beside_the_reply_with_its_asks(city, client):
    case, other = city.filed(), city.submitted(who="member2", title="关于路灯夜间不亮的提案")
    merge(city.seat("clerk"), other.pk, into=case.pk)
    assign(city.seat("supervisor"), case.pk)
    row = city.assignment(case, "housing")
    accept(city.seat("staff_housing"), row.pk)
    client.force_login(city.account("staff_housing"))
    text = client.post(f"/assignments/{row.pk}/reply/", follow=True).content.decode()
    assert "并入的 1 件" in text
    assert "路灯夜间不亮" in text
    assert other.recommendations.first().text in text


def test_drafts_and_countersigns_are_not_for_proposers(city, client):
    case = city.accepted()
    reply = city.reply(case)
    client.force_login(city.account("member"))
    assert client.get(address(reply)).status_code == 404
    circulate(city.seat("staff_housing"), reply.pk)
    countersign(city.seat("staff_finance"), reply.pk, agree=False, remark="内部分歧一句")
    submit_reply(city.seat("staff_housing"), reply.pk)
    assert client.get(address(reply)).status_code == 404
    pass_check(city.seat("supervisor"), reply.pk)
    page = words(client.get(address(reply)))
    assert "第1条已办" in page
    assert "内部分歧一句" not in page
