"""A member shows a piece of homework; colleagues write by name; its owner answers or hides (S-054)."""

import pytest

from shangliang.deeds.actions.answer_comment import answer_comment
from shangliang.deeds.actions.comment_work import comment_work
from shangliang.deeds.actions.confirm_deed import confirm_deed
from shangliang.deeds.actions.hide_comment import hide_comment
from shangliang.deeds.actions.report_deed import report_deed
from shangliang.deeds.actions.share_work import share_work
from shangliang.deeds.actions.stop_sharing import stop_sharing
from shangliang.deeds.actions.take_back_comment import take_back_comment
from shangliang.deeds.flow.homework import SHARED_WORK, WORK_COMMENT
from shangliang.deeds.models import SharedWork, WorkComment
from shangliang.demo.small import build_small_city
from shangliang.notices.models import Notice
from shangliang.procedures.forms import FORMS
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused, verdict
from shangliang.submissions.models import Submission
from shangliang.voices.tests import life

pytestmark = pytest.mark.django_db


def deed(city, who="member", what="research_report"):
    row = report_deed(city.seat(who), what=what, title="技工从哪里来", on=today())
    return confirm_deed(city.seat("organiser"), row.pk)


def shown(city, **more):
    row = deed(city)
    data = {
        "year": today().year,
        "source_type": "deed",
        "source_id": row.pk,
        "text": "请看第二部分",
    }
    return share_work(city.seat("member"), **data | more)


def words(city, work, who="member2", text="第二部分还缺工资数"):
    comment_work(city.seat(who), work.pk, text=text)
    return WorkComment.objects.latest("pk")


def test_a_piece_of_ones_own_sheet_is_shown_once_and_with_words(city):
    work = shown(city)
    assert (work.kind, work.title) == ("work", "技工从哪里来")
    with pytest.raises(Refused, match="已经请同事看过"):
        share_work(
            city.seat("member"),
            year=work.year,
            source_type="deed",
            source_id=work.source_id,
            text="再看",
        )
    with pytest.raises(Refused, match="不在您的三作里"):
        share_work(
            city.seat("member2"),
            year=work.year,
            source_type="deed",
            source_id=work.source_id,
            text="看",
        )
    other = deed(city, what="charity")
    with pytest.raises(Refused, match="请写几句"):
        share_work(
            city.seat("member"), year=work.year, source_type="deed", source_id=other.pk, text=" "
        )


def test_from_the_record_to_the_words_of_a_colleague_and_back(city, client):
    row = deed(city)
    client.force_login(city.account("member"))
    page = client.get(f"/deeds/{city.people['member'].pk}/{today().year}/").content.decode()
    address = f"/homework/share/{today().year}/?about=deed:{row.pk}"
    assert address in page
    client.post(address, {"text": "请看第二部分"})
    work = SharedWork.objects.get()
    client.force_login(city.account("member2"))
    assert "技工从哪里来" in client.get("/homework/").content.decode()
    client.post(f"/do/shared_work/comment_work/{work.pk}/", {"text": "还缺工资数"})
    assert Notice.objects.filter(to=city.people["member"], kind="shared_work.comment").exists()
    note = WorkComment.objects.get()
    client.force_login(city.account("member"))
    client.post(f"/do/work_comment/answer_comment/{note.pk}/", {"answer": "下周补上"})
    client.force_login(city.account("member2"))
    page = client.get(work.get_absolute_url()).content.decode()
    assert "还缺工资数" in page
    assert "下周补上" in page


def test_a_hidden_word_is_seen_by_its_writer_and_the_owner_alone(city, client):
    work = shown(city)
    hide_comment(city.seat("member"), words(city, work).pk)
    for who, sees in (
        ("member", True),
        ("member2", True),
        ("member3", False),
        ("organiser", False),
    ):
        client.force_login(city.account(who))
        assert ("还缺工资数" in client.get(work.get_absolute_url()).content.decode()) is sees, who


def test_what_was_taken_back_is_gone_and_what_was_put_away_is_the_owners(city, client):
    work = shown(city)
    row = take_back_comment(city.seat("member2"), words(city, work).pk)
    assert (row.text, row.state) == ("", "withdrawn")
    stop_sharing(city.seat("member"), work.pk)
    client.force_login(city.account("member2"))
    assert client.get(work.get_absolute_url()).status_code == 404
    client.force_login(city.account("member"))
    assert client.get(work.get_absolute_url()).status_code == 200


def test_the_inner_channel_and_confidential_proposals_are_not_shown(city):
    row = city.filed()
    Submission.objects.filter(pk=row.pk).update(confidential=True)
    data = {"year": today().year, "source_type": "submission", "source_id": row.pk, "text": "看"}
    with pytest.raises(Refused, match="不公开的提案"):
        share_work(city.seat("member"), **data)
    Submission.objects.filter(pk=row.pk).update(confidential=False)
    assert share_work(city.seat("member"), **data).kind == "essay"
    note = life.received(city)
    with pytest.raises(Refused, match="内部渠道"):
        share_work(city.seat("member"), **data | {"source_type": "voice", "source_id": note.pk})


WHO = {
    "comment_work": {"member2", "member3"}, "stop_sharing": {"member"}, "share_again": {"member"},
    "answer_comment": {"member"}, "hide_comment": {"member"}, "show_comment": {"member"},
    "take_back_comment": {"member2"},
}  # fmt: skip


def test_who_may_do_what_in_which_state(city):
    work = shown(city)
    note = words(city, work)
    seats = {
        who: city.seat(who) for who in ("member", "member2", "member3", "clerk", "leader", "admin")
    }
    for table, case in ((SHARED_WORK, work), (WORK_COMMENT, note)):
        for move in table:
            assert (table.name, move.verb) in REGISTRY
            assert not move.form or (table.name, move.verb) in FORMS
            for state in table.states:
                case.state = state
                for who, seat in seats.items():
                    said = verdict(table, move, seat, case)
                    right = (
                        said.kind == "who"
                        if who not in WHO[move.verb]
                        else said.ok == (state in move.source)
                    )
                    assert right, (move.verb, state, who)


def test_another_committee_finds_nothing(city):
    work = shown(city)
    note = words(city, work)
    other = build_small_city("邻州市", prefix="b-")
    with pytest.raises(Refused) as refused:
        comment_work(other.seat("member"), work.pk, text="看看")
    assert refused.value.kind == "wall"
    with pytest.raises(Refused):
        answer_comment(other.seat("member"), note.pk, answer="好")


def test_the_pages_keep_their_budget(city, client, django_assert_max_num_queries):
    work = shown(city)
    for n in range(8):
        words(city, work, ("member2", "member3")[n % 2], f"第 {n} 条")
    client.force_login(city.account("member"))
    for path, most in (("/homework/", 12), (work.get_absolute_url(), 15)):
        client.get(path)
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200
