"""Three reviews by three people, none of whom wrote; what is not public or not proved does not go out."""

import pytest

from shangliang.procedures.verdicts import Refused
from shangliang.publications.checks import code_of, unproved
from shangliang.publications.models import Piece
from shangliang.submissions.actions.unpublish import unpublish
from shangliang.submissions.models import Submission

from .helpers import approved, do, drawn, effect, out, published


def test_a_text_goes_through_three_hands_and_each_is_kept(city):
    piece = approved(city)
    assert piece.state == "approved"
    assert [h.step for h in piece.hands.all()] == ["write", "first", "second", "final"]
    assert len({h.by_id for h in piece.hands.all()}) == 4


def test_who_wrote_reviews_none_of_it_even_by_one_word(city):
    piece = drawn(city, who="organiser")
    do("submit_piece", city.seat("organiser"), piece)
    with pytest.raises(Refused, match="写稿的人不审"):
        do("pass_first", city.seat("organiser"), piece)


def test_who_put_a_word_in_after_a_return_is_a_writer_from_then_on(city):
    piece = drawn(city)
    do("submit_piece", city.seat("editor"), piece)
    do("return_piece", city.seat("clerk"), piece, note="数字不对")
    do("edit_piece", city.seat("organiser"), piece, title=piece.title, parts=piece.parts)
    do("submit_piece", city.seat("editor"), piece)
    with pytest.raises(Refused, match="写稿的人不审"):
        do("pass_first", city.seat("organiser"), piece)
    do("pass_first", city.seat("clerk"), piece)  # who sent back may review the new round


def test_one_person_does_not_review_two_steps(city):
    piece = drawn(city)
    do("submit_piece", city.seat("editor"), piece)
    do("pass_first", city.seat("clerk"), piece)
    with pytest.raises(Refused, match="三审要三个人"):
        do("pass_second", city.seat("clerk"), piece)
    with pytest.raises(Refused, match="复审由"):
        do("pass_second", city.seat("leader"), piece)


def test_a_figure_written_in_later_stops_the_text_until_it_is_proved(city):
    piece = drawn(city)
    assert unproved(piece) == []  # what the effect states is proved by it
    parts = {"text": piece.parts["text"] + "\n惠及3200人，全省首个。"}
    do("edit_piece", city.seat("editor"), piece, title=piece.title, parts=parts)
    piece.refresh_from_db()
    with pytest.raises(Refused, match="2 个说法还没有凭据：“3200人”、“首个”"):
        do("submit_piece", city.seat("editor"), piece)
    codes = [code_of(c) for c in unproved(piece)]
    do(
        "prove_claims",
        city.seat("editor"),
        piece,
        claims=codes[:1],
        evidence=f"effect-{piece.source_id}",
    )
    assert not piece.proofs.get(
        words="3200人"
    ).stated  # said beside it: not in the evidence's words
    do("prove_claims", city.seat("editor"), piece, claims=codes[1:], reason="上级文件的原话")
    assert do("submit_piece", city.seat("editor"), piece).state == "first"


def test_a_changed_sentence_loses_its_proof(city):
    piece = drawn(city)
    before = piece.proofs.count()
    text = piece.parts["text"].replace("12台", "120台")
    do("edit_piece", city.seat("editor"), piece, title=piece.title, parts={"text": text})
    piece.refresh_from_db()
    assert before > piece.proofs.count()
    assert "120台" in [c.words for c in unproved(piece)]


def test_what_is_not_public_can_neither_be_told_nor_prove(city):
    case = city.replied()
    row = effect(city, case)
    with pytest.raises(Refused, match="没有公开"):
        drawn(city, row=row)
    other = drawn(city)
    with pytest.raises(Refused, match="没有公开"):
        do("prove_claims", city.seat("editor"), other, claims=[code_of(other.claims()[0])], evidence=f"effect-{row.pk}")  # fmt: skip


def test_a_proposal_taken_back_stops_and_hides_the_texts_about_it(city, client):
    piece = out(city)
    url = f"/press/{piece.pk}/"
    assert client.get(url).status_code == 200
    waiting = drawn(city)
    for row in (piece, waiting):
        case = Submission.objects.get(pk=effect_case(row))
        unpublish(city.seat("clerk"), case.pk, because="提案人撤回同意")
    assert client.get(url).status_code == 404
    assert client.get(f"{url}kit.zip").status_code == 404
    assert piece.title not in client.get("/press/").content.decode()
    with pytest.raises(Refused, match="凭据|不公开"):
        do("submit_piece", city.seat("editor"), waiting)


def effect_case(piece):
    from shangliang.tasks.models import Effect

    return Effect.objects.get(pk=piece.source_id).case_id


def test_another_committees_text_is_not_there(city, client):
    from shangliang.demo.small import build_small_city

    piece = drawn(city)
    county = build_small_city("四泉县", prefix="sq_")
    client.force_login(county.account("editor"))
    assert client.get(piece.get_absolute_url()).status_code == 404
    with pytest.raises(Refused, match="没有找到"):
        do("submit_piece", county.seat("editor"), piece)


def test_an_issue_text_does_not_come_out_by_itself(city):
    piece = approved(city)
    with pytest.raises(Refused, match="编进一期"):
        do("publish_piece", city.seat("editor"), piece)


def test_a_mobile_number_in_the_text_stops_it(city):
    piece = drawn(city)
    parts = {"text": piece.parts["text"] + "\n有事打 13900000000。"}
    do("edit_piece", city.seat("editor"), piece, title=piece.title, parts=parts)
    with pytest.raises(Refused, match="像个人号码的：13900000000"):
        do("submit_piece", city.seat("editor"), piece)


def test_a_refused_return_needs_words(city):
    piece = drawn(city, row=effect(city, published(city)))
    do("submit_piece", city.seat("editor"), piece)
    with pytest.raises(Refused, match="哪里要改"):
        do("return_piece", city.seat("clerk"), piece, note=" ")
    assert Piece.objects.get(pk=piece.pk).state == "first"
