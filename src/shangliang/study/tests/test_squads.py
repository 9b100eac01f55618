"""Teams of schools and units with any bank, and certificates as Word and PDF (S-100)."""

import io

import pytest
from docx import Document

from shangliang.actors.models import Actor
from shangliang.procedures.verdicts import Refused
from shangliang.study.actions.enter_quiz import enter_quiz, teams_of
from shangliang.study.quiz import listed_squads

from .helpers import do, quiz, right_answers

pytestmark = pytest.mark.django_db
NAMES = "澄州一中\n澄州职校\n"


def schools(city):
    return [
        Actor.objects.create(committee=city.committee, kind="organisation", name=name)
        for name in NAMES.split()
    ]


def held(city, wrong=(0, 1, 2)):
    """Three people: two for the first school, one for the second; closed."""
    bodies = schools(city)
    row = quiz(city, team_by="listed", team_best=2, squads=NAMES)
    for n, who in enumerate(("member", "member2", "member3")):
        seat = city.seat(who)
        entry = enter_quiz(seat, quiz=row.pk, team=bodies[n // 2].pk)
        do("quizentry", "hand_in", seat, entry, answers=right_answers(row, wrong[n]))
    type(row).objects.filter(pk=row.pk).update(ends_at=row.starts_at)
    return do("quiz", "close_quiz", city.seat("organiser"), row), bodies


def text_of(answer):
    return "\n".join(p.text for p in Document(io.BytesIO(answer.getvalue())).paragraphs)


def test_schools_are_listed_by_their_names_in_the_register(city):
    bodies = schools(city)
    office = city.seat("organiser")
    assert listed_squads(office, " 澄州一中 \n\n澄州职校\n澄州一中") == [b.pk for b in bodies]
    for text, said in (
        ("", "至少两个"),
        ("澄州一中\n澄州一中", "至少两个"),
        ("澄州一中\n没有的学校", "第 2 行：名册里没有"),
    ):
        with pytest.raises(Refused, match=said):
            listed_squads(office, text)


def test_whoever_takes_part_says_for_which_school_and_no_other(city):
    bodies = schools(city)
    row = quiz(city, team_by="listed", squads=NAMES)
    seat = city.seat("member")
    assert [pk for pk, _ in teams_of(seat, row)] == [b.pk for b in bodies]
    with pytest.raises(Refused, match="代表哪个队"):
        enter_quiz(seat, quiz=row.pk)
    with pytest.raises(Refused, match="不在这个队"):
        enter_quiz(seat, quiz=row.pk, team=city.units["housing"].pk)
    assert enter_quiz(seat, quiz=row.pk, team=bodies[1].pk).team_id == bodies[1].pk


def test_a_certificate_says_what_the_board_says_and_only_after_the_end(city, client):
    row, bodies = held(city)
    path = f"/study/quizzes/{row.pk}/certificate"
    client.force_login(city.account("member"))
    own = text_of(client.get(f"{path}.docx"))
    assert city.people["member"].name in own
    assert "第 1 名，共 3 人" in own
    pdf = client.get(f"{path}.pdf?team={bodies[0].pk}")
    assert pdf.getvalue().startswith(b"%PDF")
    team = text_of(client.get(f"{path}.docx?team={bodies[0].pk}"))
    assert "澄州一中" in team
    assert "共 2 队" in team
    assert client.get(f"{path}.docx?team={bodies[1].pk}").status_code == 403
    client.force_login(city.account("organiser"))
    assert client.get(f"{path}.docx?team={bodies[1].pk}").status_code == 200
    assert client.get(f"{path}.docx").status_code == 404  # took no part
    assert "证书 PDF" in client.get(f"/study/quizzes/{row.pk}/board/").content.decode()
    type(row).objects.filter(pk=row.pk).update(state="open")
    assert client.get(f"{path}.docx?team={bodies[1].pk}").status_code == 404
