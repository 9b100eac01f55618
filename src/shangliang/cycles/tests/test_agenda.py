"""A matter goes from organ to organ with its papers; a meeting opens with a quorum and ends decided (S-043)."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document as Word

from shangliang.cycles.actions.list_matter import list_matter
from shangliang.cycles.actions.plan_meeting import plan_meeting
from shangliang.cycles.actions.raise_matter import raise_matter
from shangliang.cycles.actions.set_organ import set_organ
from shangliang.cycles.flow import MATTER, ORGAN_MEETING
from shangliang.cycles.models import Matter, Organ, OrganMeeting
from shangliang.documents.queries import files_of
from shangliang.journal.models import Event
from shangliang.procedures.forms import FORMS
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(city):
    return city.seat("clerk")


@pytest.fixture
def organs(city, desk):
    """The party group, the chairpersons' meeting, the standing committee, each after the other."""
    standing = set_organ(desk, kind="standing", name="常委会会议", seats=31, quorum="more")
    chairs = set_organ(
        desk, kind="chairs", name="主席会议", seats=9, quorum="more", after=standing.pk,
        secretary=city.people["clerk"].pk,
    )  # fmt: skip
    party = set_organ(desk, kind="party", name="党组", seats=9, quorum="half", after=chairs.pk)
    return {"party": party, "chairs": chairs, "standing": standing}


def do(verb, seat, row, **data):
    """The verb, by the table its row is of."""
    table = MATTER if isinstance(row, Matter) else ORGAN_MEETING
    return REGISTRY[(table.name, verb)](seat, row.pk, **data)


def put_before(desk, organ, title="审议明年的协商计划", **more) -> Matter:
    return raise_matter(
        desk, organ=organ.pk, title=title, text="请审议。", raised_by="办公室", **more
    )


def met(desk, organ, *rows, came) -> OrganMeeting:
    meeting = plan_meeting(desk, organ=organ.pk, on=today())
    for row in rows:
        list_matter(desk, row.pk, meeting=meeting.pk)
    do("hold_meeting", desk, meeting, came=came)
    return meeting


@pytest.mark.parametrize("seats, quorum, needed", [
    (9, "half", 5), (9, "more", 5), (9, "two", 6), (8, "half", 4), (8, "more", 5), (8, "two", 6),
    (31, "more", 16), (30, "two", 20),
])  # fmt: skip
def test_how_many_must_come(seats, quorum, needed):
    assert Organ(seats=seats, quorum=quorum).needed == needed


@pytest.mark.parametrize("table", [MATTER, ORGAN_MEETING], ids=lambda t: t.name)
def test_every_verb_is_written_and_has_its_form(table):
    for move in table:
        assert (table.name, move.verb) in REGISTRY, move.verb
        assert move.form == ((table.name, move.verb) in FORMS), move.verb


def test_a_matter_goes_on_to_the_next_organ_with_its_papers_and_is_settled_there(desk, organs):
    row = put_before(desk, organs["party"])
    paper = SimpleUploadedFile("计划草案.txt", "全年十二项。".encode())
    do("add_matter_paper", desk, row, paper=paper)
    first = met(desk, organs["party"], row, came=6)
    do("send_on_matter", desk, row, organ=organs["chairs"].pk, words="原则同意。", yes=6)
    row.refresh_from_db()
    assert (row.organ, row.state) == (organs["chairs"], "waiting")
    assert [f.title for f in files_of(row)] == ["计划草案.txt"]
    do("close_meeting", desk, first)
    met(desk, organs["chairs"], row, came=7)
    do("agree_matter", desk, row, words="同意，按会议意见修改后印发。")
    row.refresh_from_db()
    trail = [(i.meeting.organ.name, i.decision) for i in row.items.order_by("pk")]
    assert trail == [("党组", "sent_on"), ("主席会议", "agreed")]
    assert row.state == "agreed"
    sent = Event.objects.get(verb="matter.send_on_matter")
    assert (sent.detail["organ"], sent.detail["yes"]) == (organs["chairs"].pk, 6)


def test_without_a_quorum_there_is_no_meeting(desk, organs):
    row = put_before(desk, organs["chairs"])
    meeting = plan_meeting(desk, organ=organs["chairs"].pk, on=today())
    with pytest.raises(Refused, match="还没有事项"):
        do("hold_meeting", desk, meeting, came=9)
    list_matter(desk, row.pk, meeting=meeting.pk)
    with pytest.raises(Refused, match="须 5 人到会"):
        do("hold_meeting", desk, meeting, came=4)
    with pytest.raises(Refused, match="比应到的 9 人还多"):
        do("hold_meeting", desk, meeting, came=10)
    with pytest.raises(Refused, match="会还没有开"):
        do("agree_matter", desk, row, words="同意。")
    do("hold_meeting", desk, meeting, came=5)
    with pytest.raises(Refused, match="还有 1 项"):
        do("close_meeting", desk, meeting)


def test_a_vote_needs_more_than_half_of_all_and_a_grave_matter_two_thirds_present(desk, organs):
    plain = put_before(desk, organs["party"])
    grave = put_before(desk, organs["party"], "研究干部任免事项", grave=True)
    meeting = met(desk, organs["party"], plain, grave, came=5)
    with pytest.raises(Refused, match="没有超过应到 9 人的半数"):
        do("agree_matter", desk, plain, words="同意。", yes=4)
    with pytest.raises(Refused, match="还多"):
        do("agree_matter", desk, plain, words="同意。", yes=6)
    do("agree_matter", desk, plain, words="同意。", yes=5)
    with pytest.raises(Refused, match="三分之二以上到会"):
        do("agree_matter", desk, grave, words="同意。", yes=5)
    do("put_off_matter", desk, grave, words="人数不够，下次再议。")
    do("close_meeting", desk, meeting)
    with pytest.raises(Refused):
        list_matter(desk, grave.pk, meeting=meeting.pk)


def test_what_is_sent_back_is_mended_and_comes_again(desk, organs):
    row = put_before(desk, organs["chairs"])
    met(desk, organs["chairs"], row, came=9)
    do("send_back_matter", desk, row, words="经费没有测算。")
    do("resubmit_matter", desk, row, text="经费已测算，请审议。")
    row.refresh_from_db()
    assert (row.state, row.text) == ("waiting", "经费已测算，请审议。")
    assert row.items.get().words == "经费没有测算。"


def test_the_order_is_changed_and_what_is_taken_off_leaves_no_gap(desk, organs):
    rows = [put_before(desk, organs["chairs"], f"审议第 {n} 项制度") for n in (1, 2, 3)]
    meeting = plan_meeting(desk, organ=organs["chairs"].pk, on=today())
    for row in rows:
        list_matter(desk, row.pk, meeting=meeting.pk)
    last = meeting.items.get(matter=rows[2])
    do("move_item", desk, meeting, item=last.pk, to=1)
    assert [i.matter_id for i in meeting.items.all()] == [rows[2].pk, rows[0].pk, rows[1].pk]
    with pytest.raises(Refused, match="先撤下"):
        do("call_off_meeting", desk, meeting, reason="改期")
    do("unlist_matter", desk, rows[0])
    assert [i.place for i in meeting.items.all()] == [1, 2]
    for row in (rows[1], rows[2]):
        do("unlist_matter", desk, row)
    do("call_off_meeting", desk, meeting, reason="改期")
    assert plan_meeting(desk, organ=organs["chairs"].pk, on=today()).number == 2


def test_a_matter_is_put_only_on_a_meeting_of_its_own_organ(desk, organs):
    row = put_before(desk, organs["chairs"])
    with pytest.raises(Refused, match="还没有安排会议"):
        list_matter(desk, row.pk, meeting=1)
    plan_meeting(desk, organ=organs["chairs"].pk, on=today())
    other = plan_meeting(desk, organ=organs["party"].pk, on=today())
    with pytest.raises(Refused, match="这个机构还没开的一次会"):
        list_matter(desk, row.pk, meeting=other.pk)


@pytest.mark.parametrize("who", ["member", "staff_housing", "leader", "editor"])
def test_only_the_desk_keeps_the_agenda(city, desk, organs, who):
    row = put_before(desk, organs["chairs"])
    plan_meeting(desk, organ=organs["chairs"].pk, on=today())
    for act in (
        lambda seat: set_organ(seat, kind="special", name="会", seats=9, quorum="more"),
        lambda seat: put_before(seat, organs["chairs"]),
        lambda seat: plan_meeting(seat, organ=organs["chairs"].pk, on=today()),
        lambda seat: do("edit_matter", seat, row, title="改个题目", text="x", raised_by="y"),
    ):
        with pytest.raises(Refused):
            act(city.seat(who))


def test_the_desk_does_it_all_on_its_pages(
    city, client, desk, organs, django_assert_max_num_queries
):
    client.force_login(city.account("clerk"))
    given = {"organ": organs["party"].pk, "title": "审议明年的协商计划", "text": "请审议。"}
    kept = client.post(reverse("matter-new"), given)
    assert kept.status_code == 422
    assert "审议明年的协商计划" in kept.content.decode()
    assert client.post(reverse("matter-new"), given | {"raised_by": "办公室"}).status_code == 302
    row = Matter.objects.get()
    day = today() - timedelta(days=0)
    sent = {"organ": organs["party"].pk, "on": day.isoformat(), "host": "书记"}
    assert client.post(reverse("organ-meeting-new"), sent).status_code == 302
    meeting = OrganMeeting.objects.get()

    def press(table: str, verb: str, pk: int, **data: object) -> int:
        return client.post(reverse("do", args=[table, verb, pk]), data).status_code

    paper = SimpleUploadedFile("草案.txt", "全年十二项。".encode())
    assert press("matter", "add_matter_paper", row.pk, paper=paper) == 302
    assert press("matter", "list_matter", row.pk, meeting=meeting.pk, minutes=15) == 302
    assert press("organ_meeting", "hold_meeting", meeting.pk, came=3) == 409
    assert press("organ_meeting", "hold_meeting", meeting.pk, came=7, away="2 人出差") == 302
    assert (
        "已会已开" not in client.get(reverse("organ-meeting", args=[meeting.pk])).content.decode()
    )
    sent_on = {"organ": organs["chairs"].pk, "words": "原则同意。", "yes": 7}
    assert press("matter", "send_on_matter", row.pk, **sent_on) == 302
    assert press("organ_meeting", "close_meeting", meeting.pk) == 302
    for name, args, most in (
        ("agenda", [], 12), ("matter", [row.pk], 15), ("organ-meeting", [meeting.pk], 15),
    ):  # fmt: skip
        with django_assert_max_num_queries(most):
            page = client.get(reverse(name, args=args)).content.decode()
        assert "主席会议" in page
    assert "草案.txt" in client.get(reverse("matter", args=[row.pk])).content.decode()
    answer = client.get(reverse("organ-meeting-paper", args=[meeting.pk, "minutes", "docx"]))
    words = "\n".join(p.text for p in Word(io.BytesIO(answer.content)).paragraphs)
    for part in ("党组会议纪要", "应到：9人，实到7人", "一、审议明年的协商计划",
                 "同意，提交主席会议审议", "赞成7人", "草案.txt"):  # fmt: skip
        assert part in words
    client.force_login(city.account("member"))
    assert client.get(reverse("matter", args=[row.pk])).status_code == 403


def test_another_committees_organ_is_not_there(city, desk, organs):
    from shangliang.demo.small import build_small_city

    other = build_small_city("丙县", prefix="c")
    with pytest.raises(Refused):
        put_before(other.seat("clerk"), organs["chairs"])
    with pytest.raises(Refused):
        plan_meeting(other.seat("clerk"), organ=organs["chairs"].pk, on=today())
