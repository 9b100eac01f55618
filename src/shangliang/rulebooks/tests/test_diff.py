"""The difference of two versions is said in plain words, and nothing that changes goes unsaid."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from shangliang.rulebooks import presets
from shangliang.rulebooks.body import ProposalRules
from shangliang.rulebooks.diff import diff
from shangliang.rulebooks.toml_text import dump, load, plain

BODY = presets.load("national")[1]


def changed(**paths: Any) -> ProposalRules:
    body = plain(BODY)
    for path, value in paths.items():
        *steps, last = path.split("__")
        place = body
        for step in steps:
            place = place[int(step)] if step.isdigit() else place[step]
        place[last] = value
    return ProposalRules.model_validate(body)


def test_a_shorter_limit_reads_as_a_clerk_would_say_it():
    old = changed(clocks__reply_plenary__span="90d")
    new = changed(clocks__reply_plenary__span="60d")
    assert [str(c) for c in diff(old, new)] == ["大会提案答复时限：90日 → 60日"]


def test_steps_added_reasons_and_dropped_classes_are_told():
    new = plain(BODY)
    new["steps"]["second_review"] = False
    new["reasons"].append({"code": "joke", "name": "玩笑", "instead": ""})
    new["classes"].pop()
    told = {(c.label, c.kind) for c in diff(changed(), ProposalRules.model_validate(new))}
    assert told == {
        ("复审", "changed"),
        ("不予立案情形", "added"),
        ("提案类别", "removed"),
    }


def test_equal_versions_have_no_difference_and_order_alone_is_said_so():
    assert diff(changed(), changed()) == []
    body = plain(BODY)
    body["reasons"].reverse()
    assert len(diff(changed(), ProposalRules.model_validate(body))) == 1


LEAVES = [
    ("roll", st.just(False)),
    ("extension_limit", st.sampled_from(["4m", "8m", "200d"])),
    ("extension_times", st.sampled_from([0, 2, 3])),
    ("contacts_before_reply", st.sampled_from([0, 2, 5])),
    ("face_to_face", st.just(True)),
    ("undo_minutes", st.integers(0, 9)),
    ("words_advised", st.integers(200, 1499)),
    ("number_series", st.just("session_window")),
    ("notes", st.text(min_size=1, max_size=20)),
    ("clocks__review__near", st.integers(4, 60)),
    ("clocks__rating__basis", st.text(min_size=1, max_size=20)),
    ("clocks__check__label", st.text(min_size=1, max_size=20)),
    ("grades__0__name", st.text(min_size=1, max_size=20)),
    ("grades__2__means", st.just("reference")),
    ("reasons__3__instead", st.text(min_size=1, max_size=20)),
    ("classes__1__five", st.sampled_from(["economy", "culture"])),
    ("rubric__0__weight", st.sampled_from([1, 3, 10])),
    ("rating__headline", st.just("first")),
    ("rating__rounds", st.sampled_from([1, 3])),
    ("award__key_count", st.sampled_from([0, 11, 200])),
    ("award__excellent_share", st.sampled_from([0.01, 0.0525])),
]


@given(st.data())
def test_any_changed_value_is_told(data):
    path, values = data.draw(st.sampled_from(LEAVES))
    new = changed(**{path: data.draw(values)})
    assert bool(diff(changed(), new)) == (new != changed())


@given(notes=st.text(max_size=80), name=st.text(min_size=1, max_size=40).filter(str.strip))
def test_a_rulebook_survives_its_file(notes, name):
    body = plain(BODY) | {"notes": notes}
    whole = plain(ProposalRules.model_validate(body).model_dump(mode="json"))
    assert load(dump(name, whole).encode()) == (name.strip()[:120], whole)
