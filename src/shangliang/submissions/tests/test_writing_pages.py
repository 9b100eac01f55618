"""The writing page in a browser's words: autosave, bad input, handing in."""

from datetime import UTC, datetime

import pytest

from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.invite import invite
from shangliang.submissions.actions.send_for_approval import send_for_approval
from shangliang.submissions.actions.start import start
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.models import Submission
from shangliang.submissions.views.writing.sheet_page import own_words

from .writing import fresh, save, sheet


def test_opening_the_page_makes_nothing_and_pressing_twice_makes_one(writer, city):
    writer.get("/proposals/new/")
    assert not Submission.objects.exists()
    one = writer.post("/proposals/new/")
    two = writer.post("/proposals/new/")
    assert one["Location"] == two["Location"]
    assert Submission.objects.count() == 1


def test_each_role_is_offered_what_it_may_write(city, client):
    seen = {}
    for who in ("member", "drafter", "clerk"):
        client.force_login(city.account(who))
        seen[who] = client.get("/proposals/new/").content.decode()
    assert "我自己的提案" in seen["member"]
    assert "代委员录入" not in seen["member"]
    assert "写党派提案" in seen["drafter"]
    assert "代委员录入" in seen["clerk"]


def test_a_clerk_finds_the_member_and_enters_for_them(city, client):
    client.force_login(city.account("clerk"))
    page = client.get("/proposals/new/?who=linyi").content.decode()
    assert "代 林一舟 录入" in page
    client.post("/proposals/new/", {"author": city.people["member"].pk})
    case = Submission.objects.get()
    assert (case.author, case.entered_by) == (city.people["member"], city.people["clerk"])
    assert "代 林一舟 录入" in client.get(f"/proposals/{case.pk}/edit/").content.decode()


def test_autosave_answers_the_time_the_revision_and_the_advice(writer, city):
    case = start(city.seat("member"))
    answer = save(writer, case, sheet(case))
    said = answer.json()
    assert answer.status_code == 200
    assert said["revision"] == 1
    assert len(said["saved_at"]) == 8
    assert "每条建议都有对象" in said["advice"]
    assert fresh(case).situation == "全市已装三百余台。"
    assert fresh(case).recommendations.get().text == "请年内印发办法。"


def test_slogans_are_told_to_who_writes_and_to_nobody_else_and_hold_nothing_up(writer, city):
    case = start(city.seat("member"))
    slogans = "要进一步提高认识，高度重视，切实加强领导，统筹推进，形成合力。" * 10
    data = sheet(case, asks=(), situation=slogans, analysis="")
    said = save(writer, case, data).json()["advice"]
    assert "0 处事实、0 条建议" in said
    assert "照样可以提交" in said
    assert own_words(fresh(case), city.seat("second")) is None


def test_an_older_revision_brings_both_texts_back_and_overwrites_nothing(writer, city):
    case = start(city.seat("member"))
    save(writer, case, sheet(case))
    answer = save(writer, case, sheet(case, situation="另一窗口的旧稿"))
    said = answer.json()
    assert answer.status_code == 409
    assert said["revision"] == 1
    assert said["fields"]["situation"] == "全市已装三百余台。"
    assert said["fields"]["asks-0-text"] == "请年内印发办法。"
    assert "另一个窗口" in said["words"]
    assert fresh(case).situation == "全市已装三百余台。"


def test_a_saved_ask_stands_beside_the_row_sent_for_it(writer, city):
    case = start(city.seat("member"))
    save(writer, case, sheet(case))
    row = fresh(case).recommendations.get()
    data = sheet(case, asks=[("", ""), ("新写的", ""), ("改过的", "")])
    data["asks-2-id"] = str(row.pk)
    fields = save(writer, case, data).json()["fields"]
    assert fields["asks-2-text"] == "请年内印发办法。"
    assert fields["asks-1-text"] == ""


def test_a_session_over_in_the_middle_of_writing_is_told_in_words_and_nothing_is_lost(writer, city):
    case = start(city.seat("member"))
    writer.logout()
    answer = save(writer, case, sheet(case))
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/json"
    assert "文字还在本页" in answer.json()["error"]
    writer.force_login(city.account("member"))
    assert save(writer, case, sheet(case)).status_code == 200


def test_an_idle_session_is_over_for_autosave_too(writer, city, settings):
    case = start(city.seat("member"))
    session = writer.session
    session["last"] = datetime.now(UTC).timestamp() - settings.SESSION_IDLE_SECONDS - 5
    session.save()
    assert save(writer, case, sheet(case)).status_code == 401


@pytest.mark.parametrize("who, status", [("member2", 404), ("clerk", 404), ("approver", 404)])
def test_nobody_else_saves_into_a_draft(city, client, who, status):
    case = city.draft()
    client.force_login(city.account(who))
    assert save(client, case, sheet(case)).status_code == status
    assert client.get(f"/proposals/{case.pk}/edit/").status_code == status


def test_the_invited_may_read_but_not_write(city, client):
    case = city.draft()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    client.force_login(city.account("member2"))
    assert client.get(f"/proposals/{case.pk}/sign/").status_code == 200
    assert client.get(f"/proposals/{case.pk}/edit/").status_code == 403
    answer = save(client, case, sheet(case))
    assert answer.status_code == 403
    assert fresh(case).title == case.title


def test_a_proposal_handed_in_elsewhere_is_not_saved_and_says_why(writer, city):
    case = city.draft()
    submit(city.seat("member"), case.pk)
    answer = save(writer, case, sheet(case))
    assert answer.status_code == 422
    assert "待审查" in answer.json()["error"]


@pytest.mark.parametrize(
    "over, words",
    [
        ({"title": "长" * 130}, "最多 120 字"),
        ({"asks-TOTAL_FORMS": "坏"}, "看不懂"),
        ({"asks-TOTAL_FORMS": "999999"}, "看不懂"),
        ({"revision": "9" * 40}, ""),
        ({"revision": "abc"}, "看不懂"),
    ],
)
def test_tampered_or_overlong_input_is_answered_in_words(writer, city, over, words):
    case = start(city.seat("member"))
    answer = save(writer, case, sheet(case, **over))
    assert answer.status_code in (409, 422)
    assert words in answer.json().get("error", "")
    assert fresh(case).revision == 0


def test_sixty_thousand_characters_are_saved_by_the_page(writer, city):
    case = start(city.seat("member"))
    text = "停用三天。" * 12_000
    assert save(writer, case, sheet(case, situation=text)).status_code == 200
    assert fresh(case).situation == text


def test_pasted_script_is_stored_as_text_and_shown_inert(writer, city):
    case = start(city.seat("member"))
    evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    data = sheet(case, title=evil, situation=f"</textarea>{evil}", asks=[(evil, "")])
    assert save(writer, case, data).status_code == 200
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    for url in ("edit", "invite"):
        page = writer.get(f"/proposals/{case.pk}/{url}/").content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    assert "<script>alert" not in writer.get("/proposals/mine/").content.decode()
    writer.force_login(city.account("member2"))
    assert "<script>alert" not in writer.get(f"/proposals/{case.pk}/sign/").content.decode()


def test_pasted_word_rubbish_is_cleaned_and_named(writer, city):
    html = (
        "<html><head><style>p{color:red}</style></head><body><p class=MsoNormal>一、情况<o:p></o:p></p>"
        "<p>有 <b>12</b> 台停用</p><script>alert(1)</script><img src='file:///c:/a.png'></body></html>"
    )
    said = writer.post("/proposals/paste/", {"html": html}).json()
    assert said["text"] == "一、情况\n有 12 台停用"
    assert any("图片" in d for d in said["dropped"])
    writer.logout()
    assert writer.post("/proposals/paste/", {"html": html}).status_code == 401


def test_the_button_saves_and_hands_in_and_a_second_press_doubles_nothing(writer, city):
    case = start(city.seat("member"))
    url = f"/proposals/{case.pk}/edit/"
    data = sheet(case, do="submit")
    one = writer.post(url, data)
    two = writer.post(url, data)
    assert one["Location"] == two["Location"] == f"/proposals/{case.pk}/sent/"
    assert fresh(case).serial == 1
    page = writer.get(f"/proposals/{case.pk}/sent/").content.decode()
    assert "0001" in page
    assert "接下来" in page
    assert f'data-autosave-done="proposal-{case.pk}"' in page


def test_an_incomplete_proposal_is_saved_and_told_what_is_missing(writer, city):
    case = start(city.seat("member"))
    answer = writer.post(
        f"/proposals/{case.pk}/edit/", sheet(case, asks=[("", "")], title="", do="submit")
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "还缺：案由、至少一条建议" in page
    assert "全市已装三百余台" in page
    assert fresh(case).situation == "全市已装三百余台。"


def test_without_script_a_newer_text_is_shown_beside_what_was_typed(writer, city):
    case = start(city.seat("member"))
    save(writer, case, sheet(case, situation="较新的一版在这里。"))
    answer = writer.post(
        f"/proposals/{case.pk}/edit/", sheet(case, situation="我这边写的。", do="save")
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "较新的一版在这里。" in page
    assert "我这边写的。" in page


def test_words_typed_after_handing_in_elsewhere_stay_on_the_page(writer, city):
    case = city.draft()
    submit(city.seat("member"), case.pk)
    answer = writer.post(
        f"/proposals/{case.pk}/edit/", sheet(fresh(case), situation="第二个窗口里写的。", do="save")
    )
    assert answer.status_code == 409
    assert "第二个窗口里写的。" in answer.content.decode()


def test_a_proposal_handed_in_is_not_opened_for_writing(writer, city):
    case = city.submitted()
    answer = writer.get(f"/proposals/{case.pk}/edit/")
    assert answer["Location"] == f"/proposals/{case.pk}/sent/"


def test_a_drafter_sends_it_to_the_seal_and_the_approver_reads_and_seals(city, client):
    client.force_login(city.account("drafter"))
    client.post("/proposals/new/", {"body": city.bodies["party"].pk})
    case = Submission.objects.get()
    page = client.get(f"/proposals/{case.pk}/edit/").content.decode()
    assert 'value="send_for_approval">送审签' in page
    client.post(f"/proposals/{case.pk}/edit/", sheet(case, do="send_for_approval"))
    assert fresh(case).state == "approving"
    client.force_login(city.account("approver"))
    assert "审签" in client.get("/proposals/mine/").content.decode()
    page = client.get(f"/proposals/{case.pk}/approve/").content.decode()
    assert "请年内印发办法。" in page
    answer = client.post(f"/proposals/{case.pk}/approve/", {"do": "refuse", "note": ""})
    assert answer.status_code == 409
    client.post(f"/proposals/{case.pk}/approve/", {"revision": fresh(case).revision})
    assert fresh(case).state == "submitted"


def test_the_drafter_sees_why_it_came_back(city, client):
    from shangliang.submissions.actions.refuse_approval import refuse_approval

    case = start(city.seat("drafter"), body_id=city.bodies["party"].pk)
    edit(
        city.seat("drafter"),
        case.pk,
        fields={"title": "关于某事的提案", "situation": "有情况。"},
        asks=[{"text": "请办。"}],
    )
    send_for_approval(city.seat("drafter"), case.pk)
    refuse_approval(city.seat("approver"), case.pk, note="请补一个数字。")
    client.force_login(city.account("drafter"))
    assert "请补一个数字。" in client.get(f"/proposals/{case.pk}/edit/").content.decode()
