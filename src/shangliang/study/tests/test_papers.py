"""学习文章 and 培训: text read out of Word, comments, consent, needs with small groups hidden."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document as Word

from shangliang.actors.models import Tie
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.study.actions.make_needs import make_needs
from shangliang.study.actions.start_paper import start_paper
from shangliang.study.models import StudyPaper
from shangliang.study.views.training import induction, results

from .helpers import do, item, plan


def word(*lines, name="体会.docx"):
    page = Word()
    for line in lines:
        page.add_paragraph(line)
    out = io.BytesIO()
    page.save(out)
    return SimpleUploadedFile(name, out.getvalue())


def paper(city, who="member", **data):
    return start_paper(city.seat(who), **({"title": "学习体会", "text": "协商在先。"} | data))


def test_a_word_file_fills_title_and_text_and_is_kept(city):
    row = start_paper(
        city.seat("member"), upload=word("先协商，后决策。", "再落实。", name="我的体会.docx")
    )
    assert row.title == "我的体会"
    assert "先协商，后决策。" in row.text
    assert row.document is not None


def test_what_is_no_word_file_is_refused_in_words(city, client):
    client.force_login(city.account("member"))
    bad = SimpleUploadedFile("体会.docx", b"not a word file")
    page = client.post(reverse("study-paper-new"), {"title": "体会", "upload": bad, "act": "hand"})
    assert page.status_code == 422
    assert "体会" in page.content.decode()
    assert not StudyPaper.objects.exists()


def test_text_and_file_together_are_asked_to_be_one(city, client):
    client.force_login(city.account("member"))
    page = client.post(
        reverse("study-paper-new"),
        {"title": "体会", "text": "字", "upload": word("字"), "act": "keep"},
    )
    assert page.status_code == 422
    assert "去掉一样" in page.content.decode()


def test_handing_in_does_the_duty_and_a_return_opens_it_again(city):
    row = item(city, plan(city), kind="paper", open_=True)
    mine = paper(city, item=row.pk)
    with pytest.raises(Refused, match="已经有一篇"):
        paper(city, item=row.pk)
    do("studypaper", "hand_paper", city.seat("member"), mine)
    duty = row.duties.get(person=city.people["member"])
    assert duty.state == "done"
    do("studypaper", "return_paper", city.seat("organiser"), mine, note="例子再具体些。")
    duty.refresh_from_db()
    assert duty.state == "todo"
    do("studypaper", "hand_paper", city.seat("member"), mine)
    duty.refresh_from_db()
    assert duty.state == "done"


def test_nothing_stands_inside_without_its_authors_consent(city, client):
    mine = paper(city)
    do("studypaper", "hand_paper", city.seat("member"), mine)
    with pytest.raises(Refused, match="没有同意"):
        do("studypaper", "publish_paper", city.seat("organiser"), mine)
    do("studypaper", "allow_paper", city.seat("member"), mine, consent=True)
    do("studypaper", "publish_paper", city.seat("organiser"), mine)
    client.force_login(city.account("member2"))
    assert client.get(mine.get_absolute_url()).status_code == 200
    do("studypaper", "unpublish_paper", city.seat("member"), mine)
    assert client.get(mine.get_absolute_url()).status_code == 404
    mine.refresh_from_db()
    assert mine.consent is False


def test_comments_are_between_author_and_office(city, client):
    mine = paper(city, consent=True)
    do("studypaper", "hand_paper", city.seat("member"), mine)
    do("studypaper", "comment_paper", city.seat("leader"), mine, text="例子好。")
    do("studypaper", "publish_paper", city.seat("organiser"), mine)
    seen = {}
    for who in ("member", "member2", "organiser"):
        client.force_login(city.account(who))
        seen[who] = "例子好。" in client.get(mine.get_absolute_url()).content.decode()
    assert seen == {"member": True, "member2": False, "organiser": True}


def test_a_draft_is_its_authors_alone(city, client):
    mine = paper(city)
    client.force_login(city.account("organiser"))
    assert client.get(mine.get_absolute_url()).status_code == 404


def test_the_list_of_papers_asks_few_questions(city, client, django_assert_max_num_queries):
    for n in range(8):
        do("studypaper", "hand_paper", city.seat("member"), paper(city, title=f"第{n}篇"))
    client.force_login(city.account("organiser"))
    with django_assert_max_num_queries(12):
        assert client.get(reverse("study-papers")).status_code == 200


@pytest.fixture
def survey(city):
    row = make_needs(
        city.seat("organiser"), title="想学什么", matters=["写提案", "读报表"], until=today()
    )
    do("needssurvey", "open_needs", city.seat("organiser"), row)
    row.refresh_from_db()
    return row


def test_needs_are_told_once_a_person_and_the_last_counts(city, survey):
    do("needssurvey", "tell_needs", city.seat("member"), survey, chosen=[0])
    do("needssurvey", "tell_needs", city.seat("member"), survey, chosen=[1], text="怎么访谈")
    assert list(survey.answers.values_list("chosen", flat=True)) == [[1]]
    with pytest.raises(Refused, match="至少选一条"):
        do("needssurvey", "tell_needs", city.seat("member"), survey, chosen=[])


def test_fewer_than_five_answers_show_nothing_and_small_groups_stay_hidden(city, survey):
    for who in ("member", "member2", "member3", "member4"):
        do("needssurvey", "tell_needs", city.seat(who), survey, chosen=[0, 1])
    assert results(survey).get("few")
    do("needssurvey", "tell_needs", city.seat("member5"), survey, chosen=[0])
    do("needssurvey", "tell_needs", city.seat("organiser"), survey, chosen=[1])
    found = results(survey)
    assert dict(found["totals"]) == {"写提案": 5, "读报表": 5}
    # One staff alone: hidden, and so is what would tell it by the difference.
    assert all(cell is None for _, cells in found["group_rows"] for cell in cells)


def test_after_the_day_nobody_is_asked(city, survey):
    survey.until = today() - timedelta(days=1)
    survey.save()
    with pytest.raises(Refused, match="截止"):
        do("needssurvey", "tell_needs", city.seat("member"), survey, chosen=[0])


def test_the_list_of_new_members_shows_who_has_done_the_induction(city):
    Tie.objects.filter(
        who__in=[city.people["member"], city.people["member2"]], kind="member"
    ).update(start=today())
    sheet = plan(city)
    row = item(city, sheet, kind="training", title="新任委员培训", layers=("new_members",))
    row.induction = True
    row.save()
    do("studyitem", "issue_item", city.seat("organiser"), row)
    do("studyitem", "tick_people", city.seat("organiser"), row, people=[city.people["member2"].pk])
    assert [(p["name"], p["done"], p["must"]) for p in induction(city.committee.pk)] == [
        ("林一舟", 0, 1),
        ("苏晚禾", 1, 1),
    ]


def test_ones_record_counts_what_was_done_and_its_hours(city, client):
    row = item(city, plan(city), kind="training", open_=True)
    do("studyitem", "tick_people", city.seat("organiser"), row, people=[city.people["member"].pk])
    client.force_login(city.account("member"))
    page = client.get(reverse("study-record"))
    assert (page.context["done"], page.context["must"], page.context["hours"]) == (1, 1, 2)


@pytest.mark.parametrize("kind", ["study", "quiz", "questions"])
def test_exports_are_for_the_office(city, client, kind):
    url = reverse("export", args=[kind, "xlsx"])
    client.force_login(city.account("organiser"))
    assert client.get(url).status_code == 200
    client.force_login(city.account("member"))
    assert client.get(url).status_code == 403
