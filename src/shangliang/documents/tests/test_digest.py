"""The digest of speeches: verbatim, with lines, authors never assigned silently."""

import io

from docx import Document as Word

from shangliang.documents.actions.accept import accept
from shangliang.documents.actions.take_in import take_in
from shangliang.documents.digest import digest

TWO = """在启动会上的讲话
同志们：
今天我们开启动会，主要任务是部署全年老旧小区管养工作。去年我们改造了八十六个小区，群众反映电梯装好以后没有人管。
管养办法没有定下来，维保的钱谁出也没有说清，这是今年要先办的一件事。
一、抓开局
市住建局要在5月底前完成全部电梯的排查，逐台登记在册。
二、抓落实
各县区要按月报送排查台账，缺的补上，错的改正。谢谢大家。

在总结会上的讲话
同志们：
今天我们开总结会，主要任务是总结全年老旧小区管养工作，把没有做完的列出来。
一、抓收尾
市财政局要在12月底前把维保补助拨付到位。
"""


def test_the_digest_quotes_each_speech_with_its_lines(city, client, django_assert_max_num_queries):
    clerk = city.seat("clerk")
    intake = take_in(clerk, text=TWO)
    task = intake.extracts.get(kind="task", text__contains="5月底前")
    accept(clerk, task.pk)
    first, second = digest(intake)
    assert [row.pk for row in first.promised] == [task.pk]
    assert second.promised == []
    assert [point.text for point in first.points] == ["一、抓开局", "二、抓落实"]
    lines = TWO.split("\n")
    assert first.said
    for text, line in first.said:
        assert text[:8] in lines[line - 1]
    client.force_login(city.account("clerk"))
    with django_assert_max_num_queries(15):
        page = client.get(f"/documents/{intake.pk}/digest/").content.decode()
    assert "作者待定，去选" in page
    assert task.title in page
    paper = Word(io.BytesIO(client.get(f"/documents/{intake.pk}/digest.docx").content))
    assert any("作者待定" in p.text for p in paper.paragraphs)
