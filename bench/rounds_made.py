"""What ``rounds.py`` is measured on: a database of its own, one open round, answers already in it."""

EACH = 20  # statements a person answers


def prepared(statements: int, before: int) -> str:
    """One open round, with so many answers in it; returns its code."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from shangliang.consensus.actions.add_statement import add_statement
    from shangliang.consensus.actions.open_round import open_round
    from shangliang.consensus.actions.start_round import start_round
    from shangliang.consensus.models import Participant, Round, Vote
    from shangliang.demo.small import build_small_city

    city = build_small_city()
    seat = city.seat("organiser")
    row = start_round(seat, title="河边的步道怎么修？")
    texts = "\n".join(f"步道的第 {n} 种修法可以试一试" for n in range(1, statements + 1))
    add_statement(seat, row.pk, text=texts)
    open_round(seat, row.pk)
    talk = Round.objects.get(pk=row.pk)
    own = {"committee_id": talk.committee_id, "round": talk}
    ids = list(talk.statements.values_list("pk", flat=True))
    people = Participant.objects.bulk_create(
        [Participant(**own, number=n) for n in range(before // EACH)], batch_size=2000
    )
    Vote.objects.bulk_create(
        [
            Vote(
                **own, participant=p, statement_id=ids[(i + k) % len(ids)], value=k % 3 - 1, at_ms=i
            )
            for i, p in enumerate(people)
            for k in range(EACH)
        ],
        batch_size=5000,
    )
    return talk.code


def rows(before: int) -> tuple[int, int]:
    """(rows of answers, cells with more than one row) beyond those put in before."""
    from django.db import connection

    from shangliang.consensus.models import Vote

    connection.close()
    total = Vote.objects.count() - before // EACH * EACH
    cells = Vote.objects.values("participant", "statement").distinct().count()
    return total, total + before // EACH * EACH - cells


def own_database(url: str) -> str:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute('DROP DATABASE IF EXISTS "bench_rounds" WITH (FORCE)')
        connection.execute('CREATE DATABASE "bench_rounds"')
    return url.rsplit("/", 1)[0] + "/bench_rounds"
