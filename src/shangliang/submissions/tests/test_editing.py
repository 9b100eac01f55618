"""Saving a draft: nothing is cut, nothing overwritten, no litter; starting one twice makes one."""

import pytest

from shangliang.actors.models import Actor
from shangliang.journal.models import Event
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.edit import Outdated, edit
from shangliang.submissions.actions.start import start
from shangliang.submissions.models import Recommendation, Submission


def test_an_older_revision_is_refused_and_overwrites_nothing(city):
    case = city.draft()
    edit(city.seat("member"), case.pk, fields={"title": "新的"}, revision=case.revision)
    with pytest.raises(Outdated) as refused:
        edit(city.seat("member"), case.pk, fields={"title": "旧的"}, revision=case.revision)
    assert refused.value.revision == case.revision + 1
    assert Submission.objects.get(pk=case.pk).title == "新的"


def test_saving_the_same_text_changes_no_revision_and_writes_no_event(city):
    case = city.draft()
    before = Event.objects.count()
    same = {"title": case.title, "situation": case.situation}
    again = edit(city.seat("member"), case.pk, fields=same)
    assert again.revision == case.revision
    assert Event.objects.count() == before


def test_a_sitting_of_autosaves_is_one_event_and_another_act_begins_a_new_one(city):
    from shangliang.submissions.actions.invite import invite

    case = start(city.seat("member"))
    for n in range(5):
        edit(city.seat("member"), case.pk, fields={"situation": f"第 {n} 次停顿"})
    edits = Event.objects.filter(case_id=case.pk, verb="proposal.edit")
    assert edits.count() == 1
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    edit(city.seat("member"), case.pk, fields={"situation": "邀请之后又改"})
    assert edits.count() == 2


def test_autosaving_rows_without_ids_leaves_no_litter(city):
    case = start(city.seat("member"))
    seat = city.seat("member")
    for text in ("请制", "请制定", "请制定办法"):
        edit(seat, case.pk, fields={}, asks=[{"text": text}, {"text": "请公布结果"}])
    rows = Recommendation.objects.filter(submission=case)
    assert list(rows.values_list("order", "text")) == [(1, "请制定办法"), (2, "请公布结果")]


def test_asks_keep_their_rows_when_put_in_another_order(city):
    case = city.draft()
    one, two = case.recommendations.all()
    edit(
        city.seat("member"),
        case.pk,
        fields={},
        asks=[{"id": two.pk, "text": two.text}, {"id": one.pk, "text": one.text}],
    )
    assert list(case.recommendations.values_list("pk", "order")) == [(two.pk, 1), (one.pk, 2)]


def test_an_ask_taken_out_after_handing_in_is_kept_as_removed(city):
    from shangliang.submissions.actions.send_back import send_back

    case = city.submitted()
    send_back(city.seat("clerk"), case.pk, note="第 2 条另写一件。")
    one, two = case.recommendations.all()
    edit(city.seat("member"), case.pk, fields={}, asks=[{"id": one.pk, "text": one.text}])
    two.refresh_from_db()
    assert two.removed_at is not None
    assert Submission.objects.get(pk=case.pk).asks_count == 1


def test_sixty_thousand_characters_are_kept_whole(city):
    case = start(city.seat("member"))
    text = "电梯停用三天。" * 8600
    edit(city.seat("member"), case.pk, fields={"situation": text})
    assert Submission.objects.get(pk=case.pk).situation == text


@pytest.mark.parametrize(
    "fields, asks, words",
    [
        ({"title": "长" * 121}, None, "“案由”最多 120 字，现在 121 字"),
        ({"situation": "长" * 100_001}, None, "“情况”最多 100000 字"),
        ({}, [{"text": "长" * 5001}], "第 1 条建议最多 5000 字"),
        ({}, [{"text": f"第{n}件"} for n in range(31)], "最多 30 条建议"),
    ],
)
def test_a_text_too_long_is_refused_in_words_and_never_cut(city, fields, asks, words):
    case = city.draft()
    with pytest.raises(Refused, match=words):
        edit(city.seat("member"), case.pk, fields=fields, asks=asks)
    assert Submission.objects.get(pk=case.pk).title == case.title


def test_control_characters_go_and_scripts_stay_harmless_text(city):
    case = start(city.seat("member"))
    edit(
        city.seat("member"),
        case.pk,
        fields={
            "title": "一\x00二\u202e三\ud800\n四",
            "situation": "<script>alert(1)</script>\r\n第二行",
        },
    )
    case.refresh_from_db()
    assert case.title == "一二三 四"
    assert case.situation == "<script>alert(1)</script>\n第二行"


def test_units_of_another_committee_are_never_taken(city):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="lin-").units["housing"]
    case = start(city.seat("member"))
    edit(
        city.seat("member"),
        case.pk,
        fields={},
        asks=[{"text": "请办。", "addressee": other.pk}],
        wished=[(other.pk, "lead")],
    )
    assert case.recommendations.get().addressee is None
    assert not case.unit_choices.exists()


def test_starting_twice_gives_the_same_untouched_draft(city):
    one, two = start(city.seat("member")), start(city.seat("member"))
    assert one.pk == two.pk
    edit(city.seat("member"), one.pk, fields={"title": "写了"})
    assert start(city.seat("member")).pk != one.pk


@pytest.mark.parametrize(
    "who, kwargs, words",
    [
        ("member", {"author": "member2"}, "只有提案委工作人员可以代委员录入"),
        ("clerk", {"author": "staff_housing"}, "本届委员名册"),
        ("member", {"body": "party"}, "不是该单位的执笔人"),
        ("supervisor", {}, "只有委员、集体提案执笔人"),
        ("staff_housing", {}, "只有委员、集体提案执笔人"),
    ],
)
def test_who_may_not_write_is_told_who_may(city, who, kwargs, words):
    given = {}
    if "author" in kwargs:
        given["author_id"] = city.people[kwargs["author"]].pk
    if "body" in kwargs:
        given["body_id"] = city.bodies[kwargs["body"]].pk
    with pytest.raises(Refused, match=words):
        start(city.seat(who), **given)


def test_a_body_or_person_that_does_not_exist_is_refused_in_words(city):
    with pytest.raises(Refused):
        start(city.seat("clerk"), author_id=999_999)
    with pytest.raises(Refused):
        start(city.seat("drafter"), body_id=999_999)


def test_without_a_rulebook_it_is_said_what_the_administrator_does(city):
    city.rulebook.state = "draft"
    city.rulebook.save()
    with pytest.raises(Refused, match="规程"):
        start(city.seat("member"))


def test_somebody_else_does_not_edit(city):
    case = city.draft()
    for who in ("member2", "clerk", "approver"):
        with pytest.raises(Refused, match="只有提案人"):
            edit(city.seat(who), case.pk, fields={"title": "改"})


def test_two_units_of_one_short_name_are_told_apart(city):
    from shangliang.submissions.units import units_of

    for name in ("澄州市数据局", "澄州市数据资源局"):
        Actor.objects.create(committee=city.committee, kind="unit", name=name, short="市数据局")
    labels = [unit.label for unit in units_of(city.committee.pk)]
    assert "市数据局" not in labels
    assert {"澄州市数据局", "澄州市数据资源局"} <= set(labels)


def test_a_unit_is_found_by_short_name_alias_and_pinyin(city):
    from shangliang.actors.models import Alias
    from shangliang.submissions.units import units_of

    Alias.objects.create(committee=city.committee, actor=city.units["housing"], name="市建委")
    unit = next(u for u in units_of(city.committee.pk) if u.pk == city.units["housing"].pk)
    assert unit.label == "市住建局"
    for key in ("市建委", "住房和城乡建设", "szjj", "shizhujianju"):
        assert key in unit.keys
