"""题库: a question stands on a sentence, says when the sentence changed, and comes in by sheets."""

import io

import pytest
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from shangliang.documents.actions.reread import reread
from shangliang.procedures.verdicts import Refused
from shangliang.study.actions.practise import practise
from shangliang.study.models import Bank, BankQuestion, Drill
from shangliang.study.sourcing import moved

from . import helpers
from .helpers import BACK, SEND, TITLE, do


def sheet(*rows):
    book = Workbook()
    book.active.append(
        ["题型", "题目", "选项A", "选项B", "选项C", "答案", "文件", "条目号", "原句"]
    )
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    out.name = "题目.xlsx"
    out.seek(0)
    return out


@pytest.fixture
def bank(city):
    return helpers.bank(city)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"answer": []}, "请写答案"),
        ({"answer": [0, 1]}, "只能有一个答案"),
        ({"answer": [7]}, "只有 2 个选项"),
        ({"options": ["甲"]}, "至少写两个选项"),
        ({"options": ["甲", "甲"]}, "一样"),
        ({"text": " "}, "请写题目"),
        ({"sentence": "文件里没有的一句话。"}, "找不到这一句"),
        ({"sentence": ""}, "请写原句"),
        ({"kind": "multiple"}, "至少有两个答案"),
        ({"kind": "essay"}, "请选题型"),
        ({"clause": 10**9}, "没有这个条目"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_with_the_reason(city, bank, change, words):
    clause = bank.questions.first().clause_id
    good = {
        "kind": "single",
        "text": "几天？",
        "options": ["甲", "乙"],
        "answer": [0],
        "clause": clause,
        "sentence": SEND,
    }
    with pytest.raises(Refused, match=words):
        do("bank", "add_question", city.seat("organiser"), bank, **(good | change))


def test_the_same_question_is_not_asked_twice_in_a_bank(city, bank):
    q = bank.questions.first()
    with pytest.raises(Refused, match="已经有这道题"):
        do("bank", "add_question", city.seat("organiser"), bank, kind=q.kind, text=q.text,
           options=q.options, answer=q.answer, clause=q.clause_id, sentence=q.sentence)  # fmt: skip


def test_a_question_whose_sentence_changed_is_flagged_not_practised_and_settled_by_a_look(
    city, bank
):
    intake = bank.questions.first().clause.intake
    reread(city.seat("organiser"), intake.pk, text=helpers.TEXT.replace("10个工作日", "15个工作日"))
    rows = list(
        BankQuestion.objects.filter(bank=bank).select_related("clause__intake", "clause__extract")
    )
    bad = moved(rows)
    q = next(q for q in rows if q.sentence == SEND)
    assert q.pk in bad
    assert "第 2 稿" in bad[q.pk]
    assert not any(x.pk in bad for x in rows if x.kind == "fill")  # its own sentence still stands
    seat = city.seat("organiser")
    with pytest.raises(Refused, match="找不到这一句"):
        do("bankquestion", "confirm_source", seat, q, sentence=SEND)
    do("bankquestion", "confirm_source", seat, q, sentence=SEND.replace("10", "15"))
    q = BankQuestion.objects.select_related("clause__intake", "clause__extract").get(pk=q.pk)
    assert q.sentence == SEND.replace("10", "15")
    assert "找不到" not in moved([q]).get(q.pk, "")


def test_a_drawn_question_whose_source_changed_keeps_the_contest_shut(city, bank):
    row = helpers.quiz(city, bank, open_=False)
    intake = bank.questions.first().clause.intake
    reread(city.seat("organiser"), intake.pk, text=helpers.TEXT.replace("10个工作日", "15个工作日"))
    with pytest.raises(Refused, match="出处变了"):
        do("quiz", "open_quiz", city.seat("organiser"), row)
    fresh = helpers.quiz  # a new draw leaves them out
    with pytest.raises(Refused, match="要先核对"):
        fresh(city, bank, open_=False)


def test_every_error_of_a_sheet_is_said_by_row_and_nothing_is_written(city, bank, client):
    clause = bank.questions.first().clause
    rows = sheet(
        ("单选", "好的一题", "甲", "乙", "", "B", TITLE, clause.address, BACK),
        ("选择", "题型不认识", "甲", "乙", "", "A", TITLE, clause.address, BACK),
        ("单选", "答案越界", "甲", "乙", "", "D", TITLE, clause.address, BACK),
        ("判断", "答案看不懂", "", "", "", "也许", TITLE, clause.address, BACK),
        ("填空", "没有这条", "", "", "", "四", TITLE, "9.九", BACK),
        ("填空", "没有这句", "", "", "", "四", TITLE, clause.address, "根本没有写过的话"),
        ("填空", "没有这份", "", "", "", "四", "别的文件", clause.address, BACK),
        ("单选", "好的一题", "甲", "乙", "", "B", TITLE, clause.address, BACK),
        ("单选", "中间空着", "甲", "", "丙", "C", TITLE, clause.address, BACK),
    )
    client.force_login(city.account("organiser"))
    before = BankQuestion.objects.count()
    page = client.post(
        reverse("study-bank-import", args=[bank.pk]), {"file": rows}
    ).content.decode()
    for words in (
        "不认识",
        "第 4 个选项",
        "也许",
        "没有条目“9.九”",
        "找不到这一句",
        "《别的文件》",
        "和第 2 行重复",
        "选项B是空的",
    ):
        assert words in page, words
    assert "8 题有错" in page
    assert "全部导入" not in page
    assert BankQuestion.objects.count() == before


def test_a_good_sheet_is_looked_at_then_written_whole(city, bank, client):
    clause = bank.questions.first().clause
    client.force_login(city.account("organiser"))
    url = reverse("study-bank-import", args=[bank.pk])
    rows = sheet(
        ("多选", "哪些？", "甲", "乙", "丙", "A、C", f"《{TITLE}》", clause.address, BACK),
        ("判断题", "对不对？", "", "", "", "√", TITLE, clause.address, BACK),
        ("填空", "几天____？", "", "", "", 30, TITLE, clause.address, BACK),
    )
    page = client.post(url, {"file": rows})
    token = page.context["commit"]
    assert client.post(url, {"sheet": token}).status_code == 302
    made = {q.text: (q.kind, q.answer) for q in bank.questions.order_by("-pk")[:3]}
    assert made == {
        "哪些？": ("multiple", [0, 2]),
        "对不对？": ("judge", [0]),
        "几天____？": ("fill", ["30"]),
    }
    again = client.post(url, {"sheet": token})
    assert again.status_code == 409
    assert "已经有这道题" in again.content.decode()
    assert client.post(url, {"sheet": token + "x"}).status_code == 409


def test_the_sample_sheet_and_the_export_can_be_read_in_again(city, bank, client):
    client.force_login(city.account("organiser"))
    book = load_workbook(io.BytesIO(client.get(reverse("study-bank-sheet")).content))
    assert "题型" in [c.value for c in book.active[2]]
    answer = client.get(reverse("export", args=["questions", "xlsx"]), {"bank": bank.pk})
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    out = io.BytesIO(data)
    out.name = "题目.xlsx"
    other = Bank.objects.create(
        committee=city.committee, title="另一个", by=city.people["organiser"]
    )
    page = client.post(reverse("study-bank-import", args=[other.pk]), {"file": out})
    assert page.context["bad"] == 0
    assert len(page.context["rows"]) == 6


def test_questions_with_answers_are_shown_to_keepers_only(city, bank, client):
    client.force_login(city.account("member"))
    assert client.get(bank.get_absolute_url()).status_code == 403
    assert client.get(reverse("export", args=["questions", "xlsx"])).status_code == 403


def test_a_bank_page_asks_few_questions(city, client, django_assert_max_num_queries):
    row = helpers.bank(city, singles=30)
    client.force_login(city.account("organiser"))
    with django_assert_max_num_queries(15):
        assert client.get(row.get_absolute_url()).status_code == 200


def test_a_mistake_returns_until_it_was_right_twice_on_its_days(city, bank):
    from datetime import timedelta

    seat = city.seat("member")
    q = bank.questions.get(kind="judge")
    assert practise(seat, question=q.pk, given=["0"])["right"] is False
    drill = Drill.objects.get(person=city.people["member"], question=q)
    assert practise(seat, question=q.pk, given=["1"])["right"] is True
    drill.refresh_from_db()
    assert drill.run == 1
    assert drill.closed_on is None
    practise(seat, question=q.pk, given=["1"])  # the same day again does not count
    drill.refresh_from_db()
    assert drill.run == 1
    drill.due_on -= timedelta(days=1)
    drill.save()
    practise(seat, question=q.pk, given=["1"])
    drill.refresh_from_db()
    assert drill.closed_on is not None
    practise(seat, question=q.pk, given=["0"])  # wrong again: it is back from the beginning
    drill.refresh_from_db()
    assert (drill.run, drill.closed_on, drill.wrong) == (0, None, 2)


def test_right_at_once_is_no_mistake(city, bank):
    practise(city.seat("member"), question=bank.questions.get(kind="fill").pk, given=[" ４ "])
    assert not Drill.objects.exists()


def test_a_closed_bank_is_not_practised(city, bank):
    q = bank.questions.first()
    do("bank", "close_bank", city.seat("organiser"), bank)
    with pytest.raises(Refused, match="停用"):
        practise(city.seat("member"), question=q.pk, given=["1"])


def test_practice_shows_the_sentence_after_the_answer_not_before(city, bank, client):
    client.force_login(city.account("member"))
    url = f"{reverse('study-practice')}?bank={bank.pk}"
    page = client.get(url)
    q = page.context["question"]
    assert q.sentence not in page.content.decode()
    wrong = "9" if q.kind == "fill" else next(n for n in range(len(q.options)) if n not in q.answer)
    after = client.post(url, {"question": q.pk, "given": [wrong]}).content.decode()
    assert "答错了" in after
    assert q.sentence in after
    assert q.source in after
    empty = client.post(url, {"question": q.pk})
    assert empty.status_code == 422
    assert "先" in empty.content.decode()
    mine = client.get(f"{reverse('study-practice')}?wrong=1")
    assert mine.context["question"].pk == q.pk
