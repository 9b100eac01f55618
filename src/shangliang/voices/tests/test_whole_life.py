"""A note from the phone to an instruction and back, as the catalogue's check says (S-005)."""

import pytest

from shangliang.journal.models import Event
from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.voices.models import Voice

from . import life
from .life import do

pytestmark = pytest.mark.django_db


def test_three_notes_become_one_numbered_item_and_all_three_authors_see_the_outcome(city):
    lead, second, third = (life.received(city, who) for who in ("member", "member2", "member3"))
    editor = city.seat("editor")
    do("voice", "screen", editor, lead)
    for row in (second, third):
        do("voice", "merge_into", editor, row, lead=lead.pk)
    do("voice", "edit_text", editor, lead, title="关于理清路灯归属的建议", text="编后。")
    voice = do("voice", "ask_consent", editor, lead)
    assert voice.consents.count() == 3
    for who, state in (("member", "consenting"), ("member2", "consenting"), ("member3", "agreed")):
        assert do("voice", "agree", city.seat(who), lead).state == state
    do("voice", "sign_off", city.seat("leader"), lead)
    issue = life.sent(city, lead)
    assert (issue.number, issue.total, issue.year) == (1, 1, today().year)
    do("voice", "record_adoption", editor, lead, level="city", form="single",
       outcome="instructed", by_whom="分管副市长", on=today(), words="请住建局理清归属。")  # fmt: skip
    do("voice", "answer_back", editor, lead, text="已理清归属，月底前换灯。")
    closed = do("voice", "close", editor, lead)
    assert closed.state == "closed"
    for who in ("member", "member2", "member3"):
        told = Notice.objects.filter(to=city.people[who])
        assert told.filter(kind="voice.record_adoption").exists()
        assert told.filter(kind="voice.answer_back", text__contains="月底前换灯").exists()


def test_no_event_holds_a_word_of_what_was_said(city):
    voice = life.signed(city, from_others=True, source_name="石大娘")
    details = str(list(Event.objects.values_list("detail", flat=True)))
    assert "路灯" not in details
    assert "石大娘" not in details
    assert Voice.objects.get(pk=voice.pk).source.name == "石大娘"


def test_an_author_who_objects_sends_it_back_and_is_asked_anew(city):
    voice = life.edited(city)
    do("voice", "ask_consent", city.seat("editor"), voice)
    voice = do("voice", "object", city.seat("member"), voice, note="灯数写错了。")
    assert voice.state == "editing"
    with pytest.raises(Refused, match="编辑中"):
        do("voice", "sign_off", city.seat("leader"), voice)
    voice = do("voice", "ask_consent", city.seat("editor"), voice)
    assert (voice.state, voice.round) == ("consenting", 2)
    assert do("voice", "agree", city.seat("member"), voice).state == "agreed"


def test_silence_goes_on_only_after_the_limit_and_never_over_a_no(city):
    voice = life.edited(city)
    do("voice", "ask_consent", city.seat("editor"), voice)
    with pytest.raises(Refused, match="还可以在"):
        do("voice", "go_on", city.seat("editor"), voice, note="电话催过。")
    from shangliang.procedures.models import Clock

    Clock.objects.filter(about_type="voice", kind="consent").update(due_on="2020-01-01")
    assert do("voice", "go_on", city.seat("editor"), voice, note="电话催过。").state == "agreed"


def test_a_note_without_an_account_goes_to_the_signer_without_waiting(city):
    voice = life.citizen(city)
    editor = city.seat("editor")
    do("voice", "screen", editor, voice)
    do("voice", "edit_text", editor, voice, title="题", text="文")
    assert do("voice", "ask_consent", editor, voice).state == "agreed"


def test_it_turns_into_a_proposal_a_topic_or_a_task_and_the_link_stays(city, client):
    from shangliang.submissions.models import Submission
    from shangliang.tasks.models import Task
    from shangliang.topics.models import Topic

    one, two, three = (life.received(city, who) for who in ("member", "member2", "member3"))
    one = do("voice", "turn_to_proposal", city.seat("member"), one)
    draft = Submission.objects.get(pk=one.turned_id)
    assert draft.situation == one.text
    assert draft.recommendations.count() == 1
    two = do("voice", "turn_to_topic", city.seat("editor"), two, title="背街小巷路灯谁来管")
    topic = Topic.objects.get(pk=two.turned_id)
    assert (topic.about_type, topic.about_id) == ("voice", two.pk)
    three = do("voice", "turn_to_task", city.seat("editor"), three, owner=city.units["housing"].pk)
    task = Task.objects.get(pk=three.turned_id)
    assert (task.source_type, task.source_id, task.owner) == (
        "voice",
        three.pk,
        city.units["housing"],
    )
    # And back: what it became names the note on its own page, to those who may open the note.
    for who, url, note in (
        ("member", f"/proposals/{draft.pk}/", one),
        ("editor", f"/topics/{topic.pk}/", two),
        ("editor", f"/tasks/{task.pk}/", three),
    ):
        client.force_login(city.account(who))
        page = client.get(url, follow=True).content.decode()
        assert f'href="/voices/{note.pk}/"' in page, url
    client.force_login(city.account("organiser"))
    page = client.get(f"/topics/{topic.pk}/").content.decode()
    assert two.number_label in page
    assert f"/voices/{two.pk}/" not in page


def test_what_is_not_used_says_why_and_may_be_taken_up_again(city):
    voice = life.received(city)
    voice = do("voice", "not_use", city.seat("editor"), voice, reason_code="known", words="")
    assert voice.state == "kept"
    told = Notice.objects.filter(to=city.people["member"]).latest("pk")
    assert "有关部门已在办理" in told.text
    assert do("voice", "take_up_again", city.seat("editor"), voice).state == "screened"


def test_a_note_is_taken_back_within_half_an_hour_and_keeps_its_serial(city):
    voice = life.received(city)
    serial = voice.serial
    voice = do("voice", "take_back", city.seat("member"), voice)
    assert (voice.state, voice.serial) == ("draft", serial)
    voice = do("voice", "submit", city.seat("member"), voice)
    assert voice.serial == serial
    Voice.objects.filter(pk=voice.pk).update(submitted_at="2020-01-01T00:00:00Z")
    with pytest.raises(Refused, match="超过 30 分钟"):
        do("voice", "take_back", city.seat("member"), voice)


def test_issue_numbers_have_no_gaps_and_a_dropped_issue_uses_none(city):
    from shangliang.voices.actions.start_issue import start_issue

    first = life.issued(city)
    dropped = start_issue(city.seat("editor"), items=[life.signed(city, who="member2").pk])
    do("issue", "drop_issue", city.seat("editor"), dropped)
    second = life.issued(city, life.signed(city, who="member3"))
    assert (first.number, second.number, second.total) == (1, 2, 2)


def test_an_issue_takes_only_what_is_signed_and_each_item_once(city):
    from shangliang.voices.actions.start_issue import start_issue

    voice = life.edited(city)
    with pytest.raises(Refused, match="只能编入已签发"):
        start_issue(city.seat("editor"), items=[voice.pk])
    ready = life.signed(city, who="member2")
    start_issue(city.seat("editor"), items=[ready.pk])
    with pytest.raises(Refused, match="另一期"):
        start_issue(city.seat("editor"), items=[ready.pk])
